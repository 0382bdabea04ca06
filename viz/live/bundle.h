// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/design/study.h"
#include "models/catalogue/scenario.h"

namespace essaim::live {

/// What a page needs to simulate on its own: the scenario of its results file, and how that file words things.
struct Bundle {
  catalogue::Scenario scenario;
  design::Study study;  ///< without series: `load` and `load_group` are empty
};

/// As bytes, for the WebAssembly module of the same version of this program.
std::string pack(Bundle bundle);

/// Nothing if these bytes are no bundle.
std::optional<Bundle> unpack(std::string_view bytes);

}  // namespace essaim::live
