// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/commune/figures.h"
#include "scenarios/reader/document.h"

// What figures of one site cannot all say together. Only written figures are compared: what stands in for the others
// fits no commune in particular. Figures of different years and pages differ a little, hence the tolerances.

namespace essaim::reader {

/// Two or more figures that contradict each other.
struct Contradiction {
  enum class Kind : std::uint8_t {
    not_whole,    ///< residents and households are counted
    above,        ///< the first is larger than the second, of which it is a part or which it stays below
    crowded,      ///< more residents a household than can be seated
    sum_above,    ///< the figures together are more than the whole
    sum_off,      ///< the figures together are not the whole
    far_apart,    ///< the first is too many times the second, or the reverse
    homes_differ  ///< main homes, second homes and vacant ones are not all dwellings
  };
  Kind kind;
  std::vector<commune::FigureId> about;
  double found = 0;  ///< what the figures make, in the unit of `unit`
  Range allowed;
  std::string_view unit = "1";
};

/// The first contradiction of the figures that the site gives; nothing if they may all be true.
std::optional<Contradiction> find_contradiction(const commune::Site& site);

/// "30000 EUR/year"; "12.5 %" for a share: as files write it.
std::string value_text(double value, std::string_view unit);

/// Refuses it at the figure that the file gives last, for the others came first.
void refuse_contradictions(const Document& document, const commune::Site& site);

/// Empty if it may be the code of a commune; else what is wrong with it, with what is allowed and a cure.
std::string insee_code_trouble(std::string_view code);

}  // namespace essaim::reader
