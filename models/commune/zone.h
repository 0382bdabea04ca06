// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace essaim::commune {

/// Parts of a commune for shocks that do not hit all of it, and for indicators: the half of the main village's
/// crossings nearest its centre, the other half, and hamlets (rural communes alone have them).
enum class Zone : std::uint8_t { centre, edge, hamlets };
inline constexpr std::size_t zone_count = 3;
inline constexpr std::array<std::string_view, zone_count> zone_names = {"centre", "edge", "hamlets"};

}  // namespace essaim::commune
