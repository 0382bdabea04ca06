// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

/// What a page may call. What goes in is written to the address that `essaim_input` gives; what comes out lies at the
/// address that a function returns, `essaim_output_size` bytes long, until the next call.
///
///     essaim_input(n), write n bytes, essaim_load()      a bundle; once
///     essaim_input(n), write n bytes, essaim_room()      what to try; "" or why not
///     essaim_begin(replicate)                            one replicate of it
///     while (essaim_step()) ...                          a day of one arm each
///     essaim_outcome()                                   its numbers, for essaim_add, here or in another worker
///     essaim_input(n), write n bytes, essaim_add()       a replicate of the same room
///     essaim_film(replicate, variant), essaim_film_day()  the same, day after day, as a map shows it
///     essaim_rows(indicator), essaim_curves(indicator)            what those that were added say

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "engine/run/executor.h"
#include "models/catalogue/small_run.h"
#include "viz/live/answer.h"
#include "viz/live/bundle.h"
#include "viz/live/film.h"
#include "viz/live/live_study.h"
#include "viz/live/room.h"

namespace {

using namespace essaim;

/// Everything that lives between two calls.
struct Desk {
  std::string input;
  std::string output;
  std::optional<live::Bundle> bundle;
  std::optional<live::LiveStudy> study;
  live::KnownWorlds known;  ///< of the last room and those before it that differ by measures alone
  std::unique_ptr<live::LiveRun> run;
  std::unique_ptr<live::Film> film;
  SerialExecutor executor;

  bool knows(std::uint32_t indicator) const { return study && indicator < bundle->study.indicators.size(); }
  void forget() {
    run.reset();
    film.reset();
    study.reset();
  }
  const char* answer(std::string text) {
    output = std::move(text);
    return output.c_str();
  }
};

Desk& desk() {
  static Desk one;
  return one;
}

}  // namespace

extern "C" {

/// Digest of the small run that the native program must equal, as hexadecimal text.
[[clang::export_name("essaim_small_run_digest")]] const char* essaim_small_run_digest(std::uint32_t seed) {
  return desk().answer(catalogue::small_run_digest(seed));
}

[[clang::export_name("essaim_input")]] char* essaim_input(std::uint32_t size) {
  desk().input.assign(size, '\0');
  return desk().input.data();
}

[[clang::export_name("essaim_output_size")]] std::uint32_t essaim_output_size() {
  return static_cast<std::uint32_t>(desk().output.size());
}

/// 1 if the input is a bundle.
[[clang::export_name("essaim_load")]] std::uint32_t essaim_load() {
  desk().forget();
  desk().known = {};
  desk().bundle = live::unpack(desk().input);
  return desk().bundle.has_value() ? 1 : 0;
}

[[clang::export_name("essaim_room")]] const char* essaim_room() {
  desk().forget();
  if (!desk().bundle) return desk().answer("nothing is loaded");
  live::ReadRoom read = live::read_room(desk().input, desk().bundle->scenario);
  if (read.why.empty()) {
    desk().known.enter(read.room);
    desk().study.emplace(*desk().bundle, read.room);
  }
  return desk().answer(std::move(read.why));
}

/// 0 if there is no room.
[[clang::export_name("essaim_begin")]] std::uint32_t essaim_begin(std::uint32_t replicate) {
  desk().run.reset();
  if (!desk().study) return 0;
  desk().run = std::make_unique<live::LiveRun>(desk().study->scenario(), replicate, &desk().known);
  return 1;
}

/// 0 when the replicate is done.
[[clang::export_name("essaim_step")]] std::uint32_t essaim_step() {
  return desk().run && desk().run->step(desk().executor) ? 1 : 0;
}

[[clang::export_name("essaim_progress")]] double essaim_progress() { return desk().run ? desk().run->progress() : 0; }

[[clang::export_name("essaim_outcome")]] const char* essaim_outcome() {
  if (!desk().run) return desk().answer("");
  const char* bytes = desk().answer(live::pack(desk().run->outcome()));
  desk().run.reset();
  return bytes;
}

/// How many replicates there are now; 0 if the input is none.
[[clang::export_name("essaim_add")]] std::uint32_t essaim_add() {
  std::optional<live::Outcome> outcome = live::unpack_outcome(desk().input);
  if (!outcome || !desk().study) return 0;
  desk().study->add(std::move(*outcome));
  return static_cast<std::uint32_t>(desk().study->replicates());
}

/// Starts a film of a variant of the room's scenario (0: the baseline); its ground as JSON, "" if there is no such.
[[clang::export_name("essaim_film")]] const char* essaim_film(std::uint32_t replicate, std::uint32_t variant) {
  desk().film.reset();
  if (!desk().study || variant >= desk().study->scenario().variants.size()) return desk().answer("");
  desk().film = std::make_unique<live::Film>(desk().study->scenario(), replicate, variant);
  return desk().answer(desk().film->ground());
}

/// The next day of the film, "" if there is none.
[[clang::export_name("essaim_film_day")]] const char* essaim_film_day() {
  const bool more = desk().film && desk().film->next_day(desk().executor);
  return desk().answer(more ? desk().film->day() : "");
}

[[clang::export_name("essaim_film_ways")]] const char* essaim_film_ways(std::uint32_t state, std::uint32_t place) {
  return desk().answer(desk().film ? desk().film->ways_to(state, place) : "");
}

[[clang::export_name("essaim_rows")]] const char* essaim_rows(std::uint32_t indicator) {
  return desk().answer(desk().knows(indicator) ? live::rows_answer(desk().study->study(), indicator) : "");
}

[[clang::export_name("essaim_curves")]] const char* essaim_curves(std::uint32_t indicator) {
  return desk().answer(desk().knows(indicator) ? live::curves_answer(desk().study->study(), indicator) : "");
}

}  // extern "C"
