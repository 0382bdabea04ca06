// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/report/pack.h"

#include <cmath>

#include "engine/design/spread.h"

namespace essaim::report {

std::string base64(std::string_view bytes) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string result;
  result.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const auto byte = [&](std::size_t k) {
      return i + k < bytes.size() ? static_cast<unsigned>(static_cast<unsigned char>(bytes[i + k])) : 0U;
    };
    const unsigned group = byte(0) << 16U | byte(1) << 8U | byte(2);
    for (std::size_t k = 0; k < 4; ++k) {
      result += i + k > bytes.size() ? '=' : letters[(group >> (18 - 6 * k)) & 63U];
    }
  }
  return result;
}

void CurveWriter::varint(std::uint64_t number) {
  for (; number >= 128; number >>= 7U) bytes_ += static_cast<char>((number & 127U) | 128U);
  bytes_ += static_cast<char>(number);
}

void CurveWriter::curve(std::span<const double> days, double scale, bool counts_people) {
  std::int64_t last = 0;
  for (const double value : days) {
    if (!std::isfinite(value)) {
      varint(0);
    } else if (counts_people && design::is_hidden_count(value)) {
      varint(1);
    } else {
      const std::int64_t steps = std::llrint(value * scale);
      const std::int64_t change = steps - last;
      const auto zigzag = (static_cast<std::uint64_t>(change) << 1U) ^ static_cast<std::uint64_t>(change >> 63);
      varint(2 + zigzag);
      last = steps;
    }
  }
}

}  // namespace essaim::report
