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

/// A rare event: it happened in some draws, and in fewer than half of those of either side. It is counted, no more: its
/// median would say "never", its mean "a little, each time". The one rule for tables, charts and the page.
bool is_rare_event(const design::Spread& without, const design::Spread& with_measure);
bool is_rare_event(const design::Compared& row);                ///< in the crisis
bool is_rare_event_on_quiet_days(const design::Compared& row);  ///< in the no-shock twins, or in the crisis

/// The levels of a comparison: medians, or how often a rare event happened.
std::string without_text(const ValueFormat& format, const design::Compared& row);
std::string with_text(const ValueFormat& format, const design::Compared& row);
/// The effect with its interval; of a rare event how often it happened, "3/20 → 1/20".
std::string crisis_text(const ValueFormat& format, const design::Compared& row);
std::string everyday_text(const ValueFormat& format, const design::Compared& row);
/// A dash where one of the two is counted only.
std::string interaction_text(const ValueFormat& format, const Locale& locale, const design::Compared& row);
/// Difference between two sites' worlds; a dash for a rare event, which their worlds count.
std::string between_text(const ValueFormat& format, const Locale& locale, const design::SiteDifference& difference,
                         bool rare);

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
/// "higher", "no difference found", that the data do not suffice; a dash for a rare event.
Cell between_sites_cell(const design::SiteDifference& difference, const Locale& locale, bool rare);

/// "0.5 points": the smallest difference of a primary indicator that matters; the study must have one.
std::string matters_text(const design::Study& study, const design::StudyIndicator& indicator, const Locale& locale);

/// "heatwave (10 July 2026, 12 days); ...", of the shocks (no variant) or of one variant's measures.
std::string actions_text(const design::Study& study, const std::string& variant, const Locale& locale);

}  // namespace essaim::term
