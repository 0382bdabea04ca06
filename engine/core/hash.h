// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace essaim {

/// 32-bit FNV-1a, at compile time: the number of a declared name.
constexpr std::uint32_t fnv1a_32(std::string_view text) {
  std::uint32_t hash = 0x811c'9dc5;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x0100'0193u;
  return hash;
}

/// Bijection of 64 bits in which every input bit moves every output bit (the finaliser of SplitMix64).
constexpr std::uint64_t mix64(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xbf58'476d'1ce4'e5b9ull;
  x = (x ^ (x >> 27)) * 0x94d0'49bb'1331'11ebull;
  return x ^ (x >> 31);
}

/// Bijection of 32 bits (the finaliser of MurmurHash3).
constexpr std::uint32_t mix32(std::uint32_t x) {
  x = (x ^ (x >> 16)) * 0x85eb'ca6bu;
  x = (x ^ (x >> 13)) * 0xc2b2'ae35u;
  return x ^ (x >> 16);
}

/// SHA-256 (FIPS 180-4) of a stream of bytes: what results and states are recognised by.
class Sha256 {
 public:
  void update(std::span<const std::byte> bytes);
  void update(std::string_view text) { update(std::as_bytes(std::span{text})); }
  void update_u64(std::uint64_t value);  ///< eight bytes, lowest first, on every platform
  void update_u32(std::uint32_t value);
  void update_f32(float value);   ///< NaN made canonical
  void update_f64(double value);  ///< NaN made canonical
  std::string hex();              ///< 64 characters; ends the stream

 private:
  void compress(const std::byte* block);
  std::array<std::uint32_t, 8> state_ = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                         0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<std::byte, 64> buffer_{};
  std::size_t buffered_ = 0;
  std::uint64_t length_ = 0;
};

std::string sha256_hex(std::string_view text);

}  // namespace essaim
