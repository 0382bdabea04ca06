// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "engine/run/checkpoint.h"

namespace essaim::record {

/// Writes the state of a run as a file, piece by piece: under its name it is whole, or what was there before.
/// Throws a `StorageError`.
void save_checkpoint(const Simulation& simulation, const std::filesystem::path& file);

/// Takes up the run that was saved there: see `Checkpoint::restore`. Throws a `StorageError` that names the file and
/// why it is refused; the simulation is then as it was.
void restore_checkpoint(Simulation& simulation, const std::filesystem::path& file);

}  // namespace essaim::record
