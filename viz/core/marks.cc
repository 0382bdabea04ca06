// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/core/marks.h"

#include <cmath>
#include <utility>

#include "viz/term/number_text.h"

namespace essaim::plot {

void Layer::line(std::string_view mark_role, Point from, Point to) {
  marks.emplace_back(LineMark{std::string{mark_role}, from, to});
}

void Layer::path(std::string_view mark_role, std::string d) {
  if (!d.empty()) marks.emplace_back(PathMark{std::string{mark_role}, std::move(d)});
}

void Layer::rect(std::string_view mark_role, Box box, double radius) {
  marks.emplace_back(RectMark{std::string{mark_role}, box, radius});
}

void Layer::circle(std::string_view mark_role, Point centre, double radius) {
  marks.emplace_back(CircleMark{std::string{mark_role}, centre, radius});
}

void Layer::text(std::string_view mark_role, Point at, double size, Anchor anchor, std::string_view words) {
  marks.emplace_back(TextMark{std::string{mark_role}, at, size, anchor, std::string{words}});
}

std::string number(double value) {
  if (!std::isfinite(value)) return "0";
  std::string digits = term::fixed_text(std::fabs(value), 2);
  while (digits.back() == '0') digits.pop_back();
  if (digits.back() == '.') digits.pop_back();
  return value < 0 && digits != "0" ? "-" + digits : digits;
}

}  // namespace essaim::plot
