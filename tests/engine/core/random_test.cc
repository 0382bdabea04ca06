// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/core/random.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace essaim {
namespace {

using Words = std::array<std::uint32_t, 4>;

constexpr Stream choice{"test.choice"};
constexpr Stream other{"test.other"};

std::vector<std::uint32_t> first(Draw draw, int n) {
  std::vector<std::uint32_t> words;
  for (int i = 0; i < n; ++i) words.push_back(draw.bits());
  return words;
}

// Random123 (Salmon and others), file kat_vectors, lines "philox4x32 10".
TEST(Philox4x32_10, meets_its_known_answers) {
  constexpr std::uint32_t ones = 0xffff'ffff;
  EXPECT_EQ(philox4x32_10({0, 0, 0, 0}, {0, 0}), (Words{0x6627'e8d5, 0xe169'c58d, 0xbc57'ac4c, 0x9b00'dbd8}));
  EXPECT_EQ(philox4x32_10({ones, ones, ones, ones}, {ones, ones}),
            (Words{0x408f'276d, 0x41c8'3b0e, 0xa20b'c7c6, 0x6d54'51fd}));
  EXPECT_EQ(philox4x32_10({0x243f'6a88, 0x85a3'08d3, 0x1319'8a2e, 0x0370'7344}, {0xa409'3822, 0x299f'31d0}),
            (Words{0xd16c'fe09, 0x94fd'cceb, 0x5001'e420, 0x2412'6ea1}));
}

// Golden numbers, worked out from the description of keys and counters by a program apart from this code. All results
// hang on them: they change only with a line in docs/decisions.
struct Golden {
  std::uint64_t seed;
  std::uint32_t replicate;
  const char* site;
  const char* stream;
  std::uint32_t entity;
  std::uint32_t occasion;
  std::array<std::uint32_t, 6> words;
  std::uint64_t tie_3_5;
};

TEST(Random, keeps_its_golden_numbers) {
  const Golden vectors[] = {
      {2026,
       0,
       "loos-en-gohelle",
       "food.shop_choice",
       0,
       0,
       {0x4f40'17eb, 0xd7ee'c702, 0x5f9c'093d, 0x4a5c'ea87, 0xa653'ea76, 0xdea8'125a},
       0xcb62'79c8'e525'7375},
      {2026,
       1,
       "loos-en-gohelle",
       "food.shop_choice",
       7,
       42,
       {0xb8db'59c6, 0x21e6'4b7b, 0x0d67'0c3e, 0x0e3f'934c, 0x16c2'fbb2, 0xb6ef'b261},
       0x771a'fb4d'cd97'd57d},
      {0,
       0,
       "",
       "",
       0,
       0,
       {0x9d59'c71e, 0x3329'60df, 0x1e3b'e1ec, 0x7ba3'6660, 0x9419'9f4d, 0x3534'6283},
       0xd9bd'e3d0'2fb7'2bf3},
      {~0ull,
       ~0u,
       "langouet",
       "test.stream",
       ~0u,
       ~0u,
       {0xd14b'4b26, 0xa8bf'ae2a, 0x2d17'4997, 0x6ef7'bb95, 0x2883'5892, 0x90db'30ba},
       0x56c9'6aeb'2c67'e893},
  };
  for (const Golden& g : vectors) {
    const Random random{g.seed, g.replicate, g.site};
    const auto words = first(random.draw(Stream{g.stream}, g.entity, g.occasion), 6);
    EXPECT_EQ(words, std::vector<std::uint32_t>(g.words.begin(), g.words.end())) << g.site;
    EXPECT_EQ(random.tie(3, 5), g.tie_3_5) << g.site;
  }
  const Random saillans{2026, 3, "saillans"};
  EXPECT_EQ(first(saillans.national_draw(Stream{"shock.heat"}, 9), 4),
            (std::vector<std::uint32_t>{0xffdf'3ce4, 0x2ede'608b, 0x6615'0b01, 0x2e5c'd008}));
}

TEST(Random, knows_the_seed_and_replicate_that_it_was_made_from) {
  const Random random{2026, 3, "saillans"};
  EXPECT_EQ(random.seed(), 2026u);
  EXPECT_EQ(random.replicate(), 3u);
}

TEST(Random, moves_no_other_occasion_when_one_draws_more) {
  const Random random{2026, 0, "saillans"};
  const auto tomorrow = first(random.draw(choice, 5, 11), 8);
  Draw today = random.draw(choice, 5, 10);
  for (int i = 0; i < 1'000; ++i) today.bits();
  EXPECT_EQ(first(random.draw(choice, 5, 11), 8), tomorrow);
  EXPECT_EQ(first(random.draw(choice, 5, 10), 3), first(random.draw(choice, 5, 10), 3));
}

TEST(Random, gives_each_key_numbers_of_its_own) {
  std::set<std::vector<std::uint32_t>> seen;
  int keys = 0;
  const auto note = [&](const Draw& draw) {
    ++keys;
    seen.insert(first(draw, 2));
  };
  for (const std::uint64_t seed : {1ull, 2ull, 1ull << 32}) {
    for (std::uint32_t replicate = 0; replicate < 4; ++replicate) {
      for (const char* site : {"saillans", "langouet"}) {
        const Random random{seed, replicate, site};
        for (const Stream stream : {choice, other}) {
          for (std::uint32_t entity = 0; entity < 20; ++entity) {
            for (std::uint32_t occasion = 0; occasion < 20; ++occasion) note(random.draw(stream, entity, occasion));
          }
        }
      }
    }
  }
  EXPECT_EQ(seen.size(), static_cast<std::size_t>(keys));
}

TEST(Random, shares_national_chance_between_sites_but_not_between_replicates_or_seeds) {
  const auto national = [](std::uint64_t seed, std::uint32_t replicate, const char* site, std::uint32_t occasion) {
    return first(Random{seed, replicate, site}.national_draw(choice, occasion), 4);
  };
  const auto here = national(2026, 0, "saillans", 3);
  EXPECT_EQ(here, national(2026, 0, "langouet", 3));
  EXPECT_NE(here, national(2026, 1, "saillans", 3));
  EXPECT_NE(here, national(2027, 0, "saillans", 3));
  EXPECT_NE(here, national(2026, 0, "saillans", 4));
}

TEST(Random, breaks_no_two_ties_alike_and_differently_at_each_seed_site_and_replicate) {
  std::set<std::uint64_t> ties;
  for (const auto& random :
       {Random{1, 0, "saillans"}, Random{2, 0, "saillans"}, Random{1, 1, "saillans"}, Random{1, 0, "langouet"}}) {
    for (std::uint32_t source = 0; source < 50; ++source) {
      for (std::uint32_t sequence = 0; sequence < 50; ++sequence) ties.insert(random.tie(source, sequence));
    }
  }
  EXPECT_EQ(ties.size(), 4u * 50u * 50u);
}

/// Many independent values, one per entity and occasion, as models draw them.
template <class Draws>
void for_each_draw(Draws draws) {
  const Random random{7, 0, "malaunay"};
  for (std::uint32_t entity = 0; entity < 500; ++entity) {
    for (std::uint32_t occasion = 0; occasion < 400; ++occasion) draws(random.draw(choice, entity, occasion));
  }
}
constexpr double draws = 200'000;

struct Moments {
  double sum = 0;
  double squares = 0;
  void add(double x) { sum += x, squares += x * x; }
  double mean() const { return sum / draws; }
  double variance() const { return squares / draws - mean() * mean(); }
};

// Tolerances are 4 standard errors: the seed is fixed, so a pass stays a pass.
TEST(Draw, is_uniform_between_0_and_1) {
  Moments moments;
  std::array<int, 64> cells{};
  for_each_draw([&](Draw draw) {
    const double u = draw.uniform();
    ASSERT_GT(u, 0);
    ASSERT_LT(u, 1);
    moments.add(u);
    ++cells[static_cast<std::size_t>(u * 64)];
  });
  EXPECT_NEAR(moments.mean(), 0.5, 4 * std::sqrt(1 / 12.0 / draws));
  EXPECT_NEAR(moments.variance(), 1 / 12.0, 4 * std::sqrt(1 / 180.0 / draws));
  double chi_square = 0;
  for (const int cell : cells) chi_square += (cell - draws / 64) * (cell - draws / 64) / (draws / 64);
  EXPECT_NEAR(chi_square, 63, 4 * std::sqrt(2 * 63.0));
}

TEST(Draw, shows_no_correlation_between_neighbouring_occasions_or_entities) {
  const Random random{7, 0, "malaunay"};
  const auto at = [&](std::uint32_t entity, std::uint32_t occasion) {
    return random.draw(choice, entity, occasion).uniform() - 0.5;
  };
  double next_day = 0;
  double neighbour = 0;
  for (std::uint32_t i = 0; i < 200'000; ++i) {
    const std::uint32_t entity = i % 500;
    const std::uint32_t occasion = i / 500;
    next_day += at(entity, occasion) * at(entity, occasion + 1);
    neighbour += at(entity, occasion) * at(entity + 1, occasion);
  }
  const double standard_error = 1 / 12.0 / std::sqrt(draws);
  EXPECT_NEAR(next_day / draws, 0, 4 * standard_error);
  EXPECT_NEAR(neighbour / draws, 0, 4 * standard_error);
}

TEST(Draw, stays_between_the_bounds_it_is_given) {
  Moments moments;
  for_each_draw([&](Draw draw) {
    const double x = draw.uniform(-3, 5);
    ASSERT_GT(x, -3);
    ASSERT_LT(x, 5);
    moments.add(x);
  });
  EXPECT_NEAR(moments.mean(), 1, 4 * std::sqrt(64 / 12.0 / draws));
}

TEST(Draw, takes_a_chance_as_often_as_its_probability_says) {
  for (const double p : {0.01, 0.3, 0.5, 0.95}) {
    int taken = 0;
    for_each_draw([&](Draw draw) { taken += draw.chance(p) ? 1 : 0; });
    EXPECT_NEAR(taken / draws, p, 4 * std::sqrt(p * (1 - p) / draws)) << p;
  }
  for_each_draw([](Draw draw) {
    ASSERT_FALSE(draw.chance(0));
    ASSERT_TRUE(draw.chance(1));
  });
}

TEST(Draw, picks_below_a_number_evenly) {
  for (const std::uint32_t n : {1u, 2u, 3u, 7u, 10u}) {
    std::vector<int> picked(n, 0);
    for_each_draw([&](Draw draw) {
      const std::uint32_t i = draw.below(n);
      ASSERT_LT(i, n);
      ++picked[i];
    });
    const double p = 1.0 / n;
    for (const int times : picked) EXPECT_NEAR(times / draws, p, 4 * std::sqrt(p * (1 - p) / draws)) << n;
  }
  Draw draw = Random{7, 0, "malaunay"}.draw(choice, 0, 0);
  for (int i = 0; i < 1'000; ++i) ASSERT_LT(draw.below(0xffff'ffff), 0xffff'ffffu);
}

TEST(Draw, is_standard_normal) {
  Moments moments;
  int beyond = 0;
  for_each_draw([&](Draw draw) {
    const double x = draw.normal();
    moments.add(x);
    beyond += std::abs(x) > 1.959964 ? 1 : 0;
  });
  EXPECT_NEAR(moments.mean(), 0, 4 * std::sqrt(1 / draws));
  EXPECT_NEAR(moments.variance(), 1, 4 * std::sqrt(2 / draws));
  EXPECT_NEAR(beyond / draws, 0.05, 4 * std::sqrt(0.05 * 0.95 / draws));
}

TEST(Draw, is_exponential_with_mean_1) {
  Moments moments;
  for_each_draw([&](Draw draw) {
    const double x = draw.exponential();
    ASSERT_GE(x, 0);
    moments.add(x);
  });
  EXPECT_NEAR(moments.mean(), 1, 4 * std::sqrt(1 / draws));
  EXPECT_NEAR(moments.variance(), 1, 4 * std::sqrt(8 / draws));
}

TEST(Draw, gives_the_same_numbers_when_many_are_prepared_together) {
  const Random random{2026, 3, "saillans"};
  for (std::uint32_t count = 0; count <= 13; ++count) {
    std::vector<Draw> alone;
    for (std::uint32_t i = 0; i < count; ++i) {
      alone.push_back(i % 5 == 4 ? random.national_draw(other, i) : random.draw(i % 2 == 0 ? choice : other, i, 7 * i));
    }
    std::vector<Draw> together = alone;
    Draw::prepare(together);
    for (std::uint32_t i = 0; i < count; ++i)
      EXPECT_EQ(first(together[i], 9), first(alone[i], 9)) << i << " of " << count;
  }
}

TEST(Draw, goes_on_after_its_first_four_words_with_words_of_its_next_slot) {
  const auto words = first(Random{1, 0, "x"}.draw(choice, 0, 0), 400);
  EXPECT_EQ(std::set<std::uint32_t>(words.begin(), words.end()).size(), 400u);
}

}  // namespace
}  // namespace essaim
