// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/cli/plot_chart.h"

#include <spawn.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <system_error>
#include <vector>

#include "engine/design/comparison.h"
#include "engine/record/durable.h"
#include "scenarios/cli/results_file.h"
#include "scenarios/cli/suggestion.h"
#include "scenarios/reader/input_error.h"
#include "scenarios/reader/names.h"
#include "viz/core/chart.h"

extern char** environ;  // POSIX declares it nowhere

namespace essaim::cli {
namespace {

using design::Study;
using term::Locale;

using Draw = std::string (*)(const Study&, const plot::ChartChoice&, const Locale&);

struct ChartKind {
  std::string_view name;
  Draw draw;
  bool needs_site = false;
  bool needs_variant = false;  ///< compares one with the baseline: the first if none is named
};

constexpr std::array chart_kinds{
    ChartKind{"fan", plot::draw_fan, true},
    ChartKind{"resilience", plot::draw_resilience, true},
    ChartKind{"compare", plot::draw_compare, false, true},
    ChartKind{"rank", plot::draw_rank},
    ChartKind{"timeline", plot::draw_timeline},
};

[[noreturn]] void refuse(const std::string& option, const std::string& message) {
  throw reader::InputError{option, message};
}

std::size_t place_of(const std::string& name, const std::vector<std::string>& known, const char* option,
                     const char* message, const Locale& locale) {
  const auto found = std::ranges::find(known, name);
  if (found != known.end()) return static_cast<std::size_t>(found - known.begin());
  refuse(option, locale.say(message, {{"name", reader::in_quotes(name)}}) + suggestion(locale, name, known));
}

std::size_t chosen_site(const PlotOptions& options, const Study& study, bool needed, const Locale& locale) {
  std::vector<std::string> names;
  for (const design::StudySite& site : study.sites) names.push_back(site.id);
  if (options.site.empty() && (names.size() == 1 || !needed)) return 0;
  if (options.site.empty()) refuse("--site", locale.say("error.plot_which_site") + suggestion(locale, "", names));
  return place_of(options.site, names, "--site", "error.unknown_site", locale);
}

std::size_t chosen_variant(const PlotOptions& options, const Study& study, const ChartKind& kind,
                           const Locale& locale) {
  std::vector<std::string> names;
  for (const design::StudyVariant& variant : study.variants) names.push_back(variant.name);
  if (kind.needs_variant && names.size() < 2) refuse(options.file, locale.say("compare.no_variant"));
  if (options.variant.empty()) return names.size() > 1 ? 1 : 0;
  const std::size_t variant = place_of(options.variant, names, "--variant", "error.unknown_variant", locale);
  return kind.needs_variant ? std::max<std::size_t>(variant, 1) : variant;
}

/// That named, else the first that the scenario is about.
std::size_t chosen_indicator(const PlotOptions& options, const Study& study, const Locale& locale) {
  std::vector<std::string> names;
  for (const design::StudyIndicator& indicator : study.indicators) names.push_back(indicator.name);
  if (options.indicator.empty()) {
    const std::vector<std::size_t> shown = design::shown_indicators(study, {});
    return shown.empty() ? 0 : shown.front();
  }
  return place_of(options.indicator, names, "--indicator", "error.unknown_indicator", locale);
}

void require_fit(const std::string& kind, const design::StudyIndicator& indicator, const Locale& locale) {
  const std::string name = reader::in_quotes(indicator.name);
  if (kind == "resilience" && !design::is_performance(indicator)) {
    refuse("--indicator", locale.say("error.plot_no_share", {{"name", name}}));
  }
  if (kind == "rank" && indicator.better == Better::neither) {
    refuse("--indicator", locale.say("error.plot_no_side", {{"name", name}}));
  }
}

/// Runs a program that is looked for as a shell would; its exit code, or none if it cannot be started.
std::optional<int> run(std::vector<std::string> arguments) {
  std::vector<char*> pointers;
  for (std::string& argument : arguments) pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  pid_t child = 0;
  if (::posix_spawnp(&child, pointers.front(), nullptr, nullptr, pointers.data(), environ) != 0) return std::nullopt;
  int status = 0;
  if (::waitpid(child, &status, 0) != child) return std::nullopt;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

bool is_chart(const std::string& kind) {
  return std::ranges::any_of(chart_kinds, [&](const ChartKind& known) { return known.name == kind; });
}

std::string chart_of_results(const PlotOptions& options, double width_mm, const Locale& locale) {
  const auto kind = std::ranges::find_if(chart_kinds, [&](const ChartKind& k) { return k.name == options.kind; });
  if (options.file.empty()) refuse("plot", locale.say("error.plot_needs_results", {{"kind", options.kind}}));
  if (!options.date.empty()) refuse("--date", locale.say("error.plot_map_only", {{"option", "--date"}}));
  const Study study = open_study(options.file);
  plot::ChartChoice choice;
  choice.width_mm = width_mm;
  choice.site = chosen_site(options, study, kind->needs_site, locale);
  choice.variant = chosen_variant(options, study, *kind, locale);
  choice.indicator = chosen_indicator(options, study, locale);
  require_fit(options.kind, study.indicators[choice.indicator], locale);
  return kind->draw(study, choice, locale);
}

void write_figure(const std::filesystem::path& out, std::string_view svg, const Locale& locale) {
  if (out.extension() != ".png") return record::write_durably(out, svg);
  const std::filesystem::path drawn = out.string() + ".svg.part";
  const std::filesystem::path part = record::part_of(out);
  std::ofstream{drawn, std::ios::binary} << svg;
  const std::optional<int> code =
      run({"rsvg-convert", "--format=png", "--dpi-x=300", "--dpi-y=300", "--output=" + part.string(), drawn.string()});
  std::error_code ignored;
  std::filesystem::remove(drawn, ignored);
  if (code != 0) {
    std::filesystem::remove(part, ignored);
    refuse("-o", locale.say("error.no_rsvg"));
  }
  record::publish(part, out);
}

}  // namespace essaim::cli
