// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/cli/progress.h"

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <ostream>

namespace essaim::cli {

namespace {

constexpr std::size_t failures_told = 5;  ///< the others are counted at the end

std::string remaining_text(const term::Locale& locale, double seconds) {
  const auto whole = static_cast<long>(std::ceil(seconds));
  if (whole < 120) return locale.number(static_cast<double>(whole), 0) + " s";
  if (whole < 7'200) return locale.number(static_cast<double>((whole + 59) / 60), 0) + " min";
  return locale.number(seconds / 3'600, 1) + " h";
}

}  // namespace

Progress::Progress(const Terminal& terminal, ProgressMode mode, const record::ResultsHeader& header)
    : err_{terminal.err}, locale_{terminal.locale}, header_{header} {
  const bool on_terminal = ::isatty(STDERR_FILENO) != 0;
  shows_ = mode == ProgressMode::always || (mode == ProgressMode::on_terminal && on_terminal);
  rewrites_ = shows_ && on_terminal;
}

Progress::~Progress() {
  ticker_ = {};
  clear_line();
  if (failures_ > failures_told) {
    tell(std::string{locale_.of("simulations échouées : ", "failed simulations: ")} + std::to_string(failures_));
  }
}

void Progress::started(std::size_t replicates_to_run, std::size_t blocks_found, std::size_t blocks) {
  const std::lock_guard lock{mutex_};
  total_ = replicates_to_run;
  start_ = Clock::now();
  if (blocks_found > 0) {
    tell(std::string{locale_.of("reprise : ", "resuming: ")} + std::to_string(blocks_found) + "/" +
         std::to_string(blocks) + std::string{locale_.of(" blocs étaient déjà faits", " blocks were already done")});
  }
  if (!shows_ || total_ == 0) return;
  ticker_ = std::jthread{[this](const std::stop_token& stop) { tick(stop); }};
}

void Progress::tick(const std::stop_token& stop) {
  const auto pause = rewrites_ ? std::chrono::milliseconds{500} : std::chrono::milliseconds{5'000};
  std::unique_lock lock{mutex_};
  while (!stop.stop_requested()) {
    show();
    ended_.wait_for(lock, stop, pause, [] { return false; });
  }
}

std::string Progress::line(const term::Locale& locale, std::size_t done, std::size_t total, double seconds) {
  std::string text = std::to_string(done) + "/" + std::to_string(total);
  text += locale.of(" tirages", " draws");
  if (done == 0 || seconds <= 0) return text + (", " + locale.number(seconds, 0) + " s");
  const double rate = static_cast<double>(done) / seconds;
  text += ", " + locale.number(rate, rate < 10 ? 2 : 0) + std::string{locale.of(" tirages/s", " draws/s")};
  const std::string left = remaining_text(locale, static_cast<double>(total - done) / rate);
  return text + ", " + std::string{locale.of("encore ", "")} + left + std::string{locale.of("", " left")};
}

void Progress::show() {
  const double seconds = std::chrono::duration<double>(Clock::now() - start_).count();
  const std::string text = line(locale_, done_, total_, seconds);
  if (!rewrites_) {
    err_ << text << std::endl;
    return;
  }
  const std::size_t padding = width_ > text.size() ? width_ - text.size() : 0;
  err_ << '\r' << text << std::string(padding, ' ') << std::flush;
  width_ = text.size();
}

void Progress::clear_line() {
  if (width_ > 0) err_ << '\r' << std::string(width_, ' ') << '\r' << std::flush;
  width_ = 0;
}

void Progress::tell(const std::string& text) {
  clear_line();
  err_ << text << std::endl;
}

void Progress::set_aside(const std::filesystem::path& damaged_block) {
  const std::lock_guard lock{mutex_};
  tell(std::string{locale_.of("bloc abîmé, mis de côté et refait : ", "damaged block, set aside and done again: ")} +
       damaged_block.string());
}

void Progress::replicate_done() {
  const std::lock_guard lock{mutex_};
  ++done_;
}

void Progress::run_failed(record::BlockKey, std::uint32_t replicate, std::uint32_t design_point,
                          const std::string& why) {
  const std::lock_guard lock{mutex_};
  if (++failures_ > failures_told) return;
  const record::DesignPoint& point = header_.design_points[design_point];
  tell(std::string{locale_.of("simulation échouée : ", "failed simulation: ")} + header_.sites[point.site].id + " " +
       point.variant + " " + point.arm + std::string{locale_.of(", tirage ", ", replicate ")} +
       std::to_string(replicate) + std::string{locale_.of(", graine ", ", seed ")} +
       std::to_string(header_.master_seed) + ": " + why);
}

void Progress::block_done(record::BlockKey key) {
  const std::lock_guard lock{mutex_};
  if (!shows_) return;
  const record::DesignPoint& point = header_.design_points[std::size_t{key.cell} * header_.points_per_cell()];
  const std::uint32_t last = key.first_replicate() + record::replicates_in(header_, key) - 1;
  std::string where = header_.sites[point.site].id;
  if (header_.cells() > header_.sites.size()) where += " #" + std::to_string(point.point);
  tell(std::string{locale_.of("fait : ", "done: ")} + where + std::string{locale_.of(", tirages ", ", replicates ")} +
       std::to_string(key.first_replicate()) + "-" + std::to_string(last));
}

}  // namespace essaim::cli
