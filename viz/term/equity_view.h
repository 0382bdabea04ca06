// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "viz/term/compare_view.h"
#include "viz/term/value_format.h"

// Who bears what: one indicator, group of households by group.

namespace essaim::term {

/// By thirds of income: the effect in the crisis, what each end loses, and how the loss is shared. Empty if the
/// indicator is not read by group.
std::string equity_block(const design::Study& study, const Comparison::OfIndicator& of, std::size_t variant,
                         const Locale& locale, Colours colours);

/// `--by group`: every kind of group, one row each.
std::string compare_groups_text(const design::Study& study, const Comparison& comparison, const Locale& locale,
                                Colours colours);

/// The format of the effects of all groups of one indicator and variant, whatever the site.
ValueFormat effect_format(const design::StudyIndicator& indicator, std::span<const design::Equity> rows,
                          const Locale& locale);

}  // namespace essaim::term
