// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "engine/core/hash.h"

namespace essaim {

/// The declared name of a kind of draw, "food.shop_choice", as the number that keys it. Declare each once, as a
/// constant; a test checks that no two declared names collide.
class Stream {
 public:
  explicit constexpr Stream(std::string_view name) : name_{name}, number_{fnv1a_32(name)} {}
  constexpr std::string_view name() const { return name_; }
  constexpr std::uint32_t number() const { return number_; }

 private:
  std::string_view name_;
  std::uint32_t number_;
};

/// Four 32-bit words from a key of 64 bits and a counter of 128: Philox4x32-10 (Salmon and others, SC11).
std::array<std::uint32_t, 4> philox4x32_10(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key);

/// All chance of one decision: numbers that depend on who decides, what and when, and on nothing else.
///
/// The n-th number is a function of (seed, replicate, stream, site, entity, occasion, n). No draw moves another one:
/// a household that shops once more today leaves every other number of every other day as it was, which is what lets
/// two variants share chance. `occasion` is the simulated day or the ordinal of the decision, never a running count.
class Draw {
 public:
  Draw(std::array<std::uint32_t, 2> key, std::uint32_t stream, std::uint32_t entity, std::uint32_t occasion)
      : key_{key}, counter_{stream, entity, occasion, 0} {}

  /// Uniform on 32 bits.
  std::uint32_t bits() {
    if (left_ == 0) refill();
    return words_[4 - left_--];
  }
  /// In (0, 1), 2^32 values, never 0 nor 1.
  double uniform() { return (static_cast<double>(bits()) + 0.5) * 0x1p-32; }
  double uniform(double low, double high) { return low + (high - low) * uniform(); }  ///< in (low, high)
  /// 0 to n - 1, bias below n / 2^32; n > 0.
  std::uint32_t below(std::uint32_t n) {
    return static_cast<std::uint32_t>((static_cast<std::uint64_t>(bits()) * n) >> 32);
  }
  bool chance(double probability) { return uniform() < probability; }  ///< true with that probability
  double normal();                                                     ///< standard normal, by inversion
  double exponential();                                                ///< mean 1, by inversion

  /// Works out the next four numbers of each, four draws at a time, which do not wait for each other: quicker than each
  /// when it is asked. All of one `Random`, of which no number was taken yet; they give the same numbers.
  static void prepare(std::span<Draw> draws);

 private:
  void refill();

  std::array<std::uint32_t, 2> key_;
  std::array<std::uint32_t, 4> counter_;
  std::array<std::uint32_t, 4> words_{};
  unsigned left_ = 0;
};

/// The chance of one replicate at one site. A value: copies draw the same numbers.
class Random {
 public:
  Random(std::uint64_t seed, std::uint32_t replicate, std::string_view site);

  std::uint64_t seed() const { return seed_; }
  std::uint32_t replicate() const { return replicate_; }

  /// The chance of one entity of this site.
  Draw draw(Stream stream, std::uint32_t entity, std::uint32_t occasion) const {
    return {key_, stream.number(), mix32(entity ^ site_), occasion};
  }
  /// The chance of something national: the same at every site of the replicate.
  Draw national_draw(Stream stream, std::uint32_t occasion) const { return {key_, stream.number(), 0, occasion}; }

  /// Order of two events that are equal in time and priority: a hash, so that low ids have no advantage.
  std::uint64_t tie(std::uint32_t source, std::uint32_t sequence) const {
    return mix64(tie_key_ ^ (std::uint64_t{source} << 32 | sequence));
  }

 private:
  std::uint64_t seed_;
  std::uint32_t replicate_;
  std::array<std::uint32_t, 2> key_;
  std::uint32_t site_;
  std::uint64_t tie_key_;
};

}  // namespace essaim
