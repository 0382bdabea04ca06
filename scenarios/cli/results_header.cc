// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/cli/results_header.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <ctime>
#include <limits>
#include <string_view>

#include "essaim_build_info.h"
#include "scenarios/cli/reference.h"
#include "scenarios/reader/quantity_text.h"

namespace essaim::cli {

namespace {

using commune::FigureId;

/// Figures in the order of `FigureId`, cut where the subject changes; each group begins at its figure.
struct FigureGroup {
  std::string_view name;
  FigureId first;
};
constexpr std::array figure_groups = {
    FigureGroup{"place", FigureId::population},
    FigureGroup{"people", FigureId::households},
    FigureGroup{"incomes", FigureId::income_median},
    FigureGroup{"dwellings", FigureId::households_with_car},
    FigureGroup{"services", FigureId::general_practitioners},
    FigureGroup{"land", FigureId::farmland},
    FigureGroup{"energy", FigureId::solar_area},
    FigureGroup{"town_hall", FigureId::registered_voters},
};

/// Of the figures in [first, end): the weakest mark, and the share of those that stand in for unknown ones.
struct Knowledge {
  Mark mark = Mark::measured;
  double stand_in_share = 0;
};

Knowledge knowledge_of(const commune::Site& site, std::size_t first, std::size_t end) {
  Knowledge knowledge;
  double known = 0;
  double stand_ins = 0;
  for (std::size_t i = first; i < end; ++i) {
    const commune::Figure figure = site.figure(static_cast<FigureId>(i));
    if (!figure.present) continue;
    knowledge.mark = std::max(knowledge.mark, figure.mark);
    known += 1;
    if (figure.stand_in) stand_ins += 1;
  }
  if (known > 0) knowledge.stand_in_share = stand_ins / known;
  return knowledge;
}

/// Whole days where it can be, else hours.
std::string duration_text(Duration duration) {
  const std::int64_t day = Duration::days(1).count();
  if (duration.count() % day == 0) return std::to_string(duration.count() / day) + " days";
  return reader::rounded_text(static_cast<double>(duration.count()) / 3'600) + " hours";
}

record::ActionRow action_row(const catalogue::Action& action, const commune::ActionInfo& info, Date start) {
  record::ActionRow row;
  row.kind = info.name;
  row.label_fr = action.title.empty() ? info.label.fr : action.title;
  row.label_en = action.title.empty() ? info.label.en : action.title;
  row.start = Date::from_days(start.days_since_1970() + action.start.day()).text();
  row.duration = duration_text(action.duration);
  row.decided_by = info.decided_by.en;
  row.settings = settings_text(action, info);
  return row;
}

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text.data();
}

std::string this_host() {
  std::array<char, 256> name{};
  return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "unknown";
}

}  // namespace

std::string lines(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : "\n") + text;
  return all;
}

record::SiteRow site_row(const commune::Site& site) {
  const Knowledge all = knowledge_of(site, 0, commune::figure_count);
  return {site.id, site.insee, site.name, site.illustration, all.stand_in_share, lines(site.credits)};
}

std::vector<record::QualityRow> quality_rows(const commune::Site& site, std::uint32_t index) {
  std::vector<record::QualityRow> rows;
  for (std::size_t i = 0; i < figure_groups.size(); ++i) {
    const std::size_t first = static_cast<std::size_t>(figure_groups[i].first);
    const std::size_t end =
        i + 1 < figure_groups.size() ? static_cast<std::size_t>(figure_groups[i + 1].first) : commune::figure_count;
    const Knowledge group = knowledge_of(site, first, end);
    rows.push_back({index, std::string{figure_groups[i].name}, std::string{text(group.mark)}, group.stand_in_share});
  }
  return rows;
}

record::ParameterRow parameter_row(const catalogue::ParameterInfo& info, const catalogue::Scenario& scenario,
                                   std::size_t index) {
  record::ParameterRow row;
  row.name = info.name;
  row.unit = info.unit;
  row.meaning_fr = info.field.meaning.fr;
  row.meaning_en = info.field.meaning.en;
  row.mark = text(info.field.mark);
  row.source = info.field.source;
  row.fallback = info.fallback;
  row.allowed_low = info.field.allowed.low;
  row.allowed_high = info.field.allowed.high;
  row.plausible_low = info.field.plausible.low;
  row.plausible_high = info.field.plausible.high;
  const bool fixed = scenario.fixed_parameters || scenario.parameters[index].has_value();
  const bool drawn = !fixed && info.field.mark == Mark::assumption && row.plausible_low < row.plausible_high;
  row.role = drawn ? "uncertain" : "constant";
  return row;
}

std::vector<record::ActionRow> action_rows(const catalogue::Scenario& scenario) {
  std::vector<record::ActionRow> rows;
  for (const catalogue::Action& shock : scenario.shocks) {
    rows.push_back(action_row(shock, catalogue::shock_infos()[shock.kind], scenario.start));
    rows.back().role = "shock";
  }
  for (const catalogue::Variant& variant : scenario.variants) {
    for (const catalogue::Action& measure : variant.measures) {
      rows.push_back(action_row(measure, catalogue::measure_infos()[measure.kind], scenario.start));
      rows.back().role = "measure";
      rows.back().variant = variant.name;
    }
  }
  return rows;
}

record::Indicator indicator_row(const IndicatorInfo& info) {
  // Readers of netCDF take "days" for lengths of time and turn values into dates; "d" is the same unit and stays a
  // number.
  const std::string unit{info.unit == "days" ? "d" : info.unit};
  return {std::string{info.name},         unit,
          std::string{info.label.fr},     std::string{info.label.en},
          std::string{info.meaning.fr},   std::string{info.meaning.en},
          std::string{text(info.better)}, std::string{text(info.aim)},
          std::string{info.cell_methods}, info.wide};
}

void add_scenario(record::ResultsHeader& header, const catalogue::Scenario& scenario) {
  header.title = scenario.title;
  header.narrative = scenario.narrative;
  header.authors = lines(scenario.authors);
  header.license = scenario.license;
  header.start_date = scenario.start.text();
  header.days = scenario.days;
  header.replicates = scenario.replicates;
  header.master_seed = scenario.seed;
  header.lookahead_seconds = static_cast<std::uint32_t>(scenario.lookahead.count());
  header.primary = lines(scenario.primary);
  header.matters = scenario.matters.value_or(std::numeric_limits<double>::quiet_NaN());
  header.uncertainty = scenario.fixed_parameters ? "chance" : "chance and assumptions";
  for (const catalogue::Action& shock : scenario.shocks) {
    const auto day = static_cast<std::int32_t>(shock.start.day());
    header.first_shock_day = header.first_shock_day < 0 ? day : std::min(header.first_shock_day, day);
  }
  for (std::uint32_t site = 0; site < scenario.sites.size(); ++site) {
    header.sites.push_back(site_row(scenario.sites[site]));
    std::ranges::copy(quality_rows(scenario.sites[site], site), std::back_inserter(header.quality));
  }
  header.actions = action_rows(scenario);
}

void add_provenance(record::ResultsHeader& header) {
  header.engine_version = build_info::version;
  header.git_commit = build_info::git_commit;
  header.compiler = build_info::compiler;
  header.flags = build_info::flags;
  header.rng = "Philox4x32-10; key: seed and replicate; counter: stream, entity, occasion, slot";
  header.hostname = this_host();
  header.created_utc = utc_now();
  header.credits = "Essaim " + header.engine_version + " (Apache-2.0)";
  std::vector<std::string> known;
  for (const record::SiteRow& site : header.sites) {
    if (site.credits.empty() || std::ranges::find(known, site.credits) != known.end()) continue;
    known.push_back(site.credits);
    header.credits += "\n" + site.credits;
  }
}

}  // namespace essaim::cli
