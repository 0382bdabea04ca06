// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/catalogue/scenario.h"
#include "models/commune/figures.h"
#include "scenarios/cli/terminal.h"
#include "scenarios/reader/load.h"

// What the program declares, as pages of tables: one content for terminals, Markdown pages and JSON.

namespace essaim::cli {

struct ReferenceColumn {
  enum class Size : unsigned char { cell, line };

  std::string key;  ///< in JSON, in English: "unit"
  std::string header;
  Size size = Size::cell;  ///< a `line` holds a sentence: on a terminal it stands below its row
};

struct ReferenceTable {
  std::string key;    ///< in JSON
  std::string title;  ///< empty for the only table of a page
  std::string intro;
  std::vector<ReferenceColumn> columns;
  std::vector<std::vector<std::string>> rows;
};

struct ReferencePage {
  std::string title;
  std::vector<std::string> paragraphs;
  std::vector<ReferenceTable> tables;
};

ReferencePage parameters_page(const term::Locale& locale);
ReferencePage indicators_page(const term::Locale& locale);
ReferencePage models_page(const term::Locale& locale);
ReferencePage shocks_page(const term::Locale& locale);
ReferencePage measures_page(const term::Locale& locale);
ReferencePage conditions_page(const term::Locale& locale);
ReferencePage couplings_page(const term::Locale& locale);
ReferencePage results_page(const term::Locale& locale);
ReferencePage scenario_page(const term::Locale& locale);

enum class Detail : unsigned char { list, everything };
ReferencePage pilots_page(const term::Locale& locale, Detail detail);
ReferencePage pilot_page(const commune::Site& site, const term::Locale& locale);
ReferencePage territory_page(const commune::RoadMap& map, const term::Locale& locale);
ReferencePage scenario_file_page(const catalogue::Scenario& scenario, const term::Locale& locale);
ReferencePage experiment_file_page(const reader::Experiment& experiment, const term::Locale& locale);
ReferencePage results_file_page(const std::string& file, const term::Locale& locale);

std::string page_text(const ReferencePage& page, term::Colours colours);
std::string page_markdown(const ReferencePage& page, std::string_view command);
std::string page_json(const ReferencePage& page);

/// JSON Schema (draft 7) of scenario files, for editors.
std::string scenario_schema(const term::Locale& locale);

/// "capacity = 120 households; price = 0.2; decided_by = council": what an action says, as a scenario would write it.
std::string settings_text(const catalogue::Action& action, const commune::ActionInfo& info);

/// "30 persons", "0.15": a number as scenario and pilot files write it, whatever the language.
std::string written(double value, std::string_view unit);

}  // namespace essaim::cli
