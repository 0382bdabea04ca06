// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "engine/world/indicator.h"

namespace essaim::design {

/// The share of replicates in which each variant is the best of a site; variants that tie for best share the
/// replicate equally. Variants may be ranked because they share chance; sites never are.
/// `variants[v][r]` is variant v's number in replicate r. A replicate that lacks one of them is left out; without
/// any replicate, or where no direction is better, the result is empty.
std::vector<double> best_shares(std::span<const std::vector<double>> variants, Better better);

}  // namespace essaim::design
