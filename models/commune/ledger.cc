// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/ledger.h"

#include <array>

#include "models/commune/messages.h"

namespace essaim::commune {

namespace {

std::string difference(std::int64_t now, std::int64_t start, const char* what, const Simulation& simulation) {
  if (now == start) return {};
  return "ledger." + std::string{what} + ": " + std::to_string(now > start ? now - start : start - now) + " " + what +
         (now > start ? " appeared" : " vanished") + " before day " + std::to_string(simulation.now().day());
}

/// By kind: does such an event hold anything while it is under way?
constexpr auto holds_cargo = [] {
  std::array<bool, 256 * (static_cast<std::size_t>(Theme::governance) + 1)> holds{};
  for (std::size_t kind = 0; kind < holds.size(); ++kind) {
    Event full;
    full.kind = static_cast<EventKind>(kind);
    full.payload = {1, 1, 1, 1};
    const Cargo held = cargo(full);
    holds[kind] = (held.food_g | held.money_cents | held.fuel_ml | held.homes) != 0;
  }
  return holds;
}();

}  // namespace

Ledgers::Balances Ledgers::sum(const Simulation& simulation, const World& world) {
  Balances balances{world.ledger_sum("food"), world.ledger_sum("money"), world.ledger_sum("people"),
                    world.ledger_sum("fuel"), world.ledger_sum("homes")};
  const auto may_hold = [](EventKind kind) { return kind >= holds_cargo.size() || holds_cargo[kind]; };
  simulation.for_each_pending(may_hold, [&](const Event& event) {
    const Cargo under_way = cargo(event);
    balances.food_g += under_way.food_g;
    balances.money_cents += under_way.money_cents;
    balances.fuel_ml += under_way.fuel_ml;
    balances.homes += under_way.homes;
  });
  return balances;
}

Ledgers::Ledgers(const Simulation& simulation, const World& world) : start_{sum(simulation, world)} {}

std::string Ledgers::audit(const Simulation& simulation, const World& world) const {
  const Balances now = sum(simulation, world);
  std::string text = difference(now.food_g, start_.food_g, "grams of food", simulation);
  if (text.empty()) text = difference(now.money_cents, start_.money_cents, "cents", simulation);
  if (text.empty()) text = difference(now.people, start_.people, "persons", simulation);
  if (text.empty()) text = difference(now.fuel_ml, start_.fuel_ml, "millilitres of fuel", simulation);
  if (text.empty()) text = difference(now.homes, start_.homes, "dwellings", simulation);
  return text;
}

}  // namespace essaim::commune
