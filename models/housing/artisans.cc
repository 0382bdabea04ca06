// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/housing/artisans.h"

#include "models/commune/messages.h"

namespace essaim::housing {

using commune::kind;
using commune::Message;

ArtisanRules::ArtisanRules(const Setting& setting, const Columns& columns)
    : setting_{setting}, columns_{columns.artisans}, households_{columns.households.table} {}

void ArtisanRules::take_on(const Event& request, Context& context) const {
  const std::size_t line = request.payload[0] == static_cast<std::uint32_t>(Works::repair) ? 0 : 1;
  const std::uint32_t places = columns_.queue->rows();
  if (columns_.waiting[line][0] == places) {
    return context.fail("housing.queue_full", "a household asked for the same works twice");
  }
  const std::uint32_t place = (columns_.first[line][0] + columns_.waiting[line][0]++) % places;
  columns_.household[line][place] = households_->row(request.from);
  columns_.works[line][place] = request.payload[0];
  columns_.days[line][place] = request.payload[1];
  columns_.asked_day[line][place] = context.now().day();
  send_crews(context);
}

void ArtisanRules::finish(Context& context) const {
  --columns_.busy[0];
  send_crews(context);
}

void ArtisanRules::send_crews(Context& context) const {
  while (columns_.busy[0] < setting_.crews) {
    const std::size_t line = columns_.waiting[0][0] > 0 ? 0 : 1;
    if (columns_.waiting[line][0] == 0) return;
    const std::uint32_t place = columns_.first[line][0];
    columns_.first[line][0] = (place + 1) % columns_.queue->rows();
    --columns_.waiting[line][0];
    ++columns_.busy[0];
    const std::uint32_t days = columns_.days[line][place];
    const std::uint32_t waited = context.now().day() - columns_.asked_day[line][place];
    context.send(households_->process(columns_.household[line][place]), Duration::hours(11), kind(Message::works_begin),
                 {columns_.works[line][place], days, waited, 0});
    context.schedule(context.now() + Duration::hours(12) + Duration::days(days), kind(Message::crew_free));
  }
}

}  // namespace essaim::housing
