// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/cli/plot_chart.h"

#include <spawn.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <optional>
#include <system_error>
#include <vector>

#include "engine/design/comparison.h"
#include "engine/design/influence.h"
#include "engine/record/durable.h"
#include "engine/record/results_reader.h"
#include "scenarios/cli/suggestion.h"
#include "scenarios/reader/input_error.h"
#include "scenarios/reader/names.h"
#include "viz/core/chart.h"
#include "viz/core/parameter_draws.h"
#include "viz/term/study_reader.h"

extern char** environ;  // POSIX declares it nowhere

namespace essaim::cli {
namespace {

using design::Study;
using term::Locale;

using Draw = std::string (*)(const Study&, const plot::ChartChoice&, const Locale&);

/// What a chart does with a variant: nothing, shows it beside the baseline, or compares it with the baseline.
enum class TakesVariant : unsigned char { no, yes, not_the_baseline };

struct ChartKind {
  std::string_view name;
  Draw draw;
  bool takes_site;
  TakesVariant variant;
  bool takes_indicator = true;
};

constexpr std::array chart_kinds{
    ChartKind{"fan", plot::draw_fan, true, TakesVariant::yes},
    ChartKind{"resilience", plot::draw_resilience, true, TakesVariant::yes},
    ChartKind{"compare", plot::draw_compare, false, TakesVariant::not_the_baseline},
    ChartKind{"rank", plot::draw_rank, false, TakesVariant::no},
    ChartKind{"timeline", plot::draw_timeline, false, TakesVariant::yes, false},
    ChartKind{"tornado", nullptr, true, TakesVariant::yes},  // reads more of the file than a study holds
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
  const bool compares = kind.variant == TakesVariant::not_the_baseline;
  if (compares && names.size() < 2) refuse(options.file, locale.say("compare.no_variant"));
  if (options.variant.empty()) return names.size() > 1 ? 1 : 0;
  const std::size_t variant = place_of(options.variant, names, "--variant", "error.unknown_variant", locale);
  if (compares && variant == 0) {
    names.erase(names.begin());
    refuse("--variant", locale.say("error.plot_baseline", {{"name", reader::in_quotes(options.variant)}}) +
                            locale.say("error.allowed", {{"names", reader::listed(names)}}));
  }
  return variant;
}

/// An option that a chart does not heed is refused: who gave it expects another figure.
void refuse_useless(const PlotOptions& options, const ChartKind& kind, const Locale& locale) {
  struct Option {
    const char* name;
    const std::string& value;
    bool taken;
  };
  const std::array all{Option{"--site", options.site, kind.takes_site},
                       Option{"--variant", options.variant, kind.variant != TakesVariant::no},
                       Option{"--indicator", options.indicator, kind.takes_indicator}};
  std::vector<std::string> taken;
  for (const Option& option : all) {
    if (option.taken) taken.emplace_back(option.name);
  }
  for (const Option& option : all) {
    if (option.value.empty() || option.taken) continue;
    refuse(option.name, locale.say("error.plot_useless", {{"option", option.name}, {"kind", options.kind}}) +
                            locale.say("error.allowed", {{"names", reader::listed(taken)}}));
  }
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

std::string tornado(const std::shared_ptr<const record::ResultsReader>& results, const Study& study,
                    const plot::ChartChoice& choice, const Locale& locale) {
  const std::string name = reader::in_quotes(study.indicators[choice.indicator].name);
  const std::size_t replicates = design::without_missing(plot::tornado_outcome(study, choice)).size();
  if (replicates < design::least_for_influence) {
    refuse(results->path(), locale.say("error.plot_few", {{"replicates", std::to_string(replicates)},
                                                          {"least", std::to_string(design::least_for_influence)}}));
  }
  if (plot::is_rare_outcome(study, choice)) refuse("--indicator", locale.say("error.plot_rare", {{"name", name}}));
  const std::vector<plot::ParameterDraws> parameters = plot::read_parameter_draws(*results, choice.site);
  if (parameters.empty()) refuse(results->path(), locale.say("error.plot_fixed"));
  return plot::draw_tornado(study, choice, parameters, locale);
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

std::vector<std::string> chart_names() {
  std::vector<std::string> names;
  for (const ChartKind& kind : chart_kinds) names.emplace_back(kind.name);
  return names;
}

bool is_chart(const std::string& kind) {
  return std::ranges::any_of(chart_kinds, [&](const ChartKind& known) { return known.name == kind; });
}

std::string chart_of_results(const PlotOptions& options, double width_mm, const Locale& locale) {
  const auto kind = std::ranges::find_if(chart_kinds, [&](const ChartKind& k) { return k.name == options.kind; });
  if (options.file.empty()) refuse("plot", locale.say("error.plot_needs_results", {{"kind", options.kind}}));
  if (!options.date.empty()) refuse("--date", locale.say("error.plot_map_only", {{"option", "--date"}}));
  refuse_useless(options, *kind, locale);
  const auto results = std::make_shared<const record::ResultsReader>(options.file);
  const Study study = term::keeping_last_series(term::study_of(results));
  plot::ChartChoice choice;
  choice.width_mm = width_mm;
  choice.site = chosen_site(options, study, kind->takes_site, locale);
  choice.variant = chosen_variant(options, study, *kind, locale);
  choice.indicator = chosen_indicator(options, study, locale);
  require_fit(options.kind, study.indicators[choice.indicator], locale);
  return kind->draw == nullptr ? tornado(results, study, choice, locale) : kind->draw(study, choice, locale);
}

void write_figure(const std::filesystem::path& out, std::string_view svg, const Locale& locale) {
  if (out.extension() != ".png") return record::write_durably(out, svg);
  const std::filesystem::path drawn = out.string() + ".svg.part";
  const std::filesystem::path part = record::part_of(out);
  record::write_durably(drawn, svg);
  const std::optional<int> code =
      run({"rsvg-convert", "--format=png", "--dpi-x=300", "--dpi-y=300", "--output=" + part.string(), drawn.string()});
  std::error_code ignored;
  std::filesystem::remove(drawn, ignored);
  if (code != 0) {
    std::filesystem::remove(part, ignored);
    // A program that cannot be started ends with 127 where the system does not say so itself.
    if (!code || *code == 127) refuse("-o", locale.say("error.no_rsvg"));
    refuse("-o", locale.say("error.rsvg_failed", {{"code", std::to_string(*code)}}));
  }
  record::publish(part, out);
}

}  // namespace essaim::cli
