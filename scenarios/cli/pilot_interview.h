// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <istream>
#include <optional>
#include <span>
#include <string>

#include "scenarios/cli/communes_package.h"
#include "scenarios/cli/figure_answer.h"
#include "scenarios/cli/pilot_draft.h"
#include "scenarios/cli/terminal.h"

namespace essaim::cli {

/// Asks, line by line, for what the draft does not hold yet. An empty line is "not known"; a bad answer is asked again
/// with one reason. When the input ends, what was answered is kept, and nothing more is asked.
class PilotInterview {
 public:
  PilotInterview(std::istream& in, const Terminal& terminal, PilotDraft& draft, const CommunesPackage* package)
      : in_{in}, terminal_{terminal}, draft_{draft}, package_{package} {}

  void ask_all();
  bool input_ended() const { return ended_; }

 private:
  using Argument = term::Locale::Argument;

  std::optional<std::string> answer();  ///< a line without the spaces around it; nothing at the end of the input
  void say(std::string_view key, std::initializer_list<Argument> arguments = {});
  void refuse(const std::string& reason);  ///< why the question comes again

  void ask_commune();
  bool take_typed_commune(const std::string& typed);
  bool take_from_package(const std::string& typed);
  void ask_missing_name();
  void ask_kind();
  void ask_members();
  void ask_settlement();
  std::string choice(std::string_view question, std::span<const std::string_view> names, bool& known);
  void ask_figure(commune::FigureId id);
  void show_question(const commune::FigureInfo& info);
  void ask_ages();
  bool take_ages(const std::string& typed, std::vector<ReadFigure>& shares);
  void ask_already();
  bool clashes(const commune::FigureInfo& info, const ReadFigure& read);
  void ask_source(std::span<const commune::FigureId> ids, std::span<const ReadFigure> values);
  int ask_year();

  std::istream& in_;
  const Terminal& terminal_;
  PilotDraft& draft_;
  const CommunesPackage* package_;
  bool ended_ = false;
};

}  // namespace essaim::cli
