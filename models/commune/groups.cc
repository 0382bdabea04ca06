// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/groups.h"

#include <algorithm>
#include <limits>

namespace essaim::commune {

namespace {

constexpr std::array<GroupInfo, group_count> table = {{
    {"income_low", "income", {"Tiers le plus modeste", "Poorest third"}},
    {"income_middle", "income", {"Tiers du milieu", "Middle third"}},
    {"income_high", "income", {"Tiers le plus aisé", "Richest third"}},
    {"age_young", "age", {"Ménages dont l'aîné a moins de 40 ans", "Households whose oldest is under 40"}},
    {"age_middle", "age", {"Ménages dont l'aîné a 40 à 64 ans", "Households whose oldest is 40 to 64"}},
    {"age_old", "age", {"Ménages dont l'aîné a 65 ans ou plus", "Households whose oldest is 65 or over"}},
    {"owners", "tenure", {"Propriétaires", "Owners"}},
    {"private_tenants", "tenure", {"Locataires du privé", "Private tenants"}},
    {"social_tenants", "tenure", {"Locataires du parc social", "Social tenants"}},
    {"zone_centre", "zone", {"Centre du bourg", "Centre of the main village"}},
    {"zone_edge", "zone", {"Bords du bourg", "Edge of the main village"}},
    {"zone_hamlets", "zone", {"Hameaux", "Hamlets"}},
}};

std::uint8_t age_group(std::uint8_t oldest) { return oldest < 40 ? 3 : oldest < 65 ? 4 : 5; }

}  // namespace

std::span<const GroupInfo> group_infos() { return table; }

Groups::Groups(const Population& population, const Territory& territory) : of_(population.households()) {
  const auto order = by_income(population);
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::uint32_t h = order[i];
    const auto ages = population.ages_of(h);
    of_[h] = {static_cast<std::uint8_t>(3 * i / order.size()), age_group(*std::max_element(ages.begin(), ages.end())),
              static_cast<std::uint8_t>(6 + static_cast<std::uint8_t>(population.tenure[h])),
              static_cast<std::uint8_t>(9 + static_cast<std::uint8_t>(territory.zone[territory.homes[h].index()]))};
  }
}

void GroupRatios::write(std::span<double> values) const {
  for (std::size_t g = 0; g < group_count; ++g) {
    const bool known = households_[g] >= fewest_households && whole_[g] > 0;
    values[g] = known ? part_[g] / whole_[g] : std::numeric_limits<double>::quiet_NaN();
  }
}

}  // namespace essaim::commune
