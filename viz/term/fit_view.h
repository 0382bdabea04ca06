// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/design/study.h"
#include "viz/term/locale.h"

namespace essaim::term {

/// A known margin of a commune and what was drawn of it, as people read them.
struct FitRow {
  std::string margin;  ///< with its unit
  std::string known;
  std::string drawn;  ///< mean over replicates
  std::string gap;    ///< drawn over known, in percent; a dash where one is zero or not shown
};

/// How the drawn inhabitants meet what is known of them. Margins that are themselves guesses stand apart, unmeasured:
/// being near to a guess is no merit. Counts of fewer than 11 are not shown.
struct FitWords {
  std::vector<FitRow> rows;
  std::string guessed;  ///< names of the margins that are guesses, after a comma each; empty if there is none
};

FitWords fit_words(const design::StudySite& site, const Locale& locale);

}  // namespace essaim::term
