// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "models/commune/population.h"

namespace essaim::commune {

struct SampleMember {
  std::uint8_t age = 0;  ///< years
  Sex sex = Sex::woman;
  Activity activity = Activity::other;
};

/// A household that may live in the commune, or several like it.
struct SampleHousehold {
  double weight = 1;          ///< how many it stands for before any margin is met; only ratios count
  double income_rank = 0.5;   ///< in (0, 1), of its income per consumption unit among all
  std::uint32_t first = 0;    ///< of its members
  std::uint32_t persons = 1;  ///< at least 1
  HouseholdType type = HouseholdType::one_person;
  Dwelling dwelling = Dwelling::house;
  Tenure tenure = Tenure::owner;
  BuildPeriod period = BuildPeriod::later;
  std::uint8_t label = 3;
  Heating heating = Heating::electricity;
  std::uint8_t cars = 0;
  std::uint8_t bikes = 0;
};

struct Sample {
  std::vector<SampleHousehold> households;
  std::vector<SampleMember> members;
  std::span<const SampleMember> of(const SampleHousehold& household) const {
    return std::span{members}.subspan(household.first, household.persons);
  }
};

/// Households drawn by key from assumptions on who lives with whom, where and on what. They bring the joint structure;
/// the margins come from the fit.
///
/// Types of household, sizes of families and ages are drawn so that each occurs often enough to be weighted up, and
/// carry the weight that makes up for it. Sources: sexes by age (INSEE 2020: 48.9 % women under 25, 61.1 % of 75 and
/// over); women among lone parents (84 %) and among persons of 75 and over who live alone (78 %, from 48 % of women and
/// 21 % of men, INSEE 2013); participation by age (Le Mene, INSEE RP2020); heating and labels: dwellings.h. Everything
/// else that ties two attributes together is a guess, written beside it.
Sample parametric_sample(const FigureValues& figures, const Parameters& parameters, std::uint32_t households,
                         const Random& random);

/// Households that a user has surveyed, in the place of made-up ones. Members, types and weights are given; what is
/// not given besides is drawn as for the parametric sample.
struct MicroSample {
  /// Which attributes of its households are given.
  struct Given {
    bool income = false;  ///< `income_rank` holds the income per consumption unit [EUR/year]; only its order counts
    bool tenure = false;
    bool dwelling = false;
    bool period = false;
    bool cars = false;
    bool bikes = false;
  };
  Sample sample;
  Given given;
};

Sample completed_sample(const MicroSample& surveyed, const FigureValues& figures, const Parameters& parameters,
                        const Random& random);

}  // namespace essaim::commune
