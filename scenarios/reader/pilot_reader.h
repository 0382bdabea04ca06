// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "models/commune/figures.h"
#include "scenarios/reader/document.h"

namespace essaim::reader {

/// A pilot file as the models need it: each declared figure in its canonical unit, with its source and mark.
/// `id` is the file's name without its suffix. The territory that the pilot may name is left to `read_pilot_file`.
commune::Site read_pilot(const Document& document, std::string_view id);

}  // namespace essaim::reader
