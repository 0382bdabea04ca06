// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/term/study_reader.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/design/statistics.h"
#include "viz/term/duration.h"

namespace essaim::term {
namespace {

using design::Study;
using record::ResultsHeader;

std::vector<std::string> lines(std::string_view text) {
  std::vector<std::string> result;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    if (end != 0) result.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return result;
}

Better better_of(std::string_view name) {
  if (name == "up") return Better::up;
  return name == "down" ? Better::down : Better::neither;
}

Aim aim_of(std::string_view name) {
  for (const Aim aim : {Aim::sobriety, Aim::solidarity, Aim::resilience}) {
    if (text(aim) == name) return aim;
  }
  return Aim::none;
}

std::vector<design::StudyIndicator> indicators_of(const ResultsHeader& header) {
  const std::vector<std::string> primary = lines(header.primary);
  std::vector<design::StudyIndicator> result;
  for (const record::Indicator& stored : header.indicators) {
    result.push_back({stored.name, stored.unit, stored.label_fr, stored.label_en, stored.meaning_fr, stored.meaning_en,
                      stored.cell_methods, better_of(stored.better), aim_of(stored.aim),
                      std::find(primary.begin(), primary.end(), stored.name) != primary.end(), stored.by_group});
  }
  return result;
}

/// Per margin of one cell, the mean over replicates; margins that the site lacks are left out.
std::vector<design::StudyFit> fit_of(const record::Fit& fit, std::size_t cell, std::size_t site,
                                     std::size_t replicates) {
  std::vector<design::StudyFit> result;
  const std::size_t margins = fit.margins.size();
  for (std::size_t m = 0; m < margins; ++m) {
    std::vector<double> targets;
    std::vector<double> drawn;
    for (std::size_t r = 0; r < replicates; ++r) {
      targets.push_back(fit.targets[(cell * replicates + r) * margins + m]);
      drawn.push_back(fit.drawn[(cell * replicates + r) * margins + m]);
    }
    const double target = design::mean(targets);
    if (std::isnan(target)) continue;
    result.push_back({fit.margins[m], fit.units[m], target, design::mean(drawn), fit.sourced[site * margins + m] != 0});
  }
  return result;
}

/// Means over the replicates that have a value; a trait that none has is left out.
std::vector<design::StudyTrait> traits_of(const ResultsHeader& header, std::span<const double> values,
                                          std::size_t cell) {
  std::vector<design::StudyTrait> result;
  const std::size_t count = header.traits.size();
  for (std::size_t t = 0; t < count && !values.empty(); ++t) {
    std::vector<double> drawn;
    for (std::size_t r = 0; r < header.replicates; ++r) {
      const double value = values[(cell * header.replicates + r) * count + t];
      if (!std::isnan(value)) drawn.push_back(value);
    }
    const record::TraitRow& trait = header.traits[t];
    if (!drawn.empty()) {
      result.push_back({trait.name, trait.unit, trait.label_fr, trait.label_en, design::mean(drawn)});
    }
  }
  return result;
}

/// What sets a point of an experiment apart: " (stock = 3 days)".
std::string factors_text(const ResultsHeader& header, const record::DesignPoint& at) {
  const auto row = static_cast<std::size_t>(&at - header.design_points.data());
  std::string text;
  for (std::size_t i = 0; i < header.parameters.size(); ++i) {
    const record::ParameterRow& parameter = header.parameters[i];
    if (parameter.role != "factor") continue;
    char number[32];
    std::snprintf(number, sizeof number, "%.6g", header.design_values[row * header.parameters.size() + i]);
    const std::string name = parameter.name.substr(parameter.name.rfind('.') + 1);
    text += (text.empty() ? " (" : ", ") + name + " = " + number;
    if (parameter.unit != "1") text += " " + parameter.unit;
  }
  return text.empty() ? " #" + std::to_string(at.point) : text + ")";
}

design::StudySite site_of(const ResultsHeader& header, const record::Fit& fit, std::span<const double> traits,
                          const record::DesignPoint& at) {
  const record::SiteRow& row = header.sites[at.site];
  design::StudySite site;
  site.id = row.id;
  site.name = row.name;
  if (header.cells() > header.sites.size()) {  // an experiment: one row a point
    site.id += "#" + std::to_string(at.point);
    site.name += factors_text(header, at);
  }
  site.insee = row.insee;
  site.illustration = row.illustration;
  site.stand_in_share = row.stand_in_share;
  site.credits = lines(row.credits);
  site.fit = fit_of(fit, at.cell, at.site, header.replicates);
  site.traits = traits_of(header, traits, at.cell);
  for (const record::QualityRow& quality : header.quality) {
    if (quality.site == at.site) site.quality.push_back({quality.theme, quality.mark, quality.stand_in_share});
  }
  return site;
}

std::size_t variant_index(Study& study, const record::DesignPoint& at) {
  const auto found = std::find_if(study.variants.begin(), study.variants.end(),
                                  [&](const design::StudyVariant& known) { return known.name == at.variant; });
  if (found != study.variants.end()) return static_cast<std::size_t>(found - study.variants.begin());
  study.variants.push_back({at.variant, at.variant_title});
  return study.variants.size() - 1;
}

void add_points(Study& study, const ResultsHeader& header, const record::Fit& fit, std::span<const double> traits) {
  for (const record::DesignPoint& at : header.design_points) {
    if (at.cell == study.sites.size()) study.sites.push_back(site_of(header, fit, traits, at));
    const bool shocks = at.arm == "shocks";
    study.points.push_back(
        {at.cell, variant_index(study, at), shocks ? design::StudyArm::shocks : design::StudyArm::no_shocks});
  }
}

/// The value of one of "rides = 10 rides/day; lead_time = 14 days"; empty if it is not there.
std::string_view setting_of(std::string_view settings, std::string_view name) {
  const std::string begin = std::string{name}.append(" = ");
  while (!settings.empty()) {
    const std::size_t end = std::min(settings.find("; "), settings.size());
    if (settings.substr(0, end).starts_with(begin)) return settings.substr(begin.size(), end - begin.size());
    settings.remove_prefix(std::min(end + 2, settings.size()));
  }
  return {};
}

/// The file says when a measure is decided; what people look for is when it is there.
design::StudyAction action_of(const record::ActionRow& row, Date fallback) {
  design::StudyAction action{row.variant, row.label_fr, row.label_en, Date::parse(row.start).value_or(fallback),
                             row.duration};
  const double lead_days = std::ceil(duration_days(setting_of(row.settings, "lead_time")).value_or(0));
  if (lead_days == 0) return action;
  action.decided = action.start;
  action.start = Date::from_days(action.start.days_since_1970() + static_cast<std::int64_t>(lead_days));
  if (const std::optional<double> days = duration_days(row.duration)) {
    action.duration = std::to_string(static_cast<std::int64_t>(std::max(0.0, std::ceil(*days - lead_days)))) + " days";
  }
  return action;
}

void add_actions(Study& study, const ResultsHeader& header) {
  for (const record::ActionRow& row : header.actions) study.actions.push_back(action_of(row, study.start));
}

}  // namespace

Study study_of(std::shared_ptr<const record::ResultsReader> reader) {
  const ResultsHeader& header = reader->header();
  Study study;
  study.title = header.title;
  study.authors = lines(header.authors);
  study.license = header.license;
  study.credits = lines(header.credits);
  study.engine_version = header.engine_version;
  study.git_commit = header.git_commit;
  study.created_utc = header.created_utc;
  study.scenario_sha256 = header.scenario_sha256;
  study.result_sha256 = header.result_sha256;
  study.seed = header.master_seed;
  study.start = Date::parse(header.start_date).value_or(Date{});
  study.days = header.days;
  study.replicates = header.replicates;
  study.failed = reader->status().failed();
  study.fixed_parameters = header.uncertainty == "chance";
  if (header.first_shock_day >= 0) study.shock_day = static_cast<std::size_t>(header.first_shock_day);
  if (header.matters > 0) study.matters = header.matters;
  study.indicators = indicators_of(header);
  add_points(study, header, reader->fit(), reader->traits());
  add_actions(study, header);
  for (const record::GroupRow& group : header.groups) {
    study.groups.push_back({group.name, group.kind, group.label_fr, group.label_en});
  }
  study.load_group = [reader](std::size_t indicator, std::size_t group) {
    record::Series stored = reader->group_series(indicator, group);
    return design::Series{stored.design_points, stored.replicates, stored.days, std::move(stored.values)};
  };
  study.load = [reader](std::size_t indicator) {
    record::Series stored = reader->series(indicator);
    return design::Series{stored.design_points, stored.replicates, stored.days, std::move(stored.values)};
  };
  return study;
}

Study keeping_last_series(Study study) {
  struct Kept {
    std::optional<std::size_t> indicator;
    design::Series series;
  };
  study.load = [load = std::move(study.load), kept = std::make_shared<Kept>()](std::size_t indicator) {
    if (kept->indicator != indicator) *kept = {indicator, load(indicator)};
    return kept->series;
  };
  return study;
}

}  // namespace essaim::term
