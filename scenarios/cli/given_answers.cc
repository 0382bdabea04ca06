// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/cli/given_answers.h"

#include <algorithm>

#include "scenarios/cli/figure_answer.h"
#include "scenarios/reader/names.h"
#include "scenarios/reader/pilot_checks.h"
#include "scenarios/reader/quantity_text.h"
#include "scenarios/reader/values.h"

namespace essaim::cli {
namespace {

using commune::Figure;
using commune::FigureInfo;
using reader::Document;
using reader::Entry;
using reader::Node;
using reader::NodeKind;

constexpr reader::WholeRange years = {1900, 2100};

std::vector<std::string> known_keys() {
  std::vector<std::string> keys = {"name",   "insee", "kind",       "members", "outline", "departement",
                                   "region", "epci",  "settlement", "credits", "already", "illustration"};
  const std::vector<std::string> figures = reader::names_of(commune::figure_infos());
  keys.insert(keys.end(), figures.begin(), figures.end());
  return keys;
}

std::string typed_of(const Document& document, const Node& node, std::string_view key) {
  if (node.kind == NodeKind::text) return node.text;
  if (node.kind == NodeKind::integer || node.kind == NodeKind::number) return reader::number_text(node.number);
  document.refuse(node.at, std::string{key} + ": " + reader::description(node));
}

ReadFigure read_or_refuse(const Document& document, const Node& node, const FigureInfo& info,
                          const term::Locale& locale) {
  ReadFigure read = read_figure(info, typed_of(document, node, info.name), locale);
  if (!read.trouble.empty()) document.refuse(node.at, std::string{info.name} + ": " + read.trouble);
  return read;
}

Figure take_table(const Document& document, const Entry& entry, const FigureInfo& info, const PilotDraft& draft,
                  const term::Locale& locale) {
  const Node& table = entry.value;
  reader::allow_only(document, table, {"value", "range", "year", "source", "mark", "stand_in"});
  const Entry& value = reader::require(document, table, "value", entry.key, "value = \"...\"");
  const double number = read_or_refuse(document, value.value, info, locale).value;
  const Entry* range = table.find("range");
  Figure figure = resident_figure(draft, number, tenth_either_way(info, number), range != nullptr, locale);
  if (const Entry* source = table.find("source")) {
    figure.source = reader::read_text(document, *source);
    figure.mark = Mark::published;
    figure.range = {number, number};
  }
  if (const Entry* year = table.find("year")) {
    figure.year = static_cast<int>(reader::read_whole_number(document, *year, years));
  }
  if (const Entry* mark = table.find("mark")) {
    const std::string name = reader::read_choice(document, *mark, {"measured", "published", "assumption"});
    figure.mark = name == "measured" ? Mark::measured : name == "published" ? Mark::published : Mark::assumption;
  }
  if (const Entry* stand_in = table.find("stand_in")) figure.stand_in = reader::read_yes_or_no(document, *stand_in);
  if (figure.mark == Mark::assumption || figure.stand_in) figure.range = tenth_either_way(info, number);
  if (range == nullptr) return figure;
  const std::vector<Node>& ends = range->value.items;
  if (range->value.kind != NodeKind::array || ends.size() != 2) {
    document.refuse(range->value.at, "range: " + reader::description(range->value));
  }
  figure.range = {read_or_refuse(document, ends[0], info, locale).value,
                  read_or_refuse(document, ends[1], info, locale).value};
  return figure;
}

void take_figure(const Document& document, const Entry& entry, const FigureInfo& info, PilotDraft& draft,
                 const term::Locale& locale) {
  Figure& figure = draft.figure(info.id);
  if (entry.value.kind == NodeKind::table) {
    figure = take_table(document, entry, info, draft, locale);
  } else {
    const double value = read_or_refuse(document, entry.value, info, locale).value;
    figure = resident_figure(draft, value, tenth_either_way(info, value), false, locale);
  }
  const std::optional<reader::Contradiction> found = reader::find_contradiction(draft.site);
  if (found) document.refuse(entry.value.at, sentence_of(*found, draft.site, locale));
}

void take_text(const Document& document, std::string_view key, std::string& text) {
  if (const Entry* entry = document.root.find(key)) text = reader::read_text(document, *entry);
}

void take_settlement(const Document& document, PilotDraft& draft) {
  const Entry* entry = document.root.find("settlement");
  if (entry == nullptr) return;
  const std::vector<std::string> names{commune::settlement_names.begin(), commune::settlement_names.end()};
  const std::string name = reader::read_choice(document, *entry, names);
  draft.site.settlement = static_cast<commune::Settlement>(std::find(names.begin(), names.end(), name) - names.begin());
  draft.settlement_known = true;
}

void take_words(const Document& document, PilotDraft& draft, const term::Locale& locale) {
  const Node& root = document.root;
  commune::Site& site = draft.site;
  take_text(document, "name", site.name);
  take_text(document, "departement", site.departement);
  take_text(document, "region", site.region);
  take_text(document, "epci", site.epci);
  take_text(document, "outline", draft.outline);
  if (const Entry* insee = root.find("insee")) {
    site.insee = typed_of(document, insee->value, "insee");
    const std::string trouble = reader::insee_code_trouble(site.insee);
    if (!trouble.empty()) document.refuse(insee->value.at, trouble);
  }
  if (const Entry* kind = root.find("kind")) {
    site.kind = reader::read_choice(document, *kind, {"commune", "communes", "neighbourhood"});
    draft.kind_known = true;
  }
  if (const Entry* members = root.find("members")) site.members = reader::read_names(document, *members);
  if (const Entry* credits = root.find("credits")) site.credits = reader::read_names(document, *credits);
  if (const Entry* yes = root.find("illustration")) site.illustration = reader::read_yes_or_no(document, *yes);
  take_settlement(document, draft);
  if (const Entry* already = root.find("already")) {
    for (const std::string& one : reader::read_names(document, *already)) add_already(draft, one, locale);
    draft.already_known = true;
  }
}

}  // namespace

void take_answers(const Document& document, PilotDraft& draft, const term::Locale& locale) {
  reader::allow_only(document, document.root, known_keys());
  take_words(document, draft, locale);
  for (const FigureInfo& info : commune::figure_infos()) {
    if (const Entry* entry = document.root.find(info.name)) take_figure(document, *entry, info, draft, locale);
  }
}

Document answer_document(const std::string& option, const term::Locale& locale) {
  const std::string where = "--answer " + option.substr(0, 200);
  const std::size_t equals = option.find('=');
  if (equals == std::string::npos || equals == 0) throw reader::InputError{where, locale.say("new.bad.answer")};
  Document document;
  document.sources = {where};
  const reader::Position place = {0, 0, 0};
  document.root.at = place;
  document.root.entries.push_back(
      {option.substr(0, equals), place, reader::parse_value(option.substr(equals + 1), where, place)});
  return document;
}

}  // namespace essaim::cli
