// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "viz/term/compare_view.h"
#include "viz/term/data.h"
#include "viz/term/value_format.h"

namespace essaim::term {
namespace {

using design::Compared;
using design::Study;
using nlohmann::ordered_json;

ordered_json resilience_json(const design::Resilience& resilience) {
  const auto time = [](const design::TimeToRecover& t) {
    return ordered_json{{"median_days", t.median ? ordered_json(*t.median) : ordered_json(nullptr)},
                        {"not_recovered", t.not_recovered},
                        {"replicates", t.count}};
  };
  return {{"median_loss_days", number_json(design::quantile(resilience.loss, 0.5))},
          {"median_depth", number_json(design::quantile(resilience.depth, 0.5))},
          {"to_90", time(resilience.to_90)},
          {"to_95", time(resilience.to_95)}};
}

ordered_json row_json(const Study& study, const Compared& row) {
  const design::StudyIndicator& indicator = study.indicators[row.indicator];
  const bool people = counts_people(indicator.unit);
  ordered_json result{{"site", study.sites[row.site].id},
                      {"variant", study.variants[row.variant].name},
                      {"without", spread_json(row.without, people)},
                      {"with", spread_json(row.with_measure, people)},
                      {"everyday", estimate_json(row.effects.everyday, people)},
                      {"crisis", estimate_json(row.effects.crisis, people)},
                      {"interaction", estimate_json(row.effects.interaction, people)},
                      {"better_in", row.better_in},
                      {"worse_in", row.worse_in},
                      {"pairs", row.pairs}};
  result["verdict"] = row.verdict ? ordered_json(std::string{design::text(*row.verdict)}) : ordered_json(nullptr);
  if (row.resilience_without) result["resilience_without"] = resilience_json(*row.resilience_without);
  if (row.resilience_with) result["resilience_with"] = resilience_json(*row.resilience_with);
  return result;
}

ordered_json best_json(const Study& study, const Comparison::OfIndicator& of) {
  ordered_json best = ordered_json::object();
  for (std::size_t site = 0; site < of.best.size(); ++site) {
    if (of.best[site].empty()) continue;
    ordered_json& shares = best[study.sites[site].id];
    for (std::size_t v = 0; v < of.best[site].size(); ++v) shares[study.variants[v].name] = of.best[site][v];
  }
  return best;
}

/// RFC 4180: quotes around what holds a comma, a quote or a line feed.
std::string csv_text(const std::string& text) {
  if (text.find_first_of(",\"\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string{"\"\""} : std::string{c};
  return quoted + "\"";
}

std::string csv_number(double value) { return std::isfinite(value) ? fmt::format("{}", value) : ""; }

std::string csv_line(const Study& study, const Compared& row, std::string_view effect,
                     const design::Estimate& estimate) {
  const design::StudyIndicator& indicator = study.indicators[row.indicator];
  const bool people = counts_people(indicator.unit);
  const bool hidden = people && design::is_hidden_count(estimate.mean);
  const bool judged = row.verdict && effect == "crisis";
  return fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},\n", csv_text(indicator.name), csv_text(indicator.unit),
                     indicator.primary ? "primary" : "exploratory", essaim::text(indicator.aim),
                     csv_text(study.sites[row.site].id), csv_text(study.variants[row.variant].name), effect,
                     hidden ? "" : csv_number(estimate.mean), hidden ? "" : csv_number(estimate.low),
                     hidden ? "" : csv_number(estimate.high), estimate.count, judged ? design::text(*row.verdict) : "");
}

/// The lines of one site and variant by group; losses are in days, whatever the indicator's unit.
std::string csv_groups(const Study& study, const design::StudyIndicator& indicator, const design::Equity& row) {
  const bool people = counts_people(indicator.unit);
  std::string text;
  for (const design::GroupReading& reading : row.groups) {
    const auto line = [&](std::string_view effect, std::string_view unit, const design::Estimate& estimate) {
      const bool hidden = people && unit == indicator.unit && design::is_hidden_count(estimate.mean);
      text += fmt::format("{},{},{},{},{},{},{},{},{},{},{},,{}\n", csv_text(indicator.name),
                          csv_text(std::string{unit}), indicator.primary ? "primary" : "exploratory",
                          essaim::text(indicator.aim), csv_text(study.sites[row.site].id),
                          csv_text(study.variants[row.variant].name), effect, hidden ? "" : csv_number(estimate.mean),
                          hidden ? "" : csv_number(estimate.low), hidden ? "" : csv_number(estimate.high),
                          estimate.count, csv_text(study.groups[reading.group].name));
    };
    line("crisis", indicator.unit, reading.crisis);
    if (reading.loss_without.empty()) continue;
    line("loss_without", "d", design::mean_interval(reading.loss_without));
    line("loss_with", "d", design::mean_interval(reading.loss_with));
  }
  return text;
}

}  // namespace

ordered_json number_json(double value) { return std::isfinite(value) ? ordered_json(value) : ordered_json(nullptr); }

ordered_json estimate_json(const design::Estimate& estimate, bool counts_people) {
  if (counts_people && design::is_hidden_count(estimate.mean)) {
    return {{"hidden", "fewer than 11"}, {"replicates", estimate.count}};
  }
  return {{"mean", number_json(estimate.count > 0 ? estimate.mean : std::nan(""))},
          {"ci95", {number_json(estimate.low), number_json(estimate.high)}},
          {"replicates", estimate.count}};
}

ordered_json spread_json(const design::Spread& spread, bool counts_people) {
  using Kind = design::Spread::Kind;
  ordered_json result{{"replicates", spread.count}};
  if (spread.kind == Kind::none) return result;
  result["non_zero_in"] = spread.occurrences;
  if (spread.kind == Kind::rare) return result;  // its median would say "never"
  if (counts_people && (design::is_hidden_count(spread.median) || design::is_hidden_count(spread.low) ||
                        design::is_hidden_count(spread.high))) {
    result["hidden"] = "fewer than 11";
    return result;
  }
  result["median"] = spread.median;
  result[spread.kind == Kind::interval ? "quantiles_5_95" : "min_max"] = {spread.low, spread.high};
  return result;
}

ordered_json study_json(const Study& study) {
  ordered_json result{{"title", study.title},
                      {"nature", "exploratory simulation, not a forecast"},
                      {"engine_version", study.engine_version},
                      {"git_commit", study.git_commit},
                      {"seed", study.seed},
                      {"result_sha256", study.result_sha256},
                      {"start", study.start.text()},
                      {"days", study.days},
                      {"replicates", study.replicates},
                      {"failed", study.failed},
                      {"uncertainty", study.fixed_parameters ? "chance" : "chance and assumptions"}};
  result["first_shock_day"] = study.shock_day ? ordered_json(*study.shock_day) : ordered_json(nullptr);
  result["smallest_difference_that_matters"] = study.matters ? ordered_json(*study.matters) : ordered_json(nullptr);
  for (const design::StudySite& site : study.sites) {
    result["sites"].push_back({{"id", site.id},
                               {"name", site.name},
                               {"insee", site.insee},
                               {"illustration", site.illustration},
                               {"stand_in_share", site.stand_in_share}});
    for (const design::StudyQuality& quality : site.quality) {
      result["sites"].back()["stand_in_share_by_theme"][quality.theme] = quality.stand_in_share;
    }
  }
  return result;
}

std::string compare_json(const Study& study, const Comparison& comparison) {
  ordered_json result = study_json(study);
  result["indicators"] = ordered_json::array();
  for (const Comparison::OfIndicator& of : comparison.indicators) {
    const design::StudyIndicator& indicator = study.indicators[of.indicator];
    ordered_json entry{{"name", indicator.name},
                       {"unit", indicator.unit},
                       {"role", indicator.primary ? "primary" : "exploratory"},
                       {"aim", essaim::text(indicator.aim)},
                       {"better", essaim::text(indicator.better)},
                       {"reduction", design::text(design::reduction_of(indicator))},
                       {"best_variant", best_json(study, of)},
                       {"rows", ordered_json::array()}};
    for (const Compared& row : of.rows) entry["rows"].push_back(row_json(study, row));
    const bool people = counts_people(indicator.unit);
    for (const design::Equity& row : of.equity) entry["equity"].push_back(equity_json(study, row, people));
    result["indicators"].push_back(std::move(entry));
  }
  return result.dump(2) + "\n";
}

std::string compare_csv(const Study& study, const Comparison& comparison) {
  std::string text = "indicator,unit,role,aim,site,variant,effect,mean,ci95_low,ci95_high,replicates,verdict,group\n";
  for (const Comparison::OfIndicator& of : comparison.indicators) {
    for (const Compared& row : of.rows) {
      text += csv_line(study, row, "everyday", row.effects.everyday);
      text += csv_line(study, row, "crisis", row.effects.crisis);
      text += csv_line(study, row, "interaction", row.effects.interaction);
    }
    for (const design::Equity& row : of.equity) text += csv_groups(study, study.indicators[of.indicator], row);
  }
  return text;
}

}  // namespace essaim::term
