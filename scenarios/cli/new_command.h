// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "scenarios/cli/terminal.h"

namespace essaim::cli {

struct NewOptions {
  std::string what;                  ///< "pilot"
  std::string out;                   ///< empty: named after the commune, in the current folder
  std::string from;                  ///< a TOML file of answers
  std::vector<std::string> answers;  ///< key=value
  std::string communes;  ///< folder of @etalab/decoupage-administratif; empty: where npm puts it, if it is there
  bool no_questions = false;
  bool force = false;  ///< write over a file that is there
};

/// Writes a pilot file from answers. The file appears under its name only when it is whole and the reader takes it.
int new_command(const NewOptions& options, std::istream& in, const Terminal& terminal);

}  // namespace essaim::cli
