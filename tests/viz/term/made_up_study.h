// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/design/study.h"

namespace essaim::term {

/// Two invented sites, 4 replicates of 40 days, a heatwave on day 10, a grocer. Its numbers are made up so that every
/// kind of cell is seen: an effect, an undecided site, a rare event, a hidden count, a censored recovery.
design::Study made_up_study();

}  // namespace essaim::term
