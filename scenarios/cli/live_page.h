// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include "engine/record/results_reader.h"
#include "scenarios/cli/terminal.h"
#include "viz/report/live_blocks.h"

namespace essaim::cli {

/// What a page takes along to simulate the scenario of a results file. Nothing, and a sentence why, where it could not
/// or where its numbers would not be those of the file: the first days of a draw are simulated again to see.
std::optional<report::LiveBlocks> live_blocks(const std::shared_ptr<const record::ResultsReader>& results,
                                              const Terminal& terminal);

}  // namespace essaim::cli
