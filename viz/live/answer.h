// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "engine/design/study.h"

namespace essaim::live {

/// As JSON: how many replicates there are, how many runs ended early, and the rows of one indicator as the blocks of a
/// report have them (`report::rows_json`).
std::string rows_answer(const design::Study& study, std::size_t indicator);

/// The curves of one indicator, as JSON: how many replicates they are of, the decimals of values and of differences by
/// site, and quantiles and draws as base64 of what `report::curves_of` writes.
std::string curves_answer(const design::Study& study, std::size_t indicator);

}  // namespace essaim::live
