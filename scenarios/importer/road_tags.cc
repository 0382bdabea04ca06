// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/importer/road_tags.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <initializer_list>

namespace essaim::importer {

namespace {

/// What a class of road is assumed to be: French limits outside towns for through roads, those of towns for streets.
struct ClassRule {
  std::string_view highway;
  RoadClass road;
  double speed_km_h;
  bool car;
  bool foot;
};
constexpr std::array class_rules = {
    ClassRule{"motorway", RoadClass::motorway, 130, true, false},
    ClassRule{"motorway_link", RoadClass::motorway, 70, true, false},
    ClassRule{"trunk", RoadClass::motorway, 110, true, true},
    ClassRule{"trunk_link", RoadClass::motorway, 70, true, true},
    ClassRule{"primary", RoadClass::major, 80, true, true},
    ClassRule{"primary_link", RoadClass::major, 50, true, true},
    ClassRule{"secondary", RoadClass::major, 80, true, true},
    ClassRule{"secondary_link", RoadClass::major, 50, true, true},
    ClassRule{"tertiary", RoadClass::minor, 80, true, true},
    ClassRule{"tertiary_link", RoadClass::minor, 50, true, true},
    ClassRule{"unclassified", RoadClass::minor, 50, true, true},
    ClassRule{"road", RoadClass::minor, 50, true, true},
    ClassRule{"residential", RoadClass::street, 30, true, true},
    ClassRule{"living_street", RoadClass::street, 20, true, true},
    ClassRule{"service", RoadClass::street, 20, true, true},
    ClassRule{"track", RoadClass::track, 15, false, true},
    ClassRule{"pedestrian", RoadClass::path, 5, false, true},
    ClassRule{"footway", RoadClass::path, 5, false, true},
    ClassRule{"path", RoadClass::path, 5, false, true},
    ClassRule{"steps", RoadClass::path, 5, false, true},
    ClassRule{"cycleway", RoadClass::path, 15, false, true},
    ClassRule{"bridleway", RoadClass::path, 5, false, true},
};

/// Limits that are words; of those of a country ("FR:urban") what follows the colon.
struct WordedSpeed {
  std::string_view word;
  double km_h;
};
constexpr std::array worded_speeds = {
    WordedSpeed{"urban", 50},     WordedSpeed{"zone30", 30},        WordedSpeed{"zone:30", 30},
    WordedSpeed{"zone20", 20},    WordedSpeed{"living_street", 20}, WordedSpeed{"walk", 6},
    WordedSpeed{"motorway", 130}, WordedSpeed{"trunk", 110},        WordedSpeed{"none", 130},
};
constexpr double french_rural_km_h = 80;
constexpr double highest_km_h = 130;
constexpr double km_per_mile = 1.609'344;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

std::optional<double> one_speed(std::string_view text) {
  if (text == "FR:rural") return french_rural_km_h;
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc{}) {
    std::string_view unit{end, static_cast<std::size_t>(text.data() + text.size() - end)};
    unit.remove_prefix(std::min(unit.find_first_not_of(' '), unit.size()));
    if (unit == "mph") number = std::round(number * km_per_mile);
    if (!is_one_of(unit, {"", "mph", "km/h", "kmh", "kph"}) || !(number >= 1)) return std::nullopt;
    return std::min(number, highest_km_h);
  }
  const std::size_t colon = text.find(':');
  const bool has_country = colon == 2 && text.substr(0, 4) != "zone";
  const std::string_view word = has_country ? text.substr(colon + 1) : text;
  if (has_country) {
    if (const std::optional<double> limit = one_speed(word)) return limit;  // "FR:30"
  }
  const auto found = std::ranges::find(worded_speeds, word, &WordedSpeed::word);
  return found == worded_speeds.end() ? std::nullopt : std::optional{found->km_h};
}

/// What a key about access says; the most particular key that is there decides.
std::optional<bool> allowed(const Tags& tags, std::initializer_list<std::string_view> keys, bool for_vehicles) {
  for (const std::string_view key : keys) {
    const std::string_view value = tags[key];
    if (value.empty()) continue;
    if (is_one_of(value, {"no", "private", "military", "emergency"})) return false;
    const bool is_for_work = is_one_of(value, {"agricultural", "forestry", "delivery", "psv", "bus"});
    if (is_for_work && for_vehicles) return false;
    if (is_for_work) continue;  // walkers are hardly ever meant
    if (is_one_of(value, {"yes", "designated", "permissive", "destination", "customers", "official", "permit"})) {
      // "access=yes" neither makes a footpath a road for cars nor lets walkers onto a motorway.
      if (key == "access" || (key == "vehicle" && !for_vehicles)) continue;
      return true;
    }
  }
  return std::nullopt;
}

Direction direction_of(const Tags& tags) {
  const std::string_view written = tags.has("oneway:motor_vehicle") ? tags["oneway:motor_vehicle"] : tags["oneway"];
  if (is_one_of(written, {"yes", "true", "1"})) return Direction::forwards;
  if (is_one_of(written, {"-1", "reverse"})) return Direction::backwards;
  if (!written.empty()) return Direction::both;  // no; reversible and alternating serve both ways in turn
  const bool is_round = is_one_of(tags["junction"], {"roundabout", "circular"});
  return is_round || tags["highway"] == "motorway" ? Direction::forwards : Direction::both;
}

void set_speed(const Tags& tags, RoadUse& use) {
  for (const std::string_view key :
       {"maxspeed", "maxspeed:forward", "maxspeed:backward", "source:maxspeed", "maxspeed:type", "zone:traffic"}) {
    const std::optional<double> limit = speed_of(tags.whole(key));
    if (!limit) continue;
    use.speed_km_h = *limit;
    use.speed_tagged = true;
    return;
  }
}

}  // namespace

std::optional<double> speed_of(std::string_view text) {
  std::optional<double> lowest;
  for (const std::string_view value : values_of(text)) {
    const std::optional<double> one = one_speed(value);
    if (one && (!lowest || *one < *lowest)) lowest = one;
  }
  return lowest;
}

std::optional<RoadUse> road_by_class(std::string_view highway) {
  const auto rule = std::ranges::find(class_rules, highway, &ClassRule::highway);
  if (rule == class_rules.end()) return std::nullopt;
  return RoadUse{rule->road, rule->speed_km_h, false, Direction::both, rule->car, rule->foot};
}

std::optional<RoadUse> road_use(const Tags& tags) {
  std::optional<RoadUse> use = road_by_class(tags["highway"]);
  if (!use) return std::nullopt;
  use->car = allowed(tags, {"motorcar", "motor_vehicle", "vehicle", "access"}, true).value_or(use->car);
  const bool walk = tags["motorroad"] != "yes" && use->foot;
  const bool on_foot = allowed(tags, {"foot", "access"}, false).value_or(walk);
  const bool by_bike = allowed(tags, {"bicycle", "vehicle", "access"}, false).value_or(walk);
  use->foot = on_foot || by_bike;
  if (use->car) {
    use->cars = direction_of(tags);
    set_speed(tags, *use);
  }
  return use;
}

}  // namespace essaim::importer
