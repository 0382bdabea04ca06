// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/housing/housing.h"

#include "models/commune/daily_round.h"
#include "models/commune/messages.h"

namespace essaim::housing {

using commune::kind;
using commune::Message;

namespace {

void refuse(Context& context) {
  context.fail("housing.unknown_message", "a message reached a process that has no use for it");
}

}  // namespace

Housing::Housing(const Setting& setting, const Columns& columns, const commune::PublicColumns& town)
    : columns_{columns},
      households_{setting, columns, town},
      damage_{setting, columns, town},
      moves_{setting, columns, town},
      retrofit_{setting, columns, town},
      artisans_{setting, columns} {
  households_.settle();
}

std::vector<Routine> Housing::routines() const {
  // In the evening, when the day at home is over.
  return {
      commune::daily_round(*columns_.households.table, Message::home_day, Duration::hours(23), Duration::minutes(50))};
}

bool Housing::takes_batches(EventKind event) const { return event == commune::kind(Message::home_day); }

void Housing::start(Context& context) {
  moves_.start_office(context);
  const auto& h = columns_.households;
  for (std::uint32_t row = 0; row < h.table->rows(); ++row) {
    if (!damage_.at_risk(row)) continue;
    const auto turn = static_cast<std::int64_t>(std::uint64_t{row} * 3'000 / h.table->rows());
    context.start_process(h.table->process(row), Time::at(0) + Duration::hours(5) + Duration::seconds(turn),
                          kind(Message::river_check));
  }
}

void Housing::handle(const Event& event, Context& context) {
  // The low byte of a kind says whom it is for: see messages.h.
  switch (event.kind >> 4 & 0xf) {
    case 0:
      return handle_at_household(event, context);
    case 1:
      return handle_at_office(event, context);
    case 2:
      return handle_at_artisans(event, context);
    default:
      return refuse(context);
  }
}

void Housing::live_a_day(std::uint32_t household, Context& context) {
  const std::uint32_t day = context.now().day();
  const bool dark = households_.is_dark(household);
  households_.live_a_day(household, dark, context);
  damage_.think_of_return(household, dark, context);
  if (commune::days_to_payday(household, day) != commune::month_days) return;
  moves_.think_of_moving(household, context);
  retrofit_.consider(household, context);
}

void Housing::handle_at_household(const Event& event, Context& context) {
  const std::uint32_t household = columns_.households.table->row(event.to);
  const auto works = static_cast<Works>(event.payload[0]);
  switch (static_cast<Message>(event.kind)) {
    case Message::home_day:
      return live_a_day(household, context);
    case Message::river_check:
      return damage_.look_at_river(household, context);
    case Message::repair_due:
      return damage_.ask_for_repair(household, context);
    case Message::move_answer:
      columns_.households.homes[household] += event.payload[3];
      columns_.households.homes[household] -= event.payload[0] != 0 ? 1 : 0;  // the one that it then leaves
      return moves_.move(household, event, households_, damage_, context);
    case Message::shelter_answer:
      return damage_.hear_of_shelter(household, event, context);
    case Message::advice_answer:
      return retrofit_.decide(household, event.payload[0] != 0, context);
    case Message::works_begin:
      columns_.households.works_days[household] += event.payload[2];
      ++columns_.households.works_done[household];
      return works == Works::repair ? damage_.begin_repair(household, event.payload[1], context)
                                    : retrofit_.begin(household, works, event.payload[1], context);
    case Message::works_end:
      return works == Works::repair ? damage_.end_repair(household)
                                    : retrofit_.end(household, works, households_, context);
    default:
      return refuse(context);
  }
}

void Housing::handle_at_office(const Event& event, Context& context) {
  switch (static_cast<Message>(event.kind)) {
    case Message::office_day:
      return moves_.open_office(context);
    case Message::move_request:
      return moves_.offer(event, context);
    case Message::home_left:
      return moves_.take_back(event);
    case Message::shelter_request:
      return moves_.shelter(event, context);
    case Message::advice_request:
      return moves_.advise(event, context);
    default:
      return refuse(context);
  }
}

void Housing::handle_at_artisans(const Event& event, Context& context) {
  switch (static_cast<Message>(event.kind)) {
    case Message::works_request:
      return artisans_.take_on(event, context);
    case Message::crew_free:
      return artisans_.finish(context);
    default:
      return refuse(context);
  }
}

}  // namespace essaim::housing
