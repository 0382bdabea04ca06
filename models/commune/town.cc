// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/town.h"

#include "models/commune/messages.h"

namespace essaim::commune {

namespace {

void refuse(Context& context) {
  context.fail("commune.unknown_message", "a message reached a process that has no use for it");
}

}  // namespace

Town::Town(const Commune& commune, const Programme& programme, ReserveNorms norms, const PublicColumns& columns,
           const HouseholdColumns& households, const Random& random)
    : columns_{columns},
      households_{households},
      public_body_{commune, programme, norms, columns},
      measures_{commune, programme, columns},
      purses_{commune, households, columns, random} {}

void Town::start(Context& context) {
  public_body_.start(context);
  measures_.start(context);
  purses_.start(context);
}

void Town::handle(const Event& event, Context& context) {
  // The low byte of a kind says whom it is for: see messages.h.
  switch (event.kind >> 4 & 0xf) {
    case 0:
      return handle_at_town_hall(event, context);
    case 1:
      return purses_.payday(households_.table->row(event.to), context);
    case 2:
      return handle_at_measure(event, context);
    default:
      return refuse(context);
  }
}

void Town::handle_at_town_hall(const Event& event, Context& context) {
  switch (static_cast<Message>(event.kind)) {
    case Message::condition_changes:
    case Message::measure_changes:
      return public_body_.make_all_known(context);
    case Message::public_day:
      return public_body_.begin_day(context);
    case Message::reserve_request:
      return public_body_.hand_out(event, context);
    case Message::public_payment:
      return public_body_.get_paid(event);
    case Message::aid_request:
      return public_body_.give_aid(event, context);
    case Message::funds_request:
      return public_body_.fund(event, context);
    default:
      return refuse(context);
  }
}

void Town::handle_at_measure(const Event& event, Context& context) {
  const std::uint32_t row = columns_.measures.table->row(event.to);
  switch (static_cast<Message>(event.kind)) {
    case Message::measure_proposed:
      return measures_.propose(row, context);
    case Message::decision:
      return measures_.decide(row, event, context);
    case Message::measure_funded:
      return measures_.be_funded(row, event, context);
    case Message::measure_staffed:
      return measures_.be_staffed(row, event, context);
    case Message::measure_day:
      return measures_.live_a_day(row, context);
    case Message::measure_ends:
      return measures_.end(row, context);
    default:
      return refuse(context);
  }
}

}  // namespace essaim::commune
