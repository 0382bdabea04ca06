// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/term/source_text.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "models/catalogue/catalogue.h"

namespace essaim::term {
namespace {

using Texts = std::map<std::string, std::string>;

Texts french_texts() {
  std::ifstream file{std::string{ESSAIM_SOURCE_DIR} + "/viz/locales/sources.fr.json"};
  return nlohmann::json::parse(file).get<Texts>();
}

TEST(SourceText, has_the_source_of_every_parameter_in_french) {
  const Texts french = french_texts();
  std::set<std::string> declared;
  for (const catalogue::ParameterInfo& info : catalogue::parameter_infos()) {
    declared.emplace(info.field.source);
    EXPECT_TRUE(french.contains(std::string{info.field.source}))
        << info.name << ": viz/locales/sources.fr.json lacks \"" << info.field.source << '"';
  }
  for (const auto& [text, translated] : french) {
    EXPECT_TRUE(declared.contains(text)) << "no parameter has this source any more: " << text;
  }
}

TEST(SourceText, speaks_the_language_that_is_asked_for) {
  EXPECT_EQ(source_text(Locale{Language::fr}, "guess"), "estimation à vue");
  EXPECT_EQ(source_text(Locale{Language::en}, "guess"), "guess");
  EXPECT_EQ(source_text(Locale{Language::fr}, "of another version"), "of another version");
}

/// Words that no French text has; titles and names of files are no prose.
TEST(SourceText, leaves_no_english_prose) {
  for (const auto& [text, translated] : french_texts()) {
    const std::string padded = " " + translated + " ";
    for (const char* word : {" guess", " the ", " of ", " by ", " is ", " with ", " and ", " against ", " per "}) {
      EXPECT_EQ(padded.find(word), std::string::npos) << translated;
    }
  }
}

}  // namespace
}  // namespace essaim::term
