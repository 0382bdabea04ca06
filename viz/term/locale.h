// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/core/calendar.h"
#include "viz/term/language.h"

namespace essaim::term {

std::string_view text(Language language);  ///< "fr", "en"

/// The language of a terminal, from the values of LC_ALL, LC_MESSAGES and LANG (null if unset): the first one that is
/// neither empty nor "C" nor "POSIX" decides; French for fr*, English for any other. French if none says anything:
/// the territories are French.
Language language_from(const char* lc_all, const char* lc_messages, const char* lang);

/// Sentences, numbers and dates of one language.
///
/// The sentences are those of viz/locales/<language>.json: one object of key and text, with names in braces where
/// something is filled in. JSON, because web pages read the same files; compiled in, because a program that is copied
/// alone must still speak. A key has the same names in braces in both languages (a test compares them).
class Locale {
 public:
  using Argument = std::pair<std::string_view, std::string>;

  explicit Locale(Language language);

  Language language() const { return language_; }
  bool knows(std::string_view key) const;
  std::vector<std::string> keys() const;
  /// The sentence as the file has it, its braces unfilled. Asking for an unknown key breaks a contract.
  const std::string& unfilled(std::string_view key) const;

  /// The sentence with its braces filled. Asking for an unknown key breaks a contract.
  std::string say(std::string_view key, std::initializer_list<Argument> arguments = {}) const;
  std::string say(std::string_view key, std::span<const Argument> arguments) const;

  /// `key.one` or `key.other`, with {count} filled: French says "0 site", English "0 sites".
  std::string count(std::string_view key, std::size_t count) const;

  /// Picks one of two texts: files and declarations carry both languages.
  std::string_view of(std::string_view french, std::string_view english) const;

  std::string number(double value, int decimals) const;         ///< 1 234,5 or 1,234.5; a dash if there is no value
  std::string signed_number(double value, int decimals) const;  ///< with + where positive
  std::string shortest(double value) const;                     ///< as few decimals as it takes, six digits at most
  std::string date(Date date) const;                            ///< 1er juin 2026, 1 June 2026

 private:
  Language language_;
  std::map<std::string, std::string, std::less<>> sentences_;
};

/// Decimals that give three significant digits to the largest of what a column shows; none from 100 on.
int decimals_for(double largest);

}  // namespace essaim::term
