// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/term/locale.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>
#include <string>

namespace essaim::term {
namespace {

nlohmann::json catalogue(const char* language) {
  return nlohmann::json::parse(std::ifstream{std::string{ESSAIM_SOURCE_DIR} + "/viz/locales/" + language + ".json"});
}

std::set<std::string> braces(const std::string& sentence) {
  static const std::regex brace{"\\{[^}]*\\}"};
  return {std::sregex_token_iterator{sentence.begin(), sentence.end(), brace}, {}};
}

TEST(Sentences, have_the_same_keys_in_both_languages) {
  EXPECT_EQ(Locale{Language::fr}.keys(), Locale{Language::en}.keys());
}

TEST(Sentences, fill_the_same_braces_in_both_languages) {
  const nlohmann::json french = catalogue("fr");
  const nlohmann::json english = catalogue("en");
  for (const auto& [key, sentence] : french.items()) {
    EXPECT_EQ(braces(sentence), braces(english.value(key, std::string{}))) << key;
  }
}

TEST(Sentences, exist_for_every_key_that_the_screens_and_commands_name) {
  const Locale locale{Language::fr};
  const std::regex named{R"re((?:say|count)\(\s*(?:[a-z_.]+ \? )?"([a-z_0-9.]+)"(?: : "([a-z_0-9.]+)")?)re"};
  std::size_t found = 0;
  for (const char* folder : {"/viz/term", "/viz/core", "/scenarios/cli"}) {
    for (const auto& entry : std::filesystem::directory_iterator{std::string{ESSAIM_SOURCE_DIR} + folder}) {
      if (entry.path().extension() != ".cc") continue;
      std::ostringstream text;
      text << std::ifstream{entry.path()}.rdbuf();
      const std::string source = text.str();
      for (std::sregex_iterator it{source.begin(), source.end(), named}, end; it != end; ++it) {
        for (std::size_t group = 1; group <= 2; ++group) {
          const std::string key = (*it)[group];
          if (key.empty() || key.ends_with('.')) continue;  // a family, such as the units
          ++found;
          EXPECT_TRUE(locale.knows(key) || locale.knows(key + ".one")) << entry.path() << " says " << key;
        }
      }
    }
  }
  EXPECT_GT(found, 50U);
}

TEST(Sentences, are_filled) {
  const Locale locale{Language::fr};
  EXPECT_EQ(locale.say("compare.variant", {{"name", "a"}, {"title", "b"}}), "Variante a : b");
  EXPECT_EQ(locale.count("header.sites", 1), "1 site");
  EXPECT_EQ(locale.count("header.sites", 10), "10 sites");
  EXPECT_EQ(locale.count("header.sites", 0), "0 site");
  EXPECT_EQ(Locale{Language::en}.count("header.sites", 0), "0 sites");
}

TEST(Sentences, that_do_not_exist_break_a_contract) {
  EXPECT_DEATH((void)Locale{Language::fr}.say("no.such_key"), "found != sentences_.end");
}

TEST(Numbers, are_written_the_french_way_and_the_english_way) {
  const Locale french{Language::fr};
  const Locale english{Language::en};
  EXPECT_EQ(french.number(1234567.891, 2), "1\u202F234\u202F567,89");
  EXPECT_EQ(english.number(1234567.891, 2), "1,234,567.89");
  EXPECT_EQ(french.number(-0.5, 1), "−0,5");
  EXPECT_EQ(french.number(-0.04, 1), "0,0");
  EXPECT_EQ(french.number(999, 0), "999");
  EXPECT_EQ(french.number(std::numeric_limits<double>::quiet_NaN(), 1), "–");
  EXPECT_EQ(french.signed_number(2, 0), "+2");
  EXPECT_EQ(french.signed_number(0.04, 1), "0,0");
  EXPECT_EQ(french.shortest(0.5), "0,5");
  EXPECT_EQ(french.shortest(12), "12");
}

TEST(Dates, are_written_out) {
  EXPECT_EQ(Locale{Language::fr}.date({2026, 6, 1}), "1er juin 2026");
  EXPECT_EQ(Locale{Language::en}.date({2026, 8, 12}), "12 August 2026");
}

TEST(Decimals, give_three_digits_to_the_largest) {
  EXPECT_EQ(decimals_for(1234), 0);
  EXPECT_EQ(decimals_for(-12.3), 1);
  EXPECT_EQ(decimals_for(1.23), 2);
  EXPECT_EQ(decimals_for(0.123), 3);
}

TEST(Language, is_that_of_the_terminal_and_french_if_it_says_nothing) {
  EXPECT_EQ(language_from(nullptr, nullptr, "fr_FR.UTF-8"), Language::fr);
  EXPECT_EQ(language_from(nullptr, nullptr, "en_GB.UTF-8"), Language::en);
  EXPECT_EQ(language_from("fr_BE", nullptr, "en_GB"), Language::fr);
  EXPECT_EQ(language_from("", "de_DE", "fr_FR"), Language::en);
  EXPECT_EQ(language_from(nullptr, nullptr, nullptr), Language::fr);
  EXPECT_EQ(language_from("C.UTF-8", nullptr, "en_US"), Language::en);
  EXPECT_EQ(language_from(nullptr, nullptr, "POSIX"), Language::fr);
}

}  // namespace
}  // namespace essaim::term
