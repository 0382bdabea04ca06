// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/governance/ballots.h"

#include <algorithm>
#include <cstddef>

namespace essaim::governance {

namespace {

constexpr double unaffordable = -1;

/// Funds projects by votes from what is left, beside those already funded.
void give_out(const Ballots& ballots, double left, Funded& funded) {
  Funded tried = funded;
  for (std::size_t round = 0; round < ballots.cost.size(); ++round) {
    std::size_t best = ballots.cost.size();
    for (std::size_t p = 0; p < ballots.cost.size(); ++p) {
      if (tried[p]) continue;
      if (best == ballots.cost.size() || ballots.supporters[p].size() > ballots.supporters[best].size()) best = p;
    }
    if (best == ballots.cost.size()) return;
    tried[best] = 1;
    const bool wanted = !ballots.supporters[best].empty();
    if (!wanted || ballots.cost[best] > left) continue;
    funded[best] = 1;
    left -= ballots.cost[best];
  }
}

/// What each supporter would pay at most for this project, or `unaffordable`.
double price_each(const Ballots& ballots, std::size_t project, const std::vector<double>& purse) {
  std::vector<double> purses;
  for (const std::uint32_t voter : ballots.supporters[project]) purses.push_back(purse[voter]);
  std::sort(purses.begin(), purses.end());  // a total order: equal values are the same
  double left = ballots.cost[project];
  for (std::size_t i = 0; i < purses.size(); ++i) {
    const double each = left / static_cast<double>(purses.size() - i);
    if (each <= purses[i]) return each;
    left -= purses[i];
  }
  return unaffordable;
}

}  // namespace

Funded greedy(const Ballots& ballots, double budget) {
  Funded funded(ballots.cost.size(), 0);
  give_out(ballots, budget, funded);
  return funded;
}

Funded equal_shares(const Ballots& ballots, double budget) {
  Funded funded(ballots.cost.size(), 0);
  if (ballots.voters == 0) return funded;
  std::vector<double> purse(ballots.voters, budget / ballots.voters);
  double spent = 0;
  while (true) {
    std::size_t best = ballots.cost.size();
    double lowest = 0;
    for (std::size_t p = 0; p < ballots.cost.size(); ++p) {
      const double each = funded[p] ? unaffordable : price_each(ballots, p, purse);
      if (each == unaffordable || (best != ballots.cost.size() && each >= lowest)) continue;
      best = p;
      lowest = each;
    }
    if (best == ballots.cost.size()) break;
    funded[best] = 1;
    spent += ballots.cost[best];
    for (const std::uint32_t voter : ballots.supporters[best]) purse[voter] -= std::min(purse[voter], lowest);
  }
  give_out(ballots, budget - spent, funded);
  return funded;
}

double share_served(const Ballots& ballots, const Funded& funded) {
  if (ballots.voters == 0) return 0;
  std::vector<std::uint8_t> served(ballots.voters, 0);
  for (std::size_t p = 0; p < funded.size(); ++p) {
    if (!funded[p]) continue;
    for (const std::uint32_t voter : ballots.supporters[p]) served[voter] = 1;
  }
  const auto count = std::count(served.begin(), served.end(), std::uint8_t{1});
  return static_cast<double>(count) / ballots.voters;
}

}  // namespace essaim::governance
