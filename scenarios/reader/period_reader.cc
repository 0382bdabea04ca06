// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/period_reader.h"

namespace essaim::reader {

namespace {

constexpr Duration shortest = Duration::hours(1);
constexpr Duration longest = Duration::days(3'660);

std::string day_text(const Frame& frame, std::int64_t day) {
  return Date::from_days(frame.start.days_since_1970() + day).text();
}

/// Seconds from the first midnight of the run to a day, or to an hour of it.
std::int64_t read_moment(const Document& document, const Entry& entry, const Frame& frame) {
  const bool has_time = entry.value.kind == NodeKind::date_time;
  const Date date = has_time ? entry.value.date : read_date(document, entry, frame.start.text());
  const std::int64_t day = date.days_since_1970() - frame.start.days_since_1970();
  return day * Duration::days(1).count() + (has_time ? entry.value.second_of_day : 0);
}

Time read_start(const Document& document, const Node& table, std::string_view name, const Frame& frame) {
  const Entry& entry = require(document, table, "start", name, "start = " + frame.start.text());
  const std::int64_t seconds = read_moment(document, entry, frame);
  if (seconds < 0 || seconds >= Duration::days(frame.days).count()) {
    document.refuse(entry.value.at, "start is " + entry.value.date.text() + " (allowed: " + frame.start.text() +
                                        " to " + day_text(frame, frame.days - 1) +
                                        ", the days of the run), choose a day within the run");
  }
  return Time{} + Duration::seconds(seconds);
}

Duration read_end(const Document& document, const Entry& entry, Time start, Role role, const Frame& frame) {
  const std::int64_t seconds = read_moment(document, entry, frame);
  const Duration lasts = Duration::seconds(seconds - (start - Time{}).count());
  const std::string found = "end is " + entry.value.date.text();
  if (lasts < shortest) {
    document.refuse(entry.value.at, found + " (allowed: at least an hour after its start, " +
                                        day_text(frame, start.day()) +
                                        "; it is over when that day begins), choose a "
                                        "later day");
  }
  if (role == Role::measure && seconds > Duration::days(frame.days).count()) {
    document.refuse(entry.value.at, found + " (allowed: up to " + day_text(frame, frame.days) +
                                        ", when the run ends), choose an earlier day, or remove it");
  }
  if (lasts > longest) {
    document.refuse(entry.value.at, found + " (allowed: at most 3660 days after its start), choose an earlier day");
  }
  return lasts;
}

}  // namespace

Period read_period(const Document& document, const Node& table, std::string_view name, Role role, const Frame& frame) {
  const Time start = read_start(document, table, name, frame);
  const Entry* duration = table.find("duration");
  const Entry* end = table.find("end");
  if (duration != nullptr && end != nullptr) {
    document.refuse(end->key_at, "both duration and end (one of them is enough), remove one");
  }
  if (end != nullptr) return {start, read_end(document, *end, start, role, frame)};
  if (duration != nullptr) return {start, read_duration(document, *duration, "days", shortest, longest)};
  if (role == Role::shock) require(document, table, "duration", name, "duration = \"10 days\"");
  return {start, Time::start_of_day(frame.days) - start};
}

}  // namespace essaim::reader
