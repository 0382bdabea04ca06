# SPDX-FileCopyrightText: The Essaim authors
# SPDX-License-Identifier: Apache-2.0

# How everything in this repository is built: the options, the flags, and three small functions,
# essaim_library(), essaim_program() and essaim_test(). Libraries come from Debian through find_package();
# nothing is downloaded.

include_guard(GLOBAL)

option(ESSAIM_TESTS "Build the tests" ${PROJECT_IS_TOP_LEVEL})
option(ESSAIM_BENCHMARKS "Build the benchmarks" OFF)
option(ESSAIM_INSTALL "Offer the install target" ON)
set(ESSAIM_SANITIZE "" CACHE STRING "What to sanitize: empty, \"address,undefined\" or \"thread\"")

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES AND PROJECT_IS_TOP_LEVEL)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)
set(CMAKE_FIND_PACKAGE_TARGETS_GLOBAL ON)  # a room's libraries are still known where its users are linked

find_program(ESSAIM_CCACHE ccache)
mark_as_advanced(ESSAIM_CCACHE)
if(ESSAIM_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${ESSAIM_CCACHE})
endif()

# A program looks for the shipped pilots, shocks and experiments beside itself, then in $ESSAIM_DATA, then here.
set(ESSAIM_DATA_BUILD_DIR ${PROJECT_SOURCE_DIR}/scenarios)

option(ESSAIM_FUZZ "Build the fuzz targets (clang only)" OFF)

if(ESSAIM_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(ESSAIM_SANITIZE)
  add_compile_options(-fsanitize=${ESSAIM_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${ESSAIM_SANITIZE})
endif()

# ThreadSanitizer cannot see inside Debian's oneTBB; there, parallel loops run on plain threads only.
set(_tbb_default ON)
if(ESSAIM_SANITIZE MATCHES thread)
  set(_tbb_default OFF)
endif()
option(ESSAIM_TBB "Offer the oneTBB executor" ${_tbb_default})

# Boost, Eigen and Random123 are headers alone. They come through a folder that holds links to them and nothing
# else: the wasm build must not see the native C library's headers, which lie beside them. There, fmt and JSON are
# headers alone as well.
function(essaim_header_only_libraries folder)
  file(MAKE_DIRECTORY ${folder})
  foreach(library ${ARGN})
    find_path(ESSAIM_${library}_INCLUDE ${library} PATHS /usr/local/include /usr/include PATH_SUFFIXES eigen3
              NO_CMAKE_FIND_ROOT_PATH REQUIRED)
    mark_as_advanced(ESSAIM_${library}_INCLUDE)
    file(CREATE_LINK ${ESSAIM_${library}_INCLUDE}/${library} ${folder}/${library} SYMBOLIC)
  endforeach()
endfunction()
if(ESSAIM_WASM)
  essaim_header_only_libraries(${PROJECT_BINARY_DIR}/header_only boost Eigen Random123 fmt nlohmann)
  add_library(fmt::fmt INTERFACE IMPORTED)
  target_compile_definitions(fmt::fmt INTERFACE FMT_HEADER_ONLY FMT_STATIC_THOUSANDS_SEPARATOR=',')
  add_library(nlohmann_json::nlohmann_json INTERFACE IMPORTED)
else()
  essaim_header_only_libraries(${PROJECT_BINARY_DIR}/header_only boost Eigen Random123)
  find_package(fmt REQUIRED)
  find_package(nlohmann_json REQUIRED)
endif()

# What every target of ours is built with; never exported to a user.
# GCC 12 misreads "literal" + std::string (-Wrestrict); clang's -Wconversion adds sign conversions, GCC's does not.
add_library(essaim_flags INTERFACE)
target_compile_options(essaim_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror -ffp-contract=off
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> $<$<CXX_COMPILER_ID:Clang>:-Wno-sign-conversion>)
target_compile_definitions(essaim_flags INTERFACE EIGEN_DONT_VECTORIZE)  # a reduction has one order
target_include_directories(essaim_flags SYSTEM INTERFACE ${PROJECT_BINARY_DIR}/header_only)

# The version, commit and compiler of this build, as `#include "essaim_build_info.h"`; for `essaim cite` and results.
add_custom_target(essaim_build_info_header
  COMMAND ${CMAKE_COMMAND} -D SOURCE_DIR=${PROJECT_SOURCE_DIR} -D VERSION=${PROJECT_VERSION}
          -D "COMPILER=${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}"
          -D "FLAGS=${CMAKE_BUILD_TYPE} ${CMAKE_CXX_FLAGS} ${ESSAIM_SANITIZE}"
          -D OUTPUT=${PROJECT_BINARY_DIR}/build_info/essaim_build_info.h
          -P ${CMAKE_CURRENT_LIST_DIR}/build_info.cmake
  BYPRODUCTS ${PROJECT_BINARY_DIR}/build_info/essaim_build_info.h VERBATIM)
add_library(essaim_build_info INTERFACE)
add_library(essaim::build_info ALIAS essaim_build_info)
add_dependencies(essaim_build_info essaim_build_info_header)
target_include_directories(essaim_build_info INTERFACE $<BUILD_INTERFACE:${PROJECT_BINARY_DIR}/build_info>)

# essaim_library(name [HEADER_ONLY] SOURCES a.cc... DEPENDS core event... PRIVATE_LINKS fmt::fmt...)
# One room: target essaim_<name>, alias essaim::<name>. DEPENDS names rooms whose headers ours include.
function(essaim_library name)
  cmake_parse_arguments(PARSE_ARGV 1 room "HEADER_ONLY" "" "SOURCES;DEPENDS;PRIVATE_LINKS")
  list(TRANSFORM room_DEPENDS PREPEND essaim::)
  set(target essaim_${name})
  set(includes $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}> $<INSTALL_INTERFACE:include/essaim>)
  if(room_HEADER_ONLY)
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE ${includes})
    target_link_libraries(${target} INTERFACE ${room_DEPENDS})
    target_compile_features(${target} INTERFACE cxx_std_20)
  else()
    add_library(${target} ${room_SOURCES})
    target_include_directories(${target} PUBLIC ${includes})
    target_link_libraries(${target} PUBLIC ${room_DEPENDS}
      PRIVATE $<BUILD_INTERFACE:essaim_flags> ${room_PRIVATE_LINKS})
    target_compile_features(${target} PUBLIC cxx_std_20)
  endif()
  add_library(essaim::${name} ALIAS ${target})
  set_target_properties(${target} PROPERTIES EXPORT_NAME ${name})
  set_property(GLOBAL APPEND PROPERTY ESSAIM_LIBRARIES ${target})
endfunction()

# essaim_program(name SOURCES main.cc... DEPENDS run food... PRIVATE_LINKS CLI11::CLI11...)
function(essaim_program name)
  cmake_parse_arguments(PARSE_ARGV 1 program "" "" "SOURCES;DEPENDS;PRIVATE_LINKS")
  list(TRANSFORM program_DEPENDS PREPEND essaim::)
  add_executable(${name} ${program_SOURCES})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} PRIVATE ${program_DEPENDS} ${program_PRIVATE_LINKS} essaim_flags)
endfunction()

# essaim_test(name SOURCES a_test.cc... DEPENDS core... PRIVATE_LINKS ...)
# One GoogleTest binary, essaim_<name>_test; in ctest each of its tests is "<name>/Suite.test", labelled <name>.
# It knows where the sources are (ESSAIM_SOURCE_DIR), and the program, when there is one (ESSAIM_PROGRAM).
function(essaim_test name)
  cmake_parse_arguments(PARSE_ARGV 1 test "" "" "SOURCES;DEPENDS;PRIVATE_LINKS")
  set(target essaim_${name}_test)
  essaim_program(${target} SOURCES ${test_SOURCES} DEPENDS ${test_DEPENDS}
                 PRIVATE_LINKS ${test_PRIVATE_LINKS} GTest::gmock_main)
  target_compile_definitions(${target} PRIVATE ESSAIM_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
    $<$<TARGET_EXISTS:essaim>:ESSAIM_PROGRAM="$<TARGET_FILE:essaim>">)
  gtest_discover_tests(${target} TEST_PREFIX ${name}/ DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60
                       PROPERTIES LABELS ${name} TIMEOUT 300)
endfunction()
