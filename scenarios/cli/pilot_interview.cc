// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/cli/pilot_interview.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>

#include "scenarios/reader/names.h"
#include "scenarios/reader/pilot_checks.h"
#include "scenarios/reader/text_file.h"

namespace essaim::cli {
namespace {

using commune::FigureId;
using commune::FigureInfo;

constexpr std::size_t longest_answer = 500;
constexpr int first_year = 1900;
constexpr std::array<std::string_view, 3> kinds = {"commune", "communes", "neighbourhood"};
constexpr std::array age_shares = {FigureId::age_0_14,  FigureId::age_15_29, FigureId::age_30_44,
                                   FigureId::age_45_59, FigureId::age_60_74, FigureId::age_75_plus};

std::string trimmed(std::string text) {
  const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
  while (!text.empty() && is_space(text.back())) text.pop_back();
  text.erase(text.begin(), std::find_if_not(text.begin(), text.end(), is_space));
  return text;
}

// Marks that turn the direction of writing: the reader refuses them, for they can show another text than is there.
bool turns_writing(const std::string& line) {
  for (std::size_t at = 0; (at = line.find('\xE2', at)) != std::string::npos; ++at) {
    const std::string_view three = std::string_view{line}.substr(at, 3);
    if (three >= "\xE2\x80\xAA" && three <= "\xE2\x80\xAE") return true;
    if (three >= "\xE2\x81\xA6" && three <= "\xE2\x81\xA9") return true;
  }
  return false;
}

bool is_text(const std::string& line) {
  if (line.size() > longest_answer || line.find_first_of("\x1B\x7F") != std::string::npos) return false;
  if (turns_writing(line)) return false;
  try {
    reader::check_text(line, "");
    return true;
  } catch (const reader::InputError&) {
    return false;
  }
}

bool looks_like_a_code(std::string_view typed) {
  return typed.size() == 5 && typed[0] >= '0' && typed[0] <= '9' && typed[4] >= '0' && typed[4] <= '9';
}

std::vector<std::string> words_of(std::string typed) {
  std::replace_if(typed.begin(), typed.end(), [](char c) { return c == ',' || c == ';'; }, ' ');
  std::istringstream stream{typed};
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

}  // namespace

void PilotInterview::say(std::string_view key, std::initializer_list<Argument> arguments) {
  if (!ended_) terminal_.err << terminal_.locale.say(key, arguments) << '\n';
}

void PilotInterview::refuse(const std::string& reason) { say("new.again", {{"reason", reason}}); }

std::optional<std::string> PilotInterview::answer() {
  std::string line;
  while (!ended_) {
    terminal_.err << "> " << std::flush;
    if (!std::getline(in_, line)) break;
    line = trimmed(std::move(line));  // and the \r of files from Windows
    if (is_text(line)) return line;
    refuse(terminal_.locale.say("new.bad.text"));
  }
  if (!ended_) terminal_.err << '\n';
  ended_ = true;
  return std::nullopt;
}

void PilotInterview::ask_all() {
  say("new.intro");
  ask_commune();
  ask_kind();
  ask_settlement();
  for (const FigureId id : asked_figures()) {
    if (ended_) return;
    const bool of_incomes = id == FigureId::income_d1 || id == FigureId::income_d9;
    if (of_incomes && !draft_.figure(FigureId::income_median).present) continue;
    if (id == FigureId::age_0_14) ask_ages();
    const bool is_age = std::find(age_shares.begin(), age_shares.end(), id) != age_shares.end();
    if (!is_age && !draft_.figure(id).present) ask_figure(id);
  }
  ask_already();
}

void PilotInterview::ask_commune() {
  while (!ended_ && draft_.site.insee.empty()) {
    if (draft_.site.name.empty()) {
      say(package_ == nullptr ? "new.ask.commune" : "new.ask.commune_known");
    } else {
      say("new.ask.insee", {{"name", draft_.site.name}});
    }
    const std::optional<std::string> typed = answer();
    if (typed && typed->empty()) refuse(terminal_.locale.say("new.bad.needed"));
    if (typed && !typed->empty()) take_typed_commune(*typed);
  }
  ask_missing_name();
}

/// A name or a code, looked up in the package where there is one.
bool PilotInterview::take_typed_commune(const std::string& typed) {
  if (package_ != nullptr && draft_.site.name.empty()) return take_from_package(typed);
  if (!looks_like_a_code(typed) && draft_.site.name.empty()) {
    draft_.site.name = typed;
    return true;
  }
  if (!reader::insee_code_trouble(typed).empty()) {
    refuse(terminal_.locale.say("new.bad.insee", {{"typed", reader::in_quotes(typed)}}));
    return false;
  }
  draft_.site.insee = typed;
  return true;
}

bool PilotInterview::take_from_package(const std::string& typed) {
  CommunesFound found = package_->find(typed);
  const std::string name = reader::in_quotes(typed);
  if (found.communes.size() == 1) {
    draft_.known = std::move(found.communes.front());
    take_known(draft_, Take::words);
    say("new.found", {{"name", draft_.site.name},
                      {"insee", draft_.site.insee},
                      {"departement", draft_.site.departement},
                      {"epci", draft_.site.epci.empty() ? "–" : draft_.site.epci},
                      {"source", draft_.known_source}});
    return true;
  }
  std::string listed;
  for (const KnownCommune& one : found.communes) {
    listed += (listed.empty() ? "" : ", ") + one.code + " (" + one.departement + ")";
  }
  if (!listed.empty()) {
    refuse(terminal_.locale.say("new.bad.several", {{"name", name}, {"communes", listed}}));
  } else if (!found.nearest.empty()) {
    refuse(terminal_.locale.say("new.bad.nearest", {{"name", name}, {"nearest", found.nearest}}));
  } else {
    refuse(terminal_.locale.say("new.bad.unknown", {{"name", name}}));
  }
  return false;
}

void PilotInterview::ask_missing_name() {
  while (!ended_ && draft_.site.name.empty()) {
    say("new.ask.name");
    const std::optional<std::string> typed = answer();
    if (typed && typed->empty()) refuse(terminal_.locale.say("new.bad.needed"));
    if (typed) draft_.site.name = *typed;
  }
}

/// One of `names`, by its name or its number from 1; the first one if nothing is answered.
std::string PilotInterview::choice(std::string_view question, std::span<const std::string_view> names, bool& known) {
  while (!ended_) {
    say(question);
    const std::optional<std::string> typed = answer();
    if (!typed || typed->empty()) break;
    for (std::size_t i = 0; i < names.size(); ++i) {
      known = *typed == names[i] || *typed == std::to_string(i + 1);
      if (known) return std::string{names[i]};
    }
    refuse(terminal_.locale.say("new.bad.choice", {{"last", std::to_string(names.size())}}));
  }
  return std::string{names.front()};
}

void PilotInterview::ask_kind() {
  if (ended_ || draft_.kind_known) return;
  draft_.site.kind = choice("new.ask.kind", kinds, draft_.kind_known);
  if (draft_.site.kind == "communes" && draft_.site.members.empty()) ask_members();
}

void PilotInterview::ask_members() {
  while (!ended_) {
    say("new.ask.members", {{"insee", draft_.site.insee}});
    const std::optional<std::string> typed = answer();
    if (!typed || typed->empty()) return;
    std::vector<std::string> codes = words_of(*typed);
    if (std::find(codes.begin(), codes.end(), draft_.site.insee) == codes.end()) {
      codes.insert(codes.begin(), draft_.site.insee);
    }
    const auto wrong = std::find_if(codes.begin(), codes.end(),
                                    [](const auto& code) { return !reader::insee_code_trouble(code).empty(); });
    const auto twice = std::find_if(codes.begin(), codes.end(),
                                    [&](const auto& code) { return std::count(codes.begin(), codes.end(), code) > 1; });
    if (wrong == codes.end() && twice == codes.end()) {
      draft_.site.members = std::move(codes);
      return;
    }
    const std::string& bad = wrong == codes.end() ? *twice : *wrong;
    refuse(terminal_.locale.say("new.bad.insee", {{"typed", reader::in_quotes(bad)}}));
  }
}

void PilotInterview::ask_settlement() {
  if (ended_ || draft_.settlement_known) return;
  const std::string name = choice("new.ask.settlement", commune::settlement_names, draft_.settlement_known);
  const auto& names = commune::settlement_names;
  draft_.site.settlement =
      static_cast<commune::Settlement>(std::find(names.begin(), names.end(), name) - names.begin());
}

/// The question, then what stands in if the answer is left empty.
void PilotInterview::show_question(const FigureInfo& info) {
  const term::Locale& locale = terminal_.locale;
  say("new.ask." + std::string{info.name});
  const KnownCommune* known = draft_.known ? &*draft_.known : nullptr;
  if (info.id == FigureId::population && known != nullptr && known->population >= 1 && draft_.known_year != 0 &&
      draft_.site.kind == "commune") {
    say("new.empty.known", {{"value", shown(info, known->population, locale)},
                            {"year", std::to_string(draft_.known_year)},
                            {"source", draft_.known_source}});
    return;
  }
  const commune::Figure figure = draft_.site.figure(info.id);
  if (info.required) return say("new.empty.required");
  if (!figure.present) return say("new.empty.nothing");
  say("new.empty.stand_in", {{"value", shown(info, figure.value, locale)},
                             {"low", shown(info, figure.range.low, locale)},
                             {"high", shown(info, figure.range.high, locale)},
                             {"source", figure.source}});
}

/// Does the figure contradict an earlier one? Says so, and leaves the draft as it was.
bool PilotInterview::clashes(const FigureInfo& info, const ReadFigure& read) {
  PilotDraft tried = draft_;
  tried.figure(info.id) = resident_figure(draft_, read.value, {read.value, read.value}, true, terminal_.locale);
  const std::optional<reader::Contradiction> found = reader::find_contradiction(tried.site);
  if (!found) return false;
  refuse(sentence_of(*found, tried.site, terminal_.locale));
  return true;
}

void PilotInterview::ask_figure(FigureId id) {
  const FigureInfo& info = commune::figure_info(id);
  while (!ended_) {
    show_question(info);
    const std::optional<std::string> typed = answer();
    if (!typed) return;
    if (typed->empty()) {
      if (id == FigureId::population) take_known(draft_, Take::words_and_population);
      if (!info.required || draft_.figure(id).present) return;
      refuse(terminal_.locale.say("new.bad.needed"));
      continue;
    }
    const ReadFigure read = read_figure(info, *typed, terminal_.locale);
    if (!read.trouble.empty()) {
      refuse(read.trouble);
      continue;
    }
    if (clashes(info, read)) continue;
    ask_source(std::array{id}, std::array{read});
    return;
  }
}

bool PilotInterview::take_ages(const std::string& typed, std::vector<ReadFigure>& shares) {
  std::string spaced = typed;
  std::replace_if(spaced.begin(), spaced.end(), [](char c) { return c == ';' || c == '%'; }, ' ');
  std::istringstream stream{spaced};
  PilotDraft tried = draft_;
  for (std::string word; stream >> word;) {
    if (shares.size() == age_shares.size()) shares.clear();
    const FigureId id = age_shares[shares.size()];
    shares.push_back(read_figure(commune::figure_info(id), word, terminal_.locale, "%"));
    if (!shares.back().trouble.empty()) {
      refuse(shares.back().trouble);
      return false;
    }
    const double value = shares.back().value;
    tried.figure(id) = resident_figure(draft_, value, {value, value}, true, terminal_.locale);
  }
  if (shares.size() != age_shares.size()) {
    refuse(terminal_.locale.say("new.bad.ages"));
    return false;
  }
  const std::optional<reader::Contradiction> found = reader::find_contradiction(tried.site);
  if (found) refuse(sentence_of(*found, tried.site, terminal_.locale));
  return !found;
}

/// Six shares on one line, for they only mean something together.
void PilotInterview::ask_ages() {
  const auto known = [&](FigureId id) { return draft_.figure(id).present; };
  if (std::any_of(age_shares.begin(), age_shares.end(), known)) return;
  while (!ended_) {
    say("new.ask.ages");
    say("new.empty.ages");
    const std::optional<std::string> typed = answer();
    if (!typed || typed->empty()) return;
    std::vector<ReadFigure> shares;
    if (take_ages(*typed, shares)) return ask_source(age_shares, shares);
  }
}

/// Where figures come from. Without a page or a file they are what residents think, within a range that they may give
/// for one figure; several get a tenth either way.
void PilotInterview::ask_source(std::span<const FigureId> ids, std::span<const ReadFigure> values) {
  say("new.ask.source");
  const std::string source = answer().value_or("");
  const int year = source.empty() ? draft_.today.year : ask_year();
  std::optional<Range> ends;
  while (source.empty() && ids.size() == 1 && !ended_) {
    const FigureInfo& info = commune::figure_info(ids[0]);
    const Range tenth = tenth_either_way(info, values[0].value);
    say("new.ask.range",
        {{"low", shown(info, tenth.low, terminal_.locale)}, {"high", shown(info, tenth.high, terminal_.locale)}});
    const std::string typed = answer().value_or("");
    if (typed.empty()) break;
    ends = read_ends(info, typed, values[0], terminal_.locale);
    if (ends) break;
    refuse(terminal_.locale.say("new.bad.ends", {{"value", shown(info, values[0].value, terminal_.locale)}}));
  }
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const double value = values[i].value;
    const Range range = ends ? *ends : tenth_either_way(commune::figure_info(ids[i]), value);
    commune::Figure& figure = draft_.figure(ids[i]);
    figure = resident_figure(draft_, value, range, ends.has_value(), terminal_.locale);
    if (!source.empty()) {
      figure.source = source;
      figure.year = year;
      figure.mark = Mark::published;
      figure.range = {value, value};
    }
  }
}

int PilotInterview::ask_year() {
  while (!ended_) {
    say("new.ask.year", {{"year", std::to_string(draft_.today.year)}});
    const std::optional<std::string> typed = answer();
    if (!typed || typed->empty()) break;
    int year = 0;
    const auto [end, error] = std::from_chars(typed->data(), typed->data() + typed->size(), year);
    const bool whole = error == std::errc{} && end == typed->data() + typed->size();
    if (whole && year >= first_year && year <= draft_.today.year) return year;
    refuse(terminal_.locale.say("new.bad.year", {{"year", std::to_string(draft_.today.year)}}));
  }
  return draft_.today.year;
}

void PilotInterview::ask_already() {
  if (draft_.already_known) return;
  say("new.ask.already");
  while (!ended_) {
    const std::optional<std::string> typed = answer();
    if (!typed || typed->empty()) return;
    add_already(draft_, *typed, terminal_.locale);
  }
}

}  // namespace essaim::cli
