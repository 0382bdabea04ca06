// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/live/live_study.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "models/catalogue/catalogue.h"
#include "models/commune/groups.h"
#include "viz/live/codec.h"

namespace essaim::live {

template <class Io>
void fields(Io& io, catalogue::ArmOutcome& arm) {
  io(arm.variant, arm.shocks, arm.error, arm.values, arm.group_values, arm.state_sha256, arm.events);
}

template <class Io>
void fields(Io& io, Outcome& outcome) {
  io(outcome.replicate, outcome.arms);
}

std::string pack(Outcome outcome) { return to_bytes(std::move(outcome)); }

std::optional<Outcome> unpack_outcome(std::string_view bytes) { return from_bytes<Outcome>(bytes); }

namespace {

constexpr std::size_t arms_of_variant = 2;  ///< with the shocks, without
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

std::size_t place_of(const std::string& name, const std::vector<IndicatorInfo>& infos) {
  const auto found = std::ranges::find(infos, name, &IndicatorInfo::name);
  return static_cast<std::size_t>(found - infos.begin());
}

/// A results file holds most numbers with 32 bits, and this study says what the file says: where measures change
/// nothing over the crisis, the last bits decide in how many draws it goes better or worse.
double as_stored(double value, bool wide) { return wide ? value : static_cast<double>(static_cast<float>(value)); }

std::optional<std::size_t> first_day(const std::vector<catalogue::Action>& shocks) {
  std::optional<std::size_t> first;
  for (const catalogue::Action& shock : shocks) {
    first = std::min<std::size_t>(first.value_or(shock.start.day()), shock.start.day());
  }
  return first;
}

}  // namespace

LiveRun::LiveRun(const catalogue::Scenario& scenario, std::uint32_t replicate, KnownWorlds* known)
    : scenario_{scenario},
      known_{known},
      shared_{known != nullptr ? known->draw(scenario, replicate)
                               : std::make_shared<const catalogue::SharedDraw>(scenario, 0, replicate)} {
  outcome_.replicate = replicate;
  if (known_ != nullptr) outcome_.arms = known_->arms(replicate);
  given_ = outcome_.arms.size();
}

std::size_t LiveRun::arms() const { return scenario_.variants.size() * arms_of_variant; }

bool LiveRun::step(Executor& executor) {
  const std::size_t number = outcome_.arms.size();
  if (number == arms()) return false;
  const auto variant = static_cast<std::uint32_t>(number / arms_of_variant);
  const auto shocks = number % arms_of_variant == 0 ? catalogue::Shocks::with : catalogue::Shocks::without;
  if (!arm_) {
    arm_ = std::make_unique<catalogue::Arm>(scenario_, *shared_, scenario_.variants[variant], shocks);
    day_ = 0;
    return true;
  }
  ++day_;
  if (arm_->run_day(executor)) return true;
  outcome_.arms.push_back(arm_->outcome());
  outcome_.arms.back().variant = variant;
  outcome_.arms.back().shocks = shocks;
  arm_.reset();
  if (known_ != nullptr && variant == 0) known_->keep(outcome_.replicate, outcome_.arms.back());
  return outcome_.arms.size() < arms();
}

double LiveRun::progress() const {
  const double days = scenario_.days;
  if (given_ == arms()) return 1;
  return (static_cast<double>(outcome_.arms.size() - given_) + (arm_ ? day_ / days : 0)) /
         static_cast<double>(arms() - given_);
}

LiveStudy::LiveStudy(const Bundle& bundle, const Room& room)
    : scenario_{scenario_of(bundle.scenario, room)}, header_{bundle.study} {
  header_.sites = {bundle.study.sites[room.site]};
  header_.variants.resize(1);
  if (scenario_.variants.size() > 1) header_.variants.push_back({scenario_.variants[1].name, {}});
  header_.shock_day = first_day(scenario_.shocks);
  header_.points.clear();
  for (std::size_t v = 0; v < scenario_.variants.size(); ++v) {
    header_.points.push_back({0, v, design::StudyArm::shocks});
    header_.points.push_back({0, v, design::StudyArm::no_shocks});
  }
  for (const design::StudyIndicator& indicator : header_.indicators) {
    place_.push_back(place_of(indicator.name, catalogue::indicator_infos()));
    wide_.push_back(place_.back() < catalogue::indicator_infos().size() &&
                    catalogue::indicator_infos()[place_.back()].wide);
    group_place_.push_back(place_of(indicator.name, catalogue::group_indicator_infos()));
  }
}

void LiveStudy::add(Outcome outcome) {
  const std::uint32_t replicate = outcome.replicate;
  outcomes_.insert_or_assign(replicate, std::move(outcome));
}

design::Study LiveStudy::study() const {
  design::Study study = header_;
  study.replicates = outcomes_.size();
  study.failed = 0;
  for (const auto& [replicate, outcome] : outcomes_) {
    for (const catalogue::ArmOutcome& arm : outcome.arms) study.failed += arm.error.empty() ? 0 : 1;
  }
  study.load = [this](std::size_t indicator) { return series(indicator); };
  study.load_group = [this](std::size_t indicator, std::size_t group) { return group_series(indicator, group); };
  return study;
}

design::Series LiveStudy::series(std::size_t indicator) const {
  const std::size_t days = scenario_.days;
  const std::size_t points = header_.points.size();
  design::Series series{points, outcomes_.size(), days, {}};
  series.values.assign(points * outcomes_.size() * days, not_a_number);
  auto out = series.values.begin();
  for (std::size_t point = 0; point < points; ++point) {
    for (const auto& [replicate, outcome] : outcomes_) {
      const std::size_t first = place_[indicator] * days;
      if (point < outcome.arms.size() && outcome.arms[point].error.empty() &&
          first + days <= outcome.arms[point].values.size()) {
        const auto values = outcome.arms[point].values.begin() + static_cast<std::ptrdiff_t>(first);
        std::transform(values, values + static_cast<std::ptrdiff_t>(days), out,
                       [&](double value) { return as_stored(value, wide_[indicator]); });
      }
      out += static_cast<std::ptrdiff_t>(days);
    }
  }
  return series;
}

design::Series LiveStudy::group_series(std::size_t indicator, std::size_t group) const {
  const std::size_t days = scenario_.days;
  const std::size_t points = header_.points.size();
  design::Series series{points, outcomes_.size(), days, {}};
  for (std::size_t point = 0; point < points; ++point) {
    for (const auto& [replicate, outcome] : outcomes_) {
      for (std::size_t day = 0; day < days; ++day) {
        const std::size_t at = (group_place_[indicator] * days + day) * commune::group_count + group;
        const bool there = point < outcome.arms.size() && outcome.arms[point].error.empty() &&
                           at < outcome.arms[point].group_values.size();
        series.values.push_back(there ? as_stored(outcome.arms[point].group_values[at], false) : not_a_number);
      }
    }
  }
  return series;
}

}  // namespace essaim::live
