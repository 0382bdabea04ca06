// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/design/comparison.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/core/error.h"
#include "engine/design/rank.h"

namespace essaim::design {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// The numbers of one arm; all missing if the file does not hold it.
std::vector<double> arm_numbers(const Study& study, const Series& series, std::size_t site, std::size_t variant,
                                StudyArm arm, Reduction reduction) {
  const std::optional<std::size_t> point = study.point(site, variant, arm);
  if (!point) return std::vector<double>(study.replicates, nothing);
  return reduced(study, series, *point, reduction);
}

/// Missing days stay missing, and so does what is no share.
std::vector<double> performance(std::span<const double> days, Better better) {
  std::vector<double> result;
  for (const double day : days) {
    const bool is_share = day >= 0 && day <= 1;
    result.push_back(!is_share ? nothing : better == Better::down ? 1 - day : day);
  }
  return result;
}

void count_directions(Compared& row, Better better) {
  for (const double difference : differences(row.arms.with_in_crisis, row.arms.without_in_crisis)) {
    if (std::isnan(difference)) continue;
    ++row.pairs;
    row.better_in += direction(difference, better) == Direction::better ? 1 : 0;
    row.worse_in += direction(difference, better) == Direction::worse ? 1 : 0;
  }
}

Compared compare_one(const Study& study, const Series& series, std::size_t indicator, std::size_t site,
                     std::size_t variant) {
  const StudyIndicator& info = study.indicators[indicator];
  Compared row;
  row.indicator = indicator;
  row.site = site;
  row.variant = variant;
  row.arms = four_arms(study, series, site, variant, reduction_of(info));
  row.effects = effects(row.arms);
  row.without = spread(row.arms.without_in_crisis);
  row.with_measure = spread(row.arms.with_in_crisis);
  if (info.primary && study.matters) row.verdict = judge(row.effects.crisis, *study.matters);
  count_directions(row, info.better);
  if (is_performance(info) && study.shock_day) {
    row.resilience_without = read_resilience(study, series, site, 0, info.better);
    row.resilience_with = read_resilience(study, series, site, variant, info.better);
  }
  return row;
}

}  // namespace

std::string_view text(Reduction reduction) {
  return reduction == Reduction::last ? "last" : reduction == Reduction::sum ? "sum" : "mean";
}

Reduction reduction_of(const StudyIndicator& indicator) {
  if (indicator.cell_methods == running_total) return Reduction::last;
  const bool adds_up = indicator.cell_methods == "time: sum" && !indicator.unit.ends_with("/day");
  return adds_up ? Reduction::sum : Reduction::mean;
}

double reduce(std::span<const double> days, Reduction reduction) {
  const double average = mean(days);
  if (reduction == Reduction::mean || std::isnan(average)) return average;
  if (reduction == Reduction::last) {
    return *std::find_if(days.rbegin(), days.rend(), [](double day) { return !std::isnan(day); });
  }
  double sum = 0;
  for (const double day : days) sum += std::isnan(day) ? 0 : day;
  return sum;
}

std::vector<double> reduced(const Study& study, const Series& series, std::size_t point, Reduction reduction) {
  std::vector<double> numbers;
  for (std::size_t r = 0; r < series.replicates; ++r) {
    numbers.push_back(reduce(series.days_of(point, r).subspan(study.window_start()), reduction));
  }
  return numbers;
}

FourArms four_arms(const Study& study, const Series& series, std::size_t site, std::size_t variant,
                   Reduction reduction) {
  const auto numbers = [&](std::size_t v, StudyArm arm) { return arm_numbers(study, series, site, v, arm, reduction); };
  return {numbers(0, StudyArm::shocks), numbers(variant, StudyArm::shocks), numbers(0, StudyArm::no_shocks),
          numbers(variant, StudyArm::no_shocks)};
}

bool is_performance(const StudyIndicator& indicator) {
  return indicator.unit == "1" && indicator.better != Better::neither;
}

std::optional<Resilience> read_resilience(const Study& study, const Series& series, std::size_t site,
                                          std::size_t variant, Better better) {
  const auto crisis = study.point(site, variant, StudyArm::shocks);
  const auto quiet = study.point(site, variant, StudyArm::no_shocks);
  if (!crisis || !quiet) return std::nullopt;
  std::vector<std::optional<Recovery>> replicates;
  for (std::size_t r = 0; r < study.replicates; ++r) {
    const auto window = [&](std::size_t point) {
      return performance(series.days_of(point, r).subspan(study.window_start()), better);
    };
    replicates.push_back(recovery(window(*crisis), window(*quiet)));
  }
  return resilience(replicates);
}

std::vector<Compared> compare(const Study& study, std::size_t indicator) {
  const Series series = study.load(indicator);
  ESSAIM_EXPECTS(series.points == study.points.size() && study.window_start() <= series.days);
  std::vector<Compared> rows;
  for (std::size_t variant = 1; variant < study.variants.size(); ++variant) {
    for (std::size_t site = 0; site < study.sites.size(); ++site) {
      rows.push_back(compare_one(study, series, indicator, site, variant));
    }
  }
  return rows;
}

std::vector<double> best_variants(const Study& study, const Series& series, std::size_t indicator, std::size_t site) {
  const StudyIndicator& info = study.indicators[indicator];
  std::vector<std::vector<double>> variants;
  for (std::size_t variant = 0; variant < study.variants.size(); ++variant) {
    variants.push_back(arm_numbers(study, series, site, variant, StudyArm::shocks, reduction_of(info)));
  }
  return best_shares(variants, info.better);
}

SiteDifference between_sites(std::span<const double> site, std::span<const double> reference, double stand_in_share) {
  SiteDifference result;
  result.difference = unpaired_difference(site, reference);
  result.stand_in_share = stand_in_share;
  const std::vector<double> here = without_missing(site);
  const std::vector<double> there = without_missing(reference);
  double same_sign = 0;
  for (const double a : here) {
    for (const double b : there) same_sign += (a - b) * result.difference.mean > 0 ? 1 : 0;
  }
  const auto pairs = static_cast<double>(here.size() * there.size());
  if (pairs > 0) result.agreement = same_sign / pairs;
  result.sufficient = result.difference.has_interval() && (stand_in_share == 0 || result.agreement >= 0.95);
  return result;
}

std::vector<std::size_t> shown_indicators(const Study& study, std::span<const std::size_t> asked) {
  std::vector<std::size_t> shown(asked.begin(), asked.end());
  if (shown.empty()) {
    for (std::size_t i = 0; i < study.indicators.size(); ++i) {
      if (study.indicators[i].primary) shown.push_back(i);
    }
  }
  for (const Aim aim : {Aim::sobriety, Aim::solidarity, Aim::resilience}) {
    const auto has_aim = [&](std::size_t i) { return study.indicators[i].aim == aim; };
    if (std::any_of(shown.begin(), shown.end(), has_aim)) continue;
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < study.indicators.size(); ++i) {
      const bool preferred = aim == Aim::resilience && is_performance(study.indicators[i]);
      if (has_aim(i) && (!found || (preferred && !is_performance(study.indicators[*found])))) found = i;
    }
    if (found) shown.push_back(*found);
  }
  return shown;
}

}  // namespace essaim::design
