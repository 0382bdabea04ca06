// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "engine/world/field.h"

namespace essaim {

enum class Better : unsigned char { up, down, neither };

/// The aim of the experiment that an indicator reads; every comparison shows at least one of each.
enum class Aim : unsigned char { none, sobriety, solidarity, resilience };

constexpr std::string_view text(Better better) {
  return better == Better::up ? "up" : better == Better::down ? "down" : "neither";
}
constexpr std::string_view text(Aim aim) {
  switch (aim) {
    case Aim::none:
      return "none";
    case Aim::sobriety:
      return "sobriety";
    case Aim::solidarity:
      return "solidarity";
    case Aim::resilience:
      return "resilience";
  }
  return "";
}

/// Cell methods of what has come together since the start, or is left of it: over a period its last day counts, where a
/// mean of days would say a part of what was spent.
inline constexpr std::string_view running_total = "time: point (of a running total)";

/// The one declaration of a measured quantity over time: one value a simulated day.
struct IndicatorInfo {
  std::string_view name;  ///< "food.insecure_share": stable, English, `<theme>.<what>`
  std::string_view unit;  ///< canonical symbol, "1" for a share
  Words label;            ///< short, for axes and tables
  Words meaning;          ///< one sentence: what is counted, over whom, when
  Better better = Better::neither;
  Aim aim = Aim::none;
  /// CF: how the day's value is made: "time: sum", "time: mean", "time: point", or `running_total`.
  std::string_view cell_methods;
  bool wide = false;      ///< stored as float64 (money totals, counts above 2^24)
  bool by_group = false;  ///< also read for each group of residents and each zone
};

}  // namespace essaim
