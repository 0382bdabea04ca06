// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <new>
#include <optional>
#include <string>

#include "engine/run/executor.h"

namespace essaim::parallel {

/// `Executor::attempt` where there are exceptions.
inline std::optional<std::string> attempt_here(const Executor::Work& work) {
  try {
    work();
    return std::nullopt;
  } catch (const std::bad_alloc&) {
    return "out of memory";  // short enough to need none
  } catch (const std::exception& error) {
    return error.what();
  } catch (...) {
    return "unknown";
  }
}

}  // namespace essaim::parallel
