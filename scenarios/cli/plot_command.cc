// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <filesystem>
#include <iterator>
#include <optional>

#include "engine/record/durable.h"
#include "engine/record/results_reader.h"
#include "scenarios/cli/commands.h"
#include "scenarios/cli/plot_chart.h"
#include "scenarios/cli/results_header.h"
#include "scenarios/cli/suggestion.h"
#include "scenarios/cli/territory_map.h"
#include "scenarios/reader/input_error.h"
#include "scenarios/reader/names.h"
#include "scenarios/reader/pilot_files.h"
#include "viz/core/map.h"
#include "viz/term/quality.h"

namespace essaim::cli {

namespace {

using record::ResultsHeader;
using term::Locale;

constexpr double narrowest_mm = 60;
constexpr double widest_mm = 600;

[[noreturn]] void refuse(const std::string& option, const std::string& message) {
  throw reader::InputError{option, message};
}

/// The place of a name among those that there are.
std::size_t chosen(const std::string& name, const std::vector<std::string>& known, const char* option,
                   const char* message, const Locale& locale) {
  const auto found = std::ranges::find(known, name);
  if (found != known.end()) return static_cast<std::size_t>(found - known.begin());
  refuse(option, locale.say(message, {{"name", reader::in_quotes(name)}}) + suggestion(locale, name, known));
}

double width_of(const std::string& text, const Locale& locale) {
  double width = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), width);
  const std::string unit{end, text.data() + text.size()};
  const bool known = unit == "mm" || unit == " mm" || unit.empty();
  if (error == std::errc{} && known && width >= narrowest_mm && width <= widest_mm) return width;
  refuse("--width", locale.say("error.width", {{"name", reader::in_quotes(text)}}));
}

/// The cells by name, as `summary` and `explain` name them.
std::vector<std::string> cell_names(const ResultsHeader& header) {
  std::vector<std::string> names;
  for (std::uint32_t cell = 0; cell < header.cells(); ++cell) {
    const record::DesignPoint& first = header.design_points[std::size_t{cell} * header.points_per_cell()];
    const bool several = header.cells() > header.sites.size();
    names.push_back(header.sites[first.site].id + (several ? "#" + std::to_string(first.point) : ""));
  }
  return names;
}

std::size_t chosen_cell(const PlotOptions& options, const ResultsHeader& header, const Locale& locale) {
  const std::vector<std::string> names = cell_names(header);
  if (options.site.empty() && names.size() == 1) return 0;
  if (options.site.empty()) {
    refuse("--site", locale.say("error.plot_which_site") + suggestion(locale, "", names));
  }
  return chosen(options.site, names, "--site", "error.unknown_site", locale);
}

/// The design point of the variant with the shocks; without a name, of the baseline.
std::size_t chosen_point(const PlotOptions& options, const ResultsHeader& header, std::size_t cell,
                         const Locale& locale) {
  const std::size_t per_cell = header.points_per_cell();
  std::vector<std::string> variants;
  for (std::size_t i = 0; i < per_cell; i += 2) variants.push_back(header.design_points[i].variant);
  if (options.variant.empty()) return cell * per_cell;
  return cell * per_cell + 2 * chosen(options.variant, variants, "--variant", "error.unknown_variant", locale);
}

std::optional<std::uint32_t> chosen_day(const PlotOptions& options, const ResultsHeader& header, const Locale& locale) {
  if (options.date.empty()) return std::nullopt;
  const std::optional<Date> date = Date::parse(options.date);
  if (!date) refuse("--date", locale.say("error.no_date", {{"name", reader::in_quotes(options.date)}}));
  const std::int64_t first = Date::parse(header.start_date).value_or(Date{}).days_since_1970();
  const std::int64_t day = date->days_since_1970() - first;
  if (day >= 0 && day < std::int64_t{header.days}) return static_cast<std::uint32_t>(day);
  refuse("--date", locale.say("error.date_outside", {{"name", options.date},
                                                     {"first", header.start_date},
                                                     {"last", Date::from_days(first + header.days - 1).text()}}));
}

std::size_t chosen_indicator(const PlotOptions& options, const ResultsHeader& header, const Locale& locale) {
  std::vector<std::string> by_zone;
  std::vector<std::string> all;
  for (const record::Indicator& indicator : header.indicators) {
    all.push_back(indicator.name);
    if (indicator.by_group) by_zone.push_back(indicator.name);
  }
  const std::string& name = options.indicator;
  const bool known = std::ranges::find(all, name) != all.end();
  if (known && std::ranges::find(by_zone, name) == by_zone.end()) {
    refuse("--indicator", locale.say("error.not_by_zone", {{"name", reader::in_quotes(name)}}) +
                              locale.say("error.allowed", {{"names", reader::listed(by_zone)}}));
  }
  if (!known) chosen(name, by_zone, "--indicator", "error.unknown_indicator", locale);
  return static_cast<std::size_t>(std::ranges::find(all, name) - all.begin());
}

std::string quality_of(const std::vector<record::QualityRow>& rows, const record::SiteRow& site, const Locale& locale) {
  std::vector<design::StudyQuality> themes;
  for (const record::QualityRow& row : rows) themes.push_back({row.theme, row.mark, row.stand_in_share});
  return term::quality_sentence(themes, site.stand_in_share, locale);
}

/// Without an indicator a map shows the territory, which is the same under every variant and on every day.
void refuse_reading_options(const PlotOptions& options, const Locale& locale) {
  for (const auto& [option, value] : {std::pair{"--variant", &options.variant}, std::pair{"--date", &options.date}}) {
    if (!value->empty()) refuse(option, locale.say("error.plot_needs_indicator", {{"option", option}}));
  }
}

plot::MapFigure map_of_results(const PlotOptions& options, const Locale& locale) {
  const record::ResultsReader results{options.file};
  const ResultsHeader& header = results.header();
  const std::size_t cell = chosen_cell(options, header, locale);
  const std::size_t point = chosen_point(options, header, cell, locale);
  const record::SiteRow& site = header.sites[header.design_points[point].site];
  std::optional<record::TerritoryMap> territory = header.territory.of_site(header.design_points[point].site);
  if (!territory) refuse(options.file, locale.say("error.no_territory"));
  plot::MapFigure figure{std::move(*territory), site.name, site.insee, site.illustration, std::nullopt};
  std::vector<record::QualityRow> rows;
  std::ranges::copy_if(header.quality, std::back_inserter(rows),
                       [&](const auto& row) { return row.site == header.design_points[point].site; });
  figure.quality = quality_of(rows, site, locale);
  const std::optional<std::uint32_t> day = chosen_day(options, header, locale);
  if (options.indicator.empty()) {
    refuse_reading_options(options, locale);
    return figure;
  }
  figure.reading = plot::read_zones(results, {chosen_indicator(options, header, locale), point, day}, locale);
  return figure;
}

plot::MapFigure map_of_pilot(const PlotOptions& options, const Locale& locale) {
  for (const auto& [option, value] : {std::pair{"--site", &options.site}, std::pair{"--indicator", &options.indicator},
                                      std::pair{"--variant", &options.variant}, std::pair{"--date", &options.date}}) {
    if (!value->empty()) refuse(option, locale.say("error.plot_pilot_options", {{"option", option}}));
  }
  const commune::Site site = reader::PilotFiles{""}.load(options.pilot, "--pilot");
  plot::MapFigure figure{territory_of_pilot(site), site.name, site.insee, site.illustration, std::nullopt};
  figure.quality = quality_of(quality_rows(site, 0), site_row(site), locale);
  return figure;
}

}  // namespace

int plot_command(const PlotOptions& options, const Terminal& terminal) {
  const Locale& locale = terminal.locale;
  std::vector<std::string> kinds = chart_names();
  kinds.insert(kinds.begin(), "map");
  chosen(options.kind, kinds, "plot", "error.unknown_plot", locale);
  if (options.file.empty() && options.pilot.empty()) refuse("plot", locale.say("error.plot_source"));
  if (!options.file.empty() && !options.pilot.empty()) refuse("plot", locale.say("error.plot_sources"));
  const std::filesystem::path out{options.out};
  if (out.extension() != ".svg" && out.extension() != ".png") refuse("-o", locale.say("error.not_svg"));
  const double width_mm = width_of(options.width, locale);
  record::require_writable_directory(out.parent_path());
  if (is_chart(options.kind)) {
    write_figure(out, chart_of_results(options, width_mm, locale), locale);
    return exit_done;
  }
  plot::MapFigure figure = options.file.empty() ? map_of_pilot(options, locale) : map_of_results(options, locale);
  figure.width_mm = width_mm;
  write_figure(out, plot::draw_map(figure, locale), locale);
  return exit_done;
}

}  // namespace essaim::cli
