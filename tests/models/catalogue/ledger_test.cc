// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/models/catalogue/small_world.h"

// The ledgers see a gram, a cent or a person that goes missing, wherever it goes missing.

namespace essaim::catalogue {
namespace {

class Mutated : public testing::Test {
 protected:
  /// Runs ten days, lets `mutate` damage the state, runs one more day and gives what the audit says.
  template <class Mutate>
  std::string audit_after(Mutate mutate) {
    const Scenario scenario = village(20);
    const SharedDraw shared{scenario, 0, 0};
    Arm arm{scenario, shared, scenario.variants[1], Shocks::with};
    SerialExecutor executor;
    for (int day = 0; day < 15; ++day) EXPECT_TRUE(arm.run_day(executor)) << arm.outcome().error;
    mutate(arm);
    arm.run_day(executor);
    return arm.outcome().error;
  }
};

TEST_F(Mutated, not_at_all_is_in_balance) {
  EXPECT_EQ(audit_after([](Arm&) {}), "");
}

TEST_F(Mutated, by_one_kilogram_in_a_household_is_noticed) {
  EXPECT_EQ(audit_after([](Arm& arm) { arm.food().households.stock_g[food::dry][7] -= 1'000; }),
            "ledger.grams of food: 1000 grams of food vanished before day 16");
}

TEST_F(Mutated, by_one_gram_eaten_that_nobody_had_is_noticed) {
  EXPECT_EQ(audit_after([](Arm& arm) { arm.food().households.eaten_g[3] += 1; }),
            "ledger.grams of food: 1 grams of food appeared before day 16");
}

TEST_F(Mutated, by_food_that_a_shop_makes_up_is_noticed) {
  EXPECT_NE(audit_after([](Arm& arm) { arm.food().shops.stock_g[food::fresh][0] += 1'000; }), "");
}

TEST_F(Mutated, by_one_euro_in_a_purse_is_noticed) {
  EXPECT_EQ(audit_after([](Arm& arm) { arm.food().households.cash_cents[0] -= 100; }),
            "ledger.cents: 100 cents vanished before day 16");
}

TEST_F(Mutated, by_one_euro_of_the_commune_is_noticed) {
  EXPECT_NE(audit_after([](Arm& arm) { arm.town().cash_cents[0] += 100; }), "");
}

TEST_F(Mutated, by_one_person_is_noticed) {
  EXPECT_EQ(audit_after([](Arm& arm) { arm.food().households.residents[0] -= 1; }),
            "ledger.persons: 1 persons vanished before day 16");
}

TEST_F(Mutated, by_a_farm_that_sells_what_it_did_not_grow_is_noticed) {
  EXPECT_NE(audit_after([](Arm& arm) { arm.food().farms.exported_g[0] += 1; }), "");
}

}  // namespace
}  // namespace essaim::catalogue
