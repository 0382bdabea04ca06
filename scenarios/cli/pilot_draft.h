// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/core/calendar.h"
#include "models/commune/figures.h"
#include "scenarios/cli/communes_package.h"
#include "viz/term/locale.h"

namespace essaim::cli {

/// A pilot file before it is written: what is known so far.
struct PilotDraft {
  commune::Site site;
  bool settlement_known = false;
  bool kind_known = false;
  bool already_known = false;
  std::string outline;                ///< path of a GeoJSON file; empty: none
  std::optional<KnownCommune> known;  ///< what the communes package says of it
  std::string known_source;
  int known_year = 0;
  Date today;

  commune::Figure& figure(commune::FigureId id) { return site.figures[static_cast<std::size_t>(id)]; }
  const commune::Figure& figure(commune::FigureId id) const { return site.figures[static_cast<std::size_t>(id)]; }
};

/// The figures that are asked for, in the order of the questions.
std::span<const commune::FigureId> asked_figures();

/// Takes the names and the intermunicipal body that the package knows, where nothing else was said; its population
/// only if `population_too`.
enum class Take : std::uint8_t { words, words_and_population };
void take_known(PilotDraft& draft, Take what);

/// A figure that residents gave: an assumption within a range; `spread_known`: they gave the range themselves.
commune::Figure resident_figure(const PilotDraft& draft, double value, Range range, bool spread_known,
                                const term::Locale& locale);

/// Flats are what houses leave, but for a few other dwellings; computed where only houses are known.
void complete_flats(PilotDraft& draft, const term::Locale& locale);

/// The line that the licence of INSEE's figures asks for, where one of them is used.
void complete_credits(PilotDraft& draft);

/// The site does `sentence`, as its residents say.
void add_already(PilotDraft& draft, const std::string& sentence, const term::Locale& locale);

/// The pilot file, with comments on what stands in for what is not known.
std::string pilot_text(const PilotDraft& draft, const term::Locale& locale);

}  // namespace essaim::cli
