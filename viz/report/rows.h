// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>

#include "engine/design/study.h"

namespace essaim::report {

/// What `essaim summary` and `essaim compare` say of one indicator: the numbers unrounded, and beside them the texts of
/// both languages as those commands print them. Numbers of fewer than 11 households or persons are left out.
/// [site]: see viz/web/src/model.ts, which reads it.
nlohmann::ordered_json rows_json(const design::Study& study, std::size_t indicator);

}  // namespace essaim::report
