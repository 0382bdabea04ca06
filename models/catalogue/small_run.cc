// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/catalogue/small_run.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/core/hash.h"
#include "models/catalogue/catalogue.h"
#include "models/catalogue/replicate.h"

namespace essaim::catalogue {

namespace {

using commune::FigureId;

void set(commune::Site& site, FigureId id, double value) {
  commune::Figure& figure = site.figures[static_cast<std::size_t>(id)];
  figure.value = value;
  figure.range = {value, value};
  figure.present = true;
  figure.source = "made up for tests";
}

std::uint32_t index_of(std::string_view name, std::span<const commune::ActionInfo> infos) {
  std::uint32_t index = 0;
  while (index < infos.size() && infos[index].name != name) ++index;
  return index;
}

Action action(std::string_view name, std::span<const commune::ActionInfo> infos, std::uint32_t first_day,
              std::uint32_t days, std::vector<double> settings) {
  const std::uint32_t kind = index_of(name, infos);
  return {.kind = kind,
          .start = Time::start_of_day(first_day),
          .duration = Duration::days(days),
          .settings = std::move(settings)};
}

Action measure(std::string_view name, std::uint32_t first_day, std::uint32_t days, std::vector<double> own) {
  Action taken = action(name, measure_infos(), first_day, days, std::move(own));
  taken.settings = commune::with_usual_needs(measure_infos()[taken.kind], std::move(taken.settings));
  return taken;
}

}  // namespace

Scenario small_scenario(std::uint64_t seed) {
  commune::Site village;
  village.id = "made-up-village";
  village.name = "Made-up village";
  set(village, FigureId::population, 240);
  set(village, FigureId::households, 100);
  set(village, FigureId::area, 800);
  set(village, FigureId::income_median, 21'000);
  set(village, FigureId::farmland, 400);
  set(village, FigureId::farms, 4);
  Scenario scenario;
  scenario.title = "Small run";
  scenario.sites = {village};
  scenario.start = Date{2026, 6, 1};
  scenario.days = 40;
  scenario.seed = seed;
  scenario.shocks = {action("heatwave", shock_infos(), 8, 10, {39}),
                     action("supply_interruption", shock_infos(), 12, 12, {0.9, 1, 1}),
                     action("road_closure", shock_infos(), 15, 2, {1})};
  scenario.variants = {
      {"baseline", "", {}},
      {"grocer", "", {measure("solidarity_grocer", 3, 37, {10, 0.2}), measure("communal_stock", 2, 38, {5, 3})}}};
  scenario.parameters.resize(parameter_infos().size());
  return scenario;
}

Scenario full_scenario(std::uint64_t seed) {
  Scenario scenario = small_scenario(seed);
  set(scenario.sites[0], FigureId::jobs, 50);
  const auto shock = [&](std::string_view name, std::uint32_t first, std::uint32_t days, std::vector<double> settings) {
    scenario.shocks.push_back(action(name, shock_infos(), first, days, std::move(settings)));
  };
  shock("fuel_price", 4, 20, {1.6});
  shock("fuel_shortage", 10, 12, {0.9});
  shock("flood", 18, 4, {2.5});
  shock("power_outage", 19, 6, {0.8, 0.3});
  shock("epidemic_wave", 5, 25, {0.3});
  shock("price_rise", 14, 20, {1.2, 1.5, 1});
  shock("job_losses", 6, 30, {0.2});
  std::vector<Action> more = {measure("amap", 0, 40, {20}),
                              measure("land_trust", 0, 40, {60}),
                              measure("carpool", 0, 40, {0.3}),
                              measure("solidarity_transport", 0, 40, {6}),
                              measure("cycle_network", 0, 40, {0.4}),
                              measure("retrofit_desk", 0, 40, {60, 0.2}),
                              measure("cool_rooms", 0, 40, {20, 5}),
                              measure("light_housing", 0, 40, {4}),
                              measure("citizens_assembly", 0, 40, {12})};
  // What a village of this size can pay and staff: two days of lead, 50 EUR, an hour of volunteers a week.
  constexpr std::array<double, commune::need_count> needs = {2, 50, 50, 0, 1};
  for (Action& taken : more) {
    std::copy(needs.begin(), needs.end(), taken.settings.end() - static_cast<std::ptrdiff_t>(needs.size()));
  }
  auto& imposed = scenario.variants[1].measures;
  imposed.insert(imposed.end(), more.begin(), more.end());
  Variant decided{"decided", "", imposed};
  for (Action& taken : decided.measures) {
    taken.decision = commune::council_may_adopt(measure_infos()[taken.kind].body) ? commune::Decision::council
                                                                                  : commune::Decision::request;
  }
  decided.measures.front().decision = commune::Decision::participatory_budget;
  decided.measures.back().decision = commune::Decision::assembly;
  scenario.variants.push_back(std::move(decided));
  return scenario;
}

std::string small_run_digest(std::uint32_t seed) {
  SerialExecutor executor;
  const ReplicateOutcome outcome = run_replicate(full_scenario(seed), 0, 0, executor);
  Sha256 sha;
  for (const ArmOutcome& arm : outcome.arms) {
    sha.update(arm.error);
    sha.update(arm.state_sha256);
    for (const double value : arm.values) sha.update_f64(value);
    for (const double value : arm.group_values) sha.update_f64(value);
  }
  return sha.hex();
}

}  // namespace essaim::catalogue
