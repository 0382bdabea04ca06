// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/run/event_log.h"
#include "models/catalogue/scenario.h"
#include "viz/term/locale.h"

namespace essaim::cli {

/// What `essaim trace` writes and `essaim replay` reads: which run, which processes and days, then their events. Lines
/// of comment stand before the table, for `pandas.read_csv(..., comment="#")`:
///
///     # essaim trace 1
///     # site: langouet
///     # variant: epicerie
///     # replicate: 1
///     # shocks: with
///     # days: 0 30
///     # process 12: household 3
///     at_s,process,theme,kind,...
struct TraceFile {
  struct Process {
    std::uint32_t number = 0;
    std::string name;  ///< its table and its row there: "household 3"
  };
  std::string site;
  std::string variant;
  std::uint32_t replicate = 0;
  catalogue::Shocks shocks = catalogue::Shocks::with;
  std::uint32_t first_day = 0;
  std::uint32_t end_day = 0;  ///< the first that is not in it
  std::vector<Process> processes;
  EventLog events;

  std::size_t lines_before() const { return 6 + processes.size(); }  ///< those of the table
};

std::string trace_text(const TraceFile& trace);

/// `name` is the file's in messages. Throws a reader::InputError with line and column.
TraceFile read_trace(std::string_view text, const std::string& name, const term::Locale& locale);

}  // namespace essaim::cli
