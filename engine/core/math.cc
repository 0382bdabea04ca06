// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/core/math.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <limits>

namespace essaim::math {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double ln2_high = 6.93147180369123816490e-01;  // ln 2 with its last 21 bits zero, so that k ln2_high is exact
constexpr double ln2_low = 1.90821492927058770002e-10;

double two_to_the(int k) { return std::bit_cast<double>(static_cast<std::uint64_t>(k + 1023) << 52); }

double nearest_integer(double x) { return std::floor(x + 0.5); }  // floor is exact everywhere

}  // namespace

// x = k ln 2 + r with |r| <= ln 2 / 2, then the Taylor series of exp(r) to r^13, summed from its small end.
double exp(double x) {
  if (x != x) return x;
  if (x > 709.782712893383973096) return infinity;
  if (x < -745.133219101941108420) return 0.0;
  const double k = nearest_integer(x / (ln2_high + ln2_low));
  const double r = (x - k * ln2_high) - k * ln2_low;
  double series = 1.0 / 6'227'020'800.0;
  for (const double factorial :
       {479'001'600.0, 39'916'800.0, 3'628'800.0, 362'880.0, 40'320.0, 5'040.0, 720.0, 120.0, 24.0, 6.0, 2.0}) {
    series = series * r + 1.0 / factorial;
  }
  const double value = 1.0 + (r + r * r * series);
  const int power = static_cast<int>(k);
  if (power < -1022) return value * two_to_the(power + 100) * two_to_the(-100);  // into the subnormal numbers
  if (power > 1023) return value * two_to_the(power - 1) * 2.0;
  return value * two_to_the(power);
}

// x = 2^k m with m in [1/sqrt 2, sqrt 2), then log m = 2 atanh(s) with s = (m - 1) / (m + 1).
double log(double x) {
  if (x != x || x < 0.0) return std::numeric_limits<double>::quiet_NaN();
  if (x == 0.0) return -infinity;
  if (x == infinity) return x;
  int k = 0;
  if (x < std::numeric_limits<double>::min()) x *= two_to_the(54), k = -54;
  const std::uint64_t bits = std::bit_cast<std::uint64_t>(x);
  k += static_cast<int>(bits >> 52) - 1023;
  std::uint64_t m = (bits & 0x000f'ffff'ffff'ffffull) | 0x3ff0'0000'0000'0000ull;
  // Halved as a whole number, without a branch: no processor could foretell it.
  const std::uint64_t above = m > std::bit_cast<std::uint64_t>(1.41421356237309504880) ? 1 : 0;
  m -= above << 52;
  k += static_cast<int>(above);
  const double f = std::bit_cast<double>(m) - 1.0;
  const double s = f / (2.0 + f);
  const double z = s * s;
  double series = 1.0 / 23.0;
  for (const double odd : {21.0, 19.0, 17.0, 15.0, 13.0, 11.0, 9.0, 7.0, 5.0, 3.0}) series = series * z + 1.0 / odd;
  // log m = f - s (f - 2 z series): keeps the leading digits of f, which are exact.
  const double tail = s * (f - 2.0 * z * series);
  const double power = k;
  return power * ln2_high - ((tail - power * ln2_low) - f);
}

double pow(double x, double y) {
  if (y == 0.0) return 1.0;
  if (x == 0.0) return y > 0.0 ? 0.0 : infinity;
  return exp(y * log(x));
}

double normal_quantile(double p) {
  constexpr double a[] = {-3.969683028665376e+01, 2.209460984245205e+02,  -2.759285104469687e+02,
                          1.383577518672690e+02,  -3.066479806614716e+01, 2.506628277459239e+00};
  constexpr double b[] = {-5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01,
                          -1.328068155288572e+01};
  constexpr double c[] = {-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
                          -2.549732539343734e+00, 4.374664141464968e+00,  2.938163982698783e+00};
  constexpr double d[] = {7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00};
  constexpr double tail = 0.02425;
  if (p < tail || p > 1.0 - tail) {
    const double q = std::sqrt(-2.0 * log(p < tail ? p : 1.0 - p));
    const double x = (((((c[0] * q + c[1]) * q + c[2]) * q + c[3]) * q + c[4]) * q + c[5]) /
                     ((((d[0] * q + d[1]) * q + d[2]) * q + d[3]) * q + 1.0);
    return p < tail ? x : -x;
  }
  const double q = p - 0.5;
  const double r = q * q;
  return (((((a[0] * r + a[1]) * r + a[2]) * r + a[3]) * r + a[4]) * r + a[5]) * q /
         (((((b[0] * r + b[1]) * r + b[2]) * r + b[3]) * r + b[4]) * r + 1.0);
}

// x is brought into [-pi/4, pi/4] by a multiple of pi/2 (kept in three parts), then a Taylor series.
namespace {

double sine_series(double r) {
  const double z = r * r;
  double series = -1.0 / 121'645'100'408'832'000.0;
  for (const double term : {355'687'428'096'000.0, -1'307'674'368'000.0, 6'227'020'800.0, -39'916'800.0, 362'880.0,
                            -5'040.0, 120.0, -6.0}) {
    series = series * z + 1.0 / term;
  }
  return r + r * z * series;
}

double cosine_series(double r) {
  const double z = r * r;
  double series = -1.0 / 6'402'373'705'728'000.0;
  for (const double term :
       {20'922'789'888'000.0, -87'178'291'200.0, 479'001'600.0, -3'628'800.0, 40'320.0, -720.0, 24.0}) {
    series = series * z + 1.0 / term;
  }
  return 1.0 + (z * z * series - 0.5 * z);
}

double quarter_turned(double x, int turns) {
  const double k = nearest_integer(x * 0.63661977236758134308);
  const double r =
      ((x - k * 1.57079632673412561417e+00) - k * 6.07710050630396597660e-11) - k * 2.02226624879595063154e-21;
  switch ((static_cast<std::int64_t>(k) + turns) & 3) {
    case 0:
      return sine_series(r);
    case 1:
      return cosine_series(r);
    case 2:
      return -sine_series(r);
    default:
      return -cosine_series(r);
  }
}

}  // namespace

double sin(double x) { return quarter_turned(x, 0); }
double cos(double x) { return quarter_turned(x, 1); }

}  // namespace essaim::math
