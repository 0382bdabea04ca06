// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "engine/world/field.h"

namespace essaim::commune {

struct Commune;

/// A number that describes a commune as it was drawn, beside the margins it should meet.
struct TraitInfo {
  std::string_view name;  ///< "ties.clustering": stable, English
  std::string_view unit;
  Words label;
};

/// Ties of households by kind and how they cluster, roads and crossings, people in care homes, and how the fit of the
/// population went.
std::span<const TraitInfo> trait_infos();

/// Their values, in the order of `trait_infos()`. Roads are those inside the commune.
std::vector<double> traits(const Commune& commune);

}  // namespace essaim::commune
