// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "engine/design/study.h"
#include "viz/term/locale.h"

namespace essaim::term {

/// How well the figures of a site are known, by theme: the weakest mark, and the share of figures that stand in for
/// unknown ones where there is any; then that share of all its figures. One sentence, empty if the file says nothing.
std::string quality_sentence(std::span<const design::StudyQuality> themes, double stand_in_share, const Locale& locale);

/// The sentence of each site under its name, as comparisons print it; empty if none says anything.
std::string quality_of_sites(const design::Study& study, const Locale& locale);

}  // namespace essaim::term
