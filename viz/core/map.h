// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "engine/record/territory.h"
#include "viz/core/zone_reading.h"
#include "viz/term/locale.h"

namespace essaim::plot {

/// What a map of one site is made of.
struct MapFigure {
  record::TerritoryMap territory;
  std::string site;   ///< "Loos-en-Gohelle"
  std::string insee;  ///< "62528"
  bool illustration = true;
  std::optional<ZoneReading> reading;  ///< colours the zones
  double width_mm = 170;
  std::string quality = {};  ///< a sentence: how well the figures of the site are known; may be empty
};

/// The map as an SVG figure: the same bytes for the same input. Every text lies within the frame and over no other.
std::string draw_map(const MapFigure& figure, const term::Locale& locale);

}  // namespace essaim::plot
