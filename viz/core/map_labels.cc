// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/core/map_labels.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "viz/core/ramp.h"
#include "viz/core/text_width.h"

namespace essaim::plot {

namespace {

constexpr std::string_view ink = "#222222";
constexpr double padding = 0.8;
constexpr double inset = 1.5;            // of what stands in a corner
constexpr double farthest_label = 22.0;  // from what it names, where it could also lie over squares

/// The longest round length that is at most that long.
double nice_below(double most) {
  double nice = nice_above(most / 2.5 * 1.0001);
  while (nice > most) nice = nice_above(nice / 2.6);
  return nice;
}

double distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

void draw_ground(Svg& svg, const Box& box) {
  svg.element("rect", {{"x", box.x},
                       {"y", box.y},
                       {"width", box.width},
                       {"height", box.height},
                       {"rx", 0.6},
                       {"fill", "#ffffff"},
                       {"fill-opacity", 0.88}});
}

double scale_m(const MapView& view) { return nice_below(0.28 * view.frame().width / view.millimetres_per_metre()); }

std::string scale_text(double metres, const term::Locale& locale) {
  return metres < 1'000 ? locale.shortest(metres) + " m" : locale.shortest(metres / 1'000) + " km";
}

}  // namespace

Box Labels::emptiest_corner(double width, double height) const {
  const Box& frame = view_.frame();
  const double right = frame.right() - inset - width;
  const double low = frame.bottom() - inset - height;
  const std::array<Box, 4> corners = {{{frame.x + inset, low, width, height},
                                       {right, low, width, height},
                                       {right, frame.y + inset, width, height},
                                       {frame.x + inset, frame.y + inset, width, height}}};
  const auto crowd = [&](const Box& box) {
    const auto overlaps = [&](const Box& other) { return other.overlaps(box); };
    if (std::ranges::any_of(taken_, overlaps)) return std::ptrdiff_t{1} << 30;
    return std::ranges::count_if(territory_.nodes, [&](const auto& node) { return box.contains(view_.at(node)); });
  };
  return *std::ranges::min_element(corners, {}, crowd);
}

void Labels::reserve_corners() {
  const double bar = scale_m(view_) * view_.millimetres_per_metre();
  const double text = text_width(scale_text(scale_m(view_), locale_), size_);
  scale_ = emptiest_corner(std::max(bar, text) + 2 * padding, 1.5 * size_ + 2.2 + 2 * padding);
  reserve(scale_);
  north_ = emptiest_corner(2.4 * size_, 3.6 * size_);
  reserve(north_);
}

void Labels::draw_scale_and_north(Svg& svg) const {
  draw_ground(svg, scale_);
  const double bar = scale_m(view_) * view_.millimetres_per_metre();
  const double y = scale_.bottom() - padding - 0.5;
  const Point middle = scale_.centre();
  svg.element("path",
              {{"d", "M" + number(middle.x - bar / 2) + " " + number(y - 1.2) + "v1.2h" + number(bar) + "v-1.2"},
               {"fill", "none"},
               {"stroke", ink},
               {"stroke-width", 0.35}});
  svg.text({middle.x, y - 1.9, size_, scale_text(scale_m(view_), locale_), false, Anchor::middle, ink});

  draw_ground(svg, north_);
  const Point top = north_.centre();
  const double letter = north_.bottom() - 0.5 * size_;
  const double tip = north_.y + padding / 2;
  const double foot = letter - 1.15 * size_;
  svg.element("polygon", {{"points", number(top.x) + "," + number(tip) + " " + number(top.x + 0.5 * size_) + "," +
                                         number(foot) + " " + number(top.x) + "," + number(foot - 0.4 * size_) + " " +
                                         number(top.x - 0.5 * size_) + "," + number(foot)},
                          {"fill", ink}});
  svg.text({top.x, letter, size_, "N", true, Anchor::middle, ink});
}

std::optional<Box> Labels::free_box(Point near, double width, double height) const {
  std::vector<Box> hidden;  // small squares that the label would hide
  const double side = view_.square_side();
  for (const record::TerritorySquare& square : territory_.squares) {
    if (side > 0.75 * height) break;
    hidden.push_back(
        box_around(view_.at(square.x_m + record::square_m / 2, square.y_m + record::square_m / 2), side, side));
  }
  const std::optional<Box> beside = free_box(near, width, height, hidden);
  if (beside && distance(beside->centre(), near) < farthest_label) return beside;
  return free_box(near, width, height, {});
}

std::optional<Box> Labels::free_box(Point near, double width, double height, const std::vector<Box>& hidden) const {
  const Box& frame = view_.frame();
  std::optional<Box> best;
  double shortest = 0;
  const double step = height / 2;
  for (double y = frame.y + inset + height / 2; y <= frame.bottom() - inset - height / 2; y += step) {
    for (double x = frame.x + inset + width / 2; x <= frame.right() - inset - width / 2; x += step) {
      const double away = distance({x, y}, near);
      if (best && away >= shortest) continue;
      const Box box = box_around({x, y}, width, height);
      const auto overlaps = [&](const Box& other) { return other.overlaps(box); };
      if (std::ranges::any_of(taken_, overlaps) || std::ranges::any_of(hidden, overlaps)) continue;
      best = box;
      shortest = away;
    }
  }
  return best;
}

void Labels::write(Svg& svg, const Box& box, const std::string& text, bool bold) const {
  draw_ground(svg, box);
  svg.text({box.centre().x, box.centre().y + 0.35 * size_, size_, text, bold, Anchor::middle, ink});
}

void Labels::draw_way_out(Svg& svg, const std::vector<WayOut>& ways) {
  if (ways.empty()) return;
  const std::string text = locale_.say("map.town", {{"km", locale_.number(town_km(territory_), 0)}});
  std::optional<Box> best;
  double shortest = 0;
  for (const WayOut& way : ways) {
    const std::optional<Box> box = free_box(way.exit, text_width(text, size_) + 2 * padding, 1.2 * size_ + padding);
    if (!box || (best && distance(box->centre(), way.exit) >= shortest)) continue;
    best = box;
    shortest = distance(box->centre(), way.exit);
  }
  if (!best) return;
  reserve(*best);
  write(svg, *best, text, false);
}

std::optional<Point> Labels::heart_of(std::size_t zone) const {
  std::optional<Point> heart;
  double furthest = -1;
  for (const record::TerritorySquare& square : territory_.squares) {
    if (square.zone != zone) continue;
    double nearest = 1e12;  // squared metres to another zone
    for (const record::TerritorySquare& other : territory_.squares) {
      if (other.zone == zone) continue;
      const double dx = square.x_m - other.x_m;
      const double dy = square.y_m - other.y_m;
      nearest = std::min(nearest, dx * dx + dy * dy);
    }
    if (nearest <= furthest) continue;
    furthest = nearest;
    heart = view_.at(square.x_m + record::square_m / 2, square.y_m + record::square_m / 2);
  }
  return heart;
}

void Labels::draw_zone(Svg& svg, std::size_t zone, const std::string& text) {
  const std::optional<Point> heart = heart_of(zone);
  if (!heart) return;
  const double width = text_width(text, size_, true) + 2 * padding;
  const std::optional<Box> box = free_box(*heart, width, 1.2 * size_ + padding);
  if (!box) return;
  if (!box->contains(*heart)) {
    svg.element("line", {{"x1", heart->x},
                         {"y1", heart->y},
                         {"x2", box->centre().x},
                         {"y2", box->centre().y},
                         {"stroke", ink},
                         {"stroke-width", 0.25}});
    svg.element("circle", {{"cx", heart->x}, {"cy", heart->y}, {"r", 0.5}, {"fill", ink}});
  }
  reserve(*box);
  write(svg, *box, text, true);
}

}  // namespace essaim::plot
