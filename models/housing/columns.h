// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "models/commune/households.h"
#include "models/housing/setting.h"

namespace essaim::housing {

/// What becomes of a home after water.
enum class Phase : std::uint8_t { sound, insured, queued, repaired, given_up };  // given_up: never returns

/// Works that a crew does. Repairs come before retrofits.
enum class Works : std::uint32_t { repair, retrofit, deep_retrofit };

/// What was wrong with a home today, as bits.
enum Trouble : std::uint8_t { cold = 1, hot = 2, dark = 4, damaged = 8, away = 16 };

/// Beside what all themes share of a household. Energy in Wh, money in cents, totals since the start.
struct HouseholdColumns : commune::HouseholdColumns {
  explicit HouseholdColumns(const commune::HouseholdColumns& shared);
  Column<std::int64_t> homes;       ///< that it holds: its own, and a light dwelling where it is put up
  Column<std::uint32_t> dwelling;   ///< its own
  Column<std::uint32_t> shelter;    ///< light dwelling where it is put up, plus 1; 0: none
  Column<std::uint8_t> label;       ///< energy label of its home, 0 (A) to 6 (G)
  Column<std::int32_t> heater_day;  ///< day on which its heater was put in
  Column<std::int32_t> moved_day;   ///< day of its last move; long before the start if it has not moved
  // Energy
  Column<double> degree_wh;          ///< heating per degree-day, at its intensity
  Column<std::uint32_t> base_wh;     ///< hot water and other electricity of a day
  Column<float> heating_co2_g;       ///< per Wh of heating
  Column<std::uint32_t> base_co2_g;  ///< of a day, heating apart
  Column<std::uint8_t> burdened;     ///< 1: energy weighs too much on it
  Column<float> intensity;           ///< of heating
  Column<float> price;               ///< of energy over the ordinary one, as its instalments know it
  Column<float> jobs_counted;        ///< jobs kept when the intensity was last reckoned
  Column<std::uint32_t> price_day;   ///< day on which it saw another price
  Column<std::int64_t> used_wh;
  Column<std::int64_t> co2_g;
  // Money
  Column<std::int64_t> energy_cents;      ///< monthly instalment of energy
  Column<std::int64_t> dwelling_cents;    ///< monthly rent, or charges and loan
  Column<std::int64_t> works_loan_cents;  ///< monthly, for a retrofit
  Column<std::int64_t> paid_cents;        ///< bills paid
  Column<std::int64_t> invested_cents;    ///< in retrofits
  Column<std::int64_t> borrowed_cents;    ///< for retrofits, from outside
  Column<std::int64_t> arrears_cents;     ///< billed and not paid: no money, a debt
  // Flood
  Column<std::uint8_t> phase;
  Column<float> damage;            ///< share of the home that is destroyed
  Column<std::uint32_t> left_day;  ///< on which it had to leave
  Column<std::uint8_t> trouble;    ///< bits of `Trouble`, today
  Column<float> bad_week;          ///< discomfort before it is rounded for others
  // Retrofit
  Column<std::uint8_t> works_pending;  ///< Works + 1 that it waits for; 0: none
  Column<std::uint32_t> works_days;    ///< days waited for crews, all works
  Column<std::uint32_t> works_done;    ///< works for which a crew came
  Column<std::uint32_t> retrofits;
  Column<std::uint32_t> moves;
  Published<std::uint8_t> retrofitted;  ///< 1 once its home was, since the start; neighbours see it
};

/// Dwellings that nobody lives in, kept by the housing office: its rows are written by that one process alone.
struct OfficeColumns {
  OfficeColumns(World& world, const Setting& setting);
  Table* table;                       ///< one row: the office
  Column<std::int64_t> light_set_up;  ///< light dwellings brought, less those taken away
  Column<std::uint32_t> free_count;
  Column<double> advice_left;  ///< households that the desk can still advise now
  Column<std::uint32_t> advised;
  Column<std::uint32_t> moves_refused;
  Table* dwellings;                 ///< a row for each dwelling
  Column<std::int64_t> free;        ///< 1: nobody lives there
  Column<std::uint32_t> free_list;  ///< the first `free_count` rows: free dwellings, in no order
  Column<std::uint8_t> present;     ///< light dwellings: 1 while set up
  Column<std::uint8_t> label;       ///< of dwellings that are free
  Column<std::int32_t> heater_day;
};

/// Works that wait, first in first out, kept by the artisans' process alone: a ring for repairs, another for retrofits.
struct ArtisanColumns {
  ArtisanColumns(World& world, const Setting& setting);
  Table* table;  ///< one row
  Column<std::uint32_t> first[2];
  Column<std::uint32_t> waiting[2];
  Column<std::uint32_t> busy;  ///< crews at work
  Table* queue;                ///< a row for each household: it has one repair and one retrofit waiting at most
  Column<std::uint32_t> household[2];
  Column<std::uint32_t> works[2];
  Column<std::uint32_t> days[2];
  Column<std::uint32_t> asked_day[2];
};

/// All of them, registered in one order.
struct Columns {
  Columns(World& world, const commune::HouseholdColumns& shared, const Setting& setting);
  HouseholdColumns households;
  OfficeColumns office;
  ArtisanColumns artisans;
};

}  // namespace essaim::housing
