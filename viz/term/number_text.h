// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "viz/term/language.h"

// Numbers and short dates as both languages write them; without sentences, formats or a C locale, so that the small
// module which draws a page's charts writes them with the same code.

namespace essaim::term {

/// `size` without sign, as printf("%.*f") writes it: every digit exact, half-way values to the even digit. `size` is
/// finite and not negative.
std::string fixed_text(double size, int decimals);

std::string number_text(Language language, double value, int decimals);         ///< 1 234,5 or 1,234.5; – if none
std::string signed_number_text(Language language, double value, int decimals);  ///< with + where positive

/// A day as axes write it: "1er juil.", "1 Jul"; `month` is 1 to 12.
std::string short_date_text(Language language, int month, int day);

}  // namespace essaim::term
