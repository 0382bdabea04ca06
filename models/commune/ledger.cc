// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/ledger.h"

#include "models/commune/messages.h"

namespace essaim::commune {

namespace {

std::string difference(std::int64_t now, std::int64_t start, const char* what, const Simulation& simulation) {
  if (now == start) return {};
  return "ledger." + std::string{what} + ": " + std::to_string(now > start ? now - start : start - now) + " " + what +
         (now > start ? " appeared" : " vanished") + " before day " + std::to_string(simulation.now().day());
}

}  // namespace

Ledgers::Balances Ledgers::sum(const Simulation& simulation, const World& world) {
  Balances balances{world.ledger_sum("food"), world.ledger_sum("money"), world.ledger_sum("people"),
                    world.ledger_sum("fuel"), world.ledger_sum("homes")};
  simulation.for_each_pending([&](const Event& event) {
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
