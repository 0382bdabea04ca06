// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/term/quality.h"

#include "viz/term/text.h"

namespace essaim::term {

namespace {

constexpr std::size_t screen_width = 100;

std::string known_or(const Locale& locale, const std::string& key, const std::string& otherwise) {
  return locale.knows(key) ? locale.say(key) : otherwise;
}

std::string percent(double share, const Locale& locale) { return locale.number(100 * share, 0); }

}  // namespace

std::string quality_sentence(std::span<const design::StudyQuality> themes, double stand_in_share,
                             const Locale& locale) {
  std::string marks;
  for (const design::StudyQuality& theme : themes) {
    marks += (marks.empty() ? "" : ", ") + known_or(locale, "theme." + theme.theme, theme.theme);
    marks += locale.of(" : ", " ");
    marks += known_or(locale, "mark." + theme.mark, theme.mark);
    if (theme.stand_in_share > 0) {
      marks += " (" + locale.say("quality.stand_ins", {{"share", percent(theme.stand_in_share, locale)}}) + ")";
    }
  }
  if (marks.empty()) return "";
  return locale.say("summary.quality", {{"marks", marks}, {"stand_ins", percent(stand_in_share, locale)}});
}

std::string quality_of_sites(const design::Study& study, const Locale& locale) {
  std::string text;
  for (const design::StudySite& site : study.sites) {
    const std::string sentence = quality_sentence(site.quality, site.stand_in_share, locale);
    if (!sentence.empty()) text += wrapped(site.name + " – " + sentence, screen_width, 2) + "\n";
  }
  return text;
}

}  // namespace essaim::term
