// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "engine/design/study.h"
#include "engine/record/results.h"
#include "viz/term/locale.h"

namespace essaim::report {

/// Who was simulated, with what, by which program, and the sentences of the page in both languages.
/// See viz/web/src/model.ts, which reads it.
nlohmann::ordered_json meta_json(const design::Study& study, const record::ResultsHeader& header,
                                 term::Language language);

/// What few readers open at once: assumptions, the fit of populations, inputs, the scenario file.
nlohmann::ordered_json annex_json(const design::Study& study, const record::ResultsHeader& header);

}  // namespace essaim::report
