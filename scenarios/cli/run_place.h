// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "engine/record/results.h"
#include "models/catalogue/scenario.h"
#include "viz/term/locale.h"

// One run of a results file that a command does again.

namespace essaim::cli {

/// Where a run lies in the file, and in the scenario.
struct RunPlace {
  std::uint32_t cell = 0;
  std::uint32_t point = 0;
  std::uint32_t site = 0;
  std::uint32_t variant = 0;
  std::uint32_t replicate = 0;
};

/// Throws a reader::InputError that names the option and the nearest name, or the range.
RunPlace find_run(const record::ResultsHeader& header, const std::string& site, const std::string& variant,
                  std::int64_t replicate, const term::Locale& locale);

/// Refuses a number that is not below `count`.
std::uint32_t in_range(std::int64_t number, std::uint32_t count, const std::string& where, const term::Locale& locale);

/// Another engine would do another run: throws a reader::InputError.
void require_this_engine(const record::ResultsHeader& header, const std::string& file, const term::Locale& locale);

/// The run of this variant and arm among all of the file, as `RunStatus` counts them.
std::size_t run_number(const record::ResultsHeader& header, const RunPlace& place, std::uint32_t variant,
                       catalogue::Shocks shocks);

}  // namespace essaim::cli
