// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/importer/place_tags.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <initializer_list>
#include <utility>

namespace essaim::importer {

namespace {

using commune::PlaceKind;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

bool holds(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

std::optional<double> number_of(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

/// A grade of school by what it is called in France. Upper schools are left out, for no model knows them.
std::optional<PlaceKind> school_kind(const Tags& tags) {
  const std::string french = folded(tags.whole("school:FR"));
  if (holds(french, {"primaire", "elementaire", "maternelle"})) return PlaceKind::primary_school;
  if (holds(french, {"college"})) return PlaceKind::middle_school;
  if (!french.empty()) return std::nullopt;
  const std::string name = folded(tags.whole("name"));
  if (holds(name, {"college"})) return PlaceKind::middle_school;
  if (holds(name, {"lycee", "universit", "formation"})) return std::nullopt;
  const std::string_view level = tags.whole("isced:level");
  if (!level.empty() && !holds(level, {"0", "1"})) {
    return holds(level, {"2"}) ? std::optional{PlaceKind::middle_school} : std::nullopt;
  }
  return PlaceKind::primary_school;
}

std::optional<PlaceKind> shop_kind(std::string_view shop) {
  if (shop.empty() || is_one_of(shop, {"no", "vacant", "disused"})) return std::nullopt;
  if (is_one_of(shop, {"supermarket", "hypermarket"})) return PlaceKind::supermarket;
  if (is_one_of(shop, {"bakery", "butcher", "cheese", "convenience", "dairy", "deli", "farm", "food", "frozen_food",
                       "greengrocer", "grocery", "health_food", "pasta", "pastry", "seafood"})) {
    return PlaceKind::food_shop;
  }
  return PlaceKind::workplace;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> accents = {
    {{"aàâäÀÂÄ", "a"}, {"eéèêëÉÈÊË", "e"}, {"iîïÎÏ", "i"}, {"oôöÔÖ", "o"}}};

}  // namespace

std::string folded(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if ((c & 0x80) == 0) {
      plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      continue;
    }
    const std::string_view letter = text.substr(i, 2);
    const auto found = std::ranges::find_if(accents, [&](const auto& accent) {
      return letter.size() == 2 && accent.first.find(letter) != std::string_view::npos;
    });
    if (found == accents.end()) {
      plain += c;
    } else {
      plain += found->second;
      ++i;
    }
  }
  return plain;
}

std::optional<PlaceKind> place_kind(const Tags& tags) {
  const std::string_view amenity = tags["amenity"];
  if (amenity == "school") return school_kind(tags);
  if (is_one_of(amenity, {"doctors", "clinic"})) return PlaceKind::doctor;
  if (is_one_of(tags["healthcare"], {"doctor", "clinic"})) return PlaceKind::doctor;
  if (amenity == "townhall") return PlaceKind::town_hall;
  if (amenity == "fuel") return PlaceKind::fuel_station;
  if (const auto kind = shop_kind(tags["shop"])) return kind;
  const bool has_work = (tags.has("office") && !is_one_of(tags["office"], {"no", "vacant"})) || tags.has("craft") ||
                        tags["landuse"] == "industrial" || tags["man_made"] == "works";
  return has_work ? std::optional{PlaceKind::workplace} : std::nullopt;
}

bool looks_residential(const Tags& tags) {
  for (const std::string_view key :
       {"shop", "amenity", "office", "craft", "industrial", "man_made", "leisure", "tourism", "military", "power",
        "aeroway", "railway", "public_transport", "healthcare", "historic", "disused", "abandoned", "ruins"}) {
    if (tags.has(key) && tags[key] != "no") return false;
  }
  return is_one_of(tags["building"], {"yes", "house", "apartments", "residential", "detached", "semidetached_house",
                                      "semi", "terrace", "bungalow", "farm", "dormitory", "villa"});
}

bool is_farmed(const Tags& tags) {
  return is_one_of(tags["landuse"], {"farmland", "meadow", "orchard", "vineyard", "allotments"});
}

Dwellings dwellings_of(const Tags& tags, double footprint_m2) {
  constexpr double most = 2'000;  // no building has more; a typing error has
  if (const auto flats = number_of(tags["building:flats"])) {
    if (*flats >= 1) return {std::min(std::round(*flats), most), false};
  }
  if (tags["building"] != "apartments") return {};
  const std::optional<double> levels = number_of(tags["building:levels"]);
  const bool known = levels && *levels >= 1 && *levels <= 60;
  const double storeys = known ? *levels : assumed_storeys;
  return {std::clamp(std::round(storeys * footprint_m2 / flat_m2), 1.0, most), !known};
}

}  // namespace essaim::importer
