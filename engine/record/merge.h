// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "engine/record/results.h"

namespace essaim::record {

/// What a directory of blocks says of itself; throws if it is none.
ResultsHeader read_design(const std::filesystem::path& directory);

/// Blocks of the design, in order.
std::vector<BlockKey> all_blocks(const ResultsHeader& header);

/// Makes one results file of a directory of blocks, one cell at a time, so that results never have to fit in memory.
/// The order in which blocks were made leaves no trace. Throws `incomplete` if a block is missing; until the very end
/// nothing lies under the final name.
ResultsHeader merge_blocks(const std::filesystem::path& directory, const std::filesystem::path& out);

}  // namespace essaim::record
