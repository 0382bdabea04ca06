// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "engine/design/study.h"
#include "engine/record/results_reader.h"

namespace essaim::term {

/// A results file as analysis sees it. Each cell of an experiment with several points is a site of its own, named
/// with its point. Series are read when they are asked for; the study keeps the file open as long as it lives.
design::Study study_of(std::shared_ptr<const record::ResultsReader> reader);

/// The same study, which keeps the series that it read last: who asks several times for one indicator reads it once.
design::Study keeping_last_series(design::Study study);

}  // namespace essaim::term
