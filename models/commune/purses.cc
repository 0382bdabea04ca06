// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/purses.h"

#include <algorithm>

#include "engine/core/math.h"
#include "models/commune/messages.h"
#include "models/commune/streams.h"

namespace essaim::commune {

namespace {

constexpr std::uint32_t payday_s = 3 * 3'600;
constexpr double savings_spread = 1.2;  // of the logarithm: from weeks to years (YouGov 2015)

}  // namespace

Purses::Purses(const Commune& commune, const HouseholdColumns& columns, const PublicColumns& town, const Random& random)
    : commune_{commune}, columns_{columns}, town_{town} {
  const Parameters& p = commune.parameters;
  for (std::uint32_t person = 0; person < commune.population.residents(); ++person) {
    const bool works = commune.population.activity[person] == Activity::worker;
    job_draw_.push_back(works ? static_cast<float>(random.draw(streams::job_loss, person, 0).uniform()) : 2.0f);
  }
  for (std::uint32_t h = 0; h < columns.table->rows(); ++h) {
    const auto income = static_cast<double>(ordinary_income_cents(commune.population, h));
    Draw draw = random.draw(streams::savings, h, 0);
    const bool none = draw.chance(p.without_savings.value());
    const double months = none ? 0.0 : p.savings_days.value() / 30 * math::exp(savings_spread * draw.normal());
    columns_.savings_cents[h] = static_cast<std::int64_t>(income * std::min(months, 60.0));
    const double left_of_month = income * (1 - p.essential_spending.value()) * days_to_payday(h, 0) / month_days;
    columns_.account_cents[h] = columns_.savings_cents[h] + static_cast<std::int64_t>(left_of_month);
  }
}

void Purses::start(Context& context) const {
  for (std::uint32_t h = 0; h < columns_.table->rows(); ++h) {
    const std::uint32_t first = days_to_payday(h, 0) % month_days;
    context.start_process(columns_.table->process(h), Time::start_of_day(first) + Duration::seconds(payday_s),
                          kind(Message::payday));
  }
}

double Purses::share_of_jobs_kept(std::uint32_t household) const {
  const double lost = town_.of(Condition::jobs_lost);
  const std::uint32_t first = commune_.population.first_person[household];
  std::uint32_t workers = 0;
  std::uint32_t kept = 0;
  for (std::uint32_t p = first; p < first + commune_.population.persons[household]; ++p) {
    if (job_draw_[p] > 1) continue;
    ++workers;
    kept += job_draw_[p] >= lost ? 1 : 0;
  }
  return workers == 0 ? 1.0 : static_cast<double>(kept) / workers;
}

void Purses::payday(std::uint32_t household, Context& context) const {
  std::int64_t& account = columns_.account_cents[household];
  const auto spend = [&](std::int64_t cents) {
    if (cents <= 0) return;
    account -= cents;
    columns_.other_spent_cents[household] += cents;
  };
  spend(account - columns_.savings_cents[household]);
  const double kept = share_of_jobs_kept(household);
  columns_.jobs_kept[household] = static_cast<float>(kept);
  const std::int64_t income = income_cents(commune_, household, kept);
  columns_.earned_cents[household] += income;
  account += income;
  spend(std::min(account, essentials_cents(commune_, household)));
  context.schedule(context.now() + Duration::days(month_days), kind(Message::payday));
}

}  // namespace essaim::commune
