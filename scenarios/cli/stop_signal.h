// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <signal.h>

#include <array>
#include <atomic>

namespace essaim::cli {

/// While it lives, the first SIGINT, SIGTERM or SIGHUP raises a flag instead of ending the program; a second one ends
/// it. Files that would grow above a limit of the shell fail like a full disk, instead of ending the program too.
class StopSignal {
 public:
  StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;
  ~StopSignal();

  const std::atomic<bool>& flag() const;

 private:
  static constexpr std::array signals = {SIGINT, SIGTERM, SIGHUP, SIGXFSZ};
  std::array<struct sigaction, signals.size()> before_{};
};

}  // namespace essaim::cli
