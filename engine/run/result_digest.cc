// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/run/result_digest.h"

#include <algorithm>
#include <cstddef>
#include <limits>

namespace essaim {

namespace {

/// The length goes first, so that no two lists of texts give the same bytes.
void add_text(Sha256& sha, std::string_view text) {
  sha.update_u32(static_cast<std::uint32_t>(text.size()));
  sha.update(text);
}

}  // namespace

std::string run_digest(std::span<const StoredSeries> indicators, std::uint32_t days, std::span<const double> values) {
  Sha256 sha;
  std::size_t at = 0;
  for (const StoredSeries& indicator : indicators) {
    add_text(sha, indicator.name);
    sha.update_u32(days);
    if (indicator.groups > 0) sha.update_u32(static_cast<std::uint32_t>(indicator.groups));
    const std::size_t end = at + days * std::max<std::size_t>(1, indicator.groups);
    for (; at < end; ++at) {
      const double value = at < values.size() ? values[at] : std::numeric_limits<double>::quiet_NaN();
      if (indicator.wide) {
        sha.update_f64(value);
      } else {
        sha.update_f32(static_cast<float>(value));
      }
    }
  }
  return sha.hex();
}

void ResultDigest::add(std::string_view site, std::string_view variant, std::string_view arm, std::uint32_t replicate,
                       std::string_view digest_of_run) {
  add_text(sha_, site);
  add_text(sha_, variant);
  add_text(sha_, arm);
  sha_.update_u32(replicate);
  add_text(sha_, digest_of_run);
}

}  // namespace essaim
