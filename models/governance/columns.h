// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "engine/world/table.h"
#include "models/commune/households.h"
#include "models/governance/setting.h"

namespace essaim::governance {

// State of the governance theme. What is there once a measure has as many columns as the measure table has rows, so
// that all variants of a scenario have the same.

/// Beside what all themes share of a household.
struct HouseholdColumns : commune::HouseholdColumns {
  HouseholdColumns(const commune::HouseholdColumns& shared, std::uint32_t measures);
  std::vector<Published<float>> opinion;          ///< on a measure, -1 against to 1 for
  std::vector<Column<float>> first_opinion;       ///< the one that it started with
  std::vector<Column<std::uint8_t>> seen_status;  ///< of a measure, as it last saw it
  Column<float> expected;                         ///< outcome that it has come to expect, 0 to 1
  Column<float> voice;                            ///< events since last week: took part, or wish refused
  Column<std::uint32_t> took_part;                ///< times that members sat in an assembly or voted on a budget
  Published<std::uint8_t> seat;                   ///< 1 + the measure on which a member sits in an assembly; 0: none
};

/// What the council does with a measure that is proposed.
enum class Stage : std::uint8_t {
  waiting,       ///< for its next session
  deliberating,  ///< an assembly sits
  voting,        ///< it is in a participatory budget
  asking,        ///< another body considers it
  answered
};

/// The council, one row.
struct CouncilColumns {
  CouncilColumns(World& world, std::uint32_t measures);
  Table* table;
  std::vector<Published<double>> support;  ///< share of voices for a measure, as last counted
  std::vector<Published<double>> advice;   ///< of its assembly: mean opinion of members
  std::vector<Published<std::uint8_t>> advised;
  std::vector<Column<std::uint8_t>> stage;  ///< `Stage`
  std::vector<Column<std::uint32_t>> due;   ///< day on which the assembly, vote or other body answers
  std::vector<Column<std::uint32_t>> delays;
  std::vector<Column<double>> energy;  ///< of its volunteers: 1 rested, falls with fatigue
  std::vector<Column<double>> hours;   ///< given to it last week
  Column<std::uint32_t> weeks;         ///< counted
  Column<double> hours_needed;         ///< by all measures last week
  Column<double> hours_given;
  Column<double> wave;                 ///< of helpers in a crisis: 0 none, 1 all who sign up
  Column<double> crest;                ///< its highest so far
  Column<double> served_equal_shares;  ///< share of voters with a funded project, at the last vote
  Column<double> served_greedy;
  Column<std::uint32_t> voters;        ///< at all votes
  Column<std::uint32_t> members;       ///< of all assemblies
  Column<std::uint32_t> next_sitting;  ///< day on which a standing assembly is next drawn
};

struct Columns {
  Columns(World& world, const commune::HouseholdColumns& shared, std::uint32_t measures);
  HouseholdColumns households;
  CouncilColumns council;
  std::uint32_t measures() const { return static_cast<std::uint32_t>(council.support.size()); }
};

}  // namespace essaim::governance
