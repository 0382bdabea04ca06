// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

/// Any bytes as a pilot file: either they are read, or an InputError says where and why. Nothing else may happen.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "scenarios/reader/document.h"
#include "scenarios/reader/input_error.h"
#include "scenarios/reader/pilot_reader.h"
#include "scenarios/reader/text_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace essaim::reader;
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  try {
    check_text(bytes, "fuzz.toml");
    read_pilot(parse_document(bytes, "fuzz.toml"), "fuzz");
  } catch (const InputError& error) {
    const std::string_view message = error.what();
    if (!message.starts_with("fuzz.toml:") || message.find('\n') != std::string_view::npos) std::abort();
  }
  return 0;
}
