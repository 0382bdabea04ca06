// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/core/calendar.h"

#include <gtest/gtest.h>

#include <string>

namespace essaim {
namespace {

Date day(const std::string& text) { return Date::parse(text).value(); }

TEST(Date, counts_days_from_1970) {
  EXPECT_EQ(day("1970-01-01").days_since_1970(), 0);
  EXPECT_EQ(day("1969-12-31").days_since_1970(), -1);
  EXPECT_EQ(day("2000-03-01").days_since_1970(), 11'017);
  EXPECT_EQ(day("2026-06-01").days_since_1970(), 20'605);
  EXPECT_EQ(day("0001-01-01").days_since_1970(), -719'162);
  EXPECT_EQ(day("9999-12-31").days_since_1970(), 2'932'896);
}

TEST(Date, comes_back_from_its_day_number_over_ten_thousand_years) {
  const std::int64_t last = day("9999-12-31").days_since_1970();
  Date before = day("0001-01-01");
  for (std::int64_t n = before.days_since_1970() + 1; n <= last; ++n) {
    const Date date = Date::from_days(n);
    ASSERT_TRUE(date.is_valid()) << n;
    ASSERT_EQ(date.days_since_1970(), n);
    ASSERT_LT(before, date) << n;
    before = date;
  }
}

TEST(Date, has_leap_years_by_the_gregorian_rule) {
  for (const char* text : {"2024-02-29", "2000-02-29", "1600-02-29", "0004-02-29"}) {
    EXPECT_TRUE(Date::parse(text)) << text;
    EXPECT_EQ(Date::from_days(day(text).days_since_1970() + 1).month, 3) << text;
  }
  for (const char* text : {"2026-02-29", "1900-02-29", "2100-02-29"}) EXPECT_FALSE(Date::parse(text)) << text;
  EXPECT_EQ(day("2024-12-31").day_of_year(), 366);
  EXPECT_EQ(day("2026-12-31").day_of_year(), 365);
  EXPECT_EQ(day("2026-01-01").day_of_year(), 1);
  EXPECT_EQ(day("2024-03-01").day_of_year(), 61);
}

TEST(Date, knows_the_weekdays_of_history) {
  EXPECT_EQ(day("1789-07-14").weekday(), Weekday::tuesday);
  EXPECT_EQ(day("1969-07-20").weekday(), Weekday::sunday);
  EXPECT_EQ(day("1970-01-01").weekday(), Weekday::thursday);
  EXPECT_EQ(day("2000-01-01").weekday(), Weekday::saturday);
  EXPECT_EQ(day("2026-06-01").weekday(), Weekday::monday);
  EXPECT_EQ(day("0001-01-01").weekday(), Weekday::monday);
}

TEST(Date, is_written_as_it_is_read) {
  for (const char* text : {"2026-06-01", "0001-01-01", "9999-12-31", "0476-09-04"}) EXPECT_EQ(day(text).text(), text);
}

TEST(Date, refuses_what_is_no_day) {
  for (const char* text :
       {"", "2026", "2026-6-1", "2026-06-01 ", " 2026-06-01", "2026/06/01", "2026-13-01", "2026-00-10", "2026-04-31",
        "2026-06-00", "0000-06-01", "20260-6-01", "-026-06-01", "2026--6-01", "2026-06-0a",
        "\xC3\xA9"
        "26-06-01"}) {
    EXPECT_FALSE(Date::parse(text)) << '"' << text << '"';
  }
}

TEST(Calendar, tells_date_and_weekday_of_an_instant) {
  const Calendar calendar{day("2026-06-01")};
  EXPECT_EQ(calendar.date(Time{}).text(), "2026-06-01");
  EXPECT_EQ(calendar.date(Time::at(86'399)).text(), "2026-06-01");
  EXPECT_EQ(calendar.date(Time::at(86'400)).text(), "2026-06-02");
  EXPECT_EQ(calendar.weekday(Time::start_of_day(6)), Weekday::sunday);
  EXPECT_EQ(calendar.midnight(day("2027-06-01")), Time::start_of_day(365));
  EXPECT_EQ(calendar.midnight(calendar.start()), Time{});
}

TEST(CalendarDeathTest, has_no_midnight_before_its_start) {
  const Calendar calendar{day("2026-06-01")};
  EXPECT_DEATH(calendar.midnight(day("2026-05-31")), "days >= 0");
}

TEST(Calendar, has_meteorological_seasons) {
  const Calendar calendar{day("2026-01-01")};
  const auto season = [&](const char* text) { return calendar.season(calendar.midnight(day(text))); };
  EXPECT_EQ(season("2026-02-28"), Season::winter);
  EXPECT_EQ(season("2026-03-01"), Season::spring);
  EXPECT_EQ(season("2026-05-31"), Season::spring);
  EXPECT_EQ(season("2026-06-01"), Season::summer);
  EXPECT_EQ(season("2026-09-01"), Season::autumn);
  EXPECT_EQ(season("2026-11-30"), Season::autumn);
  EXPECT_EQ(season("2026-12-01"), Season::winter);
}

// First and last free days in the national school calendars 2023-24 to 2026-27 (Ministère de l'Éducation nationale).
TEST(Calendar, has_the_school_holidays_that_all_zones_share) {
  const Calendar calendar{day("2023-01-01")};
  const auto holiday = [&](const char* text) { return calendar.is_school_holiday(calendar.midnight(day(text))); };
  for (const char* first : {"2023-12-23", "2024-12-21", "2025-12-20", "2026-12-19", "2026-07-04"}) {
    EXPECT_TRUE(holiday(first)) << first;
    EXPECT_FALSE(holiday(Date::from_days(day(first).days_since_1970() - 1).text().c_str())) << first;
  }
  for (const char* last : {"2024-01-07", "2025-01-05", "2026-01-04", "2027-01-03", "2026-08-31"}) {
    EXPECT_TRUE(holiday(last)) << last;
    EXPECT_FALSE(holiday(Date::from_days(day(last).days_since_1970() + 1).text().c_str())) << last;
  }
  EXPECT_FALSE(holiday("2026-05-15"));
}

}  // namespace
}  // namespace essaim
