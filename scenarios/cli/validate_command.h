// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenarios/cli/terminal.h"

namespace essaim::cli {

struct ValidateOptions {
  bool json = false;
  bool markdown = false;
};

/// Holds the models of this build against the committed table of published figures. Misses are shown, and are no error.
int validate_command(const ValidateOptions& options, const Terminal& terminal);

}  // namespace essaim::cli
