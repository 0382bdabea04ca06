// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "engine/world/field.h"

namespace essaim::validation {

/// What a figure was used for before the models are held against it. Only the held-out count.
enum class Use : std::uint8_t {
  fitted,   ///< constants were chosen to meet it
  implied,  ///< follows from constants that were chosen, or holds by construction: a check of the code, no evidence
  held_out  ///< no constant has seen it
};

/// Which of the drawn values must lie within the tolerance: the median, or every one.
enum class Judged : std::uint8_t { median, every };

/// One row of the committed table: a figure, how near the models must come to it, and why.
struct Target {
  std::string_view id;
  Words says;
  Words unit;
  double low = 0;  ///< a published value has both ends equal; minus infinity: no lower end
  double high = 0;
  double tolerance = 0;  ///< on either side, in the same unit
  Words reason;          ///< why that much
  std::string_view source;
  Use use = Use::implied;
  Words note = {};  ///< what a reader should know of its use or of the comparison
  Judged judged = Judged::median;
  int decimals = 1;
};

std::span<const Target> targets();

constexpr std::string_view text(Use use) {
  return use == Use::fitted ? "fitted" : use == Use::implied ? "implied" : "held-out";
}

/// Which half of the figures may be fitted: those whose id has a SHA-256 that ends in an even hexadecimal digit. Nobody
/// chooses, so nobody can keep the easy figures for the exam.
bool may_be_fitted(std::string_view id);

}  // namespace essaim::validation
