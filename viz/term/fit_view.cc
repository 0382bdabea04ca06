// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/term/fit_view.h"

#include <cmath>

#include "viz/term/value_format.h"

namespace essaim::term {
namespace {

std::string margin_text(const Locale& locale, const std::string& margin) {
  const std::string key = "margin." + margin;
  return locale.knows(key) ? locale.say(key) : margin;
}

std::string gap_text(const design::StudyFit& fit, const Locale& locale) {
  const bool hidden =
      counts_people(fit.unit) && (design::is_hidden_count(fit.target) || design::is_hidden_count(fit.drawn));
  if (fit.target == 0 || hidden) return locale.number(std::nan(""), 0);
  return with_unit(locale, locale.signed_number(100 * (fit.drawn / fit.target - 1), 1), "1");
}

}  // namespace

FitWords fit_words(const design::StudySite& site, const Locale& locale) {
  FitWords words;
  for (const design::StudyFit& fit : site.fit) {
    const std::string margin = margin_text(locale, fit.margin);
    if (!fit.sourced) {
      words.guessed += (words.guessed.empty() ? "" : ", ") + margin;
      continue;
    }
    const ValueFormat format{locale, fit.unit, std::fabs(fit.target)};
    const std::string unit = unit_text(locale, fit.unit);
    words.rows.push_back({margin + (unit.empty() ? "" : " (" + unit + ")"), format.value(fit.target),
                          format.value(fit.drawn), gap_text(fit, locale)});
  }
  return words;
}

}  // namespace essaim::term
