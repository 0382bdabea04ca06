// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "viz/term/locale.h"

namespace essaim::cli {

/// How a message about an unknown word ends, in the language of the terminal: the nearest name, or all of them.
std::string suggestion(const term::Locale& locale, std::string_view wrong, std::span<const std::string> names);

}  // namespace essaim::cli
