// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "scenarios/reader/period_reader.h"
#include "scenarios/reader/plan_reader.h"

namespace essaim::reader {

/// What the tables are, and the name between their brackets.
struct ActionTables {
  Role role = Role::shock;
  std::string header;  ///< "variant.epicerie.measure"
};

/// Reads the tables of `[[shock]]`, or of one variant's `[[variant.NAME.measure]]`: kind, period, zones or who decides,
/// and the settings that the kind declares; for a composed measure also its title, effects and what it excludes. Two of
/// one kind may not overlap (composed measures: two of one title), nor two measures that exclude each other.
std::vector<catalogue::Action> read_actions(const Document& document, const Entry& entry, const ActionTables& tables,
                                            const Vocabulary& vocabulary, const Frame& frame);

}  // namespace essaim::reader
