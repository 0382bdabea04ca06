// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/cli/run_place.h"

#include <algorithm>
#include <vector>

#include "essaim_build_info.h"
#include "scenarios/cli/suggestion.h"
#include "scenarios/reader/input_error.h"
#include "scenarios/reader/names.h"

namespace essaim::cli {

namespace {

using record::ResultsHeader;
using term::Locale;

std::uint32_t chosen(const std::string& name, const std::vector<std::string>& known, const char* option,
                     const char* message, const Locale& locale) {
  const auto found = std::ranges::find(known, name);
  if (found != known.end()) return static_cast<std::uint32_t>(found - known.begin());
  throw reader::InputError{option,
                           locale.say(message, {{"name", reader::in_quotes(name)}}) + suggestion(locale, name, known)};
}

}  // namespace

std::uint32_t in_range(std::int64_t number, std::uint32_t count, const std::string& where, const Locale& locale) {
  if (number >= 0 && number < std::int64_t{count}) return static_cast<std::uint32_t>(number);
  throw reader::InputError{where, locale.say("error.out_of_range", {{"number", std::to_string(number)},
                                                                    {"last", std::to_string(count - 1)}})};
}

void require_this_engine(const ResultsHeader& header, const std::string& file, const Locale& locale) {
  const std::string here = std::string{build_info::version} + " (" + build_info::git_commit + ")";
  const std::string there = header.engine_version + " (" + header.git_commit + ")";
  if (here == there) return;
  throw reader::InputError{file, locale.say("error.other_engine", {{"there", there}, {"here", here}})};
}

RunPlace find_run(const ResultsHeader& header, const std::string& site, const std::string& variant,
                  std::int64_t replicate, const Locale& locale) {
  std::vector<std::string> sites;
  std::vector<std::string> variants;
  const std::size_t per_cell = header.points_per_cell();
  for (std::uint32_t cell = 0; cell < header.cells(); ++cell) {
    const record::DesignPoint& first = header.design_points[cell * per_cell];
    const bool several = header.cells() > header.sites.size();  // as `summary` and `compare` name them
    sites.push_back(header.sites[first.site].id + (several ? "#" + std::to_string(first.point) : ""));
  }
  for (std::size_t i = 0; i < per_cell; i += 2) variants.push_back(header.design_points[i].variant);
  RunPlace place;
  place.cell = chosen(site, sites, "--site", "error.unknown_site", locale);
  place.variant = chosen(variant, variants, "--variant", "error.unknown_variant", locale);
  place.replicate = in_range(replicate, header.replicates, "--replicate", locale);
  const record::DesignPoint& point = header.design_points[place.cell * per_cell];
  place.point = point.point;
  place.site = point.site;
  return place;
}

std::size_t run_number(const ResultsHeader& header, const RunPlace& place, std::uint32_t variant,
                       catalogue::Shocks shocks) {
  const std::size_t arm = shocks == catalogue::Shocks::with ? 0 : 1;
  const std::size_t point = std::size_t{place.cell} * header.points_per_cell() + 2 * std::size_t{variant} + arm;
  return point * header.replicates + place.replicate;
}

}  // namespace essaim::cli
