// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/design/study.h"
#include "viz/term/locale.h"

namespace essaim::cli {

/// Opens a results file for analysis.
design::Study open_study(const std::string& file);

/// Several files as one; refuses those of another design.
design::Study open_studies(std::span<const std::string> files, const term::Locale& locale);

/// HDF5 files start with these eight bytes, TOML files never do.
bool is_results_file(const std::string& file);

/// A file's name as a command line takes it: quoted if it holds a space.
std::string shell_name(const std::string& file);

}  // namespace essaim::cli
