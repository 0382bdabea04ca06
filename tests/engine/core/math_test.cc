// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/core/math.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <random>

namespace essaim {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double smallest = std::numeric_limits<double>::denorm_min();

/// Distance from the exact value, taken from 80-bit arithmetic, in units of the last place of the rounded exact value.
double ulps(double found, long double exact) {
  const double rounded = std::abs(static_cast<double>(exact));
  const double unit = std::nextafter(rounded, infinity) - rounded;
  return static_cast<double>(std::abs(static_cast<long double>(found) - exact) / static_cast<long double>(unit));
}

/// The worst of many values of x, evenly in [low, high].
template <class Error>
double worst(double low, double high, Error error) {
  std::mt19937_64 any{42};
  std::uniform_real_distribution<double> between{low, high};
  double found = std::max(error(low), error(high));
  for (int i = 0; i < 200'000; ++i) found = std::max(found, error(between(any)));
  return found;
}

double exp_error(double x) { return ulps(math::exp(x), std::exp(static_cast<long double>(x))); }
double log_error(double x) { return ulps(math::log(x), std::log(static_cast<long double>(x))); }

TEST(Exp, is_within_one_unit_in_the_last_place) {
  EXPECT_LT(worst(-1, 1, exp_error), 1);
  EXPECT_LT(worst(-50, 50, exp_error), 1);
  EXPECT_LT(worst(-708, 709.78, exp_error), 1);
  EXPECT_LT(worst(-1e-9, 1e-9, exp_error), 1);
}

TEST(Exp, goes_gently_into_subnormal_numbers_and_to_zero) {
  EXPECT_LT(worst(-745.1, -708.3, exp_error), 1);
  EXPECT_EQ(math::exp(-745.13), smallest);
  EXPECT_EQ(math::exp(-745.14), 0);
  EXPECT_EQ(math::exp(-infinity), 0);
}

TEST(Exp, is_exact_at_zero_and_infinite_beyond_the_largest_number) {
  EXPECT_EQ(math::exp(0), 1);
  EXPECT_EQ(math::exp(-0.0), 1);
  EXPECT_EQ(math::exp(smallest), 1);
  EXPECT_TRUE(std::isfinite(math::exp(709.782712893383)));
  EXPECT_EQ(math::exp(709.79), infinity);
  EXPECT_EQ(math::exp(infinity), infinity);
  EXPECT_TRUE(std::isnan(math::exp(nan)));
}

TEST(Log, is_within_one_unit_in_the_last_place) {
  EXPECT_LT(worst(0.5, 2, log_error), 1);
  EXPECT_LT(worst(1 - 1e-6, 1 + 1e-6, log_error), 1);
  EXPECT_LT(worst(1.40, 1.43, log_error), 1) << "around the change of power at the square root of 2";
  EXPECT_LT(worst(1e-12, 1e12, log_error), 1);
  EXPECT_LT(worst(-300, 300, [](double power) { return log_error(std::pow(10.0, power)); }), 1);
}

TEST(Log, holds_at_the_ends_of_the_numbers) {
  EXPECT_EQ(math::log(1), 0);
  EXPECT_LT(log_error(std::numeric_limits<double>::max()), 1);
  EXPECT_LT(log_error(std::numeric_limits<double>::min()), 1);
  EXPECT_LT(log_error(smallest), 1);
  EXPECT_LT(worst(smallest, 1e-308, log_error), 1) << "subnormal numbers";
  EXPECT_EQ(math::log(0), -infinity);
  EXPECT_EQ(math::log(-0.0), -infinity);
  EXPECT_EQ(math::log(infinity), infinity);
  EXPECT_TRUE(std::isnan(math::log(-1)));
  EXPECT_TRUE(std::isnan(math::log(nan)));
}

TEST(Pow, is_the_power_of_positive_numbers) {
  std::mt19937_64 any{7};
  std::uniform_real_distribution<double> base{0.01, 100};
  std::uniform_real_distribution<double> exponent{-20, 20};
  for (int i = 0; i < 100'000; ++i) {
    const double x = base(any);
    const double y = exponent(any);
    const long double exact = std::pow(static_cast<long double>(x), static_cast<long double>(y));
    const double tolerance = 4e-16 * (1 + std::abs(y * std::log(x)));
    ASSERT_NEAR(static_cast<double>(math::pow(x, y) / exact), 1, tolerance) << x << " to the " << y;
  }
}

TEST(Pow, has_the_usual_ends) {
  EXPECT_EQ(math::pow(0, 2), 0);
  EXPECT_EQ(math::pow(0, 0), 1);
  EXPECT_EQ(math::pow(0, -1), infinity);
  EXPECT_EQ(math::pow(17, 0), 1);
  EXPECT_EQ(math::pow(1, 1e300), 1);
  EXPECT_EQ(math::pow(10, 400), infinity);
  EXPECT_EQ(math::pow(10, -400), 0);
  EXPECT_TRUE(std::isnan(math::pow(-2, 0.5)));
}

TEST(Sine, and_cosine_keep_the_promised_absolute_error) {
  const auto error_of = [](auto ours, auto exact) {
    return [=](double x) {
      const long double error = std::abs(static_cast<long double>(ours(x)) - exact(static_cast<long double>(x)));
      return static_cast<double>(error) / (1e-15 + 1e-16 * std::abs(x));
    };
  };
  const auto sine = error_of(math::sin, [](long double x) { return std::sin(x); });
  const auto cosine = error_of(math::cos, [](long double x) { return std::cos(x); });
  for (const double range : {1e-3, 1.0, 10.0, 1e3, 1e5}) {
    EXPECT_LT(worst(-range, range, sine), 1) << range;
    EXPECT_LT(worst(-range, range, cosine), 1) << range;
  }
}

TEST(Sine, and_cosine_meet_at_known_angles) {
  constexpr double pi = std::numbers::pi;
  EXPECT_EQ(math::sin(0), 0);
  EXPECT_EQ(math::cos(0), 1);
  EXPECT_NEAR(math::sin(pi / 6), 0.5, 1e-15);
  EXPECT_NEAR(math::cos(pi / 3), 0.5, 1e-15);
  EXPECT_NEAR(math::sin(-pi / 2), -1, 1e-15);
  EXPECT_NEAR(math::cos(pi), -1, 1e-15);
  EXPECT_NEAR(math::sin(pi), 1.2246467991473532e-16, 1e-20) << "pi as a double is not pi";
}

// Quantiles by Wichura's AS 241 (Applied Statistics 37, 1988), which is exact to about 1e-16.
TEST(NormalQuantile, meets_known_quantiles) {
  constexpr double known[][2] = {
      {1e-300, -37.0470962993612},    {1e-100, -21.27345356096532},  {1e-10, -6.361340902404056},
      {0.001, -3.090232306167813},    {0.01, -2.3263478740408408},   {0.02424, -1.973136611944544},
      {0.02426, -1.9727855514678603}, {0.1, -1.2815515655446008},    {0.25, -0.6744897501960817},
      {0.4, -0.2533471031357998},     {0.9, 1.2815515655446008},     {0.975, 1.9599639845400536},
      {0.999, 3.090232306167813},     {1 - 1e-10, 6.361340889697421}};
  for (const auto& [p, x] : known) EXPECT_NEAR(math::normal_quantile(p) / x, 1, 1.2e-9) << p;
  EXPECT_NEAR(math::normal_quantile(smallest) / -38.46740561714435, 1, 2e-9);
}

TEST(NormalQuantile, is_odd_about_one_half_and_grows) {
  EXPECT_EQ(math::normal_quantile(0.5), 0);
  double before = -infinity;
  for (int i = 1; i < 4'096; ++i) {
    const double p = i / 4'096.0;
    const double x = math::normal_quantile(p);
    ASSERT_EQ(x, -math::normal_quantile(1 - p)) << p;
    ASSERT_GT(x, before) << p;
    before = x;
  }
}

TEST(NormalQuantile, inverts_the_distribution_function) {
  std::mt19937_64 any{3};
  std::uniform_real_distribution<double> between{0, 1};
  for (int i = 0; i < 100'000; ++i) {
    const double p = between(any);
    const double x = math::normal_quantile(p);
    const double found = 0.5 * std::erfc(-x / std::numbers::sqrt2);
    // The relative error of x, 1.15e-9, moves p by at most the density times |x| times that.
    ASSERT_NEAR(found, p, 1.2e-9 * 0.25) << p;
  }
}

}  // namespace
}  // namespace essaim
