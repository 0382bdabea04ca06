// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/report/curves.h"

#include <algorithm>
#include <cmath>

#include "viz/core/day_fan.h"
#include "viz/report/pack.h"
#include "viz/term/locale.h"
#include "viz/term/value_format.h"

namespace essaim::report {
namespace {

using design::Series;
using design::Study;
using plot::Draws;
using plot::Fan;

double largest(const Fan& fan) {
  double result = 0;
  for (const std::vector<double>& days : fan) {
    for (const double value : days) {
      if (std::isfinite(value)) result = std::max(result, std::fabs(value));
    }
  }
  return result;
}

int decimals_of(const std::vector<Fan>& fans, double factor) {
  double size = 0;
  for (const Fan& fan : fans) size = std::max(size, largest(fan));
  return term::decimals_for(size * factor);
}

double power_of_ten(int decimals) {
  double power = 1;
  for (int i = 0; i < decimals; ++i) power *= 10;
  return power;
}

/// What is written of one site, variant by variant.
struct SiteCurves {
  std::vector<Fan> values;
  std::vector<Fan> differences;
  std::vector<Draws> draws;
};

SiteCurves read_site(const Study& study, const Series& series, std::size_t site) {
  SiteCurves curves;
  for (std::size_t variant = 0; variant < study.variants.size(); ++variant) {
    curves.draws.push_back(plot::draws_of(study, series, study.point(site, variant, design::StudyArm::shocks)));
    curves.values.push_back(plot::fan_of(curves.draws.back()));
    curves.values.push_back(
        plot::fan_of(plot::draws_of(study, series, study.point(site, variant, design::StudyArm::no_shocks))));
    if (variant > 0) {
      curves.differences.push_back(plot::fan_of(plot::paired(curves.draws.back(), curves.draws.front())));
    }
  }
  return curves;
}

void write(CurveWriter& writer, const std::vector<Fan>& fans, double scale, bool people) {
  for (const Fan& fan : fans) {
    for (const std::vector<double>& days : fan) writer.curve(days, scale, people);
  }
}

}  // namespace

Curves curves_of(const Study& study, std::size_t indicator, const Series& series) {
  const std::string& unit = study.indicators[indicator].unit;
  const double factor = term::display_factor(unit);
  const bool people = term::counts_people(unit);
  Curves result;
  CurveWriter quantiles;
  CurveWriter draws;
  for (std::size_t site = 0; site < study.sites.size(); ++site) {
    const SiteCurves curves = read_site(study, series, site);
    const int decimals = decimals_of(curves.values, factor);
    const int difference_decimals = decimals_of(curves.differences, factor);
    const double scale = factor * power_of_ten(decimals);
    write(quantiles, curves.values, scale, people);
    write(quantiles, curves.differences, factor * power_of_ten(difference_decimals), people);
    for (const Draws& of_variant : curves.draws) {
      for (std::size_t r = 0; r < std::min(plot::most_draws, of_variant.size()); ++r) {
        draws.curve(of_variant[r], scale, people);
      }
    }
    result.decimals.push_back(decimals);
    result.difference_decimals.push_back(difference_decimals);
  }
  result.quantiles = quantiles.bytes();
  result.draws = draws.bytes();
  return result;
}

}  // namespace essaim::report
