// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/core/chart_paint.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "viz/core/ramp.h"

namespace essaim::plot {
namespace {

constexpr std::string_view ink = "#222222";
constexpr std::string_view paper = "#ffffff";
constexpr std::string_view grid_colour = "#dddad2";

/// What a mark looks like; lengths in millimetres.
struct Look {
  std::string_view fill = "none";
  double opacity = 1;  ///< of the fill
  std::string_view stroke = "none";
  double width = 0;
  std::string_view dash = "none";
  bool bold = false;
};

constexpr auto looks = std::to_array<std::pair<std::string_view, Look>>({
    {"", {.fill = grey}},
    {"unit", {.fill = grey}},
    {"note", {.fill = grey}},
    {"grid", {.stroke = grid_colour, .width = 0.15}},
    {"zero", {.stroke = grey, .width = 0.15}},
    {"tick", {.stroke = grey, .width = 0.15}},
    {"stripe", {.fill = shock_colour, .opacity = 0.2}},
    {"shock", {.fill = shock_colour}},
    {"measure", {.fill = measure_colour}},
    {"loss", {.fill = without_colour, .opacity = 0.12}},
    {"name with", {.fill = with_colour, .bold = true}},
    {"name without", {.fill = without_colour, .bold = true}},
    {"name quiet", {.fill = quiet_colour, .bold = true}},
    {"column-name", {.fill = ink, .bold = true}},
    {"behind", {.fill = paper}},
    {"whisker with", {.stroke = with_colour, .width = 0.5}},
    {"whisker effect", {.stroke = with_colour, .width = 0.5}},
    {"whisker without", {.stroke = without_colour, .width = 0.5, .dash = "1 0.6"}},
    {"whisker full", {.stroke = ink, .width = 0.4}},
    {"whisker hollow", {.stroke = ink, .width = 0.4}},
    {"dot with", {.fill = with_colour}},
    {"dot effect", {.fill = with_colour}},
    {"dot without", {.fill = paper, .stroke = without_colour, .width = 0.4}},
    {"bar full", {.fill = with_colour, .opacity = 0.55, .stroke = with_colour, .width = 0.3}},
    {"bar hollow", {.fill = paper, .stroke = with_colour, .width = 0.3}},
    {"in-cell level-4", {.fill = paper}},
});

constexpr std::string_view cell_role = "cell level-";

Look line_look(std::string_view world, std::string_view role) {
  const bool with = world == "with";
  const bool quiet = world == "quiet";
  const std::string_view colour = with ? with_colour : quiet ? quiet_colour : without_colour;
  if (role == "band wide") return {.fill = colour, .opacity = 0.14};
  if (role == "band narrow") return {.fill = colour, .opacity = 0.24};
  if (role == "edge") return {.stroke = colour, .width = 0.2, .dash = with ? "none" : "0.4 0.7"};
  const std::string_view dash = with ? "none" : quiet ? "0.3 0.9" : "1.8 1.1";
  return {.stroke = colour, .width = role == "draw" ? 0.25 : 0.6, .dash = dash};
}

Look look_of(std::string_view layer, std::string_view role) {
  constexpr std::string_view line = "line ";
  if (layer.starts_with(line)) return line_look(layer.substr(line.size()), role);
  if (role.starts_with(cell_role)) {
    const auto level = static_cast<std::size_t>(role.back() - '0');
    return {.fill = ramp_colour(level, 5), .stroke = paper, .width = 0.4};
  }
  const auto* found = std::ranges::find(looks, role, &std::pair<std::string_view, Look>::first);
  return found == looks.end() ? Look{.fill = ink} : found->second;
}

/// Writes marks one by one.
class Brush {
 public:
  Brush(Svg& svg, std::string_view layer) : svg_{svg}, layer_{layer} {}

  void operator()(const LineMark& mark) const {
    draw("line", mark.role, {{"x1", mark.from.x}, {"x2", mark.to.x}, {"y1", mark.from.y}, {"y2", mark.to.y}});
  }
  void operator()(const PathMark& mark) const { draw("path", mark.role, {{"d", mark.d}}); }
  void operator()(const RectMark& mark) const {
    const Box& box = mark.box;
    std::vector<Attribute> where{{"x", box.x}, {"y", box.y}, {"width", box.width}, {"height", box.height}};
    if (mark.radius > 0) where.emplace_back("rx", mark.radius);
    draw("rect", mark.role, std::move(where));
  }
  void operator()(const CircleMark& mark) const {
    draw("circle", mark.role, {{"cx", mark.centre.x}, {"cy", mark.centre.y}, {"r", mark.radius}});
  }
  void operator()(const TextMark& mark) const {
    const Look look = look_of(layer_, mark.role);
    svg_.text({mark.at.x, mark.at.y, mark.size, mark.text, look.bold, mark.anchor, look.fill});
  }

 private:
  void draw(std::string_view name, std::string_view role, std::vector<Attribute> attributes) const {
    const Look look = look_of(layer_, role);
    attributes.emplace_back("fill", look.fill);
    if (look.opacity < 1) attributes.emplace_back("fill-opacity", look.opacity);
    if (look.width > 0) {
      attributes.emplace_back("stroke", look.stroke);
      attributes.emplace_back("stroke-width", look.width);
      if (look.dash != "none") attributes.emplace_back("stroke-dasharray", look.dash);
      attributes.emplace_back("stroke-linejoin", "round");
    }
    svg_.element(name, attributes);
  }

  Svg& svg_;
  std::string_view layer_;
};

}  // namespace

void paint(Svg& svg, const Layout& layout, Point corner) {
  svg.open("g", {{"transform", "translate(" + number(corner.x) + " " + number(corner.y) + ")"}});
  for (const Layer& layer : layout.layers) {
    for (const Mark& mark : layer.marks) std::visit(Brush{svg, layer.role}, mark);
  }
  svg.close("g");
}

}  // namespace essaim::plot
