// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace essaim {

/// Where the time of a run goes; filled by `Simulation::profile`. Times are of the executor's clock, whose reading
/// costs some 25 ns twice an event or batch; counts are exact, and the same on any number of threads.
struct Profile {
  struct OfModel {
    std::string name;
    std::uint64_t events = 0;   ///< handled
    std::uint64_t batches = 0;  ///< calls of `handle_batch`; their events are among `events`
    double handler_ms = 0;      ///< in its handlers, over all workers; what they ask the engine for included
  };
  std::vector<OfModel> models;  ///< in the order of their numbers

  std::uint64_t windows = 0;           ///< that held events
  std::uint64_t shared_windows = 0;    ///< of those, shared out between workers
  std::uint64_t fullest_window = 0;    ///< events, those asked for in the window itself not counted
  std::uint64_t events = 0;            ///< handled
  std::uint64_t cancelled = 0;         ///< alarms
  std::uint64_t most_pending = 0;      ///< events to come at a window's boundary
  std::uint64_t most_event_bytes = 0;  ///< held for waiting events
  std::uint64_t column_bytes = 0;      ///< all tables
  double windows_ms = 0;               ///< from opening to closing, by the wall clock
  double shared_busy_ms = 0;           ///< in shared windows, workers at work, summed
  double shared_busiest_ms = 0;        ///< in shared windows, the busiest worker of each, summed
  std::uint32_t workers = 1;

  /// Those of another run, of the same models or others: counts and times are added, and of what is a most or a size
  /// the larger is kept.
  void add(const Profile& other);

  double events_a_window() const;
  /// Of shared windows: the busiest worker's time over the mean of all; 1 is perfect balance, 0 means none was shared.
  double imbalance() const;
};

std::string profile_table(const Profile& profile);  ///< aligned text for a terminal, one line a model
std::string profile_json(const Profile& profile);   ///< one object; names as in `Profile`

}  // namespace essaim
