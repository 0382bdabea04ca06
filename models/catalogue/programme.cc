// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/catalogue/programme.h"

#include <algorithm>
#include <string>

#include "engine/core/hash.h"
#include "models/catalogue/catalogue.h"

namespace essaim::catalogue {

namespace {

std::vector<commune::Effect> effects_of(const Action& action, const commune::ActionInfo& info) {
  const Time end = action.start + action.duration;
  std::vector<commune::Effect> effects = info.effects(action.settings, action.start, end);
  for (const auto& [condition, value] : action.composed) effects.push_back({condition, value, action.start, end});
  for (commune::Effect& effect : effects) effect.zones = action.zones;
  return effects;
}

bool is_inert(const std::vector<commune::Effect>& effects) {
  return std::all_of(effects.begin(), effects.end(), [](const commune::Effect& effect) {
    return effect.value == commune::info(effect.condition).otherwise;
  });
}

/// By its kind, composed measures by their title, and how many of that name are at work already.
std::uint32_t chance_of(const Action& action, std::vector<std::uint32_t>& named) {
  named.push_back(fnv1a_32(std::string{measure_infos()[action.kind].name} + action.title));
  return mix32(named.back() + static_cast<std::uint32_t>(std::ranges::count(named, named.back())) - 1);
}

}  // namespace

std::vector<commune::Effect> shock_effects(const Scenario& scenario) {
  std::vector<commune::Effect> effects;
  for (std::uint32_t i = 0; i < scenario.shocks.size(); ++i) {
    const Action& shock = scenario.shocks[i];
    auto added = effects_of(shock, shock_infos()[shock.kind]);
    for (commune::Effect& effect : added) effect.shock = i;
    effects.insert(effects.end(), added.begin(), added.end());
  }
  return effects;
}

commune::Programme programme_of(const Scenario& scenario, const Variant& variant, Shocks shocks) {
  commune::Programme programme;
  for (const Variant& any : scenario.variants) {
    programme.rows = std::max(programme.rows, static_cast<std::uint32_t>(any.measures.size()));
  }
  std::vector<std::uint32_t> named;
  if (shocks == Shocks::with) programme.effects = shock_effects(scenario);
  for (const Action& action : variant.measures) {
    const commune::ActionInfo& info = measure_infos()[action.kind];
    auto effects = effects_of(action, info);
    if (is_inert(effects)) continue;
    for (commune::Effect& effect : effects) {
      effect.measure = static_cast<std::uint32_t>(programme.measures.size());
      effect.start = Time{};  // from its opening on, whenever that is: before, its strength is 0
    }
    programme.effects.insert(programme.effects.end(), effects.begin(), effects.end());
    programme.measures.push_back({&info, action.decision, commune::needs_of(action.settings), action.start,
                                  action.start + action.duration, chance_of(action, named)});
  }
  return programme;
}

}  // namespace essaim::catalogue
