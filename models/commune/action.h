// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/core/time.h"
#include "engine/world/field.h"
#include "models/commune/conditions.h"

namespace essaim::commune {

/// Who has the power to take a measure (science rule 11). A council adopts what is the commune's or its social-action
/// centre's; for the rest it can only ask.
enum class Body : std::uint8_t {
  commune,
  social_action_centre,
  inter_municipality,
  department,
  region,
  prefect,
  association,
  business
};
constexpr bool council_may_adopt(Body body) { return body <= Body::social_action_centre; }

/// How a measure comes to be taken in a run.
enum class Decision : std::uint8_t {
  imposed,               ///< it is taken, by assumption
  council,               ///< the council votes, and may refuse or delay
  assembly,              ///< a citizens' assembly advises the council, which then votes
  participatory_budget,  ///< residents vote on how to spend an envelope
  request                ///< the council asks the body that has the power, which may refuse
};
inline constexpr std::array<std::string_view, 5> decision_names = {"imposed", "council", "assembly",
                                                                   "participatory_budget", "request"};

/// What a measure needs to be at work. The last settings of every measure, in this order.
struct Needs {
  double lead_days = 0;             ///< from the decision to the opening
  double investment_eur = 0;        ///< once, before it opens
  double running_eur_per_year = 0;  ///< while it is open, wages aside
  double staff_h_per_week = 0;      ///< paid by the town hall
  double volunteer_h_per_week = 0;
};
inline constexpr std::size_t need_count = 5;

/// The settings of a measure: its own, then its needs, whose fallbacks are those given.
template <std::size_t Own>
constexpr std::array<Setting, Own + need_count> with_needs(const std::array<Setting, Own>& own, const Needs& needs) {
  std::array<Setting, Own + need_count> all{};
  for (std::size_t i = 0; i < Own; ++i) all[i] = own[i];
  all[Own] = {"lead_time",
              "days",
              {"Délai entre la décision et l'ouverture", "Time from the decision to the opening"},
              {0, 3'650},
              needs.lead_days};
  all[Own + 1] = {"investment",
                  "EUR",
                  {"Investissement de la commune avant l'ouverture", "Investment of the commune before the opening"},
                  {0, 3e7},
                  needs.investment_eur};
  all[Own + 2] = {
      "running_cost",
      "EUR/year",
      {"Coût de fonctionnement pour la commune, hors salaires", "Running cost to the commune, without wages"},
      {0, 3e7},
      needs.running_eur_per_year};
  all[Own + 3] = {"staff_hours",
                  "h/week",
                  {"Heures d'agents communaux par semaine", "Hours of municipal staff a week"},
                  {0, 10'000},
                  needs.staff_h_per_week};
  all[Own + 4] = {"volunteer_hours",
                  "h/week",
                  {"Heures de bénévoles par semaine", "Hours of volunteers a week"},
                  {0, 100'000},
                  needs.volunteer_h_per_week};
  return all;
}

constexpr Needs needs_of(std::span<const double> settings) {
  const auto last = settings.last(need_count);
  return {last[0], last[1], last[2], last[3], last[4]};
}

/// A kind of shock or measure that scenarios may name: what may be said about it, and what it then does.
struct ActionInfo {
  std::string_view name;  ///< "heatwave", "solidarity_grocer"
  Words label;
  Words meaning;
  Words decided_by;  ///< measures: the body that has the power to decide; shocks: empty
  std::span<const Setting> settings;
  /// Effects during [start, end), for the settings in their declared order.
  std::vector<Effect> (*effects)(std::span<const double> settings, Time start, Time end);
  Body body = Body::commune;
  std::string_view theme = {};                      ///< measures: "food", "mobility", "housing" or "governance"
  std::span<const std::string_view> excludes = {};  ///< kinds of measures that cannot be at work with it
  /// Measures: the value of their first setting for which the fallbacks of their needs hold; 0: for any.
  double reference = 0;
  Words outside = {};  ///< shocks: what it does outside the commune, a sentence
  double usual = 0;    ///< measures without a reference: the size that a slider calls strong, a convention
};

/// Number of a measure's own settings, before its needs.
constexpr std::size_t own_settings(const ActionInfo& info) { return info.settings.size() - need_count; }

/// What a need that nobody states is for these settings: its fallback, in proportion to the first setting where there
/// is a reference; times are not in proportion.
constexpr double usual_need(const ActionInfo& info, std::size_t setting, std::span<const double> settings) {
  const double fallback = info.settings[setting].fallback;
  const bool is_time = setting == own_settings(info);
  return info.reference > 0 && !is_time ? fallback * settings[0] / info.reference : fallback;
}

/// All settings of a measure of which only its own are stated.
inline std::vector<double> with_usual_needs(const ActionInfo& info, std::vector<double> own) {
  while (own.size() < info.settings.size()) own.push_back(usual_need(info, own.size(), own));
  return own;
}

/// A measure of one variant, ready to run: what both the town hall and the council need to know of it.
struct Measure {
  const ActionInfo* info = nullptr;
  Decision decision = Decision::imposed;
  Needs needs;
  Time proposed;  ///< when it is put forward; imposed measures are decided then
  Time end;
  std::uint32_t chance = 0;  ///< what its draws are keyed by: never its row, which other measures may move
};

/// The measures of one variant and what everything at work does; measures are numbered by their row.
struct Programme {
  std::vector<Measure> measures;
  std::vector<Effect> effects;  ///< of shocks, in their order, then of measures
  std::uint32_t rows = 0;       ///< of the measure table: the same in all variants of a scenario
};

}  // namespace essaim::commune
