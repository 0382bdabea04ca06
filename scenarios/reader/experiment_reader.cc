// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/experiment_reader.h"

#include <algorithm>
#include <utility>

#include "scenarios/reader/design_reader.h"
#include "scenarios/reader/names.h"
#include "scenarios/reader/path.h"
#include "scenarios/reader/scenario_reader.h"

namespace essaim::reader {

namespace {

/// Reads one experiment.
class ExperimentReader {
 public:
  ExperimentReader(const Document& experiment, Document scenario, const Vocabulary& vocabulary, SiteSource& sites)
      : file_{experiment}, scenario_{std::move(scenario)}, vocabulary_{vocabulary}, sites_{sites} {}

  Experiment read() {
    allow_only(file_, file_.root,
               {"title", "scenario", "site", "sites", "seed", "design", "points", "replicates", "half_width", "of",
                "min", "max", "indicators", "factor", "point"});
    refuse_adaptive_replicates();
    override_scenario();
    ScenarioReading reading = read_scenario(scenario_, vocabulary_, sites_);
    result_.base = std::move(reading.scenario);
    result_.warnings = std::move(reading.warnings);
    const Entry* title = file_.root.find("title");
    result_.title = title == nullptr ? result_.base.title : read_text(file_, *title);
    result_.indicators = read_indicators();
    const Design design = read_design(file_, scenario_, vocabulary_, result_.base.seed);
    result_.design = design.kind;
    result_.warnings.insert(result_.warnings.end(), design.warnings.begin(), design.warnings.end());
    for (const auto& levels : design.points) result_.points.push_back(point_at(design.factors, levels));
    for (const ReadFactor& factor : design.factors) result_.factors.push_back({factor.path, factor.unit});
    return std::move(result_);
  }

 private:
  void refuse_adaptive_replicates() const {
    for (const std::string_view key : {"half_width", "of", "min", "max"}) {
      if (const Entry* entry = file_.root.find(key)) {
        file_.refuse(entry->key_at, std::string{key} +
                                        " is not available in this version (replicates are a fixed "
                                        "number), write for example replicates = 20");
      }
    }
  }

  // What the experiment says about sites, seed and replicates replaces what the scenario says.
  void override_scenario() {
    scenario_.sources.push_back(file_.sources.front());
    source_ = static_cast<std::uint32_t>(scenario_.sources.size() - 1);
    for (const std::string_view key : {"site", "sites", "seed", "replicates"}) {
      const Entry* entry = file_.root.find(key);
      if (entry == nullptr) continue;
      Node value = entry->value;
      change_source(value, source_);
      set_path(scenario_, key, std::move(value));
    }
  }

  std::vector<std::string> read_indicators() const {
    std::vector<std::string> known = names_of(vocabulary_.indicators);
    const Entry* entry = file_.root.find("indicators");
    if (entry == nullptr) return known;
    const std::vector<std::string> patterns = read_names(file_, *entry);
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      const auto fits = [&](const std::string& name) { return matches(name, patterns[i]); };
      if (std::any_of(known.begin(), known.end(), fits)) continue;
      file_.refuse(name_node(*entry, i).at,
                   "no indicator is named " + in_quotes(patterns[i]) + suggestion(patterns[i], known));
    }
    std::vector<std::string> chosen;
    for (const std::string& name : known) {
      const auto fits = [&](const std::string& pattern) { return matches(name, pattern); };
      if (std::any_of(patterns.begin(), patterns.end(), fits)) chosen.push_back(name);
    }
    return chosen;
  }

  DesignPoint point_at(const std::vector<ReadFactor>& factors, const std::vector<Level>& levels) {
    DesignPoint point;
    for (std::size_t f = 0; f < factors.size(); ++f) {
      Position at = levels[f].at;
      at.source = source_;
      set_path(scenario_, factors[f].path, node_of(factors[f].target, levels[f], at));
      point.values.push_back(levels[f].value);
      point.texts.push_back(levels[f].text);
    }
    point.plan = read_plan(scenario_, vocabulary_, {result_.base.start, result_.base.days});
    return point;
  }

  const Document& file_;
  Document scenario_;
  const Vocabulary& vocabulary_;
  SiteSource& sites_;
  std::uint32_t source_ = 0;  // of the experiment file, in the scenario's document
  Experiment result_;
};

}  // namespace

catalogue::Scenario Experiment::scenario_at(std::size_t point) const {
  catalogue::Scenario scenario = base;
  const Plan& plan = points.at(point).plan;
  scenario.shocks = plan.shocks;
  scenario.variants = plan.variants;
  scenario.parameters = plan.parameters;
  return scenario;
}

Experiment read_experiment(const Document& experiment, Document scenario, const Vocabulary& vocabulary,
                           SiteSource& sites) {
  return ExperimentReader{experiment, std::move(scenario), vocabulary, sites}.read();
}

std::string scenario_of(const Document& experiment) {
  return read_text(experiment,
                   require(experiment, experiment.root, "scenario", "the experiment", "scenario = \"canicule.toml\""));
}

}  // namespace essaim::reader
