// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>

#include "engine/event/event.h"

namespace essaim::commune {

/// Each theme's number: the high byte of the kinds of events that it handles. Digests depend on them: add, never
/// change.
enum class Theme : std::uint8_t { public_body = 1, food = 2, mobility = 3, housing = 4, governance = 5 };

/// What events mean, what their four words hold, and what they carry. Themes talk through these and nothing else.
/// Goods are in grams, money in cents; a message that carries them holds them until it is handled.
enum class Message : EventKind {
  // To the public body
  condition_changes = event_kind(1, 0),  ///< to itself: a shock starts or ends. [effect of the programme, -, -, -]
  public_day = event_kind(1, 1),         ///< to itself: weather, news and the day's purchases
  reserve_request = event_kind(1, 2),    ///< a shop lacks dry food. [wanted g, shop row, -, -]
  public_payment = event_kind(1, 3),     ///< somebody pays the commune. [-, -, cents carried, -]
  aid_request = event_kind(1, 4),        ///< the grocer asks for aid. [wanted cents, grocer's row, -, -]
  measure_changes = event_kind(1, 5),    ///< a measure has opened, closed or changed strength. No words
  funds_request = event_kind(1, 6),      ///< a measure asks for money. [running cents, investment cents, row, -]
  // To a household, its purse
  payday = event_kind(1, 16),  ///< to itself, every 30 days
  // To a measure
  measure_proposed = event_kind(1, 32),  ///< to itself: it is put forward
  decision = event_kind(1, 33),          ///< from the council. [1 adopted or 0 refused, -, -, -]
  measure_funded = event_kind(1, 34),    ///< [running cents, investment cents, cents carried, 1 or 0: as asked]
  measure_staffed = event_kind(1, 35),   ///< from the council, weekly. [permille of the volunteers it needs, -, -, -]
  measure_day = event_kind(1, 36),       ///< to itself, each day from its opening on
  measure_ends = event_kind(1, 37),      ///< to itself
  // To a household
  household_day = event_kind(2, 0),  ///< to itself
  purchase =
      event_kind(2, 1),  ///< what a visit brought. [dry g carried, fresh g carried, change cents carried, outcome]
  grocer_answer = event_kind(2, 2),  ///< taken in or not. [1 or 0, -, -, -]
  errand_answer = event_kind(2, 3),  ///< to itself, from mobility: [place, minutes one way, 1 if the way is made, -]
  basket = event_kind(2, 4),         ///< from a farm. [-, fresh g carried, -, -]
  // To a shop (the solidarity grocer is one)
  visit = event_kind(2, 16),               ///< [dry g wanted, fresh g wanted, cents carried, customer]
  shop_closes = event_kind(2, 17),         ///< to itself, each evening
  delivery = event_kind(2, 18),            ///< [dry g carried, fresh g carried, price cents, Seller]
  grocer_application = event_kind(2, 19),  ///< a household asks to be taken in
  donation = event_kind(2, 20),            ///< unsold food. [-, fresh g carried, -, -]
  member_leaves = event_kind(2, 22),       ///< to itself: a household's stay at the grocer ends
  shop_checks = event_kind(2, 23),         ///< to itself, each morning: what did not come?
  aid = event_kind(2, 21),                 ///< from the commune. [-, -, cents carried, -]
  visitors = event_kind(2, 24),            ///< to itself, twice a day: customers from outside
  // To a platform (wholesale)
  order = event_kind(2, 32),            ///< [dry g wanted, fresh g wanted, shop row, -]
  platform_closes = event_kind(2, 33),  ///< to itself, each night: orders to suppliers outside
  supplies = event_kind(2, 34),         ///< to itself: what suppliers sent [dry g carried, fresh g carried, -, -]
  payment = event_kind(2, 35),          ///< a shop pays a delivery. [-, -, cents carried, -]
  // To a farm
  farm_day = event_kind(2, 48),      ///< to itself: harvest and export
  farm_order = event_kind(2, 49),    ///< [dry g wanted, fresh g wanted, shop row, 1 if deliveries fell short]
  farm_payment = event_kind(2, 50),  ///< [-, -, cents carried, -]
  basket_order = event_kind(2, 51),  ///< a contract's weekly basket. [-, fresh g wanted, cents carried, -]
  // --- mobility ---
  // To a household, its trips
  trips_day = event_kind(3, 0),      ///< to itself
  errand_wanted = event_kind(3, 1),  ///< to itself, from food: it wants to go there and back. [place, -, -, -]
  refuelled = event_kind(3, 2),      ///< from a station. [ml carried, change cents carried, permille refused, -]
  ride_answer = event_kind(3, 3),    ///< from volunteers. [1 if they drive, place, purpose, -]
  // To a fuel station
  refuel = event_kind(3, 16),         ///< a household fills up. [cents carried, cents a litre x 10, -, -]
  station_night = event_kind(3, 17),  ///< to itself: what was delivered
  // To the volunteers who drive
  ride_request = event_kind(3, 32),  ///< [place, purpose, -, -]
  // --- housing ---
  // To a household, its home
  home_day = event_kind(4, 0),        ///< to itself
  river_check = event_kind(4, 1),     ///< to itself, every six hours where water may come
  repair_due = event_kind(4, 2),      ///< to itself: the insurer has paid
  move_answer = event_kind(4, 3),     ///< from the office. [dwelling + 1 or 0, class, age of heater in days, homes]
  shelter_answer = event_kind(4, 4),  ///< from the office. [light dwelling + 1 or 0, -, -, homes carried]
  advice_answer = event_kind(4, 5),   ///< from the retrofit desk. [1 or 0, -, -, -]
  works_begin = event_kind(4, 6),     ///< from the artisans: a crew comes. [Works, days, days waited, -]
  works_end = event_kind(4, 7),       ///< to itself. [Works, -, -, -]
  // To the housing office: dwellings that are free, light dwellings, the retrofit desk
  office_day = event_kind(4, 16),       ///< to itself
  move_request = event_kind(4, 17),     ///< [least area m2, highest rent cents a month, tenure, 1 if near the town]
  home_left = event_kind(4, 18),        ///< [dwelling, class, age of heater in days, homes carried]
  shelter_request = event_kind(4, 19),  ///< somebody cannot live at home. No words
  advice_request = event_kind(4, 20),   ///< No words
  // To the artisans
  works_request = event_kind(4, 32),  ///< [Works, days, -, -]
  crew_free = event_kind(4, 33),      ///< to itself. [crew, -, -, -]
  // --- governance ---
  // To a household, its opinions
  opinion_day = event_kind(5, 0),  ///< to itself, each week
  took_part = event_kind(5, 1),    ///< from the council. [times members took part, 1 + measure if seated for it, -, -]
  // To the council
  council_meets = event_kind(5, 16),  ///< to itself
  council_week = event_kind(5, 17),   ///< to itself: it counts voices and shares out volunteers
};

/// Who delivers, and so who is paid.
enum class Seller : std::uint32_t { platform, farm, commune };

constexpr EventKind kind(Message message) { return static_cast<EventKind>(message); }

/// A quantity as one word of a payload: whole, never negative, at most what 32 bits hold.
constexpr std::uint32_t word(double value) {
  return static_cast<std::uint32_t>(std::clamp(value, 0.0, 4'294'967'295.0));
}

/// What an event holds while it is under way, for the ledgers.
struct Cargo {
  std::int64_t food_g = 0;
  std::int64_t money_cents = 0;
  std::int64_t fuel_ml = 0;
  std::int64_t homes = 0;
};

constexpr Cargo cargo(const Event& event) {
  switch (static_cast<Message>(event.kind)) {
    case Message::purchase:
      return {std::int64_t{event.payload[0]} + event.payload[1], event.payload[2]};
    case Message::delivery:
    case Message::supplies:
      return {std::int64_t{event.payload[0]} + event.payload[1], 0};
    case Message::donation:
    case Message::basket:
      return {event.payload[1], 0};
    case Message::visit:
    case Message::payment:
    case Message::farm_payment:
    case Message::public_payment:
    case Message::aid:
    case Message::basket_order:
    case Message::measure_funded:
      return {0, event.payload[2]};
    case Message::move_answer:
    case Message::shelter_answer:
    case Message::home_left:
      return {.homes = event.payload[3]};
    // --- mobility ---
    case Message::refuel:
      return {0, event.payload[0]};
    case Message::refuelled:
      return {0, event.payload[1], event.payload[0]};
    default:
      return {};
  }
}

}  // namespace essaim::commune
