// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "engine/design/study.h"
#include "viz/core/parameter_draws.h"
#include "viz/term/locale.h"

namespace essaim::plot {

/// What a chart shows of a study; places in its tables.
struct ChartChoice {
  std::size_t indicator = 0;
  std::size_t site = 0;
  std::size_t variant = 0;  ///< 0: the baseline alone
  double width_mm = 170;
};

// Each draws one SVG figure, the same bytes for the same input, with a title, a description, a way to read it and a
// source. Rules of all views hold: extremes below 19 draws, no count under 11, sites in the file's order.

/// Median and bands over days, the baseline dashed beside the variant, shocks above.
std::string draw_fan(const design::Study& study, const ChartChoice& choice, const term::Locale& locale);
/// Medians under the shocks against the no-shock twin, the loss shaded. The indicator must be a share of a need.
std::string draw_resilience(const design::Study& study, const ChartChoice& choice, const term::Locale& locale);
/// The effect of a variant in the crisis at each site, paired, with its interval.
std::string draw_compare(const design::Study& study, const ChartChoice& choice, const term::Locale& locale);
/// How often each variant is the best of each site. The indicator must have a better side.
std::string draw_rank(const design::Study& study, const ChartChoice& choice, const term::Locale& locale);
/// Per replicate what the tornado explains: with - without under the shocks; without a variant, the level.
std::vector<double> tornado_outcome(const design::Study& study, const ChartChoice& choice);
/// True if it is counted only: a few draws would decide every bar.
bool is_rare_outcome(const design::Study& study, const ChartChoice& choice);
/// Which uncertain values the outcome goes with: one bar a value, its upper third less its lower third
/// (engine/design/influence.h), the longest first, hollow where none is established.
std::string draw_tornado(const design::Study& study, const ChartChoice& choice,
                         std::span<const ParameterDraws> parameters, const term::Locale& locale);
/// Shocks and measures, when they begin and end.
std::string draw_timeline(const design::Study& study, const ChartChoice& choice, const term::Locale& locale);

}  // namespace essaim::plot
