// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/term/value_format.h"

#include <algorithm>
#include <cmath>

namespace essaim::term {

double display_factor(std::string_view unit) { return unit == "1" || unit.starts_with("1/") ? 100 : 1; }

std::string_view parameter_unit(std::string_view unit, double allowed_low, double allowed_high) {
  const bool is_number = unit == "1" && (allowed_low < 0 || allowed_high > 1);
  return is_number ? std::string_view{} : unit;
}

bool counts_people(std::string_view unit) { return unit == "persons" || unit == "households"; }

std::string unit_text(const Locale& locale, std::string_view unit) {
  const std::string key = std::string{"unit."}.append(unit);
  return locale.knows(key) ? locale.say(key) : std::string{unit};
}

std::string with_unit(const Locale& locale, const std::string& number, std::string_view unit) {
  const std::string text = unit_text(locale, unit);
  if (text.starts_with('%')) return number + std::string{locale.of("\u202F", "")} + text;
  return text.empty() ? number : number + " " + text;
}

ValueFormat::ValueFormat(const Locale& locale, std::string_view unit, double largest)
    : locale_{locale},
      factor_{display_factor(unit)},
      decimals_{decimals_for(std::isfinite(largest) ? largest * factor_ : 0)},
      counts_people_{counts_people(unit)} {}

bool ValueFormat::hides(double value) const { return counts_people_ && design::is_hidden_count(value); }

std::string ValueFormat::written(double value, bool with_sign) const {
  const double scaled = value * factor_;
  return with_sign ? locale_.signed_number(scaled, decimals_) : locale_.number(scaled, decimals_);
}

std::string ValueFormat::bracketed(double low, double high, bool with_sign) const {
  return "[" + written(low, with_sign) + std::string{locale_.of("\u202F;\u202F", ", ")} + written(high, with_sign) +
         "]";
}

std::string ValueFormat::value(double value) const {
  return hides(value) ? locale_.say("count.hidden") : written(value, false);
}

std::string ValueFormat::difference(double value) const {
  return hides(value) ? locale_.say("count.hidden") : written(value, true);
}

std::string ValueFormat::interval(const design::Estimate& estimate) const {
  if (estimate.count == 0) return written(std::nan(""), false);
  if (hides(estimate.mean) || !estimate.has_interval()) return difference(estimate.mean);
  return difference(estimate.mean) + " " + bracketed(estimate.low, estimate.high, true);
}

std::string ValueFormat::median(const design::Spread& spread) const {
  if (spread.kind == design::Spread::Kind::none) return written(std::nan(""), false);
  return spread.kind == design::Spread::Kind::rare ? occurrences(spread) : value(spread.median);
}

std::string ValueFormat::level(const design::Spread& spread, std::string_view unit) const {
  return spread.kind == design::Spread::Kind::rare ? occurrences(spread) : with_unit(locale_, median(spread), unit);
}

std::string ValueFormat::occurrences(const design::Spread& spread) const {
  return std::to_string(spread.occurrences) + "/" + std::to_string(spread.count);
}

std::string ValueFormat::spread(const design::Spread& spread) const {
  const bool has_ends = spread.kind == design::Spread::Kind::extremes || spread.kind == design::Spread::Kind::interval;
  if (!has_ends || spread.count < 2 || hides(spread.median) || hides(spread.low) || hides(spread.high)) {
    return median(spread);
  }
  return median(spread) + " " + bracketed(spread.low, spread.high, false);
}

ValueFormat format_for(const Locale& locale, const design::StudyIndicator& indicator,
                       std::span<const design::Compared> rows) {
  double largest = 0;
  for (const design::Compared& row : rows) {
    for (const double value : {row.without.median, row.with_measure.median, row.effects.crisis.mean}) {
      if (std::isfinite(value)) largest = std::max(largest, std::fabs(value));
    }
  }
  return {locale, indicator.unit, largest};
}

std::string label_of(const Locale& locale, const design::StudyIndicator& indicator) {
  const std::string_view label = locale.of(indicator.label_fr, indicator.label_en);
  return std::string{label.empty() ? std::string_view{indicator.name} : label};
}

std::string unit_and_side(const Locale& locale, const design::StudyIndicator& indicator) {
  const std::string unit = unit_text(locale, indicator.unit);
  if (indicator.better == Better::neither) return unit;
  return unit + std::string{locale.of(" ; ", "; ")} +
         locale.say(indicator.better == Better::up ? "better.up" : "better.down");
}

}  // namespace essaim::term
