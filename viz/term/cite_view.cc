// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/term/cite_view.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "viz/term/text.h"

namespace essaim::term {
namespace {

using design::Study;

constexpr std::size_t screen_width = 100;
constexpr std::string_view software_licence = "Apache-2.0";

std::string joined(const std::vector<std::string>& texts, std::string_view between) {
  std::string result;
  for (const std::string& text : texts) result.append(result.empty() ? "" : between).append(text);
  return result;
}

std::string year_of(const Study& study) { return study.created_utc.substr(0, 4); }

/// BibTeX reads braces and a few signs as commands.
std::string bibtex_text(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (std::string_view{"&%$#_{}"}.find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

bool is_of_a_site(const Study& study, const std::string& credit) {
  return std::any_of(study.sites.begin(), study.sites.end(), [&](const design::StudySite& site) {
    return std::find(site.credits.begin(), site.credits.end(), credit) != site.credits.end();
  });
}

std::string paragraph(const std::string& text) { return wrapped(text, screen_width, 2) + "\n"; }

}  // namespace

std::string cite_text(const Study& study, const Locale& locale) {
  const std::string nobody = locale.say("cite.not_said");
  std::string text = paragraph(locale.say(
      "cite.software",
      {{"version", study.engine_version}, {"commit", study.git_commit}, {"licence", std::string{software_licence}}}));
  const auto or_not_said = [&](const std::string& value) { return value.empty() ? nobody : value; };
  text += paragraph(locale.say("cite.scenario", {{"title", study.title},
                                                 {"authors", or_not_said(joined(study.authors, ", "))},
                                                 {"licence", or_not_said(study.license)}}));
  text += paragraph(locale.say("cite.result", {{"created", study.created_utc},
                                               {"seed", std::to_string(study.seed)},
                                               {"scenario", study.scenario_sha256},
                                               {"result", or_not_said(study.result_sha256)}}));
  text += locale.say("cite.data") + "\n";
  for (const design::StudySite& site : study.sites) {
    text += "  " + site.name + " (" + site.insee + ")" + std::string{locale.of(" :", ":")} + "\n";
    for (const std::string& credit : site.credits) text += "    " + wrapped(credit, screen_width - 4, 6) + "\n";
    if (site.credits.empty()) text += "    " + nobody + "\n";
  }
  for (const std::string& credit : study.credits) {
    if (!is_of_a_site(study, credit)) text += "  " + wrapped(credit, screen_width, 4) + "\n";
  }
  return text + paragraph(locale.say("warning.exploration"));
}

std::string cite_json(const Study& study) {
  nlohmann::ordered_json result{
      {"software",
       {{"name", "Essaim"},
        {"version", study.engine_version},
        {"git_commit", study.git_commit},
        {"license", software_licence}}},
      {"scenario",
       {{"title", study.title},
        {"authors", study.authors},
        {"license", study.license},
        {"sha256", study.scenario_sha256}}},
      {"result", {{"created_utc", study.created_utc}, {"seed", study.seed}, {"sha256", study.result_sha256}}},
      {"credits", study.credits},
      {"sites", nlohmann::ordered_json::array()}};
  for (const design::StudySite& site : study.sites) {
    result["sites"].push_back({{"id", site.id}, {"name", site.name}, {"insee", site.insee}, {"credits", site.credits}});
  }
  return result.dump(2) + "\n";
}

std::string cite_bibtex(const Study& study) {
  const auto field = [](std::string_view name, std::string_view value) {
    return std::string{"  "}.append(name).append(" = {").append(bibtex_text(value)).append("},\n");
  };
  std::string text =
      "@software{essaim,\n" + field("title", "Essaim: discrete-event simulator of communes in crisis") +
      field("author", "The Essaim authors") + field("version", study.engine_version) + field("year", year_of(study)) +
      field("note", "commit " + study.git_commit + ", licence " + std::string{software_licence}) + "}\n\n";
  text += "@misc{essaim-result-" + study.scenario_sha256.substr(0, 8) + ",\n" + field("title", study.title) +
          field("author", study.authors.empty() ? "The Essaim authors" : joined(study.authors, " and ")) +
          field("year", year_of(study)) +
          field("note", "exploratory simulation, not a forecast; seed " + std::to_string(study.seed) + "; SHA-256 " +
                            study.result_sha256) +
          "}\n";
  return text;
}

}  // namespace essaim::term
