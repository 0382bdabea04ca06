// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

// Two ways to count a participatory budget, free of any simulation.

namespace essaim::governance {

/// Approval ballots: who is for which project. Costs are in any one unit, the budget too.
struct Ballots {
  std::uint32_t voters = 0;
  std::vector<double> cost;                            ///< by project
  std::vector<std::vector<std::uint32_t>> supporters;  ///< by project: numbers of voters, ascending
};

/// By project: 1 if it is funded.
using Funded = std::vector<std::uint8_t>;

/// Projects by number of votes, each funded if what is left pays it; the number settles equal votes.
Funded greedy(const Ballots& ballots, double budget);

/// Method of Equal Shares (Peters, Pierczynski and Skowron 2021), votes as utilities. Each voter holds an equal share
/// of the budget. The next project is the one for which its supporters would pay the least each, rho:
///     the sum over supporters of min(what is left of their share, rho) = cost
/// When no project can be paid by its supporters, what is left of the budget is given out by `greedy`.
Funded equal_shares(const Ballots& ballots, double budget);

/// Share of voters for whom at least one funded project has their vote; 0 without voters.
double share_served(const Ballots& ballots, const Funded& funded);

}  // namespace essaim::governance
