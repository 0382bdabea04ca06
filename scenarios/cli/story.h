// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/run/trace.h"
#include "models/catalogue/arm.h"
#include "models/commune/messages.h"

// What happened to one household in one arm, told from the events that its process handled and from its columns.

namespace essaim::cli {

/// How a number of a sentence is written.
enum class Form : std::uint8_t { whole, per_mille, share, grams, cents };

/// What a word of a payload holds.
enum class Part : std::uint8_t { all, low_half, high_half };

constexpr std::uint32_t part_of_word(std::uint32_t word, Part part) {
  return part == Part::all ? word : part == Part::low_half ? word & 0xffff : word >> 16;
}

/// A number in a sentence: the name in braces that it fills, and the word of the payload that holds it.
struct WordOf {
  std::string_view name;
  std::size_t word = 0;
  Part part = Part::all;
  Form form = Form::whole;
};

/// One kind of event and how it is told. Several rows of one kind differ by what a word of the payload holds; a kind
/// whose rows do not apply is an ordinary one and is not told.
struct EventRow {
  enum class Side : std::uint8_t { handled, asked };  ///< by the household; of others that it asks something of

  commune::Message kind;
  Side side = Side::handled;
  std::string_view key;     ///< of the sentence: viz/locales, "story.*"
  std::uint8_t weight = 1;  ///< how much it matters: the least are left out where a story is long
  std::array<WordOf, 2> numbers{};
  std::size_t word = 0;  ///< told if this word lies in [at_least, at_most]
  Part part = Part::all;
  std::uint32_t at_least = 0;
  std::uint32_t at_most = 0xffff'ffff;
};

/// Something of a household that is told when it crosses a level, with the event by which it did.
struct StateRow {
  std::string_view up;    ///< sentence when it reaches the level; empty: not told
  std::string_view down;  ///< when it falls below it again
  std::uint8_t weight = 1;
  commune::Message changed_by;  ///< the only kind of event that changes it
  double level = 0;
  Form form = Form::share;
  double (*read)(catalogue::Arm& arm, const catalogue::SharedDraw& shared, std::uint32_t household, std::uint32_t day);
  double (*level_of_draw)(const catalogue::SharedDraw& shared) = nullptr;  ///< in place of `level`, where it is drawn
};

std::span<const EventRow> event_rows();
std::span<const StateRow> state_rows();

struct Figure {
  std::string_view name;
  double value = 0;
  Form form = Form::whole;
};

struct Sentence {
  std::uint32_t day = 0;
  std::string_view key;
  std::uint8_t weight = 1;
  std::vector<Figure> figures;
  std::vector<std::string_view> words;  ///< French and English text for {what}; empty if the sentence has none
  std::vector<EventName> events;        ///< the event, then its causes as far as the household has a part in them
};

/// One arm: its sentences in order of days.
struct Story {
  ProcessId process;  ///< the household's, as events name it
  std::vector<Sentence> sentences;
  std::vector<EventTrace::Handled> events;  ///< all that the household handled
  std::string state_sha256;                 ///< at the end, to be compared with that of the file
  std::string error;                        ///< of a run that ended early
};

/// Runs one arm and watches one household.
Story tell(const catalogue::Scenario& scenario, const catalogue::SharedDraw& shared, std::uint32_t variant,
           std::uint32_t household, Executor& executor);

}  // namespace essaim::cli
