// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "engine/record/territory.h"
#include "models/catalogue/scenario.h"
#include "models/commune/commune.h"

namespace essaim::cli {

/// Roads, places, fields, and homes by square of 200 m of a commune, as a file keeps them. `random` is the commune's.
record::TerritoryMap territory_map(const commune::Commune& commune, const commune::Site& site, const Random& random);

/// Where replicate 0 of a scenario takes place at each of its sites.
record::TerritoryTables territory_tables(const catalogue::Scenario& scenario);

/// Where a run over one site would take place, with the site's figures as they are written and seed 1.
record::TerritoryMap territory_of_pilot(const commune::Site& site);

}  // namespace essaim::cli
