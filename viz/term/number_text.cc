// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/term/number_text.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace essaim::term {
namespace {

constexpr std::string_view minus = "−";
constexpr std::array<std::string_view, 12> short_months_fr{"janv.", "févr.", "mars",  "avr.", "mai",  "juin",
                                                           "juil.", "août",  "sept.", "oct.", "nov.", "déc."};
constexpr std::array<std::string_view, 12> short_months_en{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// A whole number of any length: limbs of nine decimal digits, the lowest first.
class Whole {
 public:
  explicit Whole(std::uint64_t value) {
    for (; value > 0; value /= limb) limbs_.push_back(static_cast<std::uint32_t>(value % limb));
  }

  void multiply(std::uint32_t by) {
    std::uint64_t carry = 0;
    for (std::uint32_t& digits : limbs_) {
      carry += std::uint64_t{digits} * by;
      digits = static_cast<std::uint32_t>(carry % limb);
      carry /= limb;
    }
    if (carry > 0) limbs_.push_back(static_cast<std::uint32_t>(carry));
  }
  std::string text() const {
    std::string reversed;
    for (std::uint32_t digits : limbs_) {
      for (int i = 0; i < 9; ++i, digits /= 10) reversed += static_cast<char>('0' + digits % 10);
    }
    while (reversed.size() > 1 && reversed.back() == '0') reversed.pop_back();
    if (reversed.empty()) return "0";
    std::ranges::reverse(reversed);
    return reversed;
  }

 private:
  static constexpr std::uint32_t limb = 1'000'000'000;
  std::vector<std::uint32_t> limbs_;
};

/// The digits of a whole number mantissa x 2^exponent, exponent >= 0, and of its zeros after the point.
std::string whole_digits(std::uint64_t mantissa, int exponent, int decimals) {
  Whole whole{mantissa};
  for (; exponent > 0; exponent -= std::min(exponent, 16)) whole.multiply(1U << std::min(exponent, 16));
  for (; decimals > 0; --decimals) whole.multiply(10);
  return whole.text();
}

/// One more, as with pencil and paper.
std::string next(std::string digits) {
  for (std::size_t i = digits.size(); i-- > 0;) {
    if (digits[i] != '9') {
      ++digits[i];
      return digits;
    }
    digits[i] = '0';
  }
  return "1" + digits;
}

/// The digits of mantissa / 2^shift x 10^decimals, rounded to a whole number, half-way values to the even one.
std::string rounded_digits(std::uint64_t mantissa, int shift, int decimals) {
  __extension__ using Wide = unsigned __int128;
  std::string digits = std::to_string(shift < 64 ? mantissa >> shift : 0);
  // What lies after the point, as a 128-bit fraction: exact, but for sizes below 2^-75, which are zero here.
  Wide fraction = shift <= 128 ? Wide{mantissa} << (128 - shift) : Wide{0};
  constexpr Wide low_word = ~std::uint64_t{0};
  for (int i = 0; i < decimals; ++i) {
    const Wide low = (fraction & low_word) * 10;
    const Wide high = (fraction >> 64U) * 10 + (low >> 64U);
    digits += static_cast<char>('0' + static_cast<int>(high >> 64U));
    fraction = high << 64U | (low & low_word);
  }
  constexpr Wide half = Wide{1} << 127U;
  const bool up = fraction > half || (fraction == half && (digits.back() - '0') % 2 == 1);
  return up ? next(std::move(digits)) : digits;
}

/// Digits in groups of three, from the right.
std::string grouped(std::string_view digits, std::string_view separator) {
  std::string result;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) result += separator;
    result += digits[i];
  }
  return result;
}

bool is_zero(std::string_view digits) { return digits.find_first_not_of("0.") == std::string_view::npos; }

}  // namespace

std::string fixed_text(double size, int decimals) {
  const auto bits = std::bit_cast<std::uint64_t>(size);
  const auto biased = static_cast<int>(bits >> 52U & 0x7FFU);
  const std::uint64_t stored = bits & ((std::uint64_t{1} << 52U) - 1);
  const std::uint64_t mantissa = biased == 0 ? stored : stored | std::uint64_t{1} << 52U;
  const int exponent = std::max(biased, 1) - 1075;
  std::string digits =
      exponent >= 0 ? whole_digits(mantissa, exponent, decimals) : rounded_digits(mantissa, -exponent, decimals);
  if (decimals <= 0) return digits;
  const auto after = static_cast<std::size_t>(decimals);
  if (digits.size() <= after) digits.insert(0, after + 1 - digits.size(), '0');
  digits.insert(digits.size() - after, 1, '.');
  return digits;
}

std::string number_text(Language language, double value, int decimals) {
  if (std::isnan(value)) return "–";
  if (std::isinf(value)) return value > 0 ? "∞" : std::string{minus} + "∞";
  const bool french = language == Language::fr;
  const std::string digits = fixed_text(std::fabs(value), decimals);
  const std::size_t point = std::min(digits.find('.'), digits.size());
  std::string result = value < 0 && !is_zero(digits) ? std::string{minus} : "";
  result += grouped(std::string_view{digits}.substr(0, point), french ? "\u202F" : ",");
  if (point < digits.size()) result.append(french ? "," : ".").append(digits, point + 1);
  return result;
}

std::string signed_number_text(Language language, double value, int decimals) {
  const std::string result = number_text(language, value, decimals);
  const bool positive = value > 0 && result.find_first_of("123456789") != std::string::npos;
  return positive ? "+" + result : result;
}

std::string short_date_text(Language language, int month, int day) {
  const bool french = language == Language::fr;
  const auto at = static_cast<std::size_t>(month - 1);
  const std::string number = french && day == 1 ? "1er" : std::to_string(day);
  return number + " " + std::string{french ? short_months_fr[at] : short_months_en[at]};
}

}  // namespace essaim::term
