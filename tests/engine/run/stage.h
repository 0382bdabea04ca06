// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/run/simulation.h"

namespace essaim::testing_ground {

/// What was handled: when, by whom, of which kind.
struct Step {
  std::uint64_t at;
  std::uint32_t process;
  std::uint8_t kind;
  friend bool operator==(const Step&, const Step&) = default;
};

/// A model whose rules a test writes on the spot.
class ScriptedModel final : public Model {
 public:
  using Start = std::function<void(Context&)>;
  using Handle = std::function<void(const Event&, Context&)>;

  ScriptedModel(Start start, Handle handle) : start_{std::move(start)}, handle_{std::move(handle)} {}
  std::string_view name() const override { return "script"; }
  void start(Context& context) override {
    if (start_) start_(context);
  }
  void handle(const Event& event, Context& context) override {
    if (handle_) handle_(event, context);
  }

 private:
  Start start_;
  Handle handle_;
};

/// A stage of equal villagers that obey one script for two days, with a lookahead of 15 minutes.
class Stage {
 public:
  explicit Stage(std::uint32_t villagers) : table{world.add_table("villager", villagers)} {}

  static constexpr std::uint64_t window = 900;  ///< [s]
  static constexpr EventKind kind(std::uint8_t k) { return event_kind(1, k); }
  static std::uint8_t kind_of(const Event& event) { return static_cast<std::uint8_t>(event.kind & 0xff); }
  Time end() const { return Time::start_of_day(2); }

  /// Fills `steps` with all that is handled, in the order of handling. For scripts that run on one thread.
  void set(ScriptedModel::Start start, ScriptedModel::Handle handle) {
    simulation = std::make_unique<Simulation>(world, random, Duration::seconds(window), end(), limits);
    simulation->add(1, std::make_unique<ScriptedModel>(std::move(start), [this, handle](const Event& e, Context& c) {
                      if (noting) steps.push_back({e.at.count(), e.to.index(), kind_of(e)});
                      if (handle) handle(e, c);
                    }));
    simulation->start();
  }

  Simulation::Stop run() { return simulation->run(end(), executor); }
  Simulation::Stop play(ScriptedModel::Start start, ScriptedModel::Handle handle = {}) {
    set(std::move(start), std::move(handle));
    return run();
  }

  std::string digest() const {
    Sha256 sha;
    world.digest(sha);
    return sha.hex();
  }
  std::string code() const { return std::string{simulation->failure() ? simulation->failure()->code : "none"}; }

  World world;
  Table& table;
  Random random{2026, 7, "saillans"};
  Simulation::Limits limits;
  SerialExecutor executor;
  bool noting = true;
  std::vector<Step> steps;
  std::unique_ptr<Simulation> simulation;
};

}  // namespace essaim::testing_ground
