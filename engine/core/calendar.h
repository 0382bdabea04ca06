// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/core/time.h"

namespace essaim {

enum class Weekday : std::uint8_t { monday, tuesday, wednesday, thursday, friday, saturday, sunday };
enum class Season : std::uint8_t { winter, spring, summer, autumn };

/// A civil date of the proleptic Gregorian calendar.
struct Date {
  int year = 1970;
  int month = 1;  ///< 1 to 12
  int day = 1;    ///< 1 to 31

  friend auto operator<=>(const Date&, const Date&) = default;

  static std::optional<Date> parse(std::string_view text);  ///< "2026-06-01"; nothing if it is no such day
  static Date from_days(std::int64_t days_since_1970);
  bool is_valid() const;
  std::int64_t days_since_1970() const;
  std::string text() const;  ///< "2026-06-01"
  Weekday weekday() const;
  int day_of_year() const;  ///< 1 to 366
};

/// The civil calendar of a scenario: which date, weekday, season and school holiday an instant falls on.
///
/// School holidays are those of every zone together: the summer break, from the first Saturday of July to the last
/// day of August, and the Christmas fortnight, from the Saturday on or after 19 December for 16 days. (So it was
/// decreed for 2023-24 to 2026-27; other years may differ by a week.) The winter, spring and autumn breaks move by zone
/// and decree; they are not claimed here.
class Calendar {
 public:
  explicit Calendar(Date start) : start_{start}, first_day_{start.days_since_1970()} {}

  Date start() const { return start_; }
  Date date(Time t) const { return Date::from_days(first_day_ + t.day()); }
  Weekday weekday(Time t) const;
  Season season(Time t) const;  ///< meteorological: winter is December to February
  bool is_school_holiday(Time t) const;
  Time midnight(Date date) const;  ///< `date` must not lie before the start

 private:
  Date start_;
  std::int64_t first_day_;
};

}  // namespace essaim
