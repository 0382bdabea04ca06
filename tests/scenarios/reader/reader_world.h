// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/reader/experiment_reader.h"
#include "scenarios/reader/names.h"
#include "scenarios/reader/path.h"
#include "scenarios/reader/pilot_reader.h"
#include "scenarios/reader/scenario_reader.h"

/// A small fixed world for tests of the reader: its own kinds of shocks and measures, parameters, indicators and
/// sites, so that no message changes when a model does.
namespace essaim::reader::testing {

inline constexpr Words no_words = {"", ""};

inline constexpr Setting heatwave_settings[] = {
    {"peak_temperature", "degC", no_words, {25, 55}, 39, Setting::Need::required}};
inline constexpr Setting supply_settings[] = {{"severity", "1", no_words, {0, 1}, 1.0, Setting::Need::optional},
                                              {"distance", "km", no_words, {0, 50}, 5, Setting::Need::optional}};
inline constexpr Setting flood_settings[] = {{"depth", "m", no_words, {0, 15}, 1, Setting::Need::optional}};

/// Measures have their own settings, then what they need, as those of the catalogue do.
inline constexpr std::array grocer_own = {
    Setting{"capacity", "households", no_words, {0, 5'000}, 0, Setting::Need::required},
    Setting{"price", "1", no_words, {0, 1}, 0.2, Setting::Need::optional}};
inline constexpr auto grocer_settings = commune::with_needs(grocer_own, {0, 8'000, 0, 15, 40});
inline constexpr std::array stock_own = {Setting{"stock", "days", no_words, {0, 90}, 0, Setting::Need::required}};
inline constexpr auto stock_settings = commune::with_needs(stock_own, {});
inline constexpr std::array<Setting, 0> no_settings = {};
inline constexpr auto composed_settings = commune::with_needs(no_settings, {});
inline constexpr std::string_view what_the_shuttle_excludes[] = {"communal_stock"};

inline std::vector<commune::Effect> flood_effects(std::span<const double> settings, Time start, Time end) {
  return {{commune::Condition::flood_depth, settings[0], start, end}};
}

inline constexpr commune::ActionInfo shocks[] = {
    {"heatwave", no_words, no_words, no_words, heatwave_settings, nullptr},
    {"supply_interruption", no_words, no_words, no_words, supply_settings, nullptr},
    {"flood", no_words, no_words, no_words, flood_settings, flood_effects}};
inline constexpr commune::ActionInfo measures[] = {
    {"solidarity_grocer",
     no_words,
     no_words,
     {"la commune", "the commune"},
     grocer_settings,
     nullptr,
     commune::Body::social_action_centre,
     "food",
     {},
     100},
    {"communal_stock", no_words, no_words, {"la commune", "the commune"}, stock_settings, nullptr},
    {"shuttle",
     no_words,
     no_words,
     {"l'intercommunalité", "the inter-municipal body"},
     composed_settings,
     nullptr,
     commune::Body::inter_municipality,
     "mobility",
     what_the_shuttle_excludes},
    {"composed", no_words, no_words, {"la commune", "the commune"}, composed_settings, nullptr}};

/// What a composed measure may name: two conditions that measures may move, and one that only shocks do.
inline constexpr commune::ConditionInfo conditions[] = {
    {commune::Condition::food_price, "food_price", "1", no_words, 1, commune::Combine::product, {0.01, 100}},
    {commune::Condition::reserve_days, "reserve_days", "days", no_words, 0, commune::Combine::sum, {0, 90}},
    {commune::Condition::flood_depth, "flood_depth", "m", no_words, 0, commune::Combine::largest, {0, 0}}};

inline constexpr Field share_field(std::string_view name) {
  return {name, no_words, {0, 1}, {0.05, 0.3}, Mark::assumption, "a test", false};
}

inline const std::vector<catalogue::ParameterInfo>& parameters() {
  static const std::vector<catalogue::ParameterInfo> list = {
      {"commune.ties", share_field("ties"), "1", 0.1},
      {"food.panic_social", share_field("panic_social"), "1", 0.15},
      {"food.shop_wage", {"shop_wage", no_words, {10, 30}, {12, 14}, Mark::published, "a test", false}, "EUR/h", 13}};
  return list;
}

inline IndicatorInfo indicator(std::string_view name, std::string_view unit) {
  return {name, unit, no_words, no_words, Better::down, Aim::none, "time: mean", false};
}

inline const std::vector<IndicatorInfo>& indicators() {
  static const std::vector<IndicatorInfo> list = {
      indicator("commune.heat_exposure", "degC.day"), indicator("food.insecure_share", "1"),
      indicator("food.missed_share", "1"), indicator("food.spending", "EUR/day")};
  return list;
}

inline Vocabulary vocabulary() { return {shocks, measures, parameters(), indicators(), conditions}; }

/// A rural site, and a suburb that already has a communal stock.
class TwoSites final : public SiteSource {
 public:
  std::vector<std::string> shipped() override { return {"langouet", "loos-en-gohelle"}; }
  commune::Site load(const std::string& name, const std::string& where) override {
    const std::vector<std::string> ids = shipped();
    if (name != ids[0] && name != ids[1])
      throw InputError{where, "unknown site " + in_quotes(name) + suggestion(name, ids)};
    commune::Site site;
    site.id = site.name = name;
    site.settlement = name == ids[0] ? commune::Settlement::rural : commune::Settlement::suburb;
    if (name == ids[1])
      site.already.push_back({.id = "communal_stock",
                              .what_fr = "Réserve",
                              .what_en = "A stock",
                              .value = "",
                              .year = 2019,
                              .source = "a page"});
    return site;
  }
};

inline constexpr std::string_view right_scenario =
    "title = \"Canicule\"\n"
    "site = \"loos-en-gohelle\"\n"
    "start = 2026-06-01\n"
    "duration = \"60 days\"\n"
    "replicates = 4\n"
    "seed = 2026\n"
    "primary = [\"food.insecure_share\"]\n"
    "matters = \"0.5 points\"\n"
    "\n"
    "[[shock]]\n"
    "kind = \"heatwave\"\n"
    "start = 2026-06-22\n"
    "duration = \"12 days\"\n"
    "peak_temperature = \"39 degC\"\n"
    "\n"
    "[variant.epicerie]\n"
    "title = \"Épicerie solidaire\"\n"
    "[[variant.epicerie.measure]]\n"
    "kind = \"solidarity_grocer\"\n"
    "start = 2026-06-15\n"
    "capacity = \"120 households\"\n"
    "decided_by = \"imposed\"\n"
    "\n"
    "[parameters.food]\n"
    "panic_social = 0.15\n";

inline constexpr std::string_view right_experiment =
    "title = \"Quelle taille ?\"\n"
    "scenario = \"demo.toml\"\n"
    "seed = 7\n"
    "design = \"sobol\"\n"
    "points = 8\n"
    "replicates = 2\n"
    "indicators = [\"food.*\"]\n"
    "[[factor]]\n"
    "path = \"variant.epicerie.measure[0].capacity\"\n"
    "range = [\"40 households\", \"200 households\"]\n"
    "[[factor]]\n"
    "path = \"parameters.food.panic_social\"\n"
    "range = [0.05, 0.30]\n";

inline constexpr std::string_view right_pilot =
    "name = \"Essai\"\n"
    "insee = \"62528\"\n"
    "settlement = \"rural\"\n"
    "population = { value = \"6896 persons\", year = 2021, source = \"INSEE\", mark = \"published\" }\n"
    "area = { value = \"1272 ha\", year = 2021, source = \"INSEE\", mark = \"published\" }\n"
    "poverty_rate = { value = \"21 %\", range = [\"19 %\", \"23 %\"], year = 2021, source = \"INSEE\", mark = "
    "\"assumption\" }\n"
    "[climate]\n"
    "station = \"Lille\"\n"
    "monthly_mean = { value = [2, 3, 6, 9, 12, 15, 17, 17, 15, 10, 6, 3], unit = \"degC\", year = 2026, source = "
    "\"table\", mark = \"published\" }\n"
    "[already]\n"
    "canteen = { what_fr = \"Cantine\", what_en = \"Canteen\", year = 2020, source = \"a page\", mark = \"published\" "
    "}\n";

/// `text` with its first `from` turned into `to`.
inline std::string with(std::string_view text, std::string_view from, std::string_view to) {
  std::string changed{text};
  const std::size_t at = changed.find(from);
  return at == std::string::npos ? "nothing to change: " + std::string{from} : changed.replace(at, from.size(), to);
}

inline ScenarioReading read_scenario_text(std::string_view text) {
  TwoSites sites;
  return read_scenario(parse_document(text, "demo.toml"), vocabulary(), sites);
}

inline Experiment read_experiment_text(std::string_view text, std::string_view scenario = right_scenario) {
  TwoSites sites;
  return read_experiment(parse_document(text, "plan.toml"), parse_document(scenario, "demo.toml"), vocabulary(), sites);
}

/// The message of the InputError that `act` ends with.
std::string complaint(auto act) {
  try {
    act();
  } catch (const InputError& error) {
    return error.what();
  }
  return "no complaint";
}

inline std::string scenario_complaint(std::string_view from, std::string_view to) {
  return complaint([&] { read_scenario_text(with(right_scenario, from, to)); });
}
inline std::string experiment_complaint(std::string_view from, std::string_view to) {
  return complaint([&] { read_experiment_text(with(right_experiment, from, to)); });
}
inline std::string pilot_complaint(std::string_view from, std::string_view to) {
  return complaint([&] { read_pilot(parse_document(with(right_pilot, from, to), "essai.toml"), "essai"); });
}

/// What is said of `right_scenario` after `--set path=value`.
inline std::string set_complaint(std::string_view path, std::string_view value) {
  return complaint([&] {
    Document document = parse_document(right_scenario, "demo.toml");
    set_option(document, "--set " + std::string{path} + "=" + std::string{value}, path, value);
    TwoSites sites;
    read_scenario(document, vocabulary(), sites);
  });
}

}  // namespace essaim::reader::testing
