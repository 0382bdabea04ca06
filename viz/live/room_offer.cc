// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/live/room_offer.h"

#include <nlohmann/json.hpp>

#include "models/catalogue/catalogue.h"
#include "viz/live/room.h"

namespace essaim::live {
namespace {

using nlohmann::ordered_json;

ordered_json words_json(const Words& words) { return {{"fr", words.fr}, {"en", words.en}}; }

ordered_json kind_json(const commune::ActionInfo& info) {
  ordered_json kind{{"name", info.name},
                    {"label", words_json(info.label)},
                    {"meaning", words_json(info.meaning)},
                    {"decided_by", words_json(info.decided_by)},
                    {"theme", info.theme},
                    {"excludes", info.excludes}};
  if (commune::own_settings(info) == 0) return kind;
  const Setting& size = info.settings[0];
  const std::size_t lead = commune::own_settings(info);
  kind["size"] = {{"unit", size.unit},
                  {"meaning", words_json(size.meaning)},
                  {"low", size.allowed.low},
                  {"high", size.allowed.high},
                  {"strong", strong_size(info)}};
  kind["lead_days"] = info.settings[lead].fallback;
  return kind;
}

ordered_json variant_json(const catalogue::Variant& variant) {
  ordered_json measures = ordered_json::array();
  for (const catalogue::Action& action : variant.measures) {
    const commune::ActionInfo& info = catalogue::measure_infos()[action.kind];
    const std::size_t lead = commune::own_settings(info);
    ordered_json measure{{"kind", info.name},
                         {"start", action.start.day()},
                         {"lead_days", action.settings[lead]},
                         {"title", action.title}};
    measure["size"] = lead > 0 ? ordered_json(action.settings[0]) : ordered_json(nullptr);
    measures.push_back(std::move(measure));
  }
  return measures;
}

}  // namespace

std::string room_offer(const catalogue::Scenario& scenario) {
  ordered_json offer{{"kinds", ordered_json::array()},
                     {"variants", ordered_json::array()},
                     {"shocks", ordered_json::array()},
                     {"fixed", ordered_json::array()}};
  for (const commune::ActionInfo& info : catalogue::measure_infos()) offer["kinds"].push_back(kind_json(info));
  for (const catalogue::Variant& variant : scenario.variants) offer["variants"].push_back(variant_json(variant));
  for (const catalogue::Action& shock : scenario.shocks) {
    const commune::ActionInfo& info = catalogue::shock_infos()[shock.kind];
    offer["shocks"].push_back({{"kind", info.name}, {"label", words_json(info.label)}, {"start", shock.start.day()}});
  }
  const auto& parameters = catalogue::parameter_infos();
  for (std::size_t i = 0; i < scenario.parameters.size(); ++i) {
    if (scenario.parameters[i]) offer["fixed"].push_back(parameters[i].name);
  }
  return offer.dump();
}

}  // namespace essaim::live
