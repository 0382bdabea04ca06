// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>

namespace essaim {

/// Length of time in whole seconds. Time is never floating point: rounding would make ties and order
/// depend on the path of additions.
class Duration {
 public:
  constexpr Duration() = default;
  static constexpr Duration seconds(std::int64_t n) { return Duration{n}; }
  static constexpr Duration minutes(std::int64_t n) { return Duration{n * 60}; }
  static constexpr Duration hours(std::int64_t n) { return Duration{n * 3'600}; }
  static constexpr Duration days(std::int64_t n) { return Duration{n * 86'400}; }

  constexpr std::int64_t count() const { return seconds_; }  ///< [s]
  constexpr double in_days() const { return static_cast<double>(seconds_) / 86'400.0; }

  friend constexpr auto operator<=>(Duration, Duration) = default;
  friend constexpr Duration operator+(Duration a, Duration b) { return Duration{a.seconds_ + b.seconds_}; }
  friend constexpr Duration operator-(Duration a, Duration b) { return Duration{a.seconds_ - b.seconds_}; }
  friend constexpr Duration operator*(Duration a, std::int64_t n) { return Duration{a.seconds_ * n}; }

 private:
  explicit constexpr Duration(std::int64_t seconds) : seconds_{seconds} {}
  std::int64_t seconds_ = 0;
};

/// Instant: whole seconds since the scenario's start, never negative. Intervals are half-open, [t0, t1).
class Time {
 public:
  constexpr Time() = default;
  static constexpr Time at(std::uint64_t seconds) { return Time{seconds}; }
  static constexpr Time start_of_day(std::uint32_t day) { return Time{std::uint64_t{day} * 86'400}; }
  /// No event may lie later (8.9 million years): far enough from 2^64 that no sum of an instant and a delay wraps.
  static constexpr Time latest() { return Time{(std::uint64_t{1} << 48) - 1}; }

  constexpr std::uint64_t count() const { return seconds_; }  ///< [s] since the start
  constexpr std::uint32_t day() const { return static_cast<std::uint32_t>(seconds_ / 86'400); }
  constexpr std::uint32_t second_of_day() const { return static_cast<std::uint32_t>(seconds_ % 86'400); }

  friend constexpr auto operator<=>(Time, Time) = default;
  friend constexpr Time operator+(Time t, Duration d) {
    return Time{t.seconds_ + static_cast<std::uint64_t>(d.count())};
  }
  friend constexpr Duration operator-(Time a, Time b) {
    return Duration::seconds(static_cast<std::int64_t>(a.seconds_ - b.seconds_));
  }

 private:
  explicit constexpr Time(std::uint64_t seconds) : seconds_{seconds} {}
  std::uint64_t seconds_ = 0;
};

}  // namespace essaim
