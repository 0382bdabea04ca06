// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/cli/live_page.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "models/catalogue/arm.h"
#include "models/catalogue/catalogue.h"
#include "scenarios/cli/story_inputs.h"
#include "scenarios/reader/input_error.h"
#include "viz/live/bundle.h"
#include "viz/live/room_offer.h"
#include "viz/term/study_reader.h"

namespace essaim::cli {
namespace {

constexpr std::uint32_t days_to_compare = 30;

std::uint32_t smallest_site(const catalogue::Scenario& scenario) {
  const auto smaller = [](const commune::Site& a, const commune::Site& b) {
    return a.value(commune::FigureId::population) < b.value(commune::FigureId::population);
  };
  return static_cast<std::uint32_t>(std::ranges::min_element(scenario.sites, smaller) - scenario.sites.begin());
}

/// As the file holds it: most indicators as 32-bit numbers.
bool is_stored_as(double stored, double value, bool wide) {
  if (std::isnan(stored) || std::isnan(value)) return std::isnan(stored) && std::isnan(value);
  return stored == (wide ? value : static_cast<double>(static_cast<float>(value)));
}

/// The first draw of a point that ended well, if one did.
std::optional<std::uint32_t> whole_replicate(const record::ResultsReader& results, std::size_t point) {
  const std::uint32_t replicates = results.header().replicates;
  const record::RunStatus status = results.status();
  for (std::uint32_t r = 0; r < replicates; ++r) {
    if (status.state[point * replicates + r] != record::RunState::failed) return r;
  }
  return std::nullopt;
}

/// Whether this program finds what the file holds of the baseline's first days, in one draw of a site.
bool finds_the_same(const record::ResultsReader& results, const catalogue::Scenario& scenario) {
  const record::ResultsHeader& header = results.header();
  const std::uint32_t site = smallest_site(scenario);
  const std::size_t point = std::size_t{site} * header.points_per_cell();
  const std::optional<std::uint32_t> replicate = whole_replicate(results, point);
  if (!replicate) return false;
  const catalogue::SharedDraw shared{scenario, site, *replicate};
  catalogue::Arm arm{scenario, shared, scenario.variants.front(), catalogue::Shocks::with};
  SerialExecutor executor;
  const std::uint32_t days = std::min(days_to_compare, scenario.days);
  for (std::uint32_t day = 0; day < days; ++day) arm.run_day(executor);
  const std::vector<double> values = arm.outcome().values;
  const auto& infos = catalogue::indicator_infos();
  for (std::size_t i = 0; i < header.indicators.size(); ++i) {
    const record::Indicator& indicator = header.indicators[i];
    const auto info = std::ranges::find(infos, indicator.name, &IndicatorInfo::name);
    if (info == infos.end()) return false;
    const record::Series stored = results.series(i, point, 1);
    const auto place = static_cast<std::size_t>(info - infos.begin()) * scenario.days;
    for (std::uint32_t day = 0; day < days; ++day) {
      if (!is_stored_as(stored.days_of(0, *replicate)[day], values[place + day], indicator.wide)) return false;
    }
  }
  return true;
}

}  // namespace

std::optional<report::LiveBlocks> live_blocks(const std::shared_ptr<const record::ResultsReader>& results,
                                              const Terminal& terminal) {
  const auto without = [&](std::string_view key) -> std::optional<report::LiveBlocks> {
    terminal.err << terminal.locale.say(key) << '\n';
    return std::nullopt;
  };
  if (report::page_module().empty()) return without("report.no_simulator");
  if (!results->header().experiment_toml.empty()) return without("report.no_live_experiment");
  try {
    const catalogue::Scenario scenario = stored_scenario(results->header(), 0);
    if (!finds_the_same(*results, scenario)) return without("report.no_live_version");
    std::string offer = live::room_offer(scenario);
    return report::LiveBlocks{live::pack({scenario, term::study_of(results)}), std::move(offer), report::page_module()};
  } catch (const reader::InputError&) {
    return without("report.no_live_version");
  }
}

}  // namespace essaim::cli
