// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "engine/design/comparison.h"
#include "viz/term/locale.h"
#include "viz/term/text.h"

namespace essaim::term {

/// 100 for shares and for what is a share a day, a month or a degree, which people read in percent; else 1.
double display_factor(std::string_view unit);
/// The unit in which an assumption is shown: none if it has none and may lie outside [0, 1], for it is no share then
/// (ties of a household, a weight, a factor).
std::string_view parameter_unit(std::string_view unit, double allowed_low, double allowed_high);
/// True for counts of households or persons: those of fewer than 11 are not shown.
bool counts_people(std::string_view unit);

/// A canonical unit as people write it: "1" is %, "persons" are personnes.
std::string unit_text(const Locale& locale, std::string_view unit);
/// "12,8 %", "12.8%", "602 personnes"
std::string with_unit(const Locale& locale, const std::string& number, std::string_view unit);

/// How the values of one indicator are written in one table: all with the same decimals, shares as percentages, and
/// no count of fewer than 11 households or persons.
class ValueFormat {
 public:
  /// `unit` is the canonical symbol, `largest` the largest absolute value of the table.
  ValueFormat(const Locale& locale, std::string_view unit, double largest);

  std::string value(double value) const;
  std::string difference(double value) const;  ///< with its sign
  /// −2,2 [−3,0 ; −1,4]; in French with narrow spaces that do not break
  std::string interval(const design::Estimate& estimate) const;
  std::string spread(const design::Spread& spread) const;  ///< median [low ; high], or 3/20 for a rare event
  std::string median(const design::Spread& spread) const;
  std::string level(const design::Spread& spread,
                    std::string_view unit) const;               ///< median with its unit; 3/20 has none
  std::string occurrences(const design::Spread& spread) const;  ///< 3/20

 private:
  bool hides(double value) const;
  std::string bracketed(double low, double high, bool with_sign) const;
  std::string written(double value, bool with_sign) const;

  const Locale& locale_;
  double factor_;
  int decimals_;
  bool counts_people_;
};

/// The format of a table of comparisons.
ValueFormat format_for(const Locale& locale, const design::StudyIndicator& indicator,
                       std::span<const design::Compared> rows);

std::string label_of(const Locale& locale, const design::StudyIndicator& indicator);
/// "%, moins c'est mieux"
std::string unit_and_side(const Locale& locale, const design::StudyIndicator& indicator);

}  // namespace essaim::term
