// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/governance/columns.h"

#include <string>

namespace essaim::governance {

namespace {

std::string of_measure(const char* what, std::uint32_t measure) {
  return std::string{what} + "_" + std::to_string(measure + 1);
}

}  // namespace

HouseholdColumns::HouseholdColumns(const commune::HouseholdColumns& shared, std::uint32_t measures)
    : commune::HouseholdColumns{shared} {
  for (std::uint32_t k = 0; k < measures; ++k) {
    opinion.push_back(table->publish<float>(of_measure("governance_opinion", k)));
    first_opinion.push_back(table->add<float>(of_measure("governance_first_opinion", k)));
    seen_status.push_back(table->add<std::uint8_t>(of_measure("governance_seen_status", k)));
  }
  expected = table->add<float>("governance_expected");
  voice = table->add<float>("governance_voice");
  took_part = table->add<std::uint32_t>("governance_took_part");
  seat = table->publish<std::uint8_t>("governance_seat");
}

CouncilColumns::CouncilColumns(World& world, std::uint32_t measures) : table{&world.add_table("council", 1)} {
  for (std::uint32_t k = 0; k < measures; ++k) {
    support.push_back(table->publish<double>(of_measure("support", k)));
    advice.push_back(table->publish<double>(of_measure("advice", k)));
    advised.push_back(table->publish<std::uint8_t>(of_measure("advised", k)));
    stage.push_back(table->add<std::uint8_t>(of_measure("stage", k)));
    due.push_back(table->add<std::uint32_t>(of_measure("due", k)));
    delays.push_back(table->add<std::uint32_t>(of_measure("delays", k)));
    energy.push_back(table->add<double>(of_measure("energy", k)));
    hours.push_back(table->add<double>(of_measure("hours", k)));
    energy[k][0] = 1;
  }
  weeks = table->add<std::uint32_t>("weeks");
  hours_needed = table->add<double>("hours_needed");
  hours_given = table->add<double>("hours_given");
  wave = table->add<double>("wave");
  crest = table->add<double>("crest");
  served_equal_shares = table->add<double>("served_equal_shares");
  served_greedy = table->add<double>("served_greedy");
  voters = table->add<std::uint32_t>("voters");
  members = table->add<std::uint32_t>("members");
  next_sitting = table->add<std::uint32_t>("next_sitting");
}

Columns::Columns(World& world, const commune::HouseholdColumns& shared, std::uint32_t measures)
    : households{shared, measures}, council{world, measures} {}

}  // namespace essaim::governance
