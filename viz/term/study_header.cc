// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "viz/term/compare_view.h"

namespace essaim::term {
namespace {

using design::Study;
using design::StudyAction;

constexpr std::size_t screen_width = 100;

std::string duration_text(const Locale& locale, const std::string& duration) {
  const std::string days = duration.substr(0, duration.find(' '));
  return duration == days + " days" || duration == days + " day" ? days + std::string{locale.of(" jours", " days")}
                                                                 : duration;
}

/// "canicule (10 juillet 2026, 12 jours) ; rupture ...", of the shocks or of one variant's measures.
std::string actions_text(const Study& study, const std::string& variant, const Locale& locale) {
  std::string text;
  for (const StudyAction& action : study.actions) {
    if (action.variant != variant) continue;
    if (!text.empty()) text += locale.of(" ; ", "; ");
    text += std::string{locale.of(action.label_fr, action.label_en)} + " (" + locale.date(action.start);
    if (!action.duration.empty()) text += ", " + duration_text(locale, action.duration);
    text += ")";
  }
  return text;
}

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
