// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/design/equity.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace essaim::design {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

std::vector<double> loss_of(const Study& study, const Series& series, std::size_t site, std::size_t variant,
                            Better better) {
  const std::optional<Resilience> read = read_resilience(study, series, site, variant, better);
  return read ? read->loss : std::vector<double>(study.replicates, nothing);
}

GroupReading reading(const Study& study, const Series& series, std::size_t indicator, std::size_t group,
                     const Equity& row) {
  const StudyIndicator& info = study.indicators[indicator];
  const FourArms arms = four_arms(study, series, row.site, row.variant, reduction_of(info));
  GroupReading result{group, paired_difference(arms.with_in_crisis, arms.without_in_crisis), {}, {}};
  if (!is_performance(info) || !study.shock_day) return result;
  result.loss_without = loss_of(study, series, row.site, 0, info.better);
  result.loss_with = loss_of(study, series, row.site, row.variant, info.better);
  return result;
}

/// `thirds[t][r]`, the poorest first. A replicate that lacks a third is left out.
std::optional<LossShares> shares(const std::vector<const std::vector<double>*>& thirds) {
  std::vector<double> poorest;
  std::vector<double> richest;
  std::vector<double> borne;
  for (std::size_t r = 0; r < thirds.front()->size(); ++r) {
    double total = 0;
    for (const std::vector<double>* third : thirds) total += (*third)[r];
    if (std::isnan(total)) continue;
    poorest.push_back((*thirds.front())[r]);
    richest.push_back((*thirds.back())[r]);
    if (total > 0) borne.push_back(poorest.back() / total);
  }
  if (poorest.empty()) return std::nullopt;
  LossShares result{mean_interval(poorest), mean_interval(richest), std::nullopt, spread(borne)};
  if (result.richest.mean > 0) result.ratio = result.poorest.mean / result.richest.mean;
  return result;
}

void add_shares(const Study& study, Equity& row) {
  std::vector<const std::vector<double>*> without;
  std::vector<const std::vector<double>*> with;
  for (const std::size_t group : groups_of_kind(study, "income")) {
    if (row.groups[group].loss_without.empty()) return;
    without.push_back(&row.groups[group].loss_without);
    with.push_back(&row.groups[group].loss_with);
  }
  if (without.size() < 2) return;
  row.without = shares(without);
  row.with_measure = shares(with);
}

}  // namespace

std::vector<std::size_t> groups_of_kind(const Study& study, std::string_view kind) {
  std::vector<std::size_t> groups;
  for (std::size_t g = 0; g < study.groups.size(); ++g) {
    if (study.groups[g].kind == kind) groups.push_back(g);
  }
  return groups;
}

std::vector<std::string_view> kinds_of_groups(const Study& study) {
  std::vector<std::string_view> kinds;
  for (const StudyGroup& group : study.groups) {
    if (std::find(kinds.begin(), kinds.end(), group.kind) == kinds.end()) kinds.push_back(group.kind);
  }
  return kinds;
}

std::vector<Equity> equity(const Study& study, std::size_t indicator) {
  std::vector<Equity> rows;
  if (!study.indicators[indicator].by_group || !study.load_group) return rows;
  for (std::size_t variant = 1; variant < study.variants.size(); ++variant) {
    for (std::size_t site = 0; site < study.sites.size(); ++site) rows.push_back({site, variant, {}, {}, {}});
  }
  for (std::size_t group = 0; group < study.groups.size(); ++group) {
    const Series series = study.load_group(indicator, group);  // one at a time: the whole may be large
    for (Equity& row : rows) row.groups.push_back(reading(study, series, indicator, group, row));
  }
  for (Equity& row : rows) add_shares(study, row);
  return rows;
}

}  // namespace essaim::design
