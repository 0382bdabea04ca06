// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/cli/pilot_draft.h"

#include <algorithm>
#include <array>

#include "scenarios/cli/figure_answer.h"
#include "scenarios/cli/folded_name.h"
#include "scenarios/reader/pilot_checks.h"

namespace essaim::cli {
namespace {

using commune::Figure;
using commune::FigureId;
using commune::FigureInfo;
using enum commune::FigureId;

constexpr std::array asked = {
    population,
    area,
    households,
    households_with_car,
    income_median,
    income_d1,
    income_d9,
    dwellings,
    houses,
    owners,
    age_0_14,
    age_15_29,
    age_30_44,
    age_45_59,
    age_60_74,
    age_75_plus,
    supermarkets,
    primary_schools,
    general_practitioners,
    farmland,
};

std::string toml_text(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c == '\n' || c == '\r' ? ' ' : c;
  }
  return result += '"';
}

std::string_view mark_text(Mark mark) {
  return mark == Mark::measured ? "measured" : mark == Mark::published ? "published" : "assumption";
}

std::string line(std::string_view key, std::string_view value) {
  return value.empty() ? std::string{} : std::string{key}.append(" = ").append(toml_text(value)).append("\n");
}

std::string list_text(const std::vector<std::string>& texts) {
  std::string result;
  for (const std::string& text : texts) result += (result.empty() ? "" : ", ") + toml_text(text);
  return "[" + result + "]";
}

std::string figure_line(const FigureInfo& info, const Figure& figure) {
  std::string text{info.name};
  text += " = { value = " + toml_text(reader::value_text(figure.value, info.unit));
  if (figure.mark == Mark::assumption || figure.stand_in || figure.uncertain()) {
    text += ", range = [" + toml_text(reader::value_text(figure.range.low, info.unit)) + ", " +
            toml_text(reader::value_text(figure.range.high, info.unit)) + "]";
  }
  text += ", year = " + std::to_string(figure.year) + ", source = " + toml_text(figure.source) +
          ", mark = " + toml_text(mark_text(figure.mark));
  return text + ", stand_in = " + (figure.stand_in ? "true" : "false") + " }\n";
}

std::string words_text(const PilotDraft& draft, const term::Locale& locale) {
  const commune::Site& site = draft.site;
  std::string text = "# " + locale.say("new.file.head", {{"date", draft.today.text()}}) + "\n";
  text += line("name", site.name) + line("insee", site.insee) + line("kind", site.kind);
  if (!site.members.empty()) text += "members = " + list_text(site.members) + "\n";
  text += line("outline", draft.outline);
  text += line("departement", site.departement) + line("region", site.region) + line("epci", site.epci);
  const std::string_view settlement = commune::settlement_names[static_cast<std::size_t>(site.settlement)];
  text += "settlement = " + toml_text(settlement);
  if (!draft.settlement_known) text += "  # " + locale.say("new.file.settlement");
  text += std::string{"\nillustration = "} + (site.illustration ? "true" : "false") + "  # " +
          locale.say("new.file.illustration") + "\n";
  if (!site.credits.empty()) text += "credits = " + list_text(site.credits) + "\n";
  if (draft.known && !draft.known->neighbours.empty()) {
    text += "# " + locale.say("new.file.neighbours", {{"source", draft.known_source}}) + "\n#  ";
    for (const std::string& one : draft.known->neighbours) text += " " + one + ";";
    text.back() = '\n';
  }
  return text;
}

std::string stand_ins_text(const PilotDraft& draft, const term::Locale& locale) {
  std::string text;
  for (const FigureId id : asked) {
    if (draft.figure(id).present) continue;
    const FigureInfo& info = commune::figure_info(id);
    const Figure figure = draft.site.figure(id);
    if (!figure.present) continue;
    text += "#   " + std::string{info.name} + ": " + shown(info, figure.value, locale) + " (" +
            shown(info, figure.range.low, locale) + " – " + shown(info, figure.range.high, locale) + "), " +
            figure.source + "\n";
  }
  const std::string head = text.empty() ? std::string{} : "# " + locale.say("new.file.stand_ins") + "\n";
  return "\n" + head + text + "# " + locale.say("new.file.others") + "\n";
}

std::string already_text(const PilotDraft& draft, const term::Locale& locale) {
  std::string text = "\n# " + locale.say("new.file.already") + "\n[already]\n";
  for (const commune::AlreadyDone& done : draft.site.already) {
    text += done.id + " = { what_fr = " + toml_text(done.what_fr) + ", what_en = " + toml_text(done.what_en);
    if (!done.value.empty()) text += ", value = " + toml_text(done.value);
    text += ", year = " + std::to_string(done.year) + ", source = " + toml_text(done.source) +
            ", mark = " + toml_text(mark_text(done.mark)) + " }\n";
  }
  return text;
}

}  // namespace

std::span<const FigureId> asked_figures() { return asked; }

void take_known(PilotDraft& draft, Take what) {
  if (!draft.known) return;
  const KnownCommune& known = *draft.known;
  commune::Site& site = draft.site;
  const auto fill = [](std::string& empty, const std::string& with) {
    if (empty.empty()) empty = with;
  };
  fill(site.name, known.name);
  fill(site.insee, known.code);
  fill(site.departement, known.departement);
  fill(site.region, known.region);
  fill(site.epci, known.epci);
  const bool one_commune = site.kind == "commune";
  if (what == Take::words || !one_commune || known.population < 1 || draft.known_year == 0) return;
  if (draft.figure(population).present) return;
  draft.figure(population) = {.value = known.population,
                              .range = {known.population, known.population},
                              .year = draft.known_year,
                              .source = "INSEE, population municipale, " + draft.known_source,
                              .mark = Mark::published,
                              .present = true};
}

Figure resident_figure(const PilotDraft& draft, double value, Range range, bool spread_known,
                       const term::Locale& locale) {
  return {.value = value,
          .range = range,
          .year = draft.today.year,
          .source = locale.say(spread_known ? "new.source.residents" : "new.source.residents_spread",
                               {{"date", draft.today.text()}}),
          .mark = Mark::assumption,
          .present = true};
}

void complete_flats(PilotDraft& draft, const term::Locale& locale) {
  constexpr double other_dwellings = 0.02;  // neither houses nor flats, at most in the pilots
  const Figure& of_houses = draft.figure(houses);
  if (!of_houses.present || draft.figure(flats).present) return;
  Figure& rest = draft.figure(flats);
  rest = of_houses;
  rest.value = 1 - of_houses.value;
  rest.range = {std::max(0.0, 1 - of_houses.range.high - other_dwellings), 1 - of_houses.range.low};
  rest.source = locale.say("new.source.complement", {{"source", of_houses.source}});
  rest.mark = Mark::assumption;
}

void complete_credits(PilotDraft& draft) {
  if (!draft.site.credits.empty()) return;
  const auto of_insee = [](const Figure& figure) {
    return figure.present && figure.mark == Mark::published && folded(figure.source).starts_with("insee");
  };
  const auto& figures = draft.site.figures;
  if (std::any_of(figures.begin(), figures.end(), of_insee)) {
    draft.site.credits = {"Source : Insee, Licence Ouverte 2.0"};
  }
}

void add_already(PilotDraft& draft, const std::string& sentence, const term::Locale& locale) {
  std::vector<commune::AlreadyDone>& already = draft.site.already;
  std::string id = key_of(sentence);
  if (id.empty()) id = "action";
  const auto taken = [&](const std::string& name) {
    return std::any_of(already.begin(), already.end(), [&](const auto& done) { return done.id == name; });
  };
  std::string name = id;
  for (int number = 2; taken(name); ++number) name = id + "_" + std::to_string(number);
  already.push_back({.id = name,
                     .what_fr = sentence,
                     .what_en = sentence,
                     .value = {},
                     .year = draft.today.year,
                     .source = locale.say("new.source.residents", {{"date", draft.today.text()}}),
                     .mark = Mark::assumption});
}

std::string pilot_text(const PilotDraft& draft, const term::Locale& locale) {
  std::string text = words_text(draft, locale) + "\n";
  for (const FigureInfo& info : commune::figure_infos()) {
    const Figure& figure = draft.figure(info.id);
    if (figure.present) text += figure_line(info, figure);
  }
  text += stand_ins_text(draft, locale);
  return text + already_text(draft, locale);
}

}  // namespace essaim::cli
