// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/design/study.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "engine/core/error.h"

namespace essaim::design {
namespace {

template <typename T, typename Key>
bool same(const std::vector<T>& a, const std::vector<T>& b, Key key) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](const T& x, const T& y) { return std::invoke(key, x) == std::invoke(key, y); });
}

bool share_a_site(const Study& a, const Study& b) {
  return std::any_of(a.sites.begin(), a.sites.end(), [&](const StudySite& one) {
    return std::any_of(b.sites.begin(), b.sites.end(), [&](const StudySite& other) { return one.id == other.id; });
  });
}

Series join(std::vector<Series> parts) {
  Series whole = std::move(parts.front());
  for (std::size_t i = 1; i < parts.size(); ++i) {
    whole.points += parts[i].points;
    whole.values.insert(whole.values.end(), parts[i].values.begin(), parts[i].values.end());
  }
  return whole;
}

}  // namespace

std::optional<std::size_t> Study::point(std::size_t site, std::size_t variant, StudyArm arm) const {
  const auto found = std::find_if(points.begin(), points.end(), [&](const StudyPoint& p) {
    return p.site == site && p.variant == variant && p.arm == arm;
  });
  if (found == points.end()) return std::nullopt;
  return static_cast<std::size_t>(found - points.begin());
}

std::optional<std::size_t> Study::indicator(std::string_view name) const {
  const auto found =
      std::find_if(indicators.begin(), indicators.end(), [&](const StudyIndicator& one) { return one.name == name; });
  if (found == indicators.end()) return std::nullopt;
  return static_cast<std::size_t>(found - indicators.begin());
}

std::optional<std::string_view> why_not_joinable(const Study& a, const Study& b) {
  if (a.engine_version != b.engine_version || a.git_commit != b.git_commit) return "join.engine";
  if (a.start != b.start || a.days != b.days) return "join.days";
  if (a.shock_day != b.shock_day) return "join.shocks";
  if (a.replicates != b.replicates || a.fixed_parameters != b.fixed_parameters) return "join.replicates";
  if (a.seed != b.seed) return "join.seed";
  if (!same(a.variants, b.variants, &StudyVariant::name)) return "join.variants";
  if (!same(a.indicators, b.indicators, &StudyIndicator::name)) return "join.indicators";
  if (!same(a.indicators, b.indicators, &StudyIndicator::by_group)) return "join.indicators";
  if (!same(a.groups, b.groups, &StudyGroup::name)) return "join.indicators";
  if (!same(a.indicators, b.indicators, &StudyIndicator::primary) || a.matters != b.matters) return "join.primary";
  if (share_a_site(a, b)) return "join.sites";
  return std::nullopt;
}

Study join(std::vector<Study> studies) {
  ESSAIM_EXPECTS(!studies.empty());
  Study whole = studies.front();
  // Shared, because functions are copied.
  auto loaders = std::make_shared<std::vector<std::function<Series(std::size_t)>>>();
  auto group_loaders = std::make_shared<std::vector<std::function<Series(std::size_t, std::size_t)>>>();
  for (const Study& study : studies) {
    loaders->push_back(study.load);
    group_loaders->push_back(study.load_group);
  }
  for (std::size_t i = 1; i < studies.size(); ++i) {
    const std::size_t offset = whole.sites.size();
    whole.failed += studies[i].failed;
    whole.sites.insert(whole.sites.end(), studies[i].sites.begin(), studies[i].sites.end());
    for (StudyPoint point : studies[i].points) {
      point.site += offset;
      whole.points.push_back(point);
    }
  }
  whole.load = [loaders](std::size_t indicator) {
    std::vector<Series> parts;
    for (const auto& load : *loaders) parts.push_back(load(indicator));
    return join(std::move(parts));
  };
  whole.load_group = [group_loaders](std::size_t indicator, std::size_t group) {
    std::vector<Series> parts;
    for (const auto& load : *group_loaders) parts.push_back(load(indicator, group));
    return join(std::move(parts));
  };
  return whole;
}

}  // namespace essaim::design
