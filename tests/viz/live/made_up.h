// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "models/catalogue/catalogue.h"
#include "models/catalogue/small_run.h"
#include "models/commune/groups.h"
#include "viz/live/bundle.h"

namespace essaim::live {

/// A bundle of a made-up village: what `essaim report` reads from a results file is taken from the catalogue here.
inline Bundle bundle_of(catalogue::Scenario scenario, std::uint32_t replicates) {
  scenario.replicates = replicates;
  design::Study study;
  study.title = scenario.title;
  study.seed = scenario.seed;
  study.start = scenario.start;
  study.days = scenario.days;
  study.replicates = replicates;
  study.shock_day = 4;
  study.matters = 0.005;
  for (const commune::Site& site : scenario.sites)
    study.sites.push_back({site.id, site.name, "", true, 0, {}, {}, {}, {}});
  for (const catalogue::Variant& variant : scenario.variants) study.variants.push_back({variant.name, variant.title});
  for (const IndicatorInfo& info : catalogue::indicator_infos()) {
    study.indicators.push_back({std::string{info.name}, std::string{info.unit}, std::string{info.label.fr},
                                std::string{info.label.en}, std::string{info.meaning.fr}, std::string{info.meaning.en},
                                std::string{info.cell_methods}, info.better, info.aim,
                                info.name == "food.insecure_share", info.by_group});
  }
  for (const commune::GroupInfo& group : commune::group_infos()) {
    study.groups.push_back(
        {std::string{group.name}, std::string{group.kind}, std::string{group.label.fr}, std::string{group.label.en}});
  }
  return {std::move(scenario), std::move(study)};
}

}  // namespace essaim::live
