// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "scenarios/reader/plan_reader.h"

namespace essaim::reader {

enum class Role : std::uint8_t { shock, measure };

/// What the tables are, and the name between their brackets.
struct ActionTables {
  Role role = Role::shock;
  std::string header;  ///< "variant.epicerie.measure"
};

/// Reads the tables of `[[shock]]`, or of one variant's `[[variant.NAME.measure]]`: kind, start, duration, who
/// decides, and the settings that the kind declares. Two of one kind may not overlap.
std::vector<catalogue::Action> read_actions(const Document& document, const Entry& entry, const ActionTables& tables,
                                            const Vocabulary& vocabulary, const Frame& frame);

}  // namespace essaim::reader
