// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <vector>

#include "models/catalogue/catalogue.h"
#include "models/governance/ballots.h"
#include "models/governance/talk.h"
#include "scenarios/validation/worlds.h"

// Opinions by the closed form of the rule, votes by both methods, a promise that is broken, a measure nobody wants.

namespace essaim::validation {

namespace {

using catalogue::Scenario;
using catalogue::Shocks;

constexpr Stream talks{"validation.talks"};
constexpr Stream ballots{"validation.ballots"};

/// Groups of at least 5 % of 400 people who talk two by two until nobody moves.
double groups_at_the_end(Notebook& notes, double tolerance) {
  constexpr std::uint32_t people = 400;
  constexpr std::uint32_t meetings = 400'000;
  const Random random{notes.effort().seed, notes.replicate(), "talk"};
  std::vector<double> opinion(people);
  Draw draw = random.draw(talks, 0, static_cast<std::uint32_t>(tolerance * 1'000));
  for (double& x : opinion) x = draw.uniform(-1, 1);
  for (std::uint32_t i = 0; i < meetings; ++i) {
    double& a = opinion[draw.below(people)];
    double& b = opinion[draw.below(people)];
    const double before = a;
    a = governance::convinced(a, b, tolerance, 0.5);
    b = governance::convinced(b, before, tolerance, 0.5);
  }
  std::sort(opinion.begin(), opinion.end());
  double groups = 0;
  for (std::size_t begin = 0; begin < people;) {
    std::size_t end = begin + 1;
    while (end < people && opinion[end] - opinion[end - 1] < 0.02) ++end;
    groups += end - begin >= people / 20 ? 1 : 0;
    begin = end;
  }
  return groups;
}

/// Share of voters with a funded project, equal shares less greedy, over one random vote.
double fairness_gain(Notebook& notes) {
  constexpr std::uint32_t voters = 200;
  constexpr std::uint32_t projects = 12;
  constexpr double budget = 100;
  Draw draw = Random{notes.effort().seed, notes.replicate(), "vote"}.draw(ballots, 0, 0);
  governance::Ballots election{voters, {}, std::vector<std::vector<std::uint32_t>>(projects)};
  for (std::uint32_t p = 0; p < projects; ++p) election.cost.push_back(draw.uniform(10, 60));
  for (std::uint32_t v = 0; v < voters; ++v) {
    for (std::uint32_t p = 0; p < projects; ++p) {
      // Two camps, one twice the other: what counting votes alone forgets.
      const bool first_camp = v % 3 != 0;
      if (draw.chance((p < projects / 2) == first_camp ? 0.6 : 0.05)) election.supporters[p].push_back(v);
    }
  }
  return 100 * (governance::share_served(election, governance::equal_shares(election, budget)) -
                governance::share_served(election, governance::greedy(election, budget)));
}

double final_trust(Notebook& notes, const Scenario& scenario, std::size_t variant) {
  double trust = -1;
  notes.run(scenario, variant, Shocks::without,
            [&](auto&, const auto& outcome, const auto&) { trust = series(outcome, "governance.trust").back(); });
  return trust;
}

void promise(Notebook& notes) {
  constexpr std::uint32_t days = 183;
  Scenario scenario = notes.commune(Date{2026, 1, 5}, days);
  add_variant(scenario, "cool_rooms", {20, 5});
  add_variant(scenario, "cool_rooms", {20, 5});
  const auto needs = [&](std::size_t variant, double volunteers) {
    std::vector<double>& settings = scenario.variants[variant].measures[0].settings;
    std::fill(settings.end() - static_cast<std::ptrdiff_t>(commune::need_count), settings.end(), 0.0);
    settings.back() = volunteers;
  };
  needs(1, 0);
  needs(2, 100'000);
  notes.note("governance.broken_promise", 100 * (final_trust(notes, scenario, 2) - final_trust(notes, scenario, 1)));
  notes.run(scenario, 0, Shocks::without, [&](auto& arm, const auto&, const auto&) {
    const auto trust = arm.households().trust.values();
    const auto trusting = std::count_if(trust.begin(), trust.end(), [](float t) { return t > 0.5f; });
    notes.note("governance.trust_mayor", 100.0 * static_cast<double>(trusting) / static_cast<double>(trust.size()));
  });
}

void unwanted(Notebook& notes) {
  Scenario scenario = notes.commune(Date{2026, 1, 5}, 120);
  add_variant(scenario, "cool_rooms", {20, 5});
  scenario.variants[1].measures[0].decision = commune::Decision::council;
  const auto& infos = catalogue::parameter_infos();
  for (std::size_t i = 0; i < infos.size(); ++i) {
    if (infos[i].name == "governance.first_opinion") scenario.parameters[i] = infos[i].field.allowed.low;
  }
  notes.run(scenario, 1, Shocks::without, [&](auto& arm, const auto&, const auto&) {
    const bool refused = arm.town().measures.status[0] == static_cast<std::uint8_t>(commune::MeasureStatus::refused);
    notes.note("governance.council_refuses", refused ? 100 : 0);
  });
}

}  // namespace

void measure_governance(Notebook& notes) {
  notes.note("governance.consensus", groups_at_the_end(notes, 0.5));
  notes.note("governance.clusters", groups_at_the_end(notes, 0.1));
  notes.note("governance.shares_fairer", fairness_gain(notes));
  promise(notes);
  unwanted(notes);
}

}  // namespace essaim::validation
