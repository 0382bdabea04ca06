// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/cli/story.h"

// The two tables that turn events and columns into sentences. A theme adds a line for each thing worth telling, and its
// sentence to viz/locales/fr.json and en.json.

namespace essaim::cli {

namespace {

using catalogue::Arm;
using catalogue::SharedDraw;
using commune::Message;
using Side = EventRow::Side;

// What the payloads hold is said in models/commune/messages.h.
constexpr std::array event_table = std::to_array<EventRow>({
    {.kind = Message::purchase,  // word 3: shop, and per mille of the basket that was refused; 5 % is an empty shelf
     .key = "story.empty_shelf",
     .weight = 2,
     .numbers = {WordOf{"refused", 3, Part::low_half, Form::per_mille}},
     .word = 3,
     .part = Part::low_half,
     .at_least = 50},
    {.kind = Message::grocer_application, .side = Side::asked, .key = "story.grocer_application", .weight = 2},
    {.kind = Message::grocer_answer, .key = "story.grocer_accepted", .weight = 3, .at_least = 1},
    {.kind = Message::grocer_answer, .key = "story.grocer_refused", .weight = 3, .at_most = 0},
    {.kind = Message::errand_answer,
     .key = "story.errand_not_made",
     .weight = 2,
     .numbers = {WordOf{"minutes", 1}},
     .word = 2,
     .at_most = 0},
});

double is_true(bool value) { return value ? 1 : 0; }

constexpr std::array state_table = std::to_array<StateRow>({
    {"story.hungry", "story.fed_again", 3, Message::household_day, 0.05, Form::share,
     [](Arm& arm, const SharedDraw&, std::uint32_t h, std::uint32_t) { return arm.food().households.missed_share[h]; },
     [](const SharedDraw& shared) { return shared.parameters.food.short_of_food.value(); }},
    {"story.worried", "story.calm_again", 1, Message::household_day, 0.25, Form::share,
     [](Arm& arm, const SharedDraw&, std::uint32_t h, std::uint32_t) { return arm.food().households.worry.latest(h); }},
    {"story.purse_full_again", "story.short_of_money", 2, Message::household_day, 1, Form::share,
     [](Arm& arm, const SharedDraw& shared, std::uint32_t h, std::uint32_t) {
       const auto whole = static_cast<double>(shared.food.month_food_money_cents[h]);
       return whole > 0 ? static_cast<double>(arm.food().households.money_cents[h]) / whole : 1.0;
     }},
    {"", "story.grocer_stay_ends", 2, Message::household_day, 1, Form::whole,
     [](Arm& arm, const SharedDraw&, std::uint32_t h, std::uint32_t day) {
       return is_true(arm.food().households.member_until[h] > day);
     }},
    {"story.job_back", "story.job_lost", 3, Message::payday, 1, Form::share,
     [](Arm& arm, const SharedDraw&, std::uint32_t h, std::uint32_t) {
       return static_cast<double>(arm.households().jobs_kept[h]);
     }},
    {"story.displaced", "story.home_again", 3, Message::home_day, 1, Form::whole,
     [](Arm& arm, const SharedDraw&, std::uint32_t h, std::uint32_t) {
       return static_cast<double>(arm.households().displaced.latest(h));
     }},
    {"story.discomfort", "story.comfort_again", 2, Message::home_day, 0.5, Form::share,
     [](Arm& arm, const SharedDraw&, std::uint32_t h, std::uint32_t) {
       return static_cast<double>(arm.households().discomfort.latest(h));
     }},
    {"story.trips_missed", "story.trips_again", 2, Message::trips_day, 0.2, Form::share,
     [](Arm& arm, const SharedDraw&, std::uint32_t h, std::uint32_t) {
       return static_cast<double>(arm.households().missed_trips.latest(h));
     }},
    {"story.trusts_again", "story.trusts_no_more", 1, Message::opinion_day, 0.5, Form::share,
     [](Arm& arm, const SharedDraw&, std::uint32_t h, std::uint32_t) {
       return static_cast<double>(arm.households().trust.latest(h));
     }},
});

}  // namespace

std::span<const EventRow> event_rows() { return event_table; }
std::span<const StateRow> state_rows() { return state_table; }

}  // namespace essaim::cli
