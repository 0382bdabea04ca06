// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

/// Any bytes as an extract, as XML and as PBF: either they are read and their roads put together, or an InputError says
/// why not. Nothing else may happen.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "scenarios/importer/assembly.h"
#include "scenarios/importer/osm_draft.h"
#include "scenarios/importer/osm_reader.h"
#include "scenarios/reader/input_error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace essaim::importer;
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  for (const char* format : {"osm", "osm.pbf"}) {
    try {
      const Imported imported = assemble(draft_of(read_osm_bytes(bytes, format, "fuzz.osm")));
      refuse_unfit(imported, "fuzz.osm");
    } catch (const essaim::reader::InputError& error) {
      const std::string_view message = error.what();
      if (!message.starts_with("fuzz.osm") || message.find('\n') != std::string_view::npos) std::abort();
    }
  }
  return 0;
}
