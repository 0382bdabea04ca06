// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "models/commune/figures.h"

namespace essaim::reader {

/// Where the sites that a scenario names come from: files in the program, whatever they like in tests.
class SiteSource {
 public:
  virtual ~SiteSource() = default;
  /// The ids of the pilots that come with the program, sorted.
  virtual std::vector<std::string> shipped() = 0;
  /// A shipped pilot by its id, or a pilot file by its path. `where` is the place of the name in the scenario.
  virtual commune::Site load(const std::string& name, const std::string& where) = 0;
};

}  // namespace essaim::reader
