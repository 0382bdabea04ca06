// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/zone_reader.h"

#include <algorithm>

#include "scenarios/reader/names.h"
#include "scenarios/reader/values.h"

namespace essaim::reader {

namespace {

using commune::zone_names;

std::vector<std::string> known_zones() { return {zone_names.begin(), zone_names.end()}; }

bool has_zone(const commune::Site& site, std::string_view zone) {
  const bool is_hamlets = zone == zone_names[static_cast<std::size_t>(commune::Zone::hamlets)];
  return !is_hamlets || site.settlement == commune::Settlement::rural;
}

std::string kinds_by_zone(const Vocabulary& vocabulary) {
  std::vector<std::string> names;
  for (const commune::ActionInfo& info : vocabulary.shocks) {
    if (acts_by_zone(info)) names.emplace_back(info.name);
  }
  return listed(names);
}

void check_zone(const Document& document, const Node& zone, const std::vector<commune::Site>& sites,
                std::vector<std::string>& warnings) {
  std::vector<std::string> without;
  for (const commune::Site& site : sites) {
    if (!has_zone(site, zone.text)) without.push_back(site.id);
  }
  if (without.empty()) return;
  if (without.size() == sites.size()) {
    document.refuse(zone.at, listed(without) + (without.size() == 1 ? " has" : " have") + " no zone " +
                                 in_quotes(zone.text) +
                                 " (only rural communes have it), remove it or choose "
                                 "another site");
  }
  warnings.push_back(document.where(zone.at) + ": zone " + in_quotes(zone.text) + " is missing in " + listed(without) +
                     " (only rural communes have it), the shock does less there");
}

}  // namespace

bool acts_by_zone(const commune::ActionInfo& info) {
  if (info.effects == nullptr) return false;
  std::vector<double> settings;
  for (const Setting& setting : info.settings) settings.push_back(setting.fallback);
  const auto effects = info.effects(settings, Time{}, Time::start_of_day(10));
  return std::any_of(effects.begin(), effects.end(), [](const commune::Effect& effect) {
    return commune::info(effect.condition).extent == commune::Extent::zones;
  });
}

std::uint8_t read_zones(const Document& document, const Entry& entry, const commune::ActionInfo& info,
                        const Vocabulary& vocabulary) {
  if (!acts_by_zone(info)) {
    document.refuse(entry.key_at, "zones of " + std::string{info.name} + " (it reaches the whole commune; by zone: " +
                                      kinds_by_zone(vocabulary) + "), remove it");
  }
  if (entry.value.kind == NodeKind::array && entry.value.items.empty()) {
    document.refuse(entry.value.at, "zones is an empty list (allowed: " + listed(known_zones()) +
                                        "), name at least one, or remove it for the whole commune");
  }
  const std::vector<std::string> names = read_names(document, entry);
  unsigned mask = 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto found = std::find(zone_names.begin(), zone_names.end(), names[i]);
    if (found == zone_names.end()) {
      document.refuse(name_node(entry, i).at,
                      "unknown zone " + in_quotes(names[i]) + suggestion(names[i], known_zones()));
    }
    mask |= 1u << static_cast<unsigned>(found - zone_names.begin());
  }
  return static_cast<std::uint8_t>(mask);
}

std::vector<std::string> check_zones(const Document& document, const std::vector<commune::Site>& sites) {
  std::vector<std::string> warnings;
  const Entry* shocks = document.root.find("shock");
  if (shocks == nullptr) return warnings;
  for (const Node& shock : shocks->value.items) {
    const Entry* zones = shock.find("zones");
    if (zones == nullptr) continue;
    const std::size_t count = zones->value.kind == NodeKind::array ? zones->value.items.size() : 1;
    for (std::size_t i = 0; i < count; ++i) check_zone(document, name_node(*zones, i), sites, warnings);
  }
  return warnings;
}

}  // namespace essaim::reader
