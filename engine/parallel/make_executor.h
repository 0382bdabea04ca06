// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>

#include "engine/run/executor.h"

namespace essaim::parallel {

enum class Backend : std::uint8_t { serial, threads, tbb };

/// An executor of that many workers (at least one; 0 means one a core). A build without oneTBB gives plain threads in
/// its place. Results never depend on this choice.
std::unique_ptr<Executor> make_executor(Backend backend, std::uint32_t workers);

/// Cores of this machine, at least 1.
std::uint32_t hardware_threads();

/// Milliseconds on a clock that never goes back.
double monotonic_ms();

}  // namespace essaim::parallel
