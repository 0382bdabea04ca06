// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/core/text_width.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace essaim::plot {

namespace {

/// Advance widths of DejaVu Sans and its bold, in hundredths of the size, of the characters 0x20 to 0x7e.
constexpr std::array<unsigned char, 95> plain_widths = {
    32, 41, 46, 84, 64, 96, 78, 28, 40,  40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 34, 34, 84, 84, 84, 54, 100, 69, 69, 70, 78, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79,
    61, 79, 70, 64, 62, 74, 69, 99, 69,  62, 69, 40, 34, 40, 84, 50, 50, 62, 64, 55, 64, 62, 36, 64,
    64, 28, 28, 58, 28, 98, 64, 62, 64,  64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84};
constexpr std::array<unsigned char, 95> bold_widths = {
    35, 46, 53, 84, 70, 101, 88, 31,  46,  46, 53, 84, 38, 42, 38, 37, 70, 70, 70, 70, 70, 70,  70, 70,
    70, 70, 40, 40, 84, 84,  84, 59,  100, 78, 77, 74, 84, 69, 69, 83, 84, 38, 38, 78, 64, 100, 84, 86,
    74, 86, 78, 73, 69, 82,  78, 111, 78,  73, 73, 46, 37, 46, 84, 50, 50, 68, 72, 60, 72, 68,  44, 72,
    72, 35, 35, 67, 35, 105, 72, 69,  72,  72, 50, 60, 48, 72, 66, 93, 65, 66, 59, 72, 37, 72,  84};

constexpr double accented_width = 70;  ///< of a character of two bytes: é, à, «
constexpr double wide_width = 100;     ///< of any other: dashes, symbols

/// Width of the character that begins at `at`, which moves on to the next.
double next_width(std::string_view text, std::size_t& at, bool bold) {
  const auto byte = static_cast<unsigned char>(text[at]);
  const std::string_view rest = text.substr(at);
  at += byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
  if (byte < 0x20 || byte == 0x7f) return 0;
  if (byte < 0x80) return (bold ? bold_widths : plain_widths)[byte - 0x20u];
  if (rest.starts_with("\u202f")) return 20;
  if (rest.starts_with("’")) return 38;
  if (rest.starts_with("–")) return 50;
  if (rest.starts_with("œ") || rest.starts_with("©")) return bold ? 117 : 107;
  return byte < 0xe0 ? accented_width : wide_width;
}

/// Takes the last character off, whatever number of bytes it has.
void drop_last(std::string& text) {
  const auto is_inner = [&] { return (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U; };
  while (!text.empty() && is_inner()) text.pop_back();
  if (!text.empty()) text.pop_back();
}

std::string_view cut_at_space(std::string_view& text) {
  const std::size_t end = text.find(' ');
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return word;
}

bool sticks(std::string_view word) { return word == ":" || word == ";" || word == "?" || word == "!" || word == "»"; }

/// The next word and the sign after it that no line begins with, as French sets it: "commune :".
std::string next_word(std::string_view& text) {
  std::string word{cut_at_space(text)};
  while (!text.empty() && (word == "«" || sticks(text.substr(0, text.find(' '))))) {
    word.append(" ").append(cut_at_space(text));
  }
  return word;
}

/// The length of the longest beginning of a word that ends in a hyphen and fits; 0 if there is none.
std::size_t break_after(std::string_view word, double width, double size, bool bold) {
  std::size_t best = 0;
  for (std::size_t at = word.find('-'); at != std::string_view::npos; at = word.find('-', at + 1)) {
    if (text_width(word.substr(0, at + 1), size, bold) <= width) best = at + 1;
  }
  return best;
}

}  // namespace

double text_width(std::string_view text, double size, bool bold) {
  double hundredths = 0;
  for (std::size_t at = 0; at < text.size();) hundredths += next_width(text, at, bold);
  return hundredths * size / 100;
}

std::string fitted(const std::string& text, double width, double size) {
  if (text_width(text, size) <= width) return text;
  std::string shorter = text;
  while (!shorter.empty() && text_width(shorter + "…", size) > width) drop_last(shorter);
  while (shorter.ends_with(' ')) shorter.pop_back();
  return shorter + "…";
}

std::vector<std::string> wrapped(std::string_view text, double width, double size, bool bold) {
  std::vector<std::string> lines;
  std::string line;
  while (!text.empty()) {
    std::string word = next_word(text);
    // Saint-Étienne-de-la-Montagne may take two lines.
    while (text_width(word, size, bold) > width) {
      const std::size_t end = break_after(word, width, size, bold);
      if (end == 0) break;
      if (!line.empty()) lines.push_back(line);
      line.clear();
      lines.push_back(word.substr(0, end));
      word.erase(0, end);
    }
    const std::string longer = line.empty() ? word : line + " " + word;
    if (!line.empty() && text_width(longer, size, bold) > width) {
      lines.push_back(line);
      line = word;
    } else {
      line = longer;
    }
  }
  if (!line.empty()) lines.push_back(line);
  return lines;
}

}  // namespace essaim::plot
