// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/core/quantity.h"

#include <gtest/gtest.h>

#include <concepts>
#include <string_view>

#include "engine/core/unit.h"

namespace essaim {
namespace {

template <class A, class B>
concept Addable = requires(A a, B b) { a + b; };

static_assert(Addable<Kilograms, Kilograms>);
static_assert(!Addable<Kilograms, Euros>, "mass plus money does not compile");
static_assert(!Addable<Kilograms, double>);
static_assert(!std::convertible_to<double, Euros>);
static_assert(!std::convertible_to<Hours, Days>, "an hour is no day: units convert where files are read");
static_assert(sizeof(Euros) == sizeof(double));

TEST(Quantity, adds_subtracts_and_scales) {
  const Kilograms stock{12};
  EXPECT_EQ((stock + Kilograms{3}).value(), 15);
  EXPECT_EQ((stock - Kilograms{3}).value(), 9);
  EXPECT_EQ((stock * 0.5).value(), 6);
  EXPECT_EQ(stock / Kilograms{3}, 4);
  EXPECT_LT(Kilograms{3}, stock);
  EXPECT_EQ(Kilograms{}.value(), 0);
}

TEST(Quantity, gives_its_number_to_the_visitor_that_reads_files) {
  Euros price{1};
  price.raw() = 2.5;
  EXPECT_EQ(price, Euros{2.5});
}

template <class Q>
class EveryQuantity : public testing::Test {};
using Quantities =
    testing::Types<Fraction, PerDay, Days, Hours, Minutes, Kilograms, Euros, EurosPerKilogram, EurosPerYear, Celsius,
                   PerCelsius, Kilometres, KilometresPerHour, Persons, Households, KilogramsPerPersonDay>;
TYPED_TEST_SUITE(EveryQuantity, Quantities);

TYPED_TEST(EveryQuantity, has_a_symbol_that_files_may_write) {
  const std::string_view symbol = TypeParam::unit::symbol;
  EXPECT_EQ(convert(2.5, symbol, symbol), 2.5) << symbol;
}

}  // namespace
}  // namespace essaim
