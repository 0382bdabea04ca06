// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/already_reader.h"

#include <algorithm>

#include "scenarios/reader/names.h"
#include "scenarios/reader/values.h"

namespace essaim::reader {

namespace {

using catalogue::Action;
using commune::AlreadyDone;

/// "Eco-quarter: 12 houses (2019, source: a page)"
std::string words(const AlreadyDone& done) {
  std::string text = done.what_en.empty() ? in_quotes(done.id) : done.what_en;
  std::string origin = done.year == 0 ? "" : std::to_string(done.year);
  if (!done.source.empty()) origin += (origin.empty() ? "source: " : ", source: ") + done.source;
  return origin.empty() ? text : text + " (" + origin + ")";
}

bool moves(const commune::ActionInfo& info, commune::Condition condition) {
  if (info.effects == nullptr) return false;
  std::vector<double> settings;
  for (const Setting& setting : info.settings) settings.push_back(setting.fallback);
  const auto effects = info.effects(settings, Time{}, Time::start_of_day(1));
  return std::any_of(effects.begin(), effects.end(), [&](const auto& effect) { return effect.condition == condition; });
}

class AlreadyCheck {
 public:
  AlreadyCheck(const Document& document, const Vocabulary& vocabulary, const std::vector<commune::Site>& sites)
      : document_{document}, vocabulary_{vocabulary}, sites_{sites} {}

  void check_measure(const Node& table, const Action& action) {
    const Entry* extend = table.find("extend");
    const bool extends = extend != nullptr && extend->value.boolean;
    const Node& kind = table.find("kind")->value;
    bool found = false;
    for (const commune::Site& site : sites_) {
      const AlreadyDone* done = existing(site, action);
      if (done == nullptr) continue;
      if (!extends) refuse_twice(kind, site, *done);
      warnings.push_back(document_.where(extend->key_at) + ": " + kind.text + " extends what " + site.name +
                         " already does, " + words(*done) +
                         "; its settings are what comes on top, no model gives what exists an effect of its own");
      found = true;
    }
    if (!extends || found) return;
    document_.refuse(extend->key_at, "extend, but no site of the scenario already has " + in_quotes(kind.text) +
                                         " (under [already] in its pilot file), remove extend");
  }

  void check_removals(const Entry& remove) const {
    const std::vector<std::string> names = read_names(document_, remove);
    for (std::size_t i = 0; i < names.size(); ++i) {
      const AlreadyDone* done = nullptr;
      std::vector<std::string> known;
      for (const commune::Site& site : sites_) {
        for (const AlreadyDone& one : site.already) {
          if (one.id == names[i] && done == nullptr) done = &one;
          if (std::find(known.begin(), known.end(), one.id) == known.end()) known.push_back(one.id);
        }
      }
      const Position at = name_node(remove, i).at;
      if (done == nullptr) refuse_unknown(at, names[i], known);
      document_.refuse(at, in_quotes(names[i]) + " cannot be removed: " + words(*done) +
                               " is in the baseline only as a description (no model gives it an effect, so the variant "
                               "would equal one with it), remove it from this list");
    }
  }

  std::vector<std::string> warnings;

 private:
  const AlreadyDone* existing(const commune::Site& site, const Action& action) const {
    const auto found = std::find_if(site.already.begin(), site.already.end(),
                                    [&](const AlreadyDone& done) { return is_same(done, action); });
    return found == site.already.end() ? nullptr : &*found;
  }

  bool is_same(const AlreadyDone& done, const Action& action) const {
    if (done.id == vocabulary_.measures[action.kind].name) return true;
    for (const commune::ActionInfo& info : vocabulary_.measures) {
      if (info.name != done.id) continue;
      return std::any_of(action.composed.begin(), action.composed.end(),
                         [&](const auto& effect) { return moves(info, effect.first); });
    }
    return false;
  }

  [[noreturn]] void refuse_twice(const Node& kind, const commune::Site& site, const AlreadyDone& done) const {
    const std::string as = done.id == kind.text ? "" : ", by what it moves";
    document_.refuse(kind.at, site.name + " already has " + in_quotes(done.id) + as + ": " + words(done) +
                                  ", part of its baseline (see [already] in its pilot file), write extend = true if "
                                  "this comes on top of it, or remove the measure or the site");
  }

  [[noreturn]] void refuse_unknown(Position at, const std::string& name, const std::vector<std::string>& known) const {
    document_.refuse(at, "remove names " + in_quotes(name) + ", which no site of the scenario already does" +
                             (known.empty() ? ", remove it from this list" : suggestion(name, known)));
  }

  const Document& document_;
  const Vocabulary& vocabulary_;
  const std::vector<commune::Site>& sites_;
};

}  // namespace

std::vector<std::string> check_already(const Document& document, const Vocabulary& vocabulary,
                                       const catalogue::Scenario& scenario) {
  AlreadyCheck check{document, vocabulary, scenario.sites};
  const Entry* variants = document.root.find("variant");
  for (const catalogue::Variant& variant : scenario.variants) {
    const Entry* table = variants == nullptr ? nullptr : variants->value.find(variant.name);
    if (table == nullptr) continue;  // the baseline
    if (const Entry* remove = table->value.find("remove")) check.check_removals(*remove);
    for (std::size_t i = 0; i < variant.measures.size(); ++i) {
      check.check_measure(table->value.find("measure")->value.items[i], variant.measures[i]);
    }
  }
  return check.warnings;
}

}  // namespace essaim::reader
