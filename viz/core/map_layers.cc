// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/core/map_layers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace essaim::plot {

namespace {

constexpr std::array<RoadStyle, record::territory_roads.size()> styles = {{
    {1.0, 1.5, "#e2862f", "#8a4a10", ""},   // motorway
    {0.8, 1.2, "#f5cf5b", "#8a6d1f", ""},   // major
    {0.6, 1.0, "#ffffff", "#77706a", ""},   // minor
    {0.35, 0.0, "#8f8a84", "", ""},         // street
    {0.3, 0.0, "#9c8b6b", "", "1.2 0.6"},   // track
    {0.25, 0.0, "#8b9d83", "", "0.3 0.5"},  // path
}};
constexpr std::size_t way_out_class = 2;
constexpr double furrow_mm = 1.1;
constexpr std::string_view field_colour = "#eef1dc";
constexpr std::string_view furrow_colour = "#b3be8c";

std::string segment(Point a, Point b) {
  return "M" + number(a.x) + " " + number(a.y) + "L" + number(b.x) + " " + number(b.y);
}

void stroke(Svg& svg, const std::string& path, std::string_view colour, double width, std::string_view dashes) {
  svg.element("path", {{"d", path},
                       {"fill", "none"},
                       {"stroke", colour},
                       {"stroke-width", width},
                       {"stroke-linecap", dashes.empty() ? "round" : "butt"},
                       {"stroke-dasharray", dashes.empty() ? "none" : dashes}});
}

void define_furrows(Svg& svg) {
  svg.open("pattern", {{"id", "furrows"},
                       {"patternUnits", "userSpaceOnUse"},
                       {"width", furrow_mm},
                       {"height", furrow_mm},
                       {"patternTransform", "rotate(-35)"}});
  svg.element("rect", {{"width", furrow_mm}, {"height", furrow_mm}, {"fill", field_colour}});
  svg.element("rect", {{"width", furrow_mm}, {"height", 0.16}, {"fill", furrow_colour}});
  svg.close("pattern");
}

}  // namespace

const RoadStyle& road_style(std::size_t road_class) { return styles[road_class]; }

void draw_road(Svg& svg, std::size_t road_class, const std::string& path, double factor) {
  const RoadStyle& style = styles[road_class];
  if (style.casing > 0) stroke(svg, path, style.casing_colour, style.casing * factor, "");
  stroke(svg, path, style.colour, style.width * factor, style.dashes);
}

void draw_fields(Svg& svg, const record::TerritoryMap& territory, const MapView& view) {
  const std::vector<record::TerritoryCorner>& corners = territory.corners;
  const Box& frame = view.frame();
  std::string path;
  for (std::size_t first = 0; first < corners.size();) {
    std::string ring;
    Box box{frame.right(), frame.bottom(), 0, 0};
    double right = frame.x;
    double bottom = frame.y;
    std::size_t i = first;
    for (; i < corners.size() && corners[i].field == corners[first].field && corners[i].ring == corners[first].ring;
         ++i) {
      const Point p = view.at(corners[i].x_m, corners[i].y_m);
      ring += (i == first ? "M" : "L") + number(p.x) + " " + number(p.y);
      box.x = std::min(box.x, p.x), box.y = std::min(box.y, p.y);
      right = std::max(right, p.x), bottom = std::max(bottom, p.y);
    }
    first = i;
    box.width = right - box.x, box.height = bottom - box.y;
    if (box.overlaps(frame)) path += ring + "Z";
  }
  if (path.empty()) return;
  define_furrows(svg);
  svg.open("clipPath", {{"id", "frame"}});
  svg.element("rect", {{"x", frame.x}, {"y", frame.y}, {"width", frame.width}, {"height", frame.height}});
  svg.close("clipPath");
  // Holes turn the other way round than what they are cut from, so that the usual rule leaves them out.
  svg.element("path", {{"d", path},
                       {"clip-path", "url(#frame)"},
                       {"fill", field_fill},
                       {"stroke", furrow_colour},
                       {"stroke-width", 0.16}});
}

void draw_squares(Svg& svg, const record::TerritoryMap& territory, const MapView& view,
                  const std::function<std::string_view(const record::TerritorySquare&)>& colour) {
  svg.open("g", {{"stroke", "#ffffff"}, {"stroke-width", 0.1}});
  const double side = view.square_side();
  for (const record::TerritorySquare& square : territory.squares) {
    const Point centre = view.at(square.x_m + record::square_m / 2, square.y_m + record::square_m / 2);
    svg.element("rect", {{"x", centre.x - side / 2},
                         {"y", centre.y - side / 2},
                         {"width", side},
                         {"height", side},
                         {"fill", colour(square)}});
  }
  svg.close("g");
}

void draw_roads(Svg& svg, const record::TerritoryMap& territory, const MapView& view, double factor) {
  std::array<std::string, styles.size()> paths;
  for (const record::TerritoryRoad& road : territory.roads) {
    const record::TerritoryNode& from = territory.nodes[road.from];
    const record::TerritoryNode& to = territory.nodes[road.to];
    if (!from.outside && !to.outside) paths[road.road_class] += segment(view.at(from), view.at(to));
  }
  for (std::size_t i = styles.size(); i-- > 0;) {
    if (paths[i].empty() || styles[i].casing == 0) continue;
    stroke(svg, paths[i], styles[i].casing_colour, styles[i].casing * factor, "");
  }
  for (std::size_t i = styles.size(); i-- > 0;) {
    if (!paths[i].empty()) stroke(svg, paths[i], styles[i].colour, styles[i].width * factor, styles[i].dashes);
  }
}

std::vector<WayOut> ways_out(const record::TerritoryMap& territory, const MapView& view) {
  std::vector<WayOut> ways;
  for (const record::TerritoryRoad& road : territory.roads) {
    const record::TerritoryNode* from = &territory.nodes[road.from];
    const record::TerritoryNode* to = &territory.nodes[road.to];
    if (from->outside) std::swap(from, to);
    if (from->outside || !to->outside) continue;
    const Point start = view.at(*from);
    ways.push_back({start, view.exit(start, view.at(*to))});
  }
  return ways;
}

void draw_ways_out(Svg& svg, const std::vector<WayOut>& ways, double factor) {
  const RoadStyle& style = styles[way_out_class];
  for (std::size_t i = 0; i < ways.size(); ++i) {
    const WayOut& way = ways[i];
    const double dx = way.exit.x - way.from.x;
    const double dy = way.exit.y - way.from.y;
    const double length = std::hypot(dx, dy);
    if (length < 0.5) continue;
    const std::string id = "out" + std::to_string(i);
    svg.open("linearGradient", {{"id", id},
                                {"gradientUnits", "userSpaceOnUse"},
                                {"x1", way.from.x},
                                {"y1", way.from.y},
                                {"x2", way.exit.x},
                                {"y2", way.exit.y}});
    svg.element("stop", {{"offset", 0}, {"stop-color", style.casing_colour}});
    svg.element("stop", {{"offset", 1}, {"stop-color", style.casing_colour}, {"stop-opacity", 0.25}});
    svg.close("linearGradient");
    const double ux = dx / length;
    const double uy = dy / length;
    const Point end{way.exit.x - 2.0 * ux, way.exit.y - 2.0 * uy};
    stroke(svg, segment(way.from, end), "url(#" + id + ")", style.width * factor, "");
    const double half = 0.9;
    const std::string head = number(way.exit.x - 0.4 * ux) + "," + number(way.exit.y - 0.4 * uy) + " " +
                             number(end.x - half * uy) + "," + number(end.y + half * ux) + " " +
                             number(end.x + half * uy) + "," + number(end.y - half * ux);
    svg.element("polygon", {{"points", head}, {"fill", "#55504b"}});
  }
}

double town_km(const record::TerritoryMap& territory) {
  for (const record::TerritoryNode& node : territory.nodes) {
    if (node.outside) return std::hypot(node.x_m, node.y_m) / 1'000;
  }
  return 0;
}

}  // namespace essaim::plot
