// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/catalogue/replicate.h"

#include "models/catalogue/arm.h"
#include "models/catalogue/shared_draw.h"
#include "models/commune/structure.h"

namespace essaim::catalogue {

namespace {

std::vector<FitRow> fit_of(const commune::Commune& commune, const commune::Site& site) {
  std::vector<FitRow> rows;
  for (const commune::Margin& margin : commune::margins(commune)) {
    const commune::FigureInfo& info = commune::figure_info(margin.figure);
    rows.push_back({std::string{info.name}, std::string{info.unit}, margin.target, margin.drawn,
                    site.figure(margin.figure).source, margin.known});
  }
  return rows;
}

}  // namespace

ReplicateOutcome run_replicate(const Scenario& scenario, std::uint32_t site, std::uint32_t replicate,
                               Executor& executor, Profile* profile) {
  const SharedDraw shared{scenario, site, replicate};
  ReplicateOutcome outcome{site,
                           replicate,
                           values_in_order(shared.parameters),
                           fit_of(shared.commune, scenario.sites[site]),
                           commune::traits(shared.commune),
                           {}};
  for (std::uint32_t variant = 0; variant < scenario.variants.size(); ++variant) {
    for (const Shocks shocks : {Shocks::with, Shocks::without}) {
      Arm arm{scenario, shared, scenario.variants[variant], shocks};
      Profile of_arm;
      if (profile != nullptr) arm.simulation().profile(&of_arm);
      outcome.arms.push_back(arm.run(executor));
      if (profile != nullptr) profile->add(of_arm);
      outcome.arms.back().variant = variant;
      outcome.arms.back().shocks = shocks;
    }
  }
  return outcome;
}

}  // namespace essaim::catalogue
