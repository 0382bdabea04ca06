// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

/// Any bytes as the tables of a territory: nodes, edges, places, parted by lines "==". Either they are read, or an
/// InputError says where and why. Nothing else may happen.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "scenarios/reader/input_error.h"
#include "scenarios/reader/territory_reader.h"
#include "tests/fuzz/parts.h"

namespace {

constexpr std::string_view territory =
    "source = \"a\"\nlicence = \"b\"\ncredit = \"c\"\nlatitude = 47\nlongitude = -2\nnodes = \"nodes.csv\"\n"
    "edges = \"edges.csv\"\nplaces = \"places.csv\"\n";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace essaim::reader;
  std::string_view rest{reinterpret_cast<const char*>(data), size};
  const auto open = [&](const std::string& name, const std::string&) {
    return OpenedFile{"fuzz." + name, std::string{essaim::fuzz::take_part(rest)}};
  };
  try {
    read_territory(parse_document(territory, "fuzz.toml"), open);
  } catch (const InputError& error) {
    essaim::fuzz::expect_message(error.what(), "fuzz.");
  }
  return 0;
}
