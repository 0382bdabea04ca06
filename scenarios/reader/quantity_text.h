// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace essaim::reader {

/// "12 days" in its two parts; the unit is empty if there is none.
struct WrittenQuantity {
  double value = 0;
  std::string_view unit;
};

/// Splits number and unit; nothing if the text does not start with a finite decimal number.
std::optional<WrittenQuantity> split_quantity(std::string_view text);

/// The value in canonical unit `to`, or nothing if `unit` measures something else. The same number as the decimal
/// one written in canonical units: "7 %" and 0.07 give the same bits.
std::optional<double> to_canonical(double value, std::string_view unit, std::string_view to);

/// The way back, for messages: a canonical value in a unit that `to_canonical` accepts.
double from_canonical(double value, std::string_view unit, std::string_view canonical);

std::string number_text(double value);   ///< shortest decimal that reads back as the same number
std::string rounded_text(double value);  ///< nine significant digits at most, for people
std::string quantity_text(double value, std::string_view unit);  ///< "12 days"; a number alone for unit "1"

/// The spellings of a canonical unit, as messages list them: "days, day, d, week, weeks, hour, hours or h".
std::string unit_choices(std::string_view canonical);
std::string nearest_unit(std::string_view wrong, std::string_view canonical);  ///< empty if none is close

}  // namespace essaim::reader
