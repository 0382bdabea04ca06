// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "scenarios/cli/terminal.h"

namespace essaim::cli {

struct ReportOptions {
  std::string file;  ///< results
  std::string out;   ///< "atelier.html"
};

/// Writes one offline page of a results file. The page is whole under its name, or not there at all.
int report_command(const ReportOptions& options, const Terminal& terminal);

}  // namespace essaim::cli
