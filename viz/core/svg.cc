// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/core/svg.h"

#include <fmt/format.h>

#include <array>

#include "viz/core/text_width.h"

namespace essaim::plot {

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20) result += c;
    }
  }
  return result;
}

Box box_of(const Line& line) {
  const double width = text_width(line.text, line.size, line.bold);
  const double before = line.anchor == Anchor::start ? 0 : line.anchor == Anchor::middle ? width / 2 : width;
  return {line.x - before, line.y - 0.95 * line.size, width, 1.2 * line.size};
}

void Svg::begin(std::string_view name, std::span<const Attribute> attributes) {
  body_.append("<").append(name);
  for (const Attribute& attribute : attributes) {
    body_.append(" ").append(attribute.name).append("=\"").append(attribute.value).append("\"");
  }
}

void Svg::element(std::string_view name, Attributes attributes) {
  element(name, std::span{attributes.begin(), attributes.size()});
}

void Svg::element(std::string_view name, std::span<const Attribute> attributes) {
  begin(name, attributes);
  body_ += "/>\n";
}

void Svg::open(std::string_view name, Attributes attributes) {
  begin(name, std::span{attributes.begin(), attributes.size()});
  body_ += ">\n";
}

void Svg::close(std::string_view name) { body_.append("</").append(name).append(">\n"); }

void Svg::text(const Line& line) {
  const char* anchor = line.anchor == Anchor::start ? "start" : line.anchor == Anchor::middle ? "middle" : "end";
  const std::array<Attribute, 6> attributes{{{"x", line.x},
                                             {"y", line.y},
                                             {"font-size", line.size},
                                             {"font-weight", line.bold ? "bold" : "normal"},
                                             {"text-anchor", anchor},
                                             {"fill", line.fill}}};
  begin("text", attributes);
  body_.append(">").append(escaped(line.text)).append("</text>\n");
}

std::string Svg::finish(double width_mm, double height_mm, std::string_view language, std::string_view title,
                        std::string_view description) const {
  return fmt::format(
             "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
             "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}mm\" height=\"{1}mm\" viewBox=\"0 0 {0} {1}\" "
             "role=\"img\" aria-labelledby=\"title desc\" xml:lang=\"{2}\" "
             "font-family=\"Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif\">\n"
             "<title id=\"title\">{3}</title>\n<desc id=\"desc\">{4}</desc>\n",
             number(width_mm), number(height_mm), language, escaped(title), escaped(description)) +
         body_ + "</svg>\n";
}

}  // namespace essaim::plot
