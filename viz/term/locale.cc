// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/term/locale.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "engine/core/error.h"
#include "viz/term/number_text.h"
#include "viz/term/sentences.h"

namespace essaim::term {
namespace {

constexpr std::array<std::string_view, 12> months_fr{"janvier",   "février", "mars",     "avril",
                                                     "mai",       "juin",    "juillet",  "août",
                                                     "septembre", "octobre", "novembre", "décembre"};
constexpr std::array<std::string_view, 12> months_en{"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};

bool says_nothing(const char* value) {
  const std::string_view name = value == nullptr ? "" : value;
  return name.empty() || name == "C" || name == "POSIX" || name.starts_with("C.");
}

}  // namespace

std::string_view text(Language language) { return language == Language::fr ? "fr" : "en"; }

Language language_from(const char* lc_all, const char* lc_messages, const char* lang) {
  for (const char* value : {lc_all, lc_messages, lang}) {
    if (says_nothing(value)) continue;
    return std::string_view{value}.starts_with("fr") ? Language::fr : Language::en;
  }
  return Language::fr;
}

Locale::Locale(Language language) : language_{language} {
  const nlohmann::json catalogue = nlohmann::json::parse(language == Language::fr ? sentences_fr : sentences_en);
  for (const auto& [key, sentence] : catalogue.items()) sentences_.emplace(key, sentence.get<std::string>());
}

bool Locale::knows(std::string_view key) const { return sentences_.find(key) != sentences_.end(); }

std::vector<std::string> Locale::keys() const {
  std::vector<std::string> result;
  for (const auto& [key, sentence] : sentences_) result.push_back(key);
  return result;
}

const std::string& Locale::unfilled(std::string_view key) const {
  const auto found = sentences_.find(key);
  ESSAIM_EXPECTS(found != sentences_.end());
  return found->second;
}

std::string Locale::say(std::string_view key, std::initializer_list<Argument> arguments) const {
  return say(key, std::span{arguments.begin(), arguments.size()});
}

std::string Locale::say(std::string_view key, std::span<const Argument> arguments) const {
  std::string result;
  std::string_view rest = unfilled(key);
  while (!rest.empty()) {
    const std::size_t open = rest.find('{');
    const std::size_t close = rest.find('}', open);
    if (open == std::string_view::npos || close == std::string_view::npos) break;
    result += rest.substr(0, open);
    const std::string_view name = rest.substr(open + 1, close - open - 1);
    const auto argument = std::find_if(arguments.begin(), arguments.end(),
                                       [&](const Argument& candidate) { return candidate.first == name; });
    ESSAIM_EXPECTS(argument != arguments.end());
    result += argument->second;
    rest.remove_prefix(close + 1);
  }
  return result.append(rest);
}

std::string Locale::count(std::string_view key, std::size_t count) const {
  const bool one = count == 1 || (count == 0 && language_ == Language::fr);
  return say(std::string{key}.append(one ? ".one" : ".other"), {{"count", number(static_cast<double>(count), 0)}});
}

std::string_view Locale::of(std::string_view french, std::string_view english) const {
  return language_ == Language::fr ? french : english;
}

std::string Locale::number(double value, int decimals) const { return number_text(language_, value, decimals); }

std::string Locale::signed_number(double value, int decimals) const {
  return signed_number_text(language_, value, decimals);
}

std::string Locale::shortest(double value) const {
  int decimals = 0;
  const double size = std::fabs(value);
  const auto differs = [&](int d) { return std::fabs(std::stod(fixed_text(size, d)) - size) > 1e-9 * size; };
  while (decimals < 6 && std::isfinite(value) && differs(decimals)) ++decimals;
  return number(value, decimals);
}

std::string Locale::date(Date date) const {
  const auto month = static_cast<std::size_t>(date.month - 1);
  if (language_ == Language::en) return fmt::format("{} {} {}", date.day, months_en[month], date.year);
  return fmt::format("{} {} {}", date.day == 1 ? "1er" : std::to_string(date.day), months_fr[month], date.year);
}

int decimals_for(double largest) {
  const double size = std::fabs(largest);
  if (!(size < 100)) return 0;
  if (size >= 10) return 1;
  return size >= 1 || size == 0 ? 2 : 3;
}

}  // namespace essaim::term
