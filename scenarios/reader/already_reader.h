// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "models/catalogue/scenario.h"
#include "scenarios/reader/document.h"
#include "scenarios/reader/vocabulary.h"

namespace essaim::reader {

/// Holds the measures of all variants against what the sites already do (`[already]` in pilot files), which is part of
/// their baseline. `scenario` has its variants and sites, read from `document`.
///
/// A measure that a site already has would be added twice: it is refused, unless it says `extend = true`. Its settings
/// then say what comes on top, and a warning reminds that no model gives what exists an effect of its own. A composed
/// measure counts as what exists if it moves a condition that the kind of that name moves. `extend` where no site has
/// anything to extend is refused too.
///
/// `remove = ["canteen"]` of a variant is always refused: what a site already does has no effect in any model that
/// could be taken away, so that such a variant would silently equal the baseline.
std::vector<std::string> check_already(const Document& document, const Vocabulary& vocabulary,
                                       const catalogue::Scenario& scenario);

}  // namespace essaim::reader
