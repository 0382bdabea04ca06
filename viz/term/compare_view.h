// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/design/comparison.h"
#include "engine/design/equity.h"
#include "engine/design/study.h"
#include "viz/term/locale.h"
#include "viz/term/text.h"

namespace essaim::term {

enum class CompareBy : unsigned char { variant, site, group };

struct CompareRequest {
  CompareBy by = CompareBy::variant;
  std::vector<std::size_t> indicators;  ///< empty: the primary ones
};

/// What a comparison found, ready to be shown or written.
struct Comparison {
  struct OfIndicator {
    std::size_t indicator = 0;
    bool asked = false;  ///< named by the person, or primary: shown in full; else added so that each aim is seen
    std::vector<design::Compared> rows;     ///< variant-major, then sites
    std::vector<std::vector<double>> best;  ///< [site][variant], empty where no direction is better
    std::vector<design::Equity> equity;     ///< variant-major, then sites; empty if not shown in full or by group
  };
  std::vector<OfIndicator> indicators;
};

/// One indicator alone; `asked`: with its groups.
Comparison::OfIndicator compared_indicator(const design::Study& study, std::size_t indicator, bool asked);
Comparison comparison_of(const design::Study& study, const CompareRequest& request);

/// The screen of `essaim compare`, for people.
std::string compare_text(const design::Study& study, const Comparison& comparison, const Locale& locale,
                         Colours colours);
/// `--by site`: the same indicators between sites, unpaired.
std::string compare_sites_text(const design::Study& study, const Comparison& comparison, const Locale& locale,
                               Colours colours);

/// For programs: every number unrounded, names in English, whatever the language.
std::string compare_json(const design::Study& study, const Comparison& comparison);
std::string compare_csv(const design::Study& study, const Comparison& comparison);

/// Who was simulated, with what, how often, and what it is not: the first lines of every screen.
std::string study_header(const design::Study& study, const Locale& locale, Colours colours);
/// Which kind of uncertainty the intervals hold, and how many worlds were tried.
std::string uncertainty_sentence(const design::Study& study, const Locale& locale);

}  // namespace essaim::term
