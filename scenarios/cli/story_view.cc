// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/cli/story_view.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace essaim::cli {

namespace {

using nlohmann::ordered_json;
using term::Locale;

constexpr std::size_t column_width = 50;
constexpr std::size_t screen_width = 2 * column_width + 3;
constexpr std::size_t most_sentences = 40;  ///< of a side that fit into two screens

std::string figure_text(const Figure& figure, const Locale& locale) {
  switch (figure.form) {
    case Form::whole:
      return locale.number(figure.value, 0);
    case Form::per_mille:
      return locale.number(figure.value / 10, 0);
    case Form::share:
      return locale.number(100 * figure.value, 0);
    case Form::grams:
      return locale.number(figure.value / 1'000, 1);
    case Form::cents:
      return locale.number(figure.value / 100, 2);
  }
  return {};
}

std::string words_of(const Sentence& sentence, const Locale& locale) {
  std::vector<Locale::Argument> arguments;
  for (const Figure& figure : sentence.figures) arguments.emplace_back(figure.name, figure_text(figure, locale));
  if (sentence.words.size() == 2) {
    arguments.emplace_back("what", locale.of(sentence.words[0], sentence.words[1]));
  }
  return locale.say(sentence.key, arguments);
}

/// Process and ordinal: "412-57"; the event, then what led to it.
std::string name_text(const EventName& name) {
  return std::to_string(name.from.index()) + "-" + std::to_string(name.sequence);
}

std::string names_text(const Sentence& sentence) {
  std::string text;
  for (const EventName& name : sentence.events) text += (text.empty() ? "" : " ← ") + name_text(name);
  return text.empty() ? "" : " [" + text + "]";
}

std::string date_text(const catalogue::Scenario& scenario, std::uint32_t day, const Locale& locale) {
  return locale.date(Date::from_days(scenario.start.days_since_1970() + day));
}

std::string people_text(const ToldHousehold& told, const Locale& locale) {
  const commune::Population& population = told.commune.population;
  std::vector<std::uint8_t> ages(population.ages_of(told.household).begin(), population.ages_of(told.household).end());
  std::sort(ages.rbegin(), ages.rend());
  std::string text;
  for (std::size_t i = 0; i < ages.size(); ++i) {
    if (i > 0) text += i + 1 == ages.size() ? locale.say("story.and") : ", ";
    text += std::to_string(ages[i]);
  }
  return locale.count("story.persons", ages.size()) + locale.say("story.ages", {{"ages", text}});
}

std::string groups_text(const ToldHousehold& told, const Locale& locale) {
  std::string text;
  for (const std::uint8_t group : told.commune.groups.of(told.household)) {
    const commune::GroupInfo& info = commune::group_infos()[group];
    if (info.kind == "age") continue;  // the ages are told
    text += (text.empty() ? "" : " · ") + std::string{locale.of(info.label.fr, info.label.en)};
  }
  return text;
}

std::string header(const ToldHousehold& told, const Locale& locale, term::Colours colours) {
  const catalogue::Variant& variant = told.scenario.variants[told.variant];
  const std::string who = locale.say("story.who", {{"household", std::to_string(told.household)},
                                                   {"site", told.scenario.sites[told.site].name},
                                                   {"replicate", std::to_string(told.replicate)}});
  const std::uint8_t cars = told.commune.population.cars[told.household];
  std::string text = term::painted(who, term::Tone::strong, colours) + "\n";
  text += term::painted(locale.say("story.nobody"), term::Tone::unsure, colours) + "\n";
  text += people_text(told, locale) + " · " + groups_text(told, locale) + " · " +
          (cars == 0 ? locale.say("story.no_car") : locale.count("story.cars", cars)) + "\n";
  if (!told.with_measures) return text + locale.say("story.baseline_alone") + "\n";
  return text + "\n" + term::padded(locale.say("story.left"), column_width, term::Align::left) + " | " +
         locale.say("story.right", {{"variant", variant.name}, {"title", variant.title}}) + "\n";
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::string side_by_side(const std::string& left, const std::string& right) {
  const std::vector<std::string> a = lines_of(term::wrapped(left, column_width, 2));
  const std::vector<std::string> b = lines_of(term::wrapped(right, column_width, 2));
  std::string text;
  for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
    text += term::padded(i < a.size() ? a[i] : "", column_width, term::Align::left) + " |" +
            (i < b.size() ? " " + b[i] : "") + "\n";
  }
  return text;
}

/// The least weight that is told, so that the longer side fits.
std::uint8_t least_weight(const ToldHousehold& told) {
  const auto count = [](const Story& story, std::uint8_t weight) {
    return static_cast<std::size_t>(std::ranges::count_if(
        story.sentences, [weight](const Sentence& sentence) { return sentence.weight >= weight; }));
  };
  for (std::uint8_t weight = 1; weight < 3; ++weight) {
    const std::size_t right = told.with_measures ? count(*told.with_measures, weight) : 0;
    if (std::max(count(told.baseline, weight), right) <= most_sentences) return weight;
  }
  return 3;
}

/// One side of one day: what it says, and by which events.
struct Said {
  std::string words;
  std::string events;
};

std::vector<Said> said_on(const Story* story, std::uint32_t day, std::uint8_t weight, const Locale& locale) {
  std::vector<Said> said;
  for (std::size_t i = 0; story != nullptr && i < story->sentences.size(); ++i) {
    const Sentence& sentence = story->sentences[i];
    if (sentence.day == day && sentence.weight >= weight) {
      said.push_back({words_of(sentence, locale), names_text(sentence)});
    }
  }
  return said;
}

/// What both sides say stands once, over the whole width; the rest side by side.
std::string day_text(std::vector<Said> left, std::vector<Said> right, bool two_sides) {
  std::string text;
  for (auto one = left.begin(); one != left.end();) {
    const auto same = std::ranges::find(right, one->words, &Said::words);
    if (two_sides && same == right.end()) {
      ++one;
      continue;
    }
    const bool other_events = same != right.end() && same->events != one->events;
    text += term::wrapped("  " + one->words + one->events + (other_events ? " |" + same->events : ""), screen_width, 4);
    text += "\n";
    if (same != right.end()) right.erase(same);
    one = left.erase(one);
  }
  for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
    text += side_by_side(i < left.size() ? "  " + left[i].words + left[i].events : "",
                         i < right.size() ? "  " + right[i].words + right[i].events : "");
  }
  return text;
}

ordered_json sentence_json(const ToldHousehold& told, const Sentence& sentence, const Locale& locale) {
  ordered_json entry{{"day", sentence.day},
                     {"date", Date::from_days(told.scenario.start.days_since_1970() + sentence.day).text()},
                     {"what", sentence.key.substr(sentence.key.find('.') + 1)},
                     {"words", words_of(sentence, locale)},
                     {"events", ordered_json::array()}};
  for (const Figure& figure : sentence.figures) entry["figures"][std::string{figure.name}] = figure.value;
  for (const EventName& name : sentence.events) entry["events"].push_back(name_text(name));
  return entry;
}

ordered_json side_json(const ToldHousehold& told, const Story& story, const Locale& locale) {
  ordered_json side{
      {"state_sha256", story.state_sha256}, {"sentences", ordered_json::array()}, {"events", ordered_json::array()}};
  for (const Sentence& sentence : story.sentences) {
    side["sentences"].push_back(sentence_json(told, sentence, locale));
  }
  for (const EventTrace::Handled& one : story.events) {
    ordered_json event{{"event", name_text({one.event.from, one.event.sequence})},
                       {"time_s", one.event.at.count()},
                       {"theme", one.event.kind >> 8},
                       {"kind", one.event.kind & 0xff},
                       {"payload", one.event.payload}};
    event["cause"] = one.cause ? ordered_json(name_text(*one.cause)) : ordered_json(nullptr);
    side["events"].push_back(std::move(event));
  }
  return side;
}

}  // namespace

std::string story_text(const ToldHousehold& told, const Locale& locale, term::Colours colours) {
  const Story* right = told.with_measures ? &*told.with_measures : nullptr;
  const std::uint8_t weight = least_weight(told);
  std::string text = header(told, locale, colours);
  std::size_t ordinary = 0;
  const auto tell_ordinary = [&] {
    if (ordinary > 0)
      text += term::painted(locale.count("story.ordinary", ordinary), term::Tone::faint, colours) + "\n";
    ordinary = 0;
  };
  for (std::uint32_t day = 0; day < told.scenario.days; ++day) {
    std::vector<Said> left_said = said_on(&told.baseline, day, weight, locale);
    std::vector<Said> right_said = said_on(right, day, weight, locale);
    if (left_said.empty() && right_said.empty()) {
      ++ordinary;
      continue;
    }
    tell_ordinary();
    text += term::painted(date_text(told.scenario, day, locale), term::Tone::strong, colours) + "\n";
    text += day_text(std::move(left_said), std::move(right_said), right != nullptr);
  }
  tell_ordinary();
  if (weight > 1) text += locale.say("story.shortened") + "\n";
  return text + "\n" +
         term::painted(term::wrapped(locale.say("story.how_to_read"), screen_width), term::Tone::faint, colours) + "\n";
}

std::string story_json(const ToldHousehold& told, const Locale& locale) {
  const commune::Population& population = told.commune.population;
  const auto ages = population.ages_of(told.household);
  ordered_json result{{"nature", "a synthetic household of an exploratory simulation; nobody who exists"},
                      {"site", told.scenario.sites[told.site].id},
                      {"variant", told.scenario.variants[told.variant].name},
                      {"replicate", told.replicate},
                      {"household", told.household},
                      {"process", told.baseline.process.index()},
                      {"ages", std::vector<int>(ages.begin(), ages.end())},
                      {"cars", population.cars[told.household]},
                      {"groups", ordered_json::array()}};
  for (const std::uint8_t group : told.commune.groups.of(told.household)) {
    result["groups"].push_back(commune::group_infos()[group].name);
  }
  result["baseline"] = side_json(told, told.baseline, locale);
  if (told.with_measures) result["with_measures"] = side_json(told, *told.with_measures, locale);
  return result.dump(2) + "\n";
}

}  // namespace essaim::cli
