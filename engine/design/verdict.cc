// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/design/verdict.h"

#include "engine/core/error.h"

namespace essaim::design {

std::string_view text(Verdict verdict) {
  switch (verdict) {
    case Verdict::effect:
      return "effect";
    case Verdict::no_effect:
      return "no_effect";
    case Verdict::undecided:
      return "undecided";
  }
  return "";
}

Verdict judge(const Estimate& difference, double matters) {
  ESSAIM_EXPECTS(matters > 0);
  if (!difference.has_interval()) return Verdict::undecided;
  if (-matters < difference.low && difference.high < matters) return Verdict::no_effect;
  const bool matters_throughout = difference.high <= -matters || difference.low >= matters;
  return matters_throughout ? Verdict::effect : Verdict::undecided;
}

Direction direction(double difference, Better better) {
  if (better == Better::neither || !(difference > 0 || difference < 0)) return Direction::neither;
  return (difference > 0) == (better == Better::up) ? Direction::better : Direction::worse;
}

}  // namespace essaim::design
