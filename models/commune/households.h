// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "engine/world/table.h"
#include "models/commune/commune.h"
#include "models/commune/couplings.h"

namespace essaim::commune {

/// A household is one process. Its members, home and purse are here; each theme adds columns of its own to the same
/// table. Columns are written by the household's own process alone, published ones are read by all.
struct HouseholdColumns {
  HouseholdColumns(World& world, const Commune& commune);

  Table* table;
  Column<std::int64_t> residents;
  Column<std::uint32_t> home;              ///< node where it lives now: its own home, or where it is put up
  Column<std::int64_t> account_cents;      ///< money at hand; bills and purchases are paid from it
  Column<std::int64_t> savings_cents;      ///< what it keeps in the account when it can
  Column<std::int64_t> earned_cents;       ///< income, from outside
  Column<std::int64_t> other_spent_cents;  ///< what goes neither to food, housing nor transport
  Column<float> jobs_kept;                 ///< share of its workers who have a job; 1 without workers

  // What themes tell each other of a household, inside its own process.
  Column<std::int64_t> housing_due_cents;    ///< rent or loan, charges and energy of a month, at today's prices
  Column<std::int64_t> transport_due_cents;  ///< transport of a month, at today's prices
  Column<float> commute_eur;                 ///< what its commutes cost in a month, time not counted [EUR]
  Column<float> kitchen_out;                 ///< share of the day on which it could not cook at home
  Column<float> fridge_hours_out;            ///< hours for which its fridge has been without power; 0 while it works

  // What others may see of it.
  Published<float> missed_food;   ///< share of the need for food that it missed, over about a week
  Published<float> missed_trips;  ///< share of needed trips that it could not make, over about a week
  Published<float> discomfort;  ///< share of days on which its home was too cold, too hot, dark or damaged, over a week
  Published<std::uint8_t> displaced;  ///< 1 while it cannot live at home
  Published<float> trust;             ///< in the town hall, 0 to 1
  Published<float> compliance;        ///< chance that it keeps to a rule that the town hall has set, 0 to 1
};

inline constexpr std::uint32_t month_days = 30;
/// Days from this midnight to the household's next payday, 1 to 30; 30 on a payday. Paydays are spread over the month.
constexpr std::uint32_t days_to_payday(std::uint32_t household, std::uint32_t day) {
  return month_days - (day + household) % month_days;
}

/// Disposable income of a household in a month when nobody has lost a job [cents].
std::int64_t ordinary_income_cents(const Population& population, std::uint32_t household);
/// That of this month: ordinary income x (1 - labour_share (1 - jobs kept) (1 - job_loss_income)).
std::int64_t income_cents(const Commune& commune, std::uint32_t household, double jobs_kept);
/// What must go to what is neither housing, transport nor food: essential_spending x ordinary income.
std::int64_t essentials_cents(const Commune& commune, std::uint32_t household);

}  // namespace essaim::commune
