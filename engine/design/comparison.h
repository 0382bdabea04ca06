// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/design/arms.h"
#include "engine/design/recovery.h"
#include "engine/design/spread.h"
#include "engine/design/study.h"
#include "engine/design/verdict.h"

namespace essaim::design {

/// How the days of the window become one number per replicate, in the indicator's own unit. Indicators that CF calls
/// "time: sum" (euros, visits of a day) are added up, unless their unit is itself per day; of running totals the last
/// day counts; all others (shares, stocks, kilograms a day) are averaged. Days without a value are left out.
enum class Reduction : unsigned char { mean, sum, last };
std::string_view text(Reduction reduction);  ///< "mean", "sum", "last"

Reduction reduction_of(const StudyIndicator& indicator);
double reduce(std::span<const double> days, Reduction reduction);

/// One number per replicate of one point, over the window of the study.
std::vector<double> reduced(const Study& study, const Series& series, std::size_t point, Reduction reduction);

/// The same in all four arms; missing throughout where the file lacks an arm.
FourArms four_arms(const Study& study, const Series& series, std::size_t site, std::size_t variant,
                   Reduction reduction);

/// True if an indicator can be read as a performance curve: a share of a need, or of people in need (then 1 - share).
/// Its values must lie in [0, 1] as well; a ratio that exceeds 1 is not read so.
bool is_performance(const StudyIndicator& indicator);

/// Each replicate's curve under the shocks against its own no-shock twin with the same measures.
std::optional<Resilience> read_resilience(const Study& study, const Series& series, std::size_t site,
                                          std::size_t variant, Better better);

/// One indicator, one site, one variant against the baseline.
struct Compared {
  std::size_t indicator = 0;
  std::size_t site = 0;
  std::size_t variant = 0;
  FourArms arms;
  Effects effects;
  std::optional<Verdict> verdict;  ///< of the crisis effect; primary indicators alone have one
  Spread without;                  ///< worlds of the baseline, under the shocks
  Spread with_measure;             ///< the same worlds with the measures
  std::size_t better_in = 0;       ///< replicates in which the crisis goes better with the measures
  std::size_t worse_in = 0;
  std::size_t pairs = 0;  ///< replicates that have both
  std::optional<Resilience> resilience_without;
  std::optional<Resilience> resilience_with;
};

/// Compares every variant with the baseline at every site. Sites are listed in the file's order, never ranked.
std::vector<Compared> compare(const Study& study, std::size_t indicator);

/// Of one site and indicator: share of replicates in which each variant is best, the baseline included.
std::vector<double> best_variants(const Study& study, const Series& series, std::size_t indicator, std::size_t site);

/// Two sites under the same variant and arm. They share neither chance nor people: nothing is paired.
struct SiteDifference {
  Estimate difference;        ///< site - reference
  double agreement = 0;       ///< share of pairs of worlds, one of each site, that differ in the same direction
  double stand_in_share = 0;  ///< of both sites' figures
  bool sufficient = false;    ///< see between_sites()
};

/// Stand-in figures are drawn anew in each replicate, within what is known of communes, so the worlds of a site show
/// what they could change. The data are sufficient if there are two replicates at least and either no figure stands
/// in, or 95 % of all pairs of worlds (one of each site) differ in the direction of the mean: else they could reverse
/// the sign.
SiteDifference between_sites(std::span<const double> site, std::span<const double> reference, double stand_in_share);

/// Indicators that a comparison shows: those asked for, else the primary ones; then, so that each aim is seen, the
/// first of sobriety, solidarity and resilience that is not shown yet. For resilience, the share of a need comes before
/// stocks and plans.
std::vector<std::size_t> shown_indicators(const Study& study, std::span<const std::size_t> asked);

}  // namespace essaim::design
