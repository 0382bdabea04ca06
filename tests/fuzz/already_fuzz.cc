// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

/// Any bytes as a pilot file, then, after a line "==", as a scenario with that site: what the site already does meets
/// the measures of the catalogue. Either both are read, or an InputError says where and why. Nothing else may happen.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "scenarios/reader/document.h"
#include "scenarios/reader/input_error.h"
#include "scenarios/reader/pilot_reader.h"
#include "scenarios/reader/scenario_reader.h"
#include "scenarios/reader/text_file.h"
#include "scenarios/reader/vocabulary.h"
#include "tests/fuzz/parts.h"

namespace {

using namespace essaim;

/// The one site, whatever it is called.
class OneSite final : public reader::SiteSource {
 public:
  explicit OneSite(std::string_view pilot) : pilot_{pilot} {}
  std::vector<std::string> shipped() override { return {"fuzz"}; }
  commune::Site load(const std::string&, const std::string&) override {
    reader::check_text(pilot_, "fuzz.pilot");
    return reader::read_pilot(reader::parse_document(pilot_, "fuzz.pilot"), "fuzz");
  }

 private:
  std::string_view pilot_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest{reinterpret_cast<const char*>(data), size};
  OneSite site{fuzz::take_part(rest)};
  try {
    reader::check_text(rest, "fuzz.toml");
    reader::read_scenario(reader::parse_document(rest, "fuzz.toml"), reader::catalogue_vocabulary(), site);
  } catch (const reader::InputError& error) {
    fuzz::expect_message(error.what(), "fuzz.");
  }
  return 0;
}
