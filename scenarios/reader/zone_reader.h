// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "scenarios/reader/document.h"
#include "scenarios/reader/plan_reader.h"
#include "scenarios/reader/vocabulary.h"

// The parts of a commune that a shock reaches: `zones = ["hamlets"]`.

namespace essaim::reader {

/// Whether a shock or measure moves a condition that may differ between zones.
bool acts_by_zone(const commune::ActionInfo& info);

/// The zones that an entry of a shock names, as a mask; refused where the shock reaches the whole commune anyhow.
std::uint8_t read_zones(const Document& document, const Entry& entry, const commune::ActionInfo& info,
                        const Vocabulary& vocabulary);

/// Refuses a zone that no site has, and gives a warning for each that some sites lack.
std::vector<std::string> check_zones(const Document& document, const std::vector<commune::Site>& sites);

}  // namespace essaim::reader
