// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/cli/figure_answer.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "scenarios/reader/names.h"
#include "scenarios/reader/quantity_text.h"

namespace essaim::cli {
namespace {

using commune::FigureId;
using commune::FigureInfo;

// What people write beyond the spellings of files.
constexpr std::pair<std::string_view, std::string_view> spoken[] = {
    {"habitants", "persons"},
    {"habitant", "persons"},
    {"hab", "persons"},
    {"personnes", "persons"},
    {"ménages", "households"},
    {"foyers", "households"},
    {"logements", "dwellings"},
    {"logement", "dwellings"},
    {"médecins", "doctors"},
    {"médecin", "doctors"},
    {"doctor", "doctors"},
    {"écoles", "schools"},
    {"école", "schools"},
    {"magasins", "shops"},
    {"magasin", "shops"},
    {"supermarchés", "shops"},
    {"hectares", "ha"},
    {"hectare", "ha"},
    {"km²", "km2"},
    {"m²", "m2"},
    {"€", "EUR/year"},
    {"euros", "EUR/year"},
    {"EUR", "EUR/year"},
    {"€/an", "EUR/year"},
    {"euros/an", "EUR/year"},
    {"euros par an", "EUR/year"},
    {"€/year", "EUR/year"},
    {"euros a year", "EUR/year"},
    {"€/mois", "EUR/month"},
    {"euros/mois", "EUR/month"},
    {"euros par mois", "EUR/month"},
    {"€/month", "EUR/month"},
    {"pour cent", "%"},
    {"percent", "%"},
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
}

/// "6 896,5 hab" as "6896.5 hab". In English a comma before three digits parts thousands.
std::string plain_number(std::string_view typed, term::Language language) {
  std::string text{typed};
  for (const std::string_view space : {"\u00A0", "\u202F"}) replace_all(text, space, " ");
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool inside = i > 0 && i + 1 < text.size() && is_digit(text[i - 1]) && is_digit(text[i + 1]);
    if (inside && text[i] == ' ') continue;
    if (inside && text[i] == ',') {
      const bool three = i + 3 < text.size() && is_digit(text[i + 2]) && is_digit(text[i + 3]) &&
                         (i + 4 == text.size() || !is_digit(text[i + 4]));
      if (language == term::Language::fr || !three) plain += '.';
      continue;
    }
    plain += text[i];
  }
  return plain;
}

std::string file_unit(std::string_view unit) {
  for (const auto& [said, canonical] : spoken) {
    if (said == unit) return std::string{canonical};
  }
  return std::string{unit};
}

// A number alone says nothing of hectares or square kilometres, and 0.87 may be 0.87 % or 87 %.
bool may_be_misread(const FigureInfo& info, double value) {
  return info.unit == "ha" || (info.unit == "1" && value > 0 && value <= 1);
}

std::string units_of(const FigureInfo& info, const term::Locale& locale) {
  if (info.unit == "1") return "%";
  if (info.unit == "ha") return "ha, km2";
  const std::string key = "new.unit." + std::string{info.unit};
  return locale.knows(key) ? locale.say(key) : std::string{info.unit};
}

std::string number_and_unit(double value, std::string_view unit, const term::Locale& locale) {
  if (unit == "1") return locale.shortest(std::round(value * 1e4) / 1e2) + " %";
  const std::string key = "new.unit." + std::string{unit};
  const double step = std::abs(value) >= 100 ? 1 : 0.01;  // what stands in is not known to a thousandth
  return locale.shortest(std::round(value / step) * step) + " " +
         (locale.knows(key) ? locale.say(key) : std::string{unit});
}

bool is_of_whole_things(std::string_view unit) {
  constexpr std::string_view units[] = {"persons", "households", "dwellings", "shops", "schools", "doctors",
                                        "beds",    "animals",    "farms",     "lists", "jobs",    "meals/day"};
  return std::find(std::begin(units), std::end(units), unit) != std::end(units);
}

bool is_counted(FigureId id) { return id == FigureId::population || id == FigureId::households; }

}  // namespace

std::string shown(const FigureInfo& info, double value, const term::Locale& locale) {
  return number_and_unit(value, info.unit, locale);
}

ReadFigure read_figure(const FigureInfo& info, std::string_view typed, const term::Locale& locale,
                       std::string_view assumed) {
  const std::string text = plain_number(typed, locale.language());
  const std::string allowed = shown(info, info.allowed.low, locale) + " – " + shown(info, info.allowed.high, locale);
  const auto trouble = [&](std::string_view key) {
    return ReadFigure{
        0,
        {},
        locale.say(key,
                   {{"typed", reader::in_quotes(typed)}, {"units", units_of(info, locale)}, {"allowed", allowed}})};
  };
  const std::optional<reader::WrittenQuantity> split = reader::split_quantity(text);
  if (!split) return trouble("new.bad.number");
  std::string unit = file_unit(split->unit);
  if (unit.empty() && assumed.empty() && may_be_misread(info, split->value)) return trouble("new.bad.unclear");
  if (unit.empty()) unit = assumed.empty() ? (info.unit == "1" ? "%" : info.unit) : assumed;
  const std::optional<double> value = reader::to_canonical(split->value, unit, info.unit);
  if (!value) return trouble("new.bad.unit");
  if (*value < info.allowed.low || *value > info.allowed.high) return trouble("new.bad.range");
  if (is_counted(info.id) && *value != std::floor(*value)) return trouble("new.bad.whole");
  return {*value, unit, {}};
}

std::optional<Range> read_ends(const FigureInfo& info, std::string_view typed, const ReadFigure& value,
                               const term::Locale& locale) {
  for (const std::string_view between : {" à ", " to ", " - ", ";", "-"}) {
    const std::size_t at = typed.find(between);
    if (at == std::string_view::npos || at == 0) continue;
    const ReadFigure high = read_figure(info, typed.substr(at + between.size()), locale, value.unit);
    if (!high.trouble.empty()) return std::nullopt;
    const ReadFigure low = read_figure(info, typed.substr(0, at), locale, high.unit);
    if (!low.trouble.empty() || low.value > value.value || high.value < value.value) return std::nullopt;
    return Range{low.value, high.value};
  }
  return std::nullopt;
}

Range tenth_either_way(const FigureInfo& info, double value) {
  const double width = std::abs(value) / 10;
  Range range = {std::max(info.allowed.low, value - width), std::min(info.allowed.high, value + width)};
  // Whole things: residents who count one school are not unsure of a tenth of it.
  const bool whole = value == std::floor(value);
  if (whole && is_of_whole_things(info.unit)) range = {std::round(range.low), std::round(range.high)};
  return {std::max(info.allowed.low, range.low), std::min(info.allowed.high, range.high)};
}

std::string sentence_of(const reader::Contradiction& found, const commune::Site& site, const term::Locale& locale) {
  using Kind = reader::Contradiction::Kind;
  std::vector<std::string> said;
  std::string all;
  for (const FigureId id : found.about) {
    const FigureInfo& info = commune::figure_info(id);
    std::string one{locale.of(info.meaning.fr, info.meaning.en)};
    one += locale.of(" : ", ": ");
    one += shown(info, site.figures[static_cast<std::size_t>(id)].value, locale);
    all += (all.empty() ? "" : " ; ") + one;
    said.push_back(std::move(one));
  }
  const std::string total = number_and_unit(found.found, found.unit, locale);
  switch (found.kind) {
    case Kind::not_whole:
      return locale.say("new.clash.whole", {{"figure", said[0]}});
    case Kind::above:
      return locale.say("new.clash.above", {{"figure", said[0]}, {"other", said[1]}});
    case Kind::crowded:
      return locale.say("new.clash.crowded", {{"figures", all}});
    case Kind::sum_above:
      return locale.say("new.clash.sum", {{"figures", all}, {"total", total}, {"allowed", "≤ 100 %"}});
    case Kind::sum_off:
    case Kind::homes_differ:
      return locale.say("new.clash.sum", {{"figures", all},
                                          {"total", total},
                                          {"allowed", number_and_unit(found.allowed.low, found.unit, locale) + " – " +
                                                          number_and_unit(found.allowed.high, found.unit, locale)}});
    case Kind::far_apart:
      return locale.say("new.clash.far", {{"figures", all}});
  }
  return {};
}

}  // namespace essaim::cli
