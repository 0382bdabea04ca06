// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

/// Any bytes as the tables of a territory, parted by zeros: nodes, edges, places. Either they are read, or an
/// InputError says where and why. Nothing else may happen.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "scenarios/reader/input_error.h"
#include "scenarios/reader/territory_reader.h"

namespace {

constexpr std::string_view territory =
    "source = \"a\"\nlicence = \"b\"\ncredit = \"c\"\nlatitude = 47\nlongitude = -2\nnodes = \"nodes.csv\"\n"
    "edges = \"edges.csv\"\nplaces = \"places.csv\"\n";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace essaim::reader;
  std::string_view rest{reinterpret_cast<const char*>(data), size};
  const auto open = [&](const std::string& name, const std::string&) {
    const std::string_view table = rest.substr(0, rest.find('\0'));
    rest.remove_prefix(table.size() < rest.size() ? table.size() + 1 : rest.size());
    return OpenedFile{name, std::string{table}};
  };
  try {
    read_territory(parse_document(territory, "fuzz.toml"), open);
  } catch (const InputError& error) {
    const std::string_view message = error.what();
    const bool is_of_table = message.find(".csv") != std::string_view::npos;
    if (!is_of_table || message.find('\n') != std::string_view::npos) std::abort();
  }
  return 0;
}
