// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>

#include "viz/term/locale.h"
#include "viz/term/text.h"

namespace essaim::cli {

/// Where a command writes and how: data on `out`, messages on `err`.
struct Terminal {
  const term::Locale& locale;
  term::Colours colours = term::Colours::off;
  std::ostream& out;
  std::ostream& err;
};

/// How a command ends; scripts rely on these numbers.
enum Exit : int {
  exit_done = 0,
  exit_failed = 1,   ///< a run failed, or the program did
  exit_refused = 2,  ///< the person's input is wrong
  exit_stopped = 3,  ///< stopped by a limit or a signal, with work saved
};

}  // namespace essaim::cli
