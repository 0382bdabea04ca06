// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/term/duration.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace essaim::term {
namespace {

struct TimeUnit {
  std::string_view name;  ///< in the plural, as files have it
  std::string_view key;   ///< of the sentence catalogue
  double per_day;
};

constexpr std::array time_units{TimeUnit{"hours", "duration.hours", 24}, TimeUnit{"days", "duration.days", 1},
                                TimeUnit{"weeks", "duration.weeks", 1.0 / 7}};

struct Parsed {
  double amount = 0;
  const TimeUnit* unit = nullptr;
};

std::optional<Parsed> parsed(std::string_view duration) {
  Parsed result;
  const std::size_t digits = std::min(duration.find_first_not_of("0123456789."), duration.size());
  // (The program never leaves the "C" locale, and libc++ has no std::from_chars for these.)
  result.amount = std::strtod(std::string{duration.substr(0, digits)}.c_str(), nullptr);
  if (digits == 0 || !std::isfinite(result.amount) || result.amount <= 0) return std::nullopt;
  const std::string_view rest = duration.substr(digits);
  for (const TimeUnit& unit : time_units) {
    const std::string_view singular = unit.name.substr(0, unit.name.size() - 1);
    if (rest.starts_with(' ') && (rest.substr(1) == unit.name || rest.substr(1) == singular)) result.unit = &unit;
  }
  return result.unit == nullptr ? std::nullopt : std::optional{result};
}

}  // namespace

std::optional<double> duration_days(std::string_view duration) {
  const std::optional<Parsed> found = parsed(duration);
  return found ? std::optional{found->amount / found->unit->per_day} : std::nullopt;
}

std::string duration_text(const Locale& locale, std::string_view duration) {
  const std::optional<Parsed> found = parsed(duration);
  if (!found) return std::string{duration};
  const bool one = found->amount < 2 && (locale.language() == Language::fr || found->amount == 1);
  return locale.say(std::string{found->unit->key} + (one ? ".one" : ".other"),
                    {{"count", locale.shortest(found->amount)}});
}

}  // namespace essaim::term
