// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "viz/term/locale.h"

namespace essaim::term {

/// How long a shock or a measure lasts, in days, from the file's words: "12 days", "36 hours", "2 weeks". None if it
/// says nothing ("": to the end of the run) or what it says is no duration.
std::optional<double> duration_days(std::string_view duration);

/// The same as people write it: "12 jours", "36 heures", "1 day". What is no duration is given back as it is.
std::string duration_text(const Locale& locale, std::string_view duration);

}  // namespace essaim::term
