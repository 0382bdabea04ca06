// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/record/checkpoint_file.h"

#include <string_view>
#include <vector>

#include "engine/record/durable.h"

namespace essaim::record {

namespace {

Problem problem_of(Checkpoint::Problem problem) {
  switch (problem) {
    case Checkpoint::Problem::foreign:
      return Problem::not_results;
    case Checkpoint::Problem::other_version:
      return Problem::other_version;
    case Checkpoint::Problem::other_run:
      return Problem::other_design;
    default:
      return Problem::damaged;
  }
}

}  // namespace

void save_checkpoint(const Simulation& simulation, const std::filesystem::path& file) {
  write_durably(file, [&](const TextSink& write) {
    Checkpoint::save(simulation, [&](std::span<const std::byte> bytes) {
      write({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    });
  });
}

void restore_checkpoint(Simulation& simulation, const std::filesystem::path& file) {
  const std::vector<std::byte> bytes = read_whole(file);
  if (const auto refusal = Checkpoint::restore(simulation, bytes)) {
    throw StorageError{problem_of(refusal.problem), file.string(), refusal.message};
  }
}

}  // namespace essaim::record
