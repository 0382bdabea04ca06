# SPDX-FileCopyrightText: The Essaim authors
# SPDX-License-Identifier: Apache-2.0

# What `cmake --install` gives: the program and its scenarios, and the rooms of engine/ and models/ as libraries
# that another project finds with find_package(essaim). Headers keep their paths, under include/essaim/.

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(config_dir ${CMAKE_INSTALL_LIBDIR}/cmake/essaim)

# The rooms, and the packages that their users must link too.
set(packages "")
get_property(libraries GLOBAL PROPERTY ESSAIM_LIBRARIES)
foreach(library ${libraries})
  get_target_property(folder ${library} SOURCE_DIR)
  cmake_path(RELATIVE_PATH folder BASE_DIRECTORY ${PROJECT_SOURCE_DIR})
  if(folder MATCHES "^(engine|models)/")
    install(TARGETS ${library} EXPORT essaim ARCHIVE LIBRARY)
    get_target_property(links ${library} INTERFACE_LINK_LIBRARIES)
    string(REGEX MATCHALL "[A-Za-z0-9_]+::" found "${links}")
    list(APPEND packages ${found})
  endif()
endforeach()
list(REMOVE_DUPLICATES packages)
list(REMOVE_ITEM packages essaim::)

set(dependencies "")
foreach(package ${packages})
  string(REPLACE "::" "" package ${package})
  string(REGEX REPLACE "^hdf5$" "HDF5 COMPONENTS C HL" package ${package})
  string(APPEND dependencies "find_dependency(${package})\n")
endforeach()

install(DIRECTORY engine models DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/essaim FILES_MATCHING PATTERN "*.h")
install(TARGETS essaim RUNTIME)
install(DIRECTORY scenarios/pilots scenarios/experiments DESTINATION ${CMAKE_INSTALL_DATADIR}/essaim/scenarios)
install(FILES scenarios/demo.toml DESTINATION ${CMAKE_INSTALL_DATADIR}/essaim/scenarios)
install(EXPORT essaim NAMESPACE essaim:: FILE essaimTargets.cmake DESTINATION ${config_dir})

file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/essaimConfig.cmake @ONLY CONTENT [=[
include(CMakeFindDependencyMacro)
@dependencies@include(${CMAKE_CURRENT_LIST_DIR}/essaimTargets.cmake)
]=])
write_basic_package_version_file(${PROJECT_BINARY_DIR}/essaimConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/essaimConfig.cmake ${PROJECT_BINARY_DIR}/essaimConfigVersion.cmake
        DESTINATION ${config_dir})
