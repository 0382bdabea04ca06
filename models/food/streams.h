// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "engine/core/random.h"

/// Every kind of draw of the food theme.
namespace essaim::food::streams {

inline constexpr Stream household_habits{"food.household_habits"};  ///< what sets a household apart, once
inline constexpr Stream first_stock{"food.first_stock"};
inline constexpr Stream visit{"food.visit"};  ///< whether it shops today
inline constexpr Stream shop_choice{"food.shop_choice"};
inline constexpr Stream grocer_or_shop{"food.grocer_or_shop"};

inline constexpr Stream visit_hour{"food.visit_hour"};
inline constexpr Stream compliance{"food.compliance"};  ///< whether it keeps to a ration today
inline constexpr Stream basket{"food.basket_taker"};    ///< how keen it is on a farm contract, once
inline constexpr Stream generator{"food.generator"};    ///< which shops have one, and which lose power first, once

inline constexpr std::array all = {household_habits, first_stock, visit,  shop_choice, grocer_or_shop,
                                   visit_hour,       compliance,  basket, generator};

}  // namespace essaim::food::streams
