# SPDX-FileCopyrightText: The Essaim authors
# SPDX-License-Identifier: Apache-2.0

# Writes essaim_build_info.h at each build, and only touches it when something changed.
# Needs SOURCE_DIR VERSION COMPILER FLAGS OUTPUT.

set(commit "")
set(changes "")
find_program(GIT git)
if(GIT AND EXISTS ${SOURCE_DIR}/.git)
  execute_process(COMMAND ${GIT} -C ${SOURCE_DIR} rev-parse HEAD
                  OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE failed)
  execute_process(COMMAND ${GIT} -C ${SOURCE_DIR} status --porcelain --untracked-files=no
                  OUTPUT_VARIABLE changes ERROR_QUIET)
  if(failed)
    set(commit "")
  elseif(changes)
    string(APPEND commit "+dirty")
  endif()
endif()
if(commit STREQUAL "")
  set(commit "unknown")
endif()
string(STRIP "${FLAGS}" FLAGS)

file(CONFIGURE OUTPUT ${OUTPUT} @ONLY CONTENT [=[
// Written by cmake/build_info.cmake at each build.
#pragma once

namespace essaim::build_info {
inline constexpr const char* version = "@VERSION@";
inline constexpr const char* git_commit = "@commit@";  ///< "+dirty" after it when tracked files were changed
inline constexpr const char* compiler = "@COMPILER@";
inline constexpr const char* flags = "@FLAGS@";
}  // namespace essaim::build_info
]=])
