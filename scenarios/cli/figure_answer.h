// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/commune/figures.h"
#include "scenarios/reader/pilot_checks.h"
#include "viz/term/locale.h"

// What people type for a figure: units in their words, decimal commas, spaces between thousands. What is allowed is
// what the reader of pilot files allows: `commune::FigureInfo`.

namespace essaim::cli {

/// A typed figure, or the one reason why it is none.
struct ReadFigure {
  double value = 0;
  std::string unit;     ///< as `engine/core/unit.h` spells it
  std::string trouble;  ///< empty if it is right
};

/// `assumed`: the unit of a number alone; empty: the figure's own, if that cannot be misread.
ReadFigure read_figure(const commune::FigureInfo& info, std::string_view typed, const term::Locale& locale,
                       std::string_view assumed = {});

/// "5800 - 6300", "80 to 90 %": the ends between which residents place their figure. Nothing if it cannot be read, or
/// leaves out the value.
std::optional<Range> read_ends(const commune::FigureInfo& info, std::string_view typed, const ReadFigure& value,
                               const term::Locale& locale);

/// A tenth either way, whole where things are counted, within what is allowed: the range of an answer to which its
/// residents give none.
Range tenth_either_way(const commune::FigureInfo& info, double value);

/// "1 270 ha", "87 %", with units in the language of the terminal.
std::string shown(const commune::FigureInfo& info, double value, const term::Locale& locale);

/// A contradiction in the words of the questions.
std::string sentence_of(const reader::Contradiction& found, const commune::Site& site, const term::Locale& locale);

}  // namespace essaim::cli
