// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/record/h5.h"
#include "engine/record/results.h"

namespace essaim::record {

/// Throws `not_results` or `other_version` unless the file has a layout that this program reads.
void require_known_layout(const h5::File& file);

/// Everything that a results file or the design file of a batch says besides its series.
ResultsHeader read_header(const h5::File& file);

}  // namespace essaim::record
