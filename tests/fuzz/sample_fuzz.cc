// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

/// Any bytes as surveyed households: either they are read, or an InputError says where and why. Nothing else may
/// happen.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "scenarios/reader/input_error.h"
#include "scenarios/reader/sample_reader.h"
#include "tests/fuzz/parts.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace essaim;
  try {
    reader::read_sample(reader::CsvTable{std::string{reinterpret_cast<const char*>(data), size}, "fuzz.csv"});
  } catch (const reader::InputError& error) {
    fuzz::expect_message(error.what(), "fuzz.csv");
  }
  return 0;
}
