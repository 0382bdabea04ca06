// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/calendar.h"
#include "engine/world/indicator.h"

/// What a results file holds, as analysis and screens see it: who was simulated, under which conditions, and what was
/// measured. Whoever reads the file fills it; nothing here knows how files are made.
namespace essaim::design {

/// One indicator over everything that was run: a value per point, replicate and day; NaN where there is none.
struct Series {
  std::size_t points = 0;
  std::size_t replicates = 0;
  std::size_t days = 0;
  std::vector<double> values;  ///< [point][replicate][day]

  std::span<const double> days_of(std::size_t point, std::size_t replicate) const {
    return std::span{values}.subspan((point * replicates + replicate) * days, days);
  }
};

/// An indicator as the file declares it, labels included: screens need no other source.
struct StudyIndicator {
  std::string name;  ///< "food.insecure_share"
  std::string unit;  ///< "1" for a share
  std::string label_fr;
  std::string label_en;
  std::string meaning_fr;
  std::string meaning_en;
  std::string cell_methods;  ///< as in `IndicatorInfo`
  Better better = Better::neither;
  Aim aim = Aim::none;
  bool primary = false;   ///< the scenario is about it
  bool by_group = false;  ///< `Study::load_group` has it
};

/// A part of the households; the groups of one kind share them all out.
struct StudyGroup {
  std::string name;  ///< "income_low"
  std::string kind;  ///< "income"
  std::string label_fr;
  std::string label_en;
};

/// How well the drawn inhabitants meet a known margin of their commune.
struct StudyFit {
  std::string margin;
  std::string unit;
  double target = 0;
  double drawn = 0;     ///< mean over replicates
  bool sourced = true;  ///< false: the target itself is a default or stands in
};

/// A number that describes the site's worlds as they were drawn, before anything happens: roads, ties.
struct StudyTrait {
  std::string name;  ///< "ties.clustering"
  std::string unit;
  std::string label_fr;
  std::string label_en;
  double mean = 0;  ///< over replicates
};

struct StudyQuality {
  std::string theme;
  std::string mark;           ///< as the file says it
  double stand_in_share = 0;  ///< of its figures, as in `StudySite`
};

struct StudySite {
  std::string id;
  std::string name;
  std::string insee;
  bool illustration = true;   ///< neither residents nor town hall took part
  double stand_in_share = 0;  ///< of the figures used, those that measure something else or nobody knows here
  std::vector<StudyFit> fit;
  std::vector<StudyTrait> traits;
  std::vector<StudyQuality> quality;
  std::vector<std::string> credits;  ///< data sources and their licences
};

struct StudyVariant {
  std::string name;
  std::string title;  ///< empty if the scenario gives none

  const std::string& shown() const { return title.empty() ? name : title; }
};

enum class StudyArm : unsigned char { shocks, no_shocks };

/// A shock or a measure, as the file words it.
struct StudyAction {
  std::string variant;  ///< that takes the measure; empty for a shock
  std::string label_fr;
  std::string label_en;
  Date start;                     ///< first day of a shock; the day on which a measure opens
  std::string duration;           ///< "12 days", from then on
  std::optional<Date> decided{};  ///< of a measure that takes days to open
};

/// What one row of the file was run with.
struct StudyPoint {
  std::size_t site = 0;
  std::size_t variant = 0;  ///< 0 is the baseline
  StudyArm arm = StudyArm::shocks;
};

struct Study {
  std::string title;
  std::vector<std::string> authors;
  std::string license;
  std::vector<std::string> credits;  ///< software, data and licences of the whole
  std::string engine_version;
  std::string git_commit;
  std::string created_utc;
  std::string scenario_sha256;
  std::string result_sha256;
  std::uint64_t seed = 0;
  Date start;
  std::size_t days = 0;
  std::size_t replicates = 0;
  std::size_t failed = 0;                ///< (point, replicate) pairs that ended early
  bool fixed_parameters = false;         ///< chance alone: no uncertain value was drawn
  std::optional<std::size_t> shock_day;  ///< first day of the first shock
  std::optional<double> matters;         ///< in the primary indicators' unit
  std::vector<StudySite> sites;
  std::vector<StudyVariant> variants;  ///< the first is the baseline
  std::vector<StudyAction> actions;
  std::vector<StudyPoint> points;
  std::vector<StudyIndicator> indicators;
  std::vector<StudyGroup> groups;
  std::function<Series(std::size_t indicator)> load;
  std::function<Series(std::size_t indicator, std::size_t group)> load_group;  ///< of indicators read by group

  std::optional<std::size_t> point(std::size_t site, std::size_t variant, StudyArm arm) const;
  std::optional<std::size_t> indicator(std::string_view name) const;
  /// From the first day of the first shock to the end of the run; the whole run if nothing happens in it.
  std::size_t window_start() const { return shock_day.value_or(0); }
};

/// Why two results may not be read as one: the first thing that differs, as a key of the sentence catalogue
/// ("join.days"), or nothing.
std::optional<std::string_view> why_not_joinable(const Study& a, const Study& b);

/// Results of one design over several files, one after the other: the sites of all, the rest from the first.
Study join(std::vector<Study> studies);

}  // namespace essaim::design
