// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/core/calendar.h"

#include "engine/core/error.h"

namespace essaim {

namespace {

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_in_month(int year, int month) {
  constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}

int digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

void append_padded(std::string& text, int value, int width) {
  const std::string number = std::to_string(value);
  text.append(static_cast<std::size_t>(width) > number.size() ? static_cast<std::size_t>(width) - number.size() : 0,
              '0');
  text += number;
}

Date next_saturday(Date from) {
  const int wait = (12 - static_cast<int>(from.weekday())) % 7;
  return Date::from_days(from.days_since_1970() + wait);
}

}  // namespace

bool Date::is_valid() const {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month);
}

std::optional<Date> Date::parse(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const Date date{digits(text.substr(0, 4)), digits(text.substr(5, 2)), digits(text.substr(8, 2))};
  return date.is_valid() ? std::optional{date} : std::nullopt;
}

// Days are counted in 400-year eras that begin in March, so that the leap day is the last of its year.
std::int64_t Date::days_since_1970() const {
  const std::int64_t y = month <= 2 ? year - 1 : year;
  const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
  const std::int64_t year_of_era = y - era * 400;
  const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146'097 + day_of_era - 719'468;
}

Date Date::from_days(std::int64_t days) {
  const std::int64_t shifted = days + 719'468;
  const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146'096) / 146'097;
  const std::int64_t day_of_era = shifted - era * 146'097;
  const std::int64_t year_of_era = (day_of_era - day_of_era / 1'460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t march_month = (5 * day_of_year + 2) / 153;
  const int month = static_cast<int>(march_month < 10 ? march_month + 3 : march_month - 9);
  const int day = static_cast<int>(day_of_year - (153 * march_month + 2) / 5 + 1);
  return {static_cast<int>(year_of_era + era * 400) + (month <= 2 ? 1 : 0), month, day};
}

std::string Date::text() const {
  std::string text;
  append_padded(text, year, 4);
  text += '-';
  append_padded(text, month, 2);
  text += '-';
  append_padded(text, day, 2);
  return text;
}

Weekday Date::weekday() const {
  const std::int64_t days = days_since_1970() + 3;  // 1970-01-01 was a Thursday
  return static_cast<Weekday>(((days % 7) + 7) % 7);
}

int Date::day_of_year() const { return static_cast<int>(days_since_1970() - Date{year, 1, 1}.days_since_1970()) + 1; }

Weekday Calendar::weekday(Time t) const { return date(t).weekday(); }

Season Calendar::season(Time t) const { return static_cast<Season>(date(t).month % 12 / 3); }

bool Calendar::is_school_holiday(Time t) const {
  const Date today = date(t);
  if (today.month == 7 || today.month == 8) return today >= next_saturday({today.year, 7, 1});
  const int winter_year = today.month == 1 ? today.year - 1 : today.year;
  const std::int64_t first = next_saturday({winter_year, 12, 19}).days_since_1970();
  const std::int64_t now = today.days_since_1970();
  return now >= first && now < first + 16;
}

Time Calendar::midnight(Date date) const {
  const std::int64_t days = date.days_since_1970() - first_day_;
  ESSAIM_EXPECTS(days >= 0);
  return Time::start_of_day(static_cast<std::uint32_t>(days));
}

}  // namespace essaim
