// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "models/mobility/choice.h"

namespace essaim::mobility {

/// How each tour of each household may be made now: worked out anew when what it depends on changes (prices, offers,
/// roads, where the household lives), else remembered. It follows from constants and published state alone, so it is no
/// state of its own; only the household's process touches its part.
class Ways {
 public:
  /// A tour from where the household lives now.
  struct Way {
    Weights weights{};
    std::uint32_t m100 = 0;  ///< one way [100 m]
    commune::PlaceId place = 0;
    std::array<std::uint16_t, all_modes> minutes{};  ///< there and back, by each mode
    bool reachable = false;                          ///< by an open road
  };
  static_assert(sizeof(Way) == 48);  // a commune's ways are what its days wait for

  explicit Ways(const Setting& setting);

  /// True if anything was worked out anew.
  bool refresh(std::uint32_t household, std::uint32_t home, const Conditions& conditions);
  const Way& of(std::uint32_t tour) const { return ways_[tour]; }
  /// Lets the memory be read ahead that its day may need: which tours is chance, and memory cannot guess.
  void expect(std::uint32_t household) const;
  /// The tour to that shop, which may be any place.
  const Way& to_shop(std::uint32_t household, commune::PlaceId place);

  const Conditions& conditions(std::uint32_t household) const { return known_[household].conditions; }
  /// Chance that an outing by car is not put off for the price of fuel.
  double keeps_outing(std::uint32_t household) const { return known_[household].keeps_outing; }
  /// Transport of a month of 30 days at these prices, without what cars cost standing still [cents].
  double month_cents(std::uint32_t household);
  double month_commute_cents(std::uint32_t household) const;

 private:
  struct Known {
    Conditions conditions;
    std::uint32_t home = nowhere;
    float keeps_outing = 1;
  };
  static constexpr std::uint32_t nowhere = 0xffff'ffff;

  void work_out(std::uint32_t household, const Tour& tour, Way& way) const;
  double expected_cents(std::uint32_t household, const Way& way) const;

  const Setting& setting_;
  Choices choices_;
  std::vector<Known> known_;  ///< by household
  std::vector<Way> ways_;     ///< by tour
};

}  // namespace essaim::mobility
