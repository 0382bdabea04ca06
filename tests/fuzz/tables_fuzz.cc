// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

/// Any bytes as tables to import: nodes, edges, buildings, parted by lines "==". Either they are read and their roads
/// put together, or an InputError says where and why. Nothing else may happen.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "scenarios/importer/assembly.h"
#include "scenarios/importer/csv_draft.h"
#include "scenarios/reader/input_error.h"
#include "tests/fuzz/parts.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace essaim;
  std::string_view rest{reinterpret_cast<const char*>(data), size};
  const auto table = [&](std::string name) {
    return reader::CsvTable{std::string{fuzz::take_part(rest)}, std::move(name)};
  };
  try {
    const reader::CsvTable nodes = table("fuzz.nodes.csv");
    const reader::CsvTable edges = table("fuzz.edges.csv");
    importer::Draft draft = importer::draft_of(nodes, edges);
    if (!rest.empty()) importer::add_places(table("fuzz.places.csv"), draft);
    const importer::Imported imported = importer::assemble(draft);
    importer::refuse_unfit(imported, "fuzz.edges.csv");
  } catch (const reader::InputError& error) {
    fuzz::expect_message(error.what(), "fuzz.");
  }
  return 0;
}
