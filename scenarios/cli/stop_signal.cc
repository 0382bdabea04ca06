// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/cli/stop_signal.h"

namespace essaim::cli {

namespace {

std::atomic<bool> raised = false;  // the one thing that a signal handler may change
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void raise_flag(int) { raised = true; }

}  // namespace

StopSignal::StopSignal() {
  raised = false;
  for (std::size_t i = 0; i < signals.size(); ++i) {
    struct sigaction action{};
    action.sa_handler = signals[i] == SIGXFSZ ? SIG_IGN : raise_flag;
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
    if (signals[i] == SIGXFSZ) action.sa_flags = 0;
    sigaction(signals[i], &action, &before_[i]);
    // Under nohup a hang-up is to be ignored, and stays so.
    if (signals[i] == SIGHUP && before_[i].sa_handler == SIG_IGN) sigaction(SIGHUP, &before_[i], nullptr);
  }
}

StopSignal::~StopSignal() {
  for (std::size_t i = 0; i < signals.size(); ++i) sigaction(signals[i], &before_[i], nullptr);
}

const std::atomic<bool>& StopSignal::flag() const { return raised; }

}  // namespace essaim::cli
