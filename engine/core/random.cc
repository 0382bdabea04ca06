// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/core/random.h"

#include "engine/core/math.h"

// Random123 knows no WebAssembly and stops there; its 32-bit C path is what we want, so it is told another name.
#if defined(__wasm__) && !defined(__i386__)
#define __i386__ 1
#define ESSAIM_NAMED_AN_ARCHITECTURE 1
#endif
#define R123_USE_SSE 0
#define R123_USE_ASM_GNU 0
#include <Random123/philox.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif
#if defined(ESSAIM_NAMED_AN_ARCHITECTURE)
#undef __i386__
#undef ESSAIM_NAMED_AN_ARCHITECTURE
#endif

namespace essaim {

std::array<std::uint32_t, 4> philox4x32_10(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key) {
  const r123::Philox4x32 generate;
  const r123::Philox4x32::ctr_type c = {{counter[0], counter[1], counter[2], counter[3]}};
  const r123::Philox4x32::key_type k = {{key[0], key[1]}};
  const r123::Philox4x32::ctr_type words = generate(c, k);
  return {words[0], words[1], words[2], words[3]};
}

void Draw::refill() {
  words_ = philox4x32_10(counter_, key_);
  ++counter_[3];
  left_ = 4;
}

#if defined(__SSE2__)

namespace {

/// The same word of two counters, or of their blocks: each in the low half of 64 bits. What is in the high halves does
/// not count.
using Pair = __m128i;
struct Pairs {
  Pair word[4];
};

Pairs spread(const std::array<std::uint32_t, 4>& one, const std::array<std::uint32_t, 4>& other) {
  const Pair a = _mm_loadu_si128(reinterpret_cast<const Pair*>(one.data()));
  const Pair b = _mm_loadu_si128(reinterpret_cast<const Pair*>(other.data()));
  const Pair first = _mm_unpacklo_epi32(a, b);
  const Pair last = _mm_unpackhi_epi32(a, b);
  return {{_mm_unpacklo_epi32(first, first), _mm_unpackhi_epi32(first, first), _mm_unpacklo_epi32(last, last),
           _mm_unpackhi_epi32(last, last)}};
}

void gather(const Pairs& words, std::array<std::uint32_t, 4>& one, std::array<std::uint32_t, 4>& other) {
  const auto low = [](Pair w) { return _mm_shuffle_epi32(w, _MM_SHUFFLE(2, 0, 2, 0)); };
  const Pair first = _mm_unpacklo_epi32(low(words.word[0]), low(words.word[1]));
  const Pair last = _mm_unpacklo_epi32(low(words.word[2]), low(words.word[3]));
  _mm_storeu_si128(reinterpret_cast<Pair*>(one.data()), _mm_unpacklo_epi64(first, last));
  _mm_storeu_si128(reinterpret_cast<Pair*>(other.data()), _mm_unpackhi_epi64(first, last));
}

void philox_round(Pairs& counter, Pair key0, Pair key1) {
  const Pair* c = counter.word;
  const Pair first = _mm_mul_epu32(c[0], _mm_set1_epi64x(PHILOX_M4x32_0));
  const Pair third = _mm_mul_epu32(c[2], _mm_set1_epi64x(PHILOX_M4x32_1));
  counter = {{_mm_xor_si128(_mm_xor_si128(_mm_srli_epi64(third, 32), c[1]), key0), third,
              _mm_xor_si128(_mm_xor_si128(_mm_srli_epi64(first, 32), c[3]), key1), first}};
}

}  // namespace

void Draw::prepare(std::span<Draw> draws) {
  while (draws.size() >= 4) {
    Pairs one = spread(draws[0].counter_, draws[1].counter_);
    Pairs other = spread(draws[2].counter_, draws[3].counter_);
    std::array<std::uint32_t, 2> key = draws[0].key_;
    for (int round = 0; round < 10; ++round) {
      const Pair key0 = _mm_set1_epi32(static_cast<int>(key[0]));
      const Pair key1 = _mm_set1_epi32(static_cast<int>(key[1]));
      philox_round(one, key0, key1);
      philox_round(other, key0, key1);
      key[0] += PHILOX_W32_0;
      key[1] += PHILOX_W32_1;
    }
    gather(one, draws[0].words_, draws[1].words_);
    gather(other, draws[2].words_, draws[3].words_);
    for (Draw& draw : draws.first(4)) {
      ++draw.counter_[3];
      draw.left_ = 4;
    }
    draws = draws.subspan(4);
  }
  for (Draw& draw : draws) draw.refill();
}

#else

void Draw::prepare(std::span<Draw> draws) {
  for (Draw& draw : draws) draw.refill();
}

#endif

double Draw::normal() { return math::normal_quantile(uniform()); }

double Draw::exponential() { return -math::log(uniform()); }

Random::Random(std::uint64_t seed, std::uint32_t replicate, std::string_view site)
    : seed_{seed}, replicate_{replicate}, key_{}, site_{mix32(fnv1a_32(site))}, tie_key_{} {
  const std::uint64_t key = mix64(mix64(seed) + (std::uint64_t{replicate} + 1) * 0x9e37'79b9'7f4a'7c15ull);
  key_ = {static_cast<std::uint32_t>(key), static_cast<std::uint32_t>(key >> 32)};
  tie_key_ = mix64(key ^ (std::uint64_t{site_} << 16));
}

}  // namespace essaim
