// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "viz/term/locale.h"

namespace essaim::report {

/// {"fr": say(French), "en": say(English)}
nlohmann::ordered_json in_both(const std::function<nlohmann::ordered_json(const term::Locale&)>& say);

/// JSON as text; bytes that are no UTF-8, which titles of files may hold, become replacement characters.
std::string dumped(const nlohmann::ordered_json& json);

}  // namespace essaim::report
