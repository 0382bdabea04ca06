// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "engine/design/study.h"
#include "viz/term/locale.h"

namespace essaim::term {

/// What to quote with a result: the software, the scenario and its authors, the data of each site and their licences,
/// and what lets anyone find the same result again (seed, digests).
std::string cite_text(const design::Study& study, const Locale& locale);
std::string cite_json(const design::Study& study);
std::string cite_bibtex(const design::Study& study);

}  // namespace essaim::term
