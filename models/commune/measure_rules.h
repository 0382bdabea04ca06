// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/run/model.h"
#include "models/commune/couplings.h"
#include "models/commune/public_body.h"

namespace essaim::commune {

/// What becomes of a measure, from the day on which it is proposed.
///
///     imposed     adopted on that day
///     otherwise   proposed; the council says yes, no, or nothing until later
///     adopted     it asks the town hall for its investment and its first month; without them it asks again in
///                 a month. Once funded it opens when its lead time is over
///     open        it asks for each further month's cost up to ten days before it needs it. Its strength is the share
///     of the
///                 volunteers it needs that came last week, or nothing below `volunteer_minimum` of them
///     starved     without money or without volunteers: strength 0, until both are back
///     refused     for good
///     over        at its end, unless it was refused; what is left of its cash goes back to the town hall
/// An imposed measure opens at once when it needs neither money nor time. When the coupling of governance with the
/// measure's theme is off, it is imposed, paid for from outside and fully staffed.
class MeasureRules {
 public:
  MeasureRules(const Commune& commune, const Programme& programme, const PublicColumns& columns);

  void start(Context& context) const;
  void propose(std::uint32_t row, Context& context) const;
  void decide(std::uint32_t row, const Event& decision, Context& context) const;
  void be_funded(std::uint32_t row, const Event& funds, Context& context) const;
  void be_staffed(std::uint32_t row, const Event& staff, Context& context) const;
  void live_a_day(std::uint32_t row, Context& context) const;
  void end(std::uint32_t row, Context& context) const;

 private:
  void adopt(std::uint32_t row, Context& context) const;
  void ask_for_funds(std::uint32_t row, Context& context) const;
  void give_back(std::uint32_t row, Context& context) const;
  void begin_days(std::uint32_t row, Context& context) const;
  bool is_staffed(std::uint32_t row) const;
  void work(std::uint32_t row, bool can, Context& context) const;  ///< opens or goes on if it can, else starves
  void set_status(std::uint32_t row, MeasureStatus status, double strength, Context& context) const;
  std::int64_t daily_cents(std::uint32_t row) const;
  std::uint32_t paid_until(std::uint32_t row, std::uint32_t today) const;  ///< first day that its cash does not pay
  bool is_governed(std::uint32_t row) const;  ///< whether decisions, money and volunteers count
  MeasureStatus status(std::uint32_t row) const {
    return static_cast<MeasureStatus>(columns_.measures.status.latest(row));
  }
  ProcessId town_hall() const { return columns_.table->process(0); }

  const Commune& commune_;
  const Programme& programme_;
  PublicColumns columns_;
};

}  // namespace essaim::commune
