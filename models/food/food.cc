// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/food/food.h"

#include "models/commune/daily_round.h"
#include "models/commune/messages.h"
#include "models/commune/neighbours.h"

namespace essaim::food {

using commune::Message;

namespace {

void refuse(Context& context) {
  context.fail("food.unknown_message", "a message reached a process that has no use for it");
}

}  // namespace

Food::Food(const Setting& setting, const Columns& columns, const commune::PublicColumns& town)
    : columns_{columns},
      households_{setting, columns, town},
      shopping_{setting, columns, town},
      shops_{setting, columns, town},
      platforms_{setting, columns, town},
      farms_{setting, columns, town} {}

std::vector<Routine> Food::routines() const {
  return {
      commune::daily_round(*columns_.households.table, Message::household_day, Duration::hours(6), Duration::hours(2))};
}

bool Food::takes_batches(EventKind event) const { return event == commune::kind(Message::household_day); }

void Food::start(Context& context) {
  households_.start(context);
  shops_.start(context);
  platforms_.start(context);
  farms_.start(context);
}

void Food::handle(const Event& event, Context& context) {
  // The low byte of a kind says whom it is for: see messages.h.
  switch (event.kind >> 4 & 0xf) {
    case 0:
      return handle_at_household(event, context);
    case 1:
      return handle_at_shop(event, context);
    case 2:
      return handle_at_platform(event, context);
    case 3:
      return handle_at_farm(event, context);
    default:
      return refuse(context);
  }
}

void Food::handle_batch(Batch& batch) {
  const auto row = [&](const Event& event) { return columns_.households.table->row(event.to); };
  commune::live_days(
      batch,
      [&](const Event& e, const Context& context, auto& draws) { draws.push_back(shopping_.chance(row(e), context)); },
      [&](const Event& e, std::span<Draw> draws, Context& context) { live_a_day(row(e), draws.front(), context); });
}

void Food::live_a_day(std::uint32_t household, Draw& chance, Context& context) {
  households_.live_a_day(household, context);
  shopping_.order_basket(household, context);
  shopping_.consider(household, chance, context);
}

void Food::handle_at_household(const Event& event, Context& context) {
  const std::uint32_t household = columns_.households.table->row(event.to);
  switch (static_cast<Message>(event.kind)) {
    case Message::household_day: {
      Draw chance = shopping_.chance(household, context);
      return live_a_day(household, chance, context);
    }
    case Message::errand_answer:
      return shopping_.set_out(household, event, context);
    case Message::purchase:
      return shopping_.bring_home(household, event, context);
    case Message::basket:
      return shopping_.take_basket(household, event);
    case Message::grocer_answer:
      return households_.hear_from_grocer(household, event, context);
    default:
      return refuse(context);
  }
}

void Food::handle_at_shop(const Event& event, Context& context) {
  const std::uint32_t shop = columns_.shops.table->row(event.to);
  switch (static_cast<Message>(event.kind)) {
    case Message::visit:
      return shops_.serve(shop, event, context);
    case Message::shop_closes:
      return shops_.close(shop, context);
    case Message::shop_checks:
      return shops_.check_deliveries(shop, context);
    case Message::visitors:
      return shops_.serve_visitors(shop, context);
    case Message::delivery:
      return shops_.receive(shop, event, context);
    case Message::grocer_application:
      return shops_.take_in(shop, event, context);
    case Message::member_leaves:
      return shops_.let_go(shop);
    case Message::donation:
      return shops_.accept_donation(shop, event);
    case Message::aid:
      return shops_.accept_aid(shop, event);
    default:
      return refuse(context);
  }
}

void Food::handle_at_platform(const Event& event, Context& context) {
  const std::uint32_t platform = columns_.platforms.table->row(event.to);
  switch (static_cast<Message>(event.kind)) {
    case Message::order:
      return platforms_.ship(platform, event, context);
    case Message::platform_closes:
      return platforms_.close(platform, context);
    case Message::supplies:
      return platforms_.receive(platform, event);
    case Message::payment:
      return platforms_.get_paid(platform, event);
    default:
      return refuse(context);
  }
}

void Food::handle_at_farm(const Event& event, Context& context) {
  const std::uint32_t farm = columns_.farms.table->row(event.to);
  switch (static_cast<Message>(event.kind)) {
    case Message::farm_day:
      return farms_.live_a_day(farm, context);
    case Message::farm_order:
      return farms_.sell(farm, event, context);
    case Message::farm_payment:
      return farms_.get_paid(farm, event);
    case Message::basket_order:
      return farms_.fill_basket(farm, event, context);
    default:
      return refuse(context);
  }
}

}  // namespace essaim::food
