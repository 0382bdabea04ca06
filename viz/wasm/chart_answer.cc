// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/wasm/chart_answer.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <optional>
#include <variant>
#include <vector>

#include "viz/term/number_text.h"
#include "viz/wasm/chart_codec.h"

namespace essaim::wasm {
namespace {

using plot::number;

/// What a line is drawn by must be there: five quantiles, and so many days of each curve.
bool is_sound(const plot::CurveChart& chart) {
  const auto has_days = [&](const std::vector<double>& curve) { return curve.size() == chart.days; };
  for (const plot::CurveLine& line : chart.lines) {
    const bool by_quantiles = line.median || line.bands || chart.loss != Better::neither;
    if (by_quantiles && line.fan.size() != 5) return false;
    if (!std::ranges::all_of(line.fan, has_days) || !std::ranges::all_of(line.draws, has_days)) return false;
  }
  return chart.start.is_valid() && chart.days > 0 && chart.sheet.size > 0;
}

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return result + '"';
}

/// Writes the marks of a layer, one after the other.
class MarkWriter {
 public:
  explicit MarkWriter(std::string& json) : json_{json} {}

  void operator()(const plot::LineMark& mark) const {
    open("line", mark.role);
    numbers({mark.from.x, mark.from.y, mark.to.x, mark.to.y});
  }
  void operator()(const plot::PathMark& mark) const {
    open("path", mark.role);
    json_ += "," + quoted(mark.d) + "]";
  }
  void operator()(const plot::RectMark& mark) const {
    open("rect", mark.role);
    numbers({mark.box.x, mark.box.y, mark.box.width, mark.box.height, mark.radius});
  }
  void operator()(const plot::CircleMark& mark) const {
    open("circle", mark.role);
    numbers({mark.centre.x, mark.centre.y, mark.radius});
  }
  void operator()(const plot::TextMark& mark) const {
    constexpr std::string_view anchors[] = {"start", "middle", "end"};
    open("text", mark.role);
    for (const double value : {mark.at.x, mark.at.y, mark.size}) json_ += "," + number(value);
    json_ += "," + quoted(anchors[static_cast<std::size_t>(mark.anchor)]) + "," + quoted(mark.text) + "]";
  }

 private:
  void open(std::string_view kind, const std::string& role) const { json_ += "[" + quoted(kind) + "," + quoted(role); }
  void numbers(std::initializer_list<double> values) const {
    for (const double value : values) json_ += "," + number(value);
    json_ += "]";
  }

  std::string& json_;
};

/// Without the closing brace, so that more may follow.
std::string begun(const plot::Layout& layout) {
  std::string json = "{\"width\":" + number(layout.width) + ",\"height\":" + number(layout.height) + ",\"layers\":[";
  for (const plot::Layer& layer : layout.layers) {
    if (json.back() == ']') json += ",";
    json += "[" + quoted(layer.role) + ",[";
    for (const plot::Mark& mark : layer.marks) {
      if (json.back() == ']') json += ",";
      std::visit(MarkWriter{json}, mark);
    }
    json += "]]";
  }
  return json + "]";
}

}  // namespace

std::string curve_answer(std::string_view bytes) {
  const std::optional<plot::CurveChart> chart = live::from_bytes<plot::CurveChart>(bytes);
  if (!chart || !is_sound(*chart)) return {};
  const plot::CurveLayout drawn = plot::curve_layout(*chart);
  const plot::Box& frame = drawn.frame;
  return begun(drawn.layout) + ",\"frame\":[" + number(frame.x) + "," + number(frame.y) + "," + number(frame.width) +
         "," + number(frame.height) + "],\"from_zero\":" + (drawn.axis.from_zero() ? "true" : "false") + "}";
}

std::string domain_answer(std::string_view bytes) {
  const std::optional<plot::CurveChart> chart = live::from_bytes<plot::CurveChart>(bytes);
  if (!chart || !is_sound(*chart)) return {};
  const plot::Domain domain = plot::domain_of(chart->lines);
  if (!(domain.low <= domain.high)) return "[]";
  // Curves have fewer decimals in the page (viz/report/pack.h).
  const auto exact = [](double value) { return (value < 0 ? "-" : "") + term::fixed_text(std::fabs(value), 9); };
  return "[" + exact(domain.low) + "," + exact(domain.high) + "]";
}

std::string dot_answer(std::string_view bytes) {
  const std::optional<plot::DotChart> chart = live::from_bytes<plot::DotChart>(bytes);
  if (!chart || !(chart->sheet.size > 0)) return {};
  return begun(plot::dot_layout(*chart)) + "}";
}

}  // namespace essaim::wasm
