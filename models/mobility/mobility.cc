// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/mobility/mobility.h"

#include "models/commune/daily_round.h"
#include "models/commune/messages.h"

namespace essaim::mobility {

using commune::Message;

namespace {

void refuse(Context& context) {
  context.fail("mobility.unknown_message", "a message reached a process that has no use for it");
}

}  // namespace

Mobility::Mobility(const Setting& setting, const Columns& columns, const commune::PublicColumns& town)
    : columns_{columns},
      households_{setting, columns, town},
      stations_{setting, columns, town},
      rides_{columns, town} {}

std::vector<Routine> Mobility::routines() const {
  // Before anybody shops or fills up.
  return {commune::daily_round(*columns_.households.table, Message::trips_day, Duration::minutes(4 * 60 + 30),
                               Duration::hours(1))};
}

bool Mobility::takes_batches(EventKind event) const { return event == commune::kind(Message::trips_day); }

void Mobility::start(Context& context) {
  households_.start(context);
  stations_.start(context);
}

void Mobility::handle(const Event& event, Context& context) {
  // The low byte of a kind says whom it is for: see messages.h.
  switch (event.kind >> 4 & 0xf) {
    case 0:
      return handle_at_household(event, context);
    case 1:
      return handle_at_station(event, context);
    case 2:
      return static_cast<Message>(event.kind) == Message::ride_request ? rides_.answer(event, context)
                                                                       : refuse(context);
    default:
      return refuse(context);
  }
}

void Mobility::handle_at_household(const Event& event, Context& context) {
  const std::uint32_t household = columns_.households.table->row(event.to);
  switch (static_cast<Message>(event.kind)) {
    case Message::trips_day:
      return households_.live_a_day(household, context);
    case Message::errand_wanted:
      return households_.go_shopping(household, event.payload[0], context);
    case Message::refuelled:
      return households_.fill_tank(household, event);
    case Message::ride_answer:
      return households_.hear_of_ride(household, event, context);
    default:
      return refuse(context);
  }
}

void Mobility::handle_at_station(const Event& event, Context& context) {
  const std::uint32_t station = columns_.stations.table->row(event.to);
  switch (static_cast<Message>(event.kind)) {
    case Message::refuel:
      return stations_.sell(station, event, context);
    case Message::station_night:
      return stations_.receive(station, context);
    default:
      return refuse(context);
  }
}

}  // namespace essaim::mobility
