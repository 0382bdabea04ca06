// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/core/hash.h"

#include <gtest/gtest.h>

#include <bit>
#include <limits>
#include <random>
#include <string>

namespace essaim {
namespace {

static_assert(fnv1a_32("food.shop_choice") != fnv1a_32("food.shop_choices"));

// Vectors of the authors of FNV (Noll, Fowler, Vo: test_fnv.c).
TEST(Fnv1a, meets_its_published_vectors) {
  EXPECT_EQ(fnv1a_32(""), 0x811c'9dc5u);
  EXPECT_EQ(fnv1a_32("a"), 0xe40c'292cu);
  EXPECT_EQ(fnv1a_32("foobar"), 0xbf9c'f968u);
  EXPECT_EQ(fnv1a_32("\xff"), 0x7a0b'824eu) << "bytes above 127 count as unsigned";
}

// First output of SplitMix64 from state 0 (Vigna), and values of both finalisers worked out apart from this code.
TEST(Mix, meets_its_vectors) {
  EXPECT_EQ(mix64(0x9e37'79b9'7f4a'7c15ull), 0xe220'a839'7b1d'cdafull);
  EXPECT_EQ(mix64(1), 0x5692'161d'100b'05e5ull);
  EXPECT_EQ(mix32(1), 0x514e'28b7u);
}

TEST(Mix, moves_half_of_the_output_bits_for_one_input_bit) {
  std::mt19937_64 any{1};
  for (int bit = 0; bit < 64; ++bit) {
    int moved = 0;
    for (int i = 0; i < 200; ++i) {
      const std::uint64_t x = any();
      moved += std::popcount(mix64(x) ^ mix64(x ^ (1ull << bit)));
    }
    EXPECT_NEAR(moved / 200.0, 32.0, 2.5) << "bit " << bit;
  }
}

// FIPS 180-4 examples (NIST, "SHA-256" and its additional vectors).
TEST(Sha256, meets_the_vectors_of_the_standard) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(
      sha256_hex("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrs"
                 "mnopqrstnopqrstu"),
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
  EXPECT_EQ(sha256_hex(std::string(1'000'000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, does_not_see_how_the_stream_was_cut) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += static_cast<char>(i * 7);
  for (const std::size_t length : {0u, 1u, 55u, 56u, 57u, 63u, 64u, 65u, 119u, 128u, 300u}) {
    const std::string whole = text.substr(0, length);
    for (const std::size_t step : {1u, 3u, 63u, 64u, 65u, 130u}) {
      Sha256 sha;
      for (std::size_t at = 0; at < length; at += step) sha.update(std::string_view{whole}.substr(at, step));
      EXPECT_EQ(sha.hex(), sha256_hex(whole)) << length << " bytes by " << step;
    }
  }
}

TEST(Sha256, writes_numbers_lowest_byte_first) {
  Sha256 numbers;
  numbers.update_u32(0x0403'0201);
  numbers.update_u64(0x0c0b'0a09'0807'0605);
  numbers.update_f32(1.0F);
  numbers.update_f64(-2.0);
  EXPECT_EQ(numbers.hex(), sha256_hex({"\1\2\3\4\5\6\7\10\11\12\13\14\0\0\x80\x3f\0\0\0\0\0\0\0\xc0", 24}));
}

TEST(Sha256, knows_one_not_a_number) {
  const auto digest = [](double wide, float narrow) {
    Sha256 sha;
    sha.update_f64(wide);
    sha.update_f32(narrow);
    return sha.hex();
  };
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  constexpr float nanf = std::numeric_limits<float>::quiet_NaN();
  EXPECT_EQ(digest(nan, nanf), digest(-nan, -nanf));
  EXPECT_NE(digest(nan, nanf), digest(0, nanf));
  EXPECT_NE(digest(0.0, nanf), digest(-0.0, nanf)) << "the sign of zero is part of the bits";
}

}  // namespace
}  // namespace essaim
