// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>

#include "engine/run/simulation.h"

namespace essaim {

/// Takes bytes, piece after piece, in order. What it cannot take is for its owner to report.
using ByteSink = std::function<void(std::span<const std::byte>)>;

/// The whole state of a run at a window's boundary as bytes, and back: a run that is taken up again gives the same bits
/// as one that was never left, at any number of threads.
///
/// What is kept: the clock and its counters, the failure if there is one, every column (of published ones also what
/// will be seen next), every event to come, how many events each process asked for, which alarms are set. Models keep
/// nothing else that changes (see `World`). What is not kept: who is observed, limits, cancelled events.
///
///     bytes  what
///         8  "ESSAIMCK"
///         4  version of this format, lowest byte first like every number
///         8  how many bytes there are in all
///     4 + n  the run it belongs to, as text, a line each: lookahead, seed, replicate, site, models, tables, columns
///       ...  the state
///        64  SHA-256 of all bytes before, in hexadecimal
///
/// The bytes are the same whatever threads the run had: events are written window by window, by source and sequence.
class Checkpoint {
 public:
  static constexpr std::uint32_t version = 1;

  enum class Problem : std::uint8_t {
    none,
    foreign,        ///< not a checkpoint at all
    other_version,  ///< of this format
    truncated,      ///< its end is missing
    damaged,        ///< bytes were changed or added
    other_run       ///< of another scenario, seed, replicate, lookahead or set of models
  };
  struct Refusal {
    Problem problem = Problem::none;
    std::string message;  ///< "is damaged: ...": to be put behind the file's name; empty if it was not refused
    explicit operator bool() const { return problem != Problem::none; }
  };

  /// Between two calls of `Simulation::run`. Needs room for the events of one window beside what it writes.
  static void save(const Simulation& simulation, const ByteSink& sink);

  /// Makes `simulation` what was saved. It must have been made from the same scenario, seed and replicate, with its
  /// models added; started or not. What is refused leaves it as it was.
  static Refusal restore(Simulation& simulation, std::span<const std::byte> bytes);

 private:
  class Writer;
  class Reader;
  struct State;

  static std::string run_text(const Simulation& simulation);
  static void write_state(const Simulation& simulation, Writer& writer);
  static void write_events(const Simulation& simulation, Writer& writer);
  static Refusal check_frame(std::span<const std::byte> bytes);
  static Refusal check_run(const Simulation& simulation, std::string_view saved);
  static bool read_state(const Simulation& simulation, Reader& reader, State& state);
  static bool read_event(Reader& reader, const State& state, std::uint32_t processes, Event& event);
  static void take_up(Simulation& simulation, State& state);
};

}  // namespace essaim
