// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/cli/validate_command.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <nlohmann/json.hpp>

#include "engine/parallel/make_executor.h"
#include "scenarios/cli/reference.h"
#include "scenarios/reader/load.h"
#include "scenarios/reader/pilot_files.h"
#include "scenarios/validation/validation.h"

namespace essaim::cli {
namespace {

using term::Locale;
using validation::Row;
using validation::Target;
using validation::Use;
using Rows = std::vector<Row>;

std::vector<commune::Site> shipped_pilots() {
  reader::PilotFiles files{{}};
  std::vector<commune::Site> sites;
  for (const std::string& id : files.shipped()) sites.push_back(files.load(id, id));
  return sites;
}

std::string words(const Words& both, const Locale& locale) { return std::string{locale.of(both.fr, both.en)}; }

std::string number(const Locale& locale, double value, const Target& target) {
  const bool is_zero = std::abs(value) < 0.5 * std::pow(10.0, -target.decimals);  // no "-0.0"
  return locale.number(is_zero ? 0.0 : value, target.decimals);
}

std::string with_unit(const std::string& text, const Target& target, const Locale& locale) {
  const std::string unit = words(target.unit, locale);
  return unit.empty() ? text : text + " " + unit;
}

std::string target_text(const Target& target, const Locale& locale) {
  if (std::isinf(target.low)) return with_unit("≤ " + number(locale, target.high, target), target, locale);
  if (target.low == target.high) return with_unit(number(locale, target.low, target), target, locale);
  const std::string to = locale.say("validate.to");
  return with_unit(number(locale, target.low, target) + to + number(locale, target.high, target), target, locale);
}

std::string interval_text(const Row& row, const Locale& locale) {
  if (row.draws == 0) return "";
  return "[" + number(locale, row.low, *row.target) + " ; " + number(locale, row.high, *row.target) +
         "], n = " + std::to_string(row.draws);
}

std::string verdict_text(const Row& row, const Locale& locale) {
  return locale.say(row.pass ? "validate.pass" : "validate.miss");
}

std::string use_text(Use use, const Locale& locale) {
  return locale.say("validate.use." + std::string{validation::text(use)});
}

std::size_t count(const Rows& rows, Use use, bool pass) {
  return static_cast<std::size_t>(
      std::count_if(rows.begin(), rows.end(), [&](const Row& r) { return r.target->use == use && r.pass == pass; }));
}

std::string tally(const Rows& rows, Use use, std::string_view key, const Locale& locale) {
  const std::size_t pass = count(rows, use, true);
  const std::size_t miss = count(rows, use, false);
  return locale.say(
      key, {{"rows", std::to_string(pass + miss)}, {"pass", std::to_string(pass)}, {"miss", std::to_string(miss)}});
}

/// A miss in one line: what it says, the value, the target.
std::string miss_text(const Row& row, const Locale& locale) {
  const Target& target = *row.target;
  return locale.say("validate.one_miss", {{"says", words(target.says, locale)},
                                          {"value", with_unit(number(locale, row.value, target), target, locale)},
                                          {"target", target_text(target, locale)}});
}

ReferenceTable misses_table(const Rows& rows, const Locale& locale) {
  using Size = ReferenceColumn::Size;
  ReferenceTable table{"misses",
                       locale.say("validate.misses"),
                       "",
                       {{"id", locale.say("validate.id"), Size::cell},
                        {"use", locale.say("validate.use"), Size::cell},
                        {"what", locale.say("validate.what"), Size::line}},
                       {}};
  for (const Use use : {Use::held_out, Use::fitted, Use::implied}) {
    for (const Row& row : rows) {
      if (row.target->use != use || row.pass) continue;
      table.rows.push_back({std::string{row.target->id}, use_text(use, locale), miss_text(row, locale)});
    }
  }
  return table;
}

enum class Width { screen, page };

ReferenceTable rows_of_use(const Rows& rows, Use use, Width width, const Locale& locale) {
  using Size = ReferenceColumn::Size;
  const std::string name{validation::text(use)};
  ReferenceTable table{name, locale.say("validate.title." + name), locale.say("validate.intro." + name), {}, {}};
  const auto column = [&](const std::string& key, Size size) {
    table.columns.push_back({key, locale.say("validate." + key), size});
  };
  for (const char* key : {"id", "verdict", "value", "interval", "target", "tolerance"}) column(key, Size::cell);
  column("says", Size::line);
  if (width == Width::page) {
    for (const char* key : {"reason", "source", "note"}) column(key, Size::line);
  }
  for (const Row& row : rows) {
    const Target& target = *row.target;
    if (target.use != use) continue;
    table.rows.push_back({std::string{target.id}, verdict_text(row, locale), number(locale, row.value, target),
                          interval_text(row, locale), target_text(target, locale),
                          "± " + locale.shortest(target.tolerance), words(target.says, locale)});
    if (width == Width::page) {
      for (const std::string& text :
           {words(target.reason, locale), std::string{target.source}, words(target.note, locale)}) {
        table.rows.back().push_back(text);
      }
    }
  }
  return table;
}

ReferencePage page_of(const Rows& rows, const validation::Effort& effort, Width width, const Locale& locale) {
  ReferencePage page{locale.say("validate.title"), {}, {}};
  page.paragraphs.push_back(tally(rows, Use::held_out, "validate.held_out", locale));
  page.paragraphs.push_back(tally(rows, Use::fitted, "validate.fitted", locale) + " " +
                            tally(rows, Use::implied, "validate.implied", locale));
  page.tables.push_back(misses_table(rows, locale));
  page.tables.push_back({"method",
                         locale.say("validate.method"),
                         locale.say("validate.how", {{"replicates", std::to_string(effort.replicates)},
                                                     {"residents", locale.number(effort.residents, 0)}}),
                         {},
                         {}});
  for (const Use use : {Use::held_out, Use::fitted, Use::implied}) {
    page.tables.push_back(rows_of_use(rows, use, width, locale));
  }
  return page;
}

nlohmann::ordered_json end_json(double value) {
  return std::isfinite(value) ? nlohmann::ordered_json(value) : nlohmann::ordered_json(nullptr);
}

nlohmann::ordered_json row_json(const Row& row, const Locale& locale) {
  const Target& target = *row.target;
  return {{"id", target.id},
          {"says", words(target.says, locale)},
          {"unit", words(target.unit, locale)},
          {"target", {end_json(target.low), end_json(target.high)}},
          {"tolerance", target.tolerance},
          {"reason", words(target.reason, locale)},
          {"value", end_json(row.value)},
          {"interval", {end_json(row.low), end_json(row.high)}},
          {"draws", row.draws},
          {"judged", target.judged == validation::Judged::median ? "median" : "every"},
          {"source", target.source},
          {"use", validation::text(target.use)},
          {"may_be_fitted", validation::may_be_fitted(target.id)},
          {"note", words(target.note, locale)},
          {"verdict", row.pass ? "pass" : "miss"}};
}

std::string validation_json(const Rows& rows, const validation::Effort& effort, const Locale& locale) {
  nlohmann::ordered_json result{{"replicates", effort.replicates},
                                {"residents", effort.residents},
                                {"seed", effort.seed},
                                {"held_out",
                                 {{"rows", count(rows, Use::held_out, true) + count(rows, Use::held_out, false)},
                                  {"pass", count(rows, Use::held_out, true)},
                                  {"miss", count(rows, Use::held_out, false)}}},
                                {"rows", nlohmann::ordered_json::array()}};
  for (const Row& row : rows) result["rows"].push_back(row_json(row, locale));
  return result.dump(2) + "\n";
}

}  // namespace

int validate_command(const ValidateOptions& options, const Terminal& terminal) {
  const validation::Effort effort;
  const Locale& locale = terminal.locale;
  const std::unique_ptr<Executor> executor = parallel::make_executor(parallel::Backend::tbb, 0);
  const Rows rows = validation::validate(effort, shipped_pilots(), *executor);
  if (options.json) {
    terminal.out << validation_json(rows, effort, locale);
    return exit_done;
  }
  const ReferencePage page = page_of(rows, effort, options.markdown ? Width::page : Width::screen, locale);
  if (options.markdown) {
    const std::string command = "essaim validate --markdown --lang " + std::string{term::text(locale.language())};
    terminal.out << page_markdown(page, command);
  } else {
    terminal.out << page_text(page, terminal.colours);
  }
  return exit_done;
}

}  // namespace essaim::cli
