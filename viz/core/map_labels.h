// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/record/territory.h"
#include "viz/core/geometry.h"
#include "viz/core/map_layers.h"
#include "viz/core/map_view.h"
#include "viz/core/svg.h"
#include "viz/term/locale.h"

namespace essaim::plot {

/// What stands on a map besides roads and squares, each thing where nothing else does.
class Labels {
 public:
  Labels(const record::TerritoryMap& territory, const MapView& view, double size, const term::Locale& locale)
      : territory_{territory}, view_{view}, size_{size}, locale_{locale} {}

  /// The scale and the north, in the corners where least lies.
  void reserve_corners();
  void reserve(const Box& box) { taken_.push_back(box); }
  const std::vector<Box>& taken() const { return taken_; }

  void draw_scale_and_north(Svg& svg) const;
  /// "To the town (12 km)" near one of the ways out, if there is one and room.
  void draw_way_out(Svg& svg, const std::vector<WayOut>& ways);
  /// The value of a zone, on it or beside it with a line.
  void draw_zone(Svg& svg, std::size_t zone, const std::string& text);

 private:
  Box emptiest_corner(double width, double height) const;
  std::optional<Box> free_box(Point near, double width, double height) const;
  std::optional<Box> free_box(Point near, double width, double height, const std::vector<Box>& hidden) const;
  std::optional<Point> heart_of(std::size_t zone) const;
  void write(Svg& svg, const Box& box, const std::string& text, bool bold) const;

  const record::TerritoryMap& territory_;
  const MapView& view_;
  double size_;
  const term::Locale& locale_;
  std::vector<Box> taken_;
  Box scale_;
  Box north_;
};

}  // namespace essaim::plot
