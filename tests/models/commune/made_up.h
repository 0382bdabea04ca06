// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "models/commune/commune.h"

// Made-up communes for the tests of this room.

namespace essaim::commune {

inline void set(Site& site, FigureId id, double value) {
  site.figures[static_cast<std::size_t>(id)] = {value, {value, value}, 2021, "test", Mark::published, false, true};
}

/// A site of which nothing else is known; its area is in hectares.
inline Site place(std::string_view id, double residents, double households, double area_ha) {
  Site site;
  site.id = id;
  set(site, FigureId::population, residents);
  set(site, FigureId::households, households);
  set(site, FigureId::area, area_ha);
  return site;
}

}  // namespace essaim::commune
