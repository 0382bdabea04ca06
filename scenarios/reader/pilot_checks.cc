// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/pilot_checks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <tuple>

#include "scenarios/reader/names.h"
#include "scenarios/reader/quantity_text.h"

namespace essaim::reader {

namespace {

using commune::Figure;
using commune::FigureId;
using commune::Site;
using enum commune::FigureId;
using Kind = Contradiction::Kind;
using Found = std::optional<Contradiction>;

constexpr double rounding = 0.02;    // of shares that are printed without decimals
constexpr double other_year = 0.05;  // between figures of neighbouring years
constexpr double most_persons = 50;  // that a household can seat
constexpr double most_growth = 20;   // times the residents of 2015
constexpr std::array counted = {population, households};

struct Order {
  FigureId smaller;
  FigureId larger;
};
// A file may give any of the incomes, so each pair of them has its row.
constexpr Order orders[] = {
    {households, population},        {care_home_residents, population}, {residents_15_64, population},
    {active_15_64, residents_15_64}, {unemployed_15_64, active_15_64},  {registered_voters, population},
    {altitude_min, altitude_max},    {households, dwellings},           {farmland, area},
    {natural_areas, area},           {municipal_farm_area, area},       {meadows, farmland},
    {income_d1, income_q1},          {income_d1, income_median},        {income_d1, income_q3},
    {income_d1, income_d9},          {income_q1, income_median},        {income_q1, income_q3},
    {income_q1, income_d9},          {income_median, income_q3},        {income_median, income_d9},
    {income_q3, income_d9},
};

constexpr std::array ages = {age_0_14, age_15_29, age_30_44, age_45_59, age_60_74, age_75_plus};
constexpr std::array types = {one_person_households, couples_without_children, couples_with_children, lone_parents};
constexpr std::array sizes = {one_person_households, households_of_five};
constexpr std::array buildings = {houses, flats};
constexpr std::array tenures = {owners, social_housing};
constexpr std::array uses = {second_homes, vacant_dwellings};
constexpr std::array cover = {farmland, forest_share, urban_share};

const Figure& written(const Site& site, FigureId id) { return site.figures[static_cast<std::size_t>(id)]; }
bool has(const Site& site, FigureId id) { return written(site, id).present; }
double value_of(const Site& site, FigureId id) { return written(site, id).value; }

std::vector<FigureId> present_of(const Site& site, std::span<const FigureId> ids) {
  std::vector<FigureId> present;
  std::copy_if(ids.begin(), ids.end(), std::back_inserter(present), [&](FigureId id) { return has(site, id); });
  return present;
}

double sum_of(const Site& site, std::span<const FigureId> ids) {
  double sum = 0;
  for (const FigureId id : ids) sum += value_of(site, id);
  return sum;
}

Found not_whole(const Site& site) {
  for (const FigureId id : counted) {
    if (has(site, id) && value_of(site, id) != std::floor(value_of(site, id))) {
      return Contradiction{Kind::not_whole, {id}, value_of(site, id), {}, figure_info(id).unit};
    }
  }
  return std::nullopt;
}

Found out_of_order(const Site& site) {
  for (const auto& [smaller, larger] : orders) {
    if (!has(site, smaller) || !has(site, larger)) continue;
    const double limit = value_of(site, larger);
    if (value_of(site, smaller) <= limit) continue;
    return Contradiction{
        Kind::above, {smaller, larger}, value_of(site, smaller), {0, limit}, figure_info(smaller).unit};
  }
  return std::nullopt;
}

Found crowded(const Site& site) {
  if (!has(site, households) || !has(site, population)) return std::nullopt;
  const double persons = value_of(site, population) / value_of(site, households);
  if (persons <= most_persons) return std::nullopt;
  return Contradiction{Kind::crowded, {population, households}, persons, {1, most_persons}, "persons/household"};
}

// Parts of one whole, of which some may be missing.
Found parts_above_one(const Site& site, std::span<const FigureId> parts) {
  const std::vector<FigureId> given = present_of(site, parts);
  const double sum = sum_of(site, given);
  if (given.size() < 2 || sum <= 1 + rounding) return std::nullopt;
  return Contradiction{Kind::sum_above, given, sum, {0, 1}};
}

Found ages_not_one(const Site& site) {
  if (present_of(site, ages).size() < ages.size()) return parts_above_one(site, ages);
  const double sum = sum_of(site, ages);
  if (std::abs(sum - 1) <= rounding + 1e-9) return std::nullopt;
  return Contradiction{Kind::sum_off, {ages.begin(), ages.end()}, sum, {1 - rounding, 1 + rounding}};
}

// Protected areas are a status and may be wooded or farmed; only what covers the ground adds up.
Found cover_above_area(const Site& site) {
  const std::vector<FigureId> given = present_of(site, cover);
  if (given.size() < 2 || !has(site, area)) return std::nullopt;
  double share = 0;
  for (const FigureId id : given) share += value_of(site, id) / (id == farmland ? value_of(site, area) : 1);
  if (share <= 1 + other_year) return std::nullopt;
  std::vector<FigureId> about = given;
  about.push_back(area);
  return Contradiction{Kind::sum_above, std::move(about), share, {0, 1}};
}

Found homes_differ(const Site& site) {
  if (!has(site, households) || !has(site, dwellings) || present_of(site, uses).size() < 2) return std::nullopt;
  const double all = value_of(site, dwellings);
  const double found = value_of(site, households) + sum_of(site, uses) * all;
  if (std::abs(found - all) <= other_year * all) return std::nullopt;
  return Contradiction{Kind::homes_differ,
                       {households, second_homes, vacant_dwellings, dwellings},
                       std::round(found),
                       {std::ceil((1 - other_year) * all), std::floor((1 + other_year) * all)},
                       "dwellings"};
}

Found far_apart(const Site& site) {
  if (!has(site, population) || !has(site, population_2015)) return std::nullopt;
  const double ratio = value_of(site, population) / value_of(site, population_2015);
  if (ratio <= most_growth && ratio * most_growth >= 1) return std::nullopt;
  return Contradiction{Kind::far_apart, {population, population_2015}, ratio, {1 / most_growth, most_growth}};
}

std::string key(FigureId id) { return std::string{figure_info(id).name}; }

std::string figure_text(const Site& site, FigureId id) {
  return key(id) + " " + value_text(value_of(site, id), figure_info(id).unit);
}

std::string joined(const Site& site, std::span<const FigureId> ids, std::string_view between) {
  std::string text;
  for (const FigureId id : ids) text.append(text.empty() ? "" : between).append(figure_text(site, id));
  return text;
}

std::string message(const Site& site, const Contradiction& found) {
  const std::vector<FigureId>& about = found.about;
  const std::string total = value_text(found.found, found.unit);
  switch (found.kind) {
    case Kind::not_whole:
      return key(about[0]) + " is " + total + ", not a whole number (these are counted), write for example " +
             in_quotes(quantity_text(std::round(found.found), found.unit));
    case Kind::above:
      return figure_text(site, about[0]) + " is more than " + figure_text(site, about[1]) +
             " (allowed: " + key(about[0]) + " at most " + value_text(found.allowed.high, found.unit) +
             "), check both figures";
    case Kind::crowded:
      return joined(site, about, " for ") + ", " + quantity_text(std::round(found.found), found.unit) +
             " (allowed: 1 to 50 residents a household), check both figures";
    case Kind::sum_above:
      return joined(site, about, " and ") + " make " + total +
             " (allowed: at most 100 % together), correct one of them";
    case Kind::sum_off:
      return joined(site, about, ", ") + " add up to " + total +
             " (allowed: " + value_text(found.allowed.low, found.unit) + " to " +
             value_text(found.allowed.high, found.unit) + "), correct one of them, or leave one out";
    case Kind::far_apart:
      return joined(site, about, " for ") + ", " + rounded_text(found.found) +
             " times as many (allowed: 0.05 to 20 times), check both figures";
    case Kind::homes_differ:
      return joined(site, about, ", ") + ": main, second and vacant ones make " + total +
             " (allowed: " + value_text(found.allowed.low, found.unit) + " to " +
             value_text(found.allowed.high, found.unit) + "), correct one of them";
  }
  return "";
}

}  // namespace

std::string value_text(double value, std::string_view unit) {
  if (unit != "1") return quantity_text(value, unit);
  return quantity_text(std::round(value * 1e6) / 1e4, "%");
}

std::optional<Contradiction> find_contradiction(const Site& site) {
  if (Found found = not_whole(site)) return found;
  if (Found found = out_of_order(site)) return found;
  if (Found found = crowded(site)) return found;
  if (Found found = ages_not_one(site)) return found;
  for (const std::span<const FigureId> parts :
       {std::span<const FigureId>{types}, std::span<const FigureId>{sizes}, std::span<const FigureId>{buildings},
        std::span<const FigureId>{tenures}, std::span<const FigureId>{uses}}) {
    if (Found found = parts_above_one(site, parts)) return found;
  }
  if (Found found = cover_above_area(site)) return found;
  if (Found found = homes_differ(site)) return found;
  return far_apart(site);
}

void refuse_contradictions(const Document& document, const Site& site) {
  const std::optional<Contradiction> found = find_contradiction(site);
  if (!found) return;
  Position last;
  for (const FigureId id : found->about) {
    const Entry* entry = document.root.find(figure_info(id).name);
    if (entry == nullptr) continue;
    const Entry* value = entry->value.find("value");
    const Position at = value == nullptr ? entry->value.at : value->value.at;
    if (std::tie(at.line, at.column) > std::tie(last.line, last.column)) last = at;
  }
  document.refuse(last, message(site, *found));
}

std::string insee_code_trouble(std::string_view code) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const bool corsican = code.size() == 5 && code[0] == '2' && (code[1] == 'A' || code[1] == 'B');
  const std::string found = "insee is " + in_quotes(code);
  if (code.size() != 5 || !std::all_of(code.begin() + (corsican ? 2 : 0), code.end(), is_digit)) {
    return found + " (expected five characters), write for example \"62528\"";
  }
  if (corsican) return {};
  const std::string rest{code.substr(2)};
  const std::string_view departement = code.substr(0, 2);
  if (departement == "20") {
    return found + " (Corsica is 2A or 2B), did you mean \"2A" + rest + "\" or \"2B" + rest + "\"?";
  }
  constexpr std::array overseas = {"971", "972", "973", "974", "975", "976", "977", "978", "984", "986", "987", "988"};
  if (departement == "97" || departement == "98") {
    if (std::find(overseas.begin(), overseas.end(), code.substr(0, 3)) != overseas.end()) return {};
    return found + " (overseas: 971 to 978, 986 to 988), write for example \"97411\"";
  }
  if (departement >= "01" && departement <= "95") return {};
  return found + " (there is no departement " + std::string{departement} +
         "; they are 01 to 95 with 2A and 2B, and 971 to 976), write for example \"62528\"";
}

}  // namespace essaim::reader
