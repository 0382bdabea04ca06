// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

/// usage: essaim_live_run FOLDER
/// A room's simulation, natively: writes what a page would be given (bundle, room.json) and what it must find
/// (outcome-0, outcome-1, rows, curves).

#include <cstdint>
#include <cstdio>
#include <fstream>
#include <string>

#include "tests/viz/live/made_up.h"
#include "viz/live/answer.h"
#include "viz/live/live_study.h"

namespace {

using namespace essaim;

constexpr const char* room_text = R"({"site": 0, "shocks": [0, 1, 3, 5], "parameters": {"food.panic_social": 0.4},
  "measures": [{"kind": "solidarity_grocer", "size": 20, "start": 3, "from": [1, 0]},
               {"kind": "communal_stock", "size": 5, "start": 2, "from": [1, 1]},
               {"kind": "carpool", "size": 0.4, "start": 0}]})";

bool write(const std::string& path, const std::string& bytes) {
  std::ofstream file{path, std::ios::binary};
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  return file.good();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::string folder = std::string{argv[1]} + "/";
  const live::Bundle bundle = live::bundle_of(catalogue::full_scenario(2026), 2);
  const live::ReadRoom read = live::read_room(room_text, bundle.scenario);
  if (!read.why.empty()) {
    std::fprintf(stderr, "%s\n", read.why.c_str());
    return 1;
  }
  live::LiveStudy study{bundle, read.room};
  bool written = write(folder + "bundle", live::pack(bundle)) && write(folder + "room.json", room_text);
  SerialExecutor executor;
  for (std::uint32_t r = 0; r < 2; ++r) {
    live::LiveRun run{study.scenario(), r};
    while (run.step(executor)) {
    }
    const std::string bytes = live::pack(run.outcome());
    written = written && write(folder + "outcome-" + std::to_string(r), bytes);
    study.add(*live::unpack_outcome(bytes));
  }
  std::string rows;
  std::string curves;
  for (std::size_t i = 0; i < bundle.study.indicators.size(); ++i) {
    rows += live::rows_answer(study.study(), i) + "\n";
    curves += live::curves_answer(study.study(), i) + "\n";
  }
  written = written && write(folder + "rows", rows) && write(folder + "curves", curves);
  return written ? 0 : 1;
}
