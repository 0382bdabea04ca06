// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>

#include "engine/event/event.h"

namespace essaim::commune {

/// Each theme's number: the high byte of the kinds of events that it handles. Digests depend on them: add, never
/// change.
enum class Theme : std::uint8_t { public_body = 1, food = 2 };

/// What events mean, what their four words hold, and what they carry. Themes talk through these and nothing else.
/// Goods are in grams, money in cents; a message that carries them holds them until it is handled.
enum class Message : EventKind {
  // To the public body
  condition_changes = event_kind(1, 0),  ///< to itself: an effect starts or ends. [condition, -, -, -]
  public_day = event_kind(1, 1),         ///< to itself: weather, news and the day's purchases
  reserve_request = event_kind(1, 2),    ///< a shop lacks dry food. [wanted g, shop row, -, -]
  public_payment = event_kind(1, 3),     ///< somebody pays the commune. [-, -, cents carried, -]
  aid_request = event_kind(1, 4),        ///< the grocer asks for aid. [wanted cents, grocer's row, -, -]
  // To a household
  household_day = event_kind(2, 0),  ///< to itself
  purchase =
      event_kind(2, 1),  ///< what a visit brought. [dry g carried, fresh g carried, change cents carried, outcome]
  grocer_answer = event_kind(2, 2),  ///< taken in or not. [1 or 0, -, -, -]
  // To a shop (the solidarity grocer is one)
  visit = event_kind(2, 16),               ///< [dry g wanted, fresh g wanted, cents carried, customer]
  shop_closes = event_kind(2, 17),         ///< to itself, each evening
  delivery = event_kind(2, 18),            ///< [dry g carried, fresh g carried, price cents, Seller]
  grocer_application = event_kind(2, 19),  ///< a household asks to be taken in
  donation = event_kind(2, 20),            ///< unsold food. [-, fresh g carried, -, -]
  member_leaves = event_kind(2, 22),       ///< to itself: a household's stay at the grocer ends
  shop_checks = event_kind(2, 23),         ///< to itself, each morning: what did not come?
  aid = event_kind(2, 21),                 ///< from the commune. [-, -, cents carried, -]
  // To a platform (wholesale)
  order = event_kind(2, 32),            ///< [dry g wanted, fresh g wanted, shop row, -]
  platform_closes = event_kind(2, 33),  ///< to itself, each night: orders to suppliers outside
  supplies = event_kind(2, 34),         ///< to itself: what suppliers sent [dry g carried, fresh g carried, -, -]
  payment = event_kind(2, 35),          ///< a shop pays a delivery. [-, -, cents carried, -]
  // To a farm
  farm_day = event_kind(2, 48),     ///< to itself: harvest and export
  farm_order = event_kind(2, 49),   ///< [dry g wanted, fresh g wanted, shop row, 1 if deliveries fell short]
  farm_payment = event_kind(2, 50)  ///< [-, -, cents carried, -]
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
};

constexpr Cargo cargo(const Event& event) {
  switch (static_cast<Message>(event.kind)) {
    case Message::purchase:
      return {std::int64_t{event.payload[0]} + event.payload[1], event.payload[2]};
    case Message::delivery:
    case Message::supplies:
      return {std::int64_t{event.payload[0]} + event.payload[1], 0};
    case Message::donation:
      return {event.payload[1], 0};
    case Message::visit:
    case Message::payment:
    case Message::farm_payment:
    case Message::public_payment:
    case Message::aid:
      return {0, event.payload[2]};
    default:
      return {};
  }
}

}  // namespace essaim::commune
