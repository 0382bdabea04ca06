// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/scenario_reader.h"

#include <algorithm>
#include <limits>

#include "scenarios/reader/already_reader.h"
#include "scenarios/reader/names.h"
#include "scenarios/reader/zone_reader.h"

namespace essaim::reader {

namespace {

using catalogue::Scenario;

constexpr std::int64_t most_replicates = 100'000;
constexpr double unbounded = std::numeric_limits<double>::max();

const std::vector<std::string>& scenario_keys() {
  static const std::vector<std::string> keys = {
      "title", "narrative", "authors", "license", "site",  "sites",   "start",      "duration",     "replicates",
      "seed",  "lookahead", "primary", "matters", "shock", "variant", "parameters", "couplings_off"};
  return keys;
}

void read_words(const Document& document, Scenario& scenario) {
  const Node& root = document.root;
  scenario.title = read_text(document, require(document, root, "title", "the scenario", "title = \"...\""));
  if (const Entry* entry = root.find("narrative")) scenario.narrative = read_text(document, *entry);
  if (const Entry* entry = root.find("authors")) scenario.authors = read_names(document, *entry);
  if (const Entry* entry = root.find("license")) scenario.license = read_text(document, *entry);
}

Date read_start(const Document& document) {
  const Entry& entry = require(document, document.root, "start", "the scenario", "start = 2026-06-01");
  const Date start = read_date(document, entry, "2026-06-01");
  if (start.year < 1900 || start.year > 2199) {
    document.refuse(entry.value.at,
                    "start is " + start.text() + " (allowed: 1900-01-01 to 2199-12-31), choose a day in that range");
  }
  return start;
}

std::uint32_t read_days(const Document& document) {
  const Entry& entry = require(document, document.root, "duration", "the scenario", "duration = \"60 days\"");
  const Duration duration = read_duration(document, entry, "days", Duration::days(1), Duration::days(3'660));
  if (duration.count() % 86'400 != 0) {
    document.refuse(entry.value.at, "duration is " + in_quotes(entry.value.text) +
                                        " (a run lasts whole days), write for example \"60 days\"");
  }
  return static_cast<std::uint32_t>(duration.count() / 86'400);
}

void read_calendar(const Document& document, Scenario& scenario) {
  scenario.start = read_start(document);
  scenario.days = read_days(document);
  const Entry* lookahead = document.root.find("lookahead");
  if (lookahead != nullptr) {
    scenario.lookahead = read_duration(document, *lookahead, "min", Duration::seconds(1), Duration::hours(1));
    if (Duration::days(1).count() % scenario.lookahead.count() != 0) {
      document.refuse(lookahead->value.at,
                      "lookahead does not divide a day into equal parts, write for example \"15 min\"");
    }
  }
}

void read_chance(const Document& document, Scenario& scenario) {
  if (const Entry* entry = document.root.find("replicates")) {
    scenario.replicates = static_cast<std::uint32_t>(read_whole_number(document, *entry, {1, most_replicates}));
  }
  if (const Entry* entry = document.root.find("seed")) {
    constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
    scenario.seed = static_cast<std::uint64_t>(read_whole_number(document, *entry, {0, largest}));
  }
}

const IndicatorInfo& find_indicator(const Document& document, const Node& node, const Vocabulary& vocabulary) {
  for (const IndicatorInfo& indicator : vocabulary.indicators) {
    if (indicator.name == node.text) return indicator;
  }
  const std::vector<std::string> names = names_of(vocabulary.indicators);
  document.refuse(node.at, "unknown indicator " + in_quotes(node.text) + suggestion(node.text, names));
}

double read_matters(const Document& document, const Entry& entry, std::string_view unit) {
  const double example = unit == "1" ? 0.005 : 1.0;
  const double matters = read_quantity(document, entry, {unit, {-unbounded, unbounded}, example});
  if (matters <= 0) {
    document.refuse(entry.value.at, "matters is " + in_quotes(entry.value.text) +
                                        " (allowed: more than 0), give the smallest difference that matters");
  }
  return matters;
}

void read_aim(const Document& document, const Vocabulary& vocabulary, Scenario& scenario) {
  const Entry* primary = document.root.find("primary");
  const Entry* matters = document.root.find("matters");
  if (primary == nullptr && matters != nullptr) {
    document.refuse(matters->key_at,
                    "matters without primary (it is a difference of the primary indicators), add "
                    "primary = [\"...\"]");
  }
  if (primary == nullptr) return;
  scenario.primary = read_names(document, *primary);
  std::string_view unit;
  for (std::size_t i = 0; i < scenario.primary.size(); ++i) {
    const IndicatorInfo& indicator = find_indicator(document, name_node(*primary, i), vocabulary);
    if (matters != nullptr && i > 0 && indicator.unit != unit) {
      document.refuse(name_node(*primary, i).at, std::string{indicator.name} + " has unit " +
                                                     in_quotes(indicator.unit) + ", the indicator before it " +
                                                     in_quotes(unit) +
                                                     " (one difference that matters has one unit), remove one of them");
    }
    unit = indicator.unit;
  }
  if (matters != nullptr) scenario.matters = read_matters(document, *matters, unit);
}

void read_couplings(const Document& document, Scenario& scenario) {
  const Entry* entry = document.root.find("couplings_off");
  if (entry == nullptr) return;
  const std::vector<std::string> known = names_of(commune::coupling_infos());
  const std::vector<std::string> names = read_names(document, *entry);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::optional<commune::Coupling> coupling = commune::find_coupling(names[i]);
    if (!coupling) {
      document.refuse(name_node(*entry, i).at, "unknown coupling " + in_quotes(names[i]) + suggestion(names[i], known));
    }
    scenario.couplings.switch_off(*coupling);
  }
}

const Entry& site_entry(const Document& document, std::string_view what) {
  const Entry* site = document.root.find("site");
  const Entry* sites = document.root.find("sites");
  if (site != nullptr && sites != nullptr) {
    document.refuse(sites->key_at, "both site and sites (one of them is enough), remove one");
  }
  if (sites != nullptr) return *sites;
  return require(document, document.root, "site", what, "site = \"loos-en-gohelle\"");
}

}  // namespace

std::vector<commune::Site> read_sites(const Document& document, SiteSource& sites, std::string_view what) {
  const Entry& entry = site_entry(document, what);
  std::vector<std::string> names = read_names(document, entry);
  const bool all = names.size() == 1 && names[0] == "*";
  if (all) names = sites.shipped();
  std::vector<commune::Site> loaded;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const Position at = all ? entry.value.at : name_node(entry, i).at;
    commune::Site site = sites.load(names[i], document.where(at));
    const bool repeated = std::any_of(loaded.begin(), loaded.end(), [&](const auto& s) { return s.id == site.id; });
    if (repeated) {
      document.refuse(at, "site " + in_quotes(names[i]) + " has the id " + in_quotes(site.id) +
                              " of a site named before it (ids come from file names), rename its file");
    }
    loaded.push_back(std::move(site));
  }
  return loaded;
}

ScenarioReading read_scenario(const Document& document, const Vocabulary& vocabulary, SiteSource& sites) {
  allow_only(document, document.root, scenario_keys());
  ScenarioReading reading;
  Scenario& scenario = reading.scenario;
  read_words(document, scenario);
  read_calendar(document, scenario);
  read_chance(document, scenario);
  read_couplings(document, scenario);
  Plan plan = read_plan(document, vocabulary, {scenario.start, scenario.days});
  scenario.shocks = std::move(plan.shocks);
  scenario.variants = std::move(plan.variants);
  scenario.parameters = std::move(plan.parameters);
  reading.warnings = std::move(plan.warnings);
  read_aim(document, vocabulary, scenario);
  scenario.sites = read_sites(document, sites, "the scenario");
  const std::vector<std::string> extensions = check_already(document, vocabulary, scenario);
  reading.warnings.insert(reading.warnings.end(), extensions.begin(), extensions.end());
  const std::vector<std::string> missing = check_zones(document, scenario.sites);
  reading.warnings.insert(reading.warnings.end(), missing.begin(), missing.end());
  return reading;
}

}  // namespace essaim::reader
