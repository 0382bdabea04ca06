// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "engine/design/comparison.h"
#include "engine/design/equity.h"
#include "engine/design/study.h"

// Pieces of the JSON that commands print for programs.

namespace essaim::term {

nlohmann::ordered_json number_json(double value);  ///< null if there is none
/// `counts_people`: a count of fewer than 11 is replaced by saying so.
nlohmann::ordered_json estimate_json(const design::Estimate& estimate, bool counts_people);
nlohmann::ordered_json spread_json(const design::Spread& spread, bool counts_people);
nlohmann::ordered_json study_json(const design::Study& study);
/// Of one site and variant: every group of households, and the shares of the loss.
nlohmann::ordered_json equity_json(const design::Study& study, const design::Equity& row, bool counts_people);

}  // namespace essaim::term
