// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace essaim {

/// Where a number comes from. `assumption` means that nobody has measured it here: it is drawn anew in each
/// replicate, within its plausible range, so that results show what we guess and not chance alone.
enum class Mark : unsigned char { measured, published, assumption };

constexpr std::string_view text(Mark mark) {
  switch (mark) {
    case Mark::measured:
      return "measured";
    case Mark::published:
      return "published";
    case Mark::assumption:
      return "assumption";
  }
  return "";
}

/// Label and one sentence of meaning in the two languages of the project. French is what residents see first.
struct Words {
  std::string_view fr;
  std::string_view en;
};

/// Closed interval of a parameter's values, in the field's own unit.
struct Range {
  double low = 0;
  double high = 0;
};

/// The one declaration of a parameter: TOML reader, range check, results header, reference pages, JSON Schema,
/// sensitivity designs and page sliders all read this line. Its default is the initial value of the struct member
/// that it describes, its unit the unit of that member's type.
struct Field {
  std::string_view name;  ///< "panic_social", unique in its theme
  Words meaning;          ///< One sentence in each language.
  Range allowed;          ///< What a scenario may write.
  Range plausible;        ///< Where an `assumption` is drawn, uniformly, unless the scenario fixes it.
  Mark mark;
  std::string_view source;  ///< Document, table or reasoning; one reader can find it again.
  bool lever = false;       ///< True if people could decide it.
};

/// What a shock or a measure lets a scenario choose. A choice is not an uncertain parameter: it is never drawn.
struct Setting {
  std::string_view name;  ///< "peak_temperature"
  std::string_view unit;  ///< canonical symbol
  Words meaning;
  Range allowed;
  double fallback = 0;  ///< used when the scenario is silent and the setting is not required
  enum class Need : unsigned char { optional, required } need = Need::optional;
};

}  // namespace essaim
