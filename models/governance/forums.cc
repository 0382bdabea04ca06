// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/governance/forums.h"

#include <algorithm>

#include "models/commune/messages.h"
#include "models/governance/streams.h"

namespace essaim::governance {

namespace {

constexpr Range other_cost{0.05, 0.6};       // of the envelope
constexpr Range other_popularity{0.1, 0.5};  // chance that a voter is for it

}  // namespace

bool is_present(const Setting& setting, const HouseholdColumns& columns, std::uint32_t household) {
  return columns.displaced[household] == 0 || !setting.commune.couplings.has(commune::Coupling::housing_governance);
}

Forums::Forums(const Setting& setting, const Columns& columns, const commune::PublicColumns& town)
    : setting_{setting}, households_{columns.households}, council_{columns.council}, town_{town} {}

void Forums::convene(std::uint32_t measure, std::uint32_t chance, std::uint32_t seats, Context& context) const {
  const Parameters& p = setting_.parameters;
  const auto& people = setting_.commune.population;
  const auto letters = static_cast<std::uint32_t>(seats * p.assembly_letters.value());
  const std::uint32_t occasion = streams::occasion_of(chance, context.now().day());
  std::vector<std::uint32_t> members;
  for (std::uint32_t letter = 0; letter < letters && members.size() < seats; ++letter) {
    Draw draw = context.draw(streams::letter, letter, occasion);
    const std::uint32_t person = draw.below(people.residents());
    const bool adult = people.age[person] >= adult_age;
    if (!adult || !is_present(setting_, households_, setting_.household_of[person])) continue;
    if (!draw.chance(p.letter_acceptance.value())) continue;
    if (std::find(members.begin(), members.end(), person) == members.end()) members.push_back(person);
  }
  council_.members[0] += static_cast<std::uint32_t>(members.size());
  for (const std::uint32_t person : members) {
    context.send(households_.table->process(setting_.household_of[person]), Duration::hours(1),
                 commune::kind(commune::Message::took_part), {1, measure + 1, 0, 0});
  }
}

double Forums::advice_of(std::uint32_t measure) const {
  double sum = 0;
  std::uint32_t members = 0;
  for (std::uint32_t h = 0; h < households_.table->rows(); ++h) {
    if (households_.seat[h] != measure + 1) continue;
    sum += static_cast<double>(households_.opinion[measure][h]);
    ++members;
  }
  return members > 0 ? sum / members : 0.0;
}

Ballots Forums::collect(std::span<const std::uint32_t> measures, std::span<const double> costs, double envelope,
                        Context& context) const {
  const Parameters& p = setting_.parameters;
  const std::uint32_t today = context.now().day();  // one vote a day
  const auto others = static_cast<std::uint32_t>(p.budget_others.value() + 0.5);
  Ballots ballots;
  ballots.cost.assign(costs.begin(), costs.end());
  std::vector<double> popularity;
  for (std::uint32_t other = 0; other < others; ++other) {
    Draw draw = context.draw(streams::proposal, other, today);
    ballots.cost.push_back(envelope * draw.uniform(other_cost.low, other_cost.high));
    popularity.push_back(draw.uniform(other_popularity.low, other_popularity.high));
  }
  ballots.supporters.resize(ballots.cost.size());
  for (std::uint32_t person = 0; person < setting_.household_of.size(); ++person) {
    const std::uint32_t household = setting_.household_of[person];
    if (setting_.commune.population.age[person] < adult_age) continue;
    Draw draw = context.draw(streams::ballot, person, today);
    if (!draw.chance(p.budget_turnout.value()) || !is_present(setting_, households_, household)) continue;
    for (std::size_t i = 0; i < measures.size(); ++i) {
      if (households_.opinion[measures[i]][household] > 0) ballots.supporters[i].push_back(ballots.voters);
    }
    for (std::size_t other = 0; other < popularity.size(); ++other) {
      if (draw.chance(popularity[other])) ballots.supporters[measures.size() + other].push_back(ballots.voters);
    }
    ++ballots.voters;
    context.send(households_.table->process(household), Duration::hours(1), commune::kind(commune::Message::took_part),
                 {1, 0, 0, 0});
  }
  return ballots;
}

Funded Forums::vote(std::span<const std::uint32_t> measures, std::span<const double> costs, Context& context) const {
  const double residents = setting_.commune.population.residents();
  const double envelope = std::min(setting_.parameters.budget_envelope.value() * residents * 100.0,
                                   static_cast<double>(town_.investment_left_cents[0]));
  const Ballots ballots = collect(measures, costs, envelope, context);
  const Funded shared = equal_shares(ballots, envelope);
  const Funded counted = greedy(ballots, envelope);
  council_.voters[0] += ballots.voters;
  council_.served_equal_shares[0] = share_served(ballots, shared);
  council_.served_greedy[0] = share_served(ballots, counted);
  return setting_.counts_equal_shares() ? shared : counted;
}

}  // namespace essaim::governance
