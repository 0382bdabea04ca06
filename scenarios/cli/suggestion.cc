// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/cli/suggestion.h"

#include "scenarios/reader/names.h"

namespace essaim::cli {

std::string suggestion(const term::Locale& locale, std::string_view wrong, std::span<const std::string> names) {
  const std::string nearest = reader::nearest_name(wrong, names);
  if (nearest.empty()) return locale.say("error.allowed", {{"names", reader::listed(names)}});
  return locale.say("error.nearest", {{"name", reader::in_quotes(nearest)}});
}

}  // namespace essaim::cli
