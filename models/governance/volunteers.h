// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include "engine/run/model.h"
#include "models/commune/public_body.h"
#include "models/governance/columns.h"

namespace essaim::governance {

/// Volunteers' hours for measures, shared out by the council each week.
///
///     offered_k  = sum over households present of hours (1/2 + T) max(0, x_k) / max(1, sum over measures of max(0,
///     x)),
///                  and of the wave of helpers in proportion to what is needed
///     found_k    = min(needed_k, energy_k offered_k)
///     energy_k   loses `fatigue` a month when more is needed than found, else gains `fatigue_recovery` of what it
///     lacks
/// A measure hears how much of what it needs was found. In a crisis (an alarm, an outage, a flood, people driven from
/// home), half of the helpers who are not there yet come each week, up to `helper_wave` of the residents; afterwards
/// the wave fades over `helper_fading`.
class Volunteers {
 public:
  Volunteers(const Setting& setting, const commune::Programme& programme, const Columns& columns,
             const commune::PublicColumns& town);

  bool wants_hands(std::uint32_t measure) const;  ///< it is adopted and needs volunteers
  void share_out(std::span<const double> offered, bool displaced, Context& context) const;

 private:
  void move_wave(bool displaced) const;
  bool is_crisis(bool displaced) const;
  double wave_hours() const;
  void tire(std::uint32_t measure, bool overloaded) const;

  const Setting& setting_;
  const commune::Programme& programme_;
  CouncilColumns council_;
  commune::PublicColumns town_;
};

}  // namespace essaim::governance
