// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "viz/term/compare_view.h"
#include "viz/term/compare_words.h"

namespace essaim::term {
namespace {

using design::Study;

constexpr std::size_t screen_width = 100;

bool all_illustrations(const Study& study) {
  return std::all_of(study.sites.begin(), study.sites.end(),
                     [](const design::StudySite& site) { return site.illustration; });
}

}  // namespace

std::string study_header(const Study& study, const Locale& locale, Colours colours) {
  const Date end = Date::from_days(study.start.days_since_1970() + static_cast<std::int64_t>(study.days) - 1);
  std::string text = painted(study.title, Tone::strong, colours) + "\n";
  text += wrapped(locale.say("header.what", {{"sites", locale.count("header.sites", study.sites.size())},
                                             {"replicates", locale.count("header.replicates", study.replicates)},
                                             {"start", locale.date(study.start)},
                                             {"end", locale.date(end)}}),
                  screen_width) +
          "\n";
  const std::string shocks = actions_text(study, "", locale);
  if (!shocks.empty()) text += wrapped(locale.say("header.shocks", {{"shocks", shocks}}), screen_width, 2) + "\n";
  for (std::size_t v = 1; v < study.variants.size(); ++v) {
    const std::string measures = actions_text(study, study.variants[v].name, locale);
    if (measures.empty()) continue;
    text += wrapped(locale.say("header.measures", {{"variant", study.variants[v].name}, {"measures", measures}}),
                    screen_width, 2) +
            "\n";
  }
  text += painted(locale.say("warning.exploration"), Tone::unsure, colours) + "\n";
  if (all_illustrations(study)) text += painted(locale.say("warning.all_illustrations"), Tone::unsure, colours) + "\n";
  if (study.failed > 0) text += locale.count("header.failed", study.failed) + "\n";
  return text;
}

std::string uncertainty_sentence(const Study& study, const Locale& locale) {
  const bool few = study.replicates < design::quantile_replicates;
  return locale.say(study.fixed_parameters ? "uncertainty.chance" : "uncertainty.both",
                    {{"worlds", locale.say(few ? "uncertainty.extremes" : "uncertainty.interval")}});
}

}  // namespace essaim::term
