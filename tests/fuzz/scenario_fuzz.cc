// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

/// Any bytes as a scenario, an option and an experiment: either they are read, or an InputError says in one line where
/// and why. Nothing else may happen.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "tests/scenarios/reader/reader_world.h"

namespace {

using namespace essaim::reader;

void expect_one_line(const InputError& error) {
  const std::string_view message = error.what();
  if (message.find('\n') != std::string_view::npos || message.find(": ") == std::string_view::npos) std::abort();
}

void read_as_scenario(std::string_view bytes) {
  testing::TwoSites sites;
  read_scenario(parse_document(bytes, "fuzz.toml"), testing::vocabulary(), sites);
}

// The bytes up to a zero are a path, those after it a value.
void read_as_option(std::string_view bytes) {
  const std::size_t zero = bytes.find('\0');
  if (zero == std::string_view::npos) return;
  testing::TwoSites sites;
  Document document = parse_document(testing::right_scenario, "demo.toml");
  set_option(document, "--set", bytes.substr(0, zero), bytes.substr(zero + 1));
  read_scenario(document, testing::vocabulary(), sites);
}

void read_as_experiment(std::string_view bytes) {
  const Document experiment = parse_document(bytes, "fuzz.toml");
  const Entry* points = experiment.root.find("points");
  if (points != nullptr && points->value.integer > 64) return;  // right, and slow
  testing::TwoSites sites;
  read_experiment(experiment, parse_document(testing::right_scenario, "demo.toml"), testing::vocabulary(), sites);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  for (const auto read : {read_as_scenario, read_as_option, read_as_experiment}) {
    try {
      read(bytes);
    } catch (const InputError& error) {
      expect_one_line(error);
    }
  }
  return 0;
}
