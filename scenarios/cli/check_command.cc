// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <nlohmann/json.hpp>

#include "engine/record/results_reader.h"
#include "engine/record/storage_error.h"
#include "scenarios/cli/commands.h"
#include "scenarios/cli/results_file.h"
#include "scenarios/reader/load.h"

namespace essaim::cli {
namespace {

struct Checked {
  std::string file;
  std::string
      kind;  ///< "scenario", "experiment", "pilot", "territory" or "results"; empty if it is none that can be told
  std::string title;
  std::vector<std::string> warnings;
  std::string error;  ///< empty if the file is valid
};

std::string kind_name(reader::FileKind kind) {
  switch (kind) {
    case reader::FileKind::scenario:
      return "scenario";
    case reader::FileKind::experiment:
      return "experiment";
    case reader::FileKind::pilot:
      return "pilot";
    case reader::FileKind::territory:
      return "territory";
  }
  return "";
}

Checked check(const std::string& file) {
  Checked result{file, "", "", {}, ""};
  try {
    if (is_results_file(file)) {
      result.kind = "results";
      const record::ResultsReader reader{file};
      reader.verify();
      result.title = reader.header().title;
      return result;
    }
    const reader::CheckedFile checked = reader::check_file(file);
    result.kind = kind_name(checked.kind);
    result.title = checked.title;
    result.warnings = checked.warnings;
  } catch (const reader::InputError& error) {
    result.error = error.what();
  } catch (const record::StorageError& error) {
    result.error = error.what();
  }
  return result;
}

nlohmann::ordered_json json_of(const Checked& checked) {
  const auto or_null = [](const std::string& text) {
    return text.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(text);
  };
  return {{"file", checked.file},          {"valid", checked.error.empty()},
          {"kind", or_null(checked.kind)}, {"title", or_null(checked.title)},
          {"warnings", checked.warnings},  {"error", or_null(checked.error)}};
}

void print(const Checked& checked, const Terminal& terminal) {
  for (const std::string& warning : checked.warnings) {
    terminal.err << terminal.locale.say("check.warning", {{"warning", warning}}) << "\n";
  }
  if (!checked.error.empty()) {
    terminal.err << checked.error << "\n";
    return;
  }
  terminal.out << terminal.locale.say("check.valid", {{"file", checked.file},
                                                      {"kind", terminal.locale.say("kind." + checked.kind)},
                                                      {"title", checked.title}})
               << "\n";
}

}  // namespace

int check_command(const CheckOptions& options, const Terminal& terminal) {
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  bool valid = true;
  for (const std::string& file : options.files) {
    const Checked checked = check(file);
    valid = valid && checked.error.empty();
    if (options.json) {
      all.push_back(json_of(checked));
    } else {
      print(checked, terminal);
    }
  }
  if (options.json) terminal.out << all.dump(2) << "\n";
  return valid ? exit_done : exit_refused;
}

}  // namespace essaim::cli
