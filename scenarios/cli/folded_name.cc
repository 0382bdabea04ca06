// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/cli/folded_name.h"

#include <algorithm>
#include <array>
#include <utility>

namespace essaim::cli {
namespace {

constexpr std::size_t longest_id = 60;
constexpr std::size_t words_of_key = 3;

// The letters of French names beyond a-z, as UTF-8.
constexpr std::array<std::pair<std::string_view, std::string_view>, 40> letters = {{
    {"à", "a"}, {"â", "a"}, {"ä", "a"}, {"á", "a"}, {"ã", "a"}, {"ç", "c"}, {"è", "e"},  {"é", "e"},
    {"ê", "e"}, {"ë", "e"}, {"î", "i"}, {"ï", "i"}, {"í", "i"}, {"ñ", "n"}, {"ô", "o"},  {"ö", "o"},
    {"ó", "o"}, {"ù", "u"}, {"û", "u"}, {"ü", "u"}, {"ú", "u"}, {"ÿ", "y"}, {"œ", "oe"}, {"æ", "ae"},
    {"À", "a"}, {"Â", "a"}, {"Ä", "a"}, {"Ç", "c"}, {"È", "e"}, {"É", "e"}, {"Ê", "e"},  {"Ë", "e"},
    {"Î", "i"}, {"Ï", "i"}, {"Ô", "o"}, {"Ö", "o"}, {"Ù", "u"}, {"Û", "u"}, {"Ü", "u"},  {"Œ", "oe"},
}};

std::string with(std::string text, char joint) {
  std::replace(text.begin(), text.end(), ' ', joint);
  return text;
}

std::string cut(std::string text, std::size_t most, char joint) {
  if (text.size() <= most) return text;
  text.resize(most);
  const std::size_t end = text.rfind(joint);
  if (end != std::string::npos && end > 0) text.resize(end);
  return text;
}

}  // namespace

std::string folded(std::string_view name) {
  std::string result;
  const auto add_space = [&] {
    if (!result.empty() && result.back() != ' ') result += ' ';
  };
  while (!name.empty()) {
    const auto letter =
        std::find_if(letters.begin(), letters.end(), [&](const auto& pair) { return name.starts_with(pair.first); });
    if (letter != letters.end()) {
      result += letter->second;
      name.remove_prefix(letter->first.size());
      continue;
    }
    const char c = name.front();
    const bool capital = c >= 'A' && c <= 'Z';
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (capital) result += static_cast<char>(c - 'A' + 'a');
    if (kept) result += c;
    if (!capital && !kept) add_space();
    name.remove_prefix(1);
  }
  if (result.ends_with(' ')) result.pop_back();
  return result;
}

std::string site_id_of(std::string_view name) { return cut(with(folded(name), '-'), longest_id, '-'); }

std::string key_of(std::string_view sentence) {
  std::string key = folded(sentence);
  std::size_t end = 0;
  for (std::size_t word = 0; word < words_of_key && end != std::string::npos; ++word) end = key.find(' ', end + 1);
  if (end != std::string::npos) key.resize(end);
  return cut(with(std::move(key), '_'), longest_id, '_');
}

}  // namespace essaim::cli
