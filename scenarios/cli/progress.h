// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

#include "engine/record/block_runner.h"
#include "scenarios/cli/terminal.h"

namespace essaim::cli {

enum class ProgressMode : std::uint8_t { on_terminal, always, never };

/// Tells on stderr how a run goes on: what is done, how fast, how long it will still take. A line that is rewritten
/// twice a second on a terminal; a new line every five seconds elsewhere, if asked. Failures are always told.
class Progress final : public record::BlockObserver {
 public:
  Progress(const Terminal& terminal, ProgressMode mode, const record::ResultsHeader& header);
  ~Progress() override;

  void started(std::size_t replicates_to_run, std::size_t blocks_found, std::size_t blocks) override;
  void set_aside(const std::filesystem::path& damaged_block) override;
  void replicate_done() override;
  void run_failed(record::BlockKey key, std::uint32_t replicate, std::uint32_t design_point,
                  const std::string& why) override;
  void block_done(record::BlockKey key) override;

  /// "12/40 draws, 3.1 draws/s, 9 s left"
  static std::string line(const term::Locale& locale, std::size_t done, std::size_t total, double seconds);

 private:
  using Clock = std::chrono::steady_clock;

  void tick(const std::stop_token& stop);
  void show();                         ///< the mutex is held
  void tell(const std::string& text);  ///< a line that stays; the mutex is held
  void clear_line();

  std::ostream& err_;
  const term::Locale& locale_;
  const record::ResultsHeader& header_;
  bool rewrites_ = false;  ///< a terminal, whose last line is rewritten
  bool shows_ = false;
  std::mutex mutex_;  ///< guards all that follows, and the stream
  std::condition_variable_any ended_;
  std::size_t done_ = 0;
  std::size_t total_ = 0;
  std::size_t failures_ = 0;
  std::size_t width_ = 0;  ///< of the line shown now
  Clock::time_point start_;
  std::jthread ticker_;
};

}  // namespace essaim::cli
