// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "engine/record/results.h"
#include "models/catalogue/scenario.h"

namespace essaim::cli {

/// The scenario of one point of a results file, read again from the bytes and options that the file holds: no file of
/// this machine has a part in it. Throws a reader::InputError if this program reads them otherwise than their own did.
catalogue::Scenario stored_scenario(const record::ResultsHeader& header, std::uint32_t point);

}  // namespace essaim::cli
