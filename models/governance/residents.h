// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "engine/run/model.h"
#include "models/commune/public_body.h"
#include "models/governance/columns.h"

namespace essaim::governance {

/// What residents think of measures and of their town hall, once a week, on an evening of their own.
///
/// First opinion of household h on measure k:
///     x0 = first_opinion + interest gain + opinion_spread (0.6 taste_h + 0.8 z_hk), gain 1 if it may gain something
/// Each week, while k is proposed or at work, by one of the rules of `talk.h`:
///     influence    m = (sum of x over ties + publicity advice) / (ties + publicity), once an assembly has advised
///     bounded      with chance `noise` back to x0; else it talks with one tie, or with the assembly's advice as often
///                  as `publicity` ties would
/// then  x += experience missed (1 - x), `missed` what it lately lacked of what the measure's theme brings.
/// Trust, with w = 7 / 30 of a month and outcome = 1 - the largest of what it missed in food, trips and comfort:
///     T += w (trust_outcome (outcome - expected) + trust_promise promise - trust_return (T - T0)) + trust_voice voice
///     expected += w expectation_learning (outcome - expected)
///     promise  mean over adopted measures: strength max(0, x) when open, -(1 + max(0, x)) / 2 when starved
///     voice    +1 each time a member took part; -x for a refused measure that it and a majority wanted
/// Compliance with rules in force (1 without any):
///     1 / (1 + exp(-(logit(compliance_base) + compliance_opinion x + compliance_trust (2 T - 1) + enforcement)))
/// What the other themes do to opinions and trust goes through their couplings.
class ResidentRules {
 public:
  ResidentRules(const Setting& setting, const commune::Programme& programme, const Columns& columns,
                const commune::PublicColumns& town);

  void start(Context& context) const;
  void live_a_week(std::uint32_t household, Context& context) const;
  void take_part(std::uint32_t household, const Event& event, Context& context) const;

 private:
  /// What a household lately lacked, 0 to 1; 0 where the coupling is off.
  struct Missed {
    double food = 0;
    double trips = 0;
    double comfort = 0;
    double worst() const;
  };
  Missed missed_by(std::uint32_t household) const;
  double lacking(std::uint32_t measure, const Missed& missed) const;
  commune::MeasureStatus status(std::uint32_t measure) const {
    return static_cast<commune::MeasureStatus>(town_.measures.status[measure]);
  }
  double after_talk(std::uint32_t household, std::uint32_t measure, Context& context) const;
  double mean_around(std::uint32_t household, std::uint32_t measure) const;
  void form_opinion(std::uint32_t household, std::uint32_t measure, const Missed& missed, Context& context) const;
  double promises(std::uint32_t household) const;
  double voice_lost(std::uint32_t household) const;
  void move_trust(std::uint32_t household, const Missed& missed, Context& context) const;
  void heed_rules(std::uint32_t household, Context& context) const;

  const Setting& setting_;
  const commune::Programme& programme_;
  HouseholdColumns columns_;
  CouncilColumns council_;
  commune::PublicColumns town_;
  std::vector<std::uint8_t> is_rule_;  ///< by measure
  double base_logit_ = 0;
};

}  // namespace essaim::governance
