// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/term/source_text.h"

#include <map>
#include <nlohmann/json.hpp>

#include "viz/term/sentences.h"

namespace essaim::term {

std::string source_text(const Locale& locale, const std::string& declared) {
  using Texts = std::map<std::string, std::string>;
  static const Texts french = nlohmann::json::parse(sources_fr).get<Texts>();
  const auto found = french.find(declared);
  return locale.language() == Language::en || found == french.end() ? declared : found->second;
}

}  // namespace essaim::term
