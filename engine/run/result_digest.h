// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "engine/core/hash.h"

// By which bits a result is recognised, on every platform and before any file is written. One run (a site, a variant,
// an arm, a replicate) has a digest of its values; all runs of a result, in that order, have one digest of theirs.

namespace essaim {

/// What a digest needs to know of an indicator.
struct StoredSeries {
  std::string name;
  bool wide = false;       ///< stored as float64, else as float32
  std::size_t groups = 0;  ///< values of a day, if it is read by group; 0: one, of all households
};

/// SHA-256 over each indicator in the given order (that of names): its name, the number of days, and its values as
/// they are stored, little-endian, every NaN the same; those read by group have the number of groups before their
/// values, [day][group]. `values` has them one after the other; a run without values (it failed) counts as NaN
/// throughout.
std::string run_digest(std::span<const StoredSeries> indicators, std::uint32_t days, std::span<const double> values);

/// SHA-256 over the runs of a result, each as its site, variant, arm, replicate and own digest.
class ResultDigest {
 public:
  void add(std::string_view site, std::string_view variant, std::string_view arm, std::uint32_t replicate,
           std::string_view digest_of_run);
  std::string hex() { return sha_.hex(); }  ///< ends the digest

 private:
  Sha256 sha_;
};

}  // namespace essaim
