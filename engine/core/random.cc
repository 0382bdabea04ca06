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

double Draw::normal() { return math::normal_quantile(uniform()); }

double Draw::exponential() { return -math::log(uniform()); }

Random::Random(std::uint64_t seed, std::uint32_t replicate, std::string_view site)
    : seed_{seed}, replicate_{replicate}, key_{}, site_{mix32(fnv1a_32(site))}, tie_key_{} {
  const std::uint64_t key = mix64(mix64(seed) + (std::uint64_t{replicate} + 1) * 0x9e37'79b9'7f4a'7c15ull);
  key_ = {static_cast<std::uint32_t>(key), static_cast<std::uint32_t>(key >> 32)};
  tie_key_ = mix64(key ^ (std::uint64_t{site_} << 16));
}

}  // namespace essaim
