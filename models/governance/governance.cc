// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/governance/governance.h"

#include "models/commune/messages.h"

namespace essaim::governance {

using commune::Message;

Governance::Governance(const Setting& setting, const commune::Programme& programme, const Columns& columns,
                       const commune::PublicColumns& town)
    : columns_{columns}, residents_{setting, programme, columns, town}, council_{setting, programme, columns, town} {}

void Governance::start(Context& context) {
  residents_.start(context);
  council_.start(context);
}

void Governance::handle(const Event& event, Context& context) {
  switch (static_cast<Message>(event.kind)) {
    case Message::opinion_day:
      return residents_.live_a_week(columns_.households.table->row(event.to), context);
    case Message::took_part:
      return residents_.take_part(columns_.households.table->row(event.to), event, context);
    case Message::council_meets:
      return council_.meet(context);
    case Message::council_week:
      return council_.count(context);
    default:
      return context.fail("governance.unknown_message", "a message reached a process that has no use for it");
  }
}

}  // namespace essaim::governance
