// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/design/comparison.h"
#include "engine/design/study.h"
#include "viz/term/locale.h"
#include "viz/term/text.h"
#include "viz/term/value_format.h"

namespace essaim::term {

/// One indicator at one site: each variant under the shocks, next to the baseline.
struct SummaryRow {
  std::size_t indicator = 0;
  std::size_t site = 0;
  std::vector<design::Spread> variants;  ///< the first is the baseline
  std::vector<std::size_t> better_in;    ///< replicates in which the variant goes better than the baseline
  std::vector<std::size_t> worse_in;
  std::vector<double> daily;  ///< median over replicates of the baseline, each day of the run
};

/// Rows of every site, in the order of sites, then of indicators: the primary ones first.
std::vector<SummaryRow> summarise(const design::Study& study, const std::vector<std::size_t>& sites);

/// Of one indicator, in the order of sites.
std::vector<SummaryRow> summarise_indicator(const design::Study& study, std::size_t indicator,
                                            const std::vector<std::size_t>& sites);

/// How the values of one row are written.
ValueFormat summary_format(const design::Study& study, const SummaryRow& row, const Locale& locale);

std::string summary_text(const design::Study& study, const std::vector<SummaryRow>& rows, const Locale& locale,
                         Colours colours);
std::string summary_json(const design::Study& study, const std::vector<SummaryRow>& rows);

}  // namespace essaim::term
