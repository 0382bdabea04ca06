// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/catalogue/scenario.h"

namespace essaim::live {

/// A measure as a room of people sets it: how much of it, and since when.
struct RoomMeasure {
  std::uint32_t kind = 0;       ///< index in `measure_infos()`
  double size = 0;              ///< of its first setting, in its unit
  std::uint32_t start_day = 0;  ///< of the run
  /// The measure of the scenario that it comes from: variant, place in it. Without one, other settings are the usual.
  std::optional<std::pair<std::uint32_t, std::uint32_t>> from;
};

/// What a room of people wants to try: one site, some of the scenario's shocks, measures, contested assumptions.
struct Room {
  std::uint32_t site = 0;
  std::vector<std::uint32_t> shocks;  ///< indices in the scenario, ascending
  std::vector<RoomMeasure> measures;
  std::vector<std::pair<std::uint32_t, double>> parameters;  ///< index in `parameter_infos()`, value in its unit
};

/// A room, or why the text is none.
struct ReadRoom {
  Room room;
  std::string why;  ///< empty if it could be read
};

/// Reads what a page sends:
///
///     {"site": 0, "shocks": [0, 1], "parameters": {"food.panic_social": 0.4},
///      "measures": [{"kind": "carpool", "size": 0.3, "start": 0, "from": [1, 3]}]}
///
/// Everything is checked against the scenario and the declarations, as a scenario file is.
ReadRoom read_room(std::string_view json, const catalogue::Scenario& scenario);

/// The scenario of a room: its site alone, and as variants the baseline and, if there are measures, "room". A measure
/// left as the scenario has it keeps its settings to the last bit; of another size, it needs means in proportion.
catalogue::Scenario scenario_of(const catalogue::Scenario& scenario, const Room& room);

/// What words call the strong size of a measure; modest is half of it, bold twice. A convention of sliders.
double strong_size(const commune::ActionInfo& info);

}  // namespace essaim::live
