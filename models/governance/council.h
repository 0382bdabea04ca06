// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "engine/run/model.h"
#include "models/commune/public_body.h"
#include "models/governance/columns.h"
#include "models/governance/forums.h"
#include "models/governance/volunteers.h"

namespace essaim::governance {

/// The municipal council, one process.
///
/// Each week it counts voices: support_k = share of voices of households with x_k > 0, a household having as many
/// voices as adults, each weighing its turnout  clamp(turnout_2020 + turnout_trust (T - 1/2), 0.05, 1); and shares out
/// volunteers. Answers that are due then come: an assembly's advice, a vote, another body's answer.
///
/// Each session, for each measure that is proposed, in their order:
///     an assembly is to advise (`decided_by`, or one sits in the commune)   it is convened, for assembly_days
///     it is for the participatory budget                                    it waits budget_calendar for the vote
///     support + advice_weight advice < adoption_threshold                   it is refused
///     the power is another body's                                           that is asked; it answers after
///                                                                           request_days (1/2 to 3/2), yes with chance
///                                                                           request_granted
///     its investment, or its first year's cost, is above what is left       it is put off, council_delays times at
///                                                                           most, then refused
///     else                                                                  it is adopted
/// What is adopted at one session counts against what is left for the next on the list. A vote's projects are adopted
/// if they are funded by it, else refused. A standing assembly (condition `assembly`) is drawn anew each year.
class CouncilRules {
 public:
  CouncilRules(const Setting& setting, const commune::Programme& programme, const Columns& columns,
               const commune::PublicColumns& town);

  void start(Context& context) const;
  void meet(Context& context) const;
  void count(Context& context) const;

 private:
  /// What may still be spent on measures at this session.
  struct Purse {
    std::int64_t operating_cents = 0;
    std::int64_t investment_cents = 0;
  };
  Stage stage(std::uint32_t measure) const { return static_cast<Stage>(columns_.council.stage[measure][0]); }
  void set_stage(std::uint32_t measure, Stage stage, std::uint32_t due = 0) const;
  bool is_proposed(std::uint32_t measure) const;
  bool needs_advice(std::uint32_t measure) const;
  bool has_power(std::uint32_t measure) const;
  std::uint32_t seats() const;
  double first_year_cents(std::uint32_t measure, std::uint32_t today) const;
  void seat_standing_assembly(Context& context) const;
  void consider(std::uint32_t measure, Purse& purse, Context& context) const;
  void decide(std::uint32_t measure, Purse& purse, Context& context) const;
  void ask_other_body(std::uint32_t measure, Context& context) const;
  void answer(std::uint32_t measure, bool adopted, Context& context) const;
  void count_voices(Context& context) const;
  void hear_answers(Context& context) const;
  void hold_vote(Context& context) const;
  bool is_due(std::uint32_t measure, Stage which, std::uint32_t today) const;

  const Setting& setting_;
  const commune::Programme& programme_;
  Columns columns_;
  commune::PublicColumns town_;
  Forums forums_;
  Volunteers volunteers_;
};

}  // namespace essaim::governance
