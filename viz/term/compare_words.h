// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "engine/design/comparison.h"
#include "engine/design/equity.h"
#include "engine/design/study.h"
#include "viz/term/locale.h"
#include "viz/term/table.h"
#include "viz/term/value_format.h"

// The cells of comparisons in words, for whoever shows them: a terminal's tables and the page say the same.

namespace essaim::term {

/// The effect in the crisis with its interval. The mean of what is nearly always nothing would mislead: how often it
/// happened is told instead, "3/20 → 1/20".
std::string crisis_text(const ValueFormat& format, const design::Compared& row);

/// Without a difference, or without a better side, nothing is better.
bool has_better_side(const design::Study& study, const design::Compared& row);
/// "20/20", or a dash.
std::string better_in_text(const design::Study& study, const design::Compared& row);
/// "effect: better", "undecided"; "exploratory" of an indicator that is not primary.
Cell verdict_cell(const design::Compared& row, const Locale& locale, Better better);

/// Two readings, without and with the measures.
std::string pair_text(const std::string& without, const std::string& with_measure);

/// What the need was short of, without → with the measures.
struct ResilienceWords {
  std::string loss;             ///< days
  std::string loss_difference;  ///< paired, with its interval
  std::string depth;            ///< points
  std::string to_90;            ///< days
  std::string to_95;
  std::string not_recovered;  ///< of how many draws
};
/// Both readings must be there.
ResilienceWords resilience_words(const design::Compared& row, const Locale& locale);

/// How the loss is shared between the poorest and the richest third, without → with the measures.
struct LossWords {
  std::string poorest;  ///< days
  std::string richest;
  std::string ratio;
  std::string borne;  ///< percent borne by the poorest
  std::string draws;
};
/// Both readings must be there.
LossWords loss_words(const design::Equity& row, const Locale& locale);
/// Mean days lost by a group, without → with the measures.
std::string group_loss_text(const design::GroupReading& reading, const Locale& locale);

/// Of two sites with as many figures each: a stand-in on either side blurs their difference.
double stand_ins_of_both(const design::StudySite& a, const design::StudySite& b);
/// "higher", "no difference found", or that the data do not suffice.
Cell between_sites_cell(const design::SiteDifference& difference, const Locale& locale);

/// "heatwave (10 July 2026, 12 days); ...", of the shocks (no variant) or of one variant's measures.
std::string actions_text(const design::Study& study, const std::string& variant, const Locale& locale);

}  // namespace essaim::term
