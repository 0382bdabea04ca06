// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

// How numbers and texts travel in the page: small, and read back by a browser without any library.

namespace essaim::report {

/// RFC 1952, best compression, without name or hour: the same bytes for the same input.
std::string gzipped(std::string_view bytes);
/// RFC 4648, with padding.
std::string base64(std::string_view bytes);
/// What a browser turns back with atob() and DecompressionStream("gzip").
std::string packed(std::string_view bytes);

/// Curves as whole numbers of a decimal step, so that what a table shows is what was written.
///
/// A day is one number: 0 where there is no value, 1 where a count is too small to be shown, else 2 + zigzag(value
/// less the last value written of this curve), each as a base-128 varint, lowest group first.
class CurveWriter {
 public:
  /// `scale` turns a value into steps: 100 x 10^decimals for a share. `counts_people`: small counts are hidden.
  void curve(std::span<const double> days, double scale, bool counts_people);
  const std::string& bytes() const { return bytes_; }

 private:
  void varint(std::uint64_t number);
  std::string bytes_;
};

}  // namespace essaim::report
