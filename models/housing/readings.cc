// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/housing/readings.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "models/commune/weather.h"

namespace essaim::housing {

namespace {

constexpr std::array table = {
    IndicatorInfo{"housing.energy_used",
                  "kWh/day",
                  {"Énergie du logement par habitant", "Energy at home per resident"},
                  {"Énergie finale utilisée dans la journée au logement, par habitant",
                   "Final energy used at home in the day, per resident"},
                  Better::down,
                  Aim::sobriety,
                  "time: mean"},
    IndicatorInfo{"housing.co2",
                  "kgCO2/day",
                  {"CO2 de l'énergie du logement par habitant", "CO2 of energy at home per resident"},
                  {"CO2 de l'énergie utilisée dans la journée au logement, par habitant",
                   "CO2 of the energy used at home in the day, per resident"},
                  Better::down,
                  Aim::sobriety,
                  "time: mean"},
    IndicatorInfo{"housing.energy_burden",
                  "1",
                  {"Ménages pour qui l'énergie pèse trop", "Households on whom energy weighs too much"},
                  {"Part des ménages des trois premiers déciles de revenu dont l'énergie dépasse 8 % du revenu "
                   "(un seuil réglable), parmi tous",
                   "Share of households that are in the first three deciles of income and pay over 8 % of it (a "
                   "threshold that can be set) for energy"},
                  Better::down,
                  Aim::solidarity,
                  "time: point",
                  false,
                  true},
    IndicatorInfo{"housing.cold_share",
                  "1",
                  {"Logements trop froids", "Homes too cold"},
                  {"Part des ménages dont le logement est trop froid dans la journée",
                   "Share of households whose home is too cold in the day"},
                  Better::down,
                  Aim::resilience,
                  "time: mean",
                  false,
                  true},
    IndicatorInfo{"housing.arrears_share",
                  "1",
                  {"Ménages en impayé", "Households in arrears"},
                  {"Part des ménages qui doivent plus d'un mois de factures de logement et d'énergie",
                   "Share of households that owe more than a month of bills for housing and energy"},
                  Better::down,
                  Aim::solidarity,
                  "time: point",
                  false,
                  true},
    IndicatorInfo{
        "housing.displaced_share",
        "1",
        {"Habitants hors de chez eux", "Residents away from home"},
        {"Part des habitants qui ne peuvent pas vivre chez eux", "Share of residents who cannot live at home"},
        Better::down,
        Aim::resilience,
        "time: point",
        false,
        true},
    IndicatorInfo{"housing.dark_share",
                  "1",
                  {"Logements sans électricité", "Homes without power"},
                  {"Part des ménages dont le logement n'a pas d'électricité en fin de journée",
                   "Share of households whose home has no power at the end of the day"},
                  Better::down,
                  Aim::resilience,
                  "time: point"},
    IndicatorInfo{"housing.repairs_waiting",
                  "works",
                  {"Réparations en attente d'une équipe", "Repairs that wait for a crew"},
                  {"Logements endommagés, indemnisés, pour lesquels aucune équipe n'est encore venue",
                   "Damaged homes, paid for by the insurer, for which no crew has come yet"},
                  Better::down,
                  Aim::resilience,
                  "time: point"},
    IndicatorInfo{
        "housing.works_under_way",
        "works",
        {"Chantiers en cours", "Works under way"},
        {"Équipes d'artisans qui réparent ou rénovent un logement", "Crews of artisans that repair or retrofit a home"},
        Better::neither,
        Aim::none,
        "time: point"},
    IndicatorInfo{"housing.works_wait",
                  "days",
                  {"Attente d'un artisan", "Wait for artisans"},
                  {"Jours entre la demande et l'arrivée d'une équipe, en moyenne depuis le début",
                   "Days from the request to the arrival of a crew, on average since the start"},
                  Better::down,
                  Aim::none,
                  "time: point"},
    IndicatorInfo{"housing.retrofits",
                  "works",
                  {"Logements rénovés depuis le début", "Homes retrofitted since the start"},
                  {"Rénovations énergétiques finies depuis le début", "Energy retrofits finished since the start"},
                  Better::up,
                  Aim::sobriety,
                  running_total},
    IndicatorInfo{
        "housing.leaky_share",
        "1",
        {"Logements de classe F ou G", "Homes of class F or G"},
        {"Part des ménages dont le logement est de classe F ou G", "Share of households whose home is of class F or G"},
        Better::down,
        Aim::sobriety,
        "time: point"},
    IndicatorInfo{"housing.vacant_share",
                  "1",
                  {"Logements vacants", "Vacant dwellings"},
                  {"Part des logements de la commune où personne n'habite, logements légers compris",
                   "Share of the commune's dwellings that nobody lives in, light dwellings included"},
                  Better::neither,
                  Aim::none,
                  "time: point"},
    IndicatorInfo{"heat.exposed_share",
                  "1",
                  {"Habitants dans un logement trop chaud", "Residents in a home that is too hot"},
                  {"Part des habitants dont le logement est trop chaud dans la journée",
                   "Share of residents whose home is too hot in the day"},
                  Better::down,
                  Aim::resilience,
                  "time: mean"},
    IndicatorInfo{"heat.isolated_exposed",
                  "persons",
                  {"Personnes âgées seules dans un logement trop chaud", "Old people alone in a home that is too hot"},
                  {"Personnes de 75 ans et plus qui vivent seules et dont le logement est trop chaud dans la journée",
                   "Persons of 75 and over who live alone and whose home is too hot in the day"},
                  Better::down,
                  Aim::solidarity,
                  "time: mean"},
    IndicatorInfo{"heat.unreached",
                  "persons",
                  {"Personnes exposées que rien n'atteint", "Exposed persons whom nothing reaches"},
                  {"Personnes dans un logement trop chaud qui ne vont dans aucun lieu frais et que personne ne visite",
                   "Persons in a home that is too hot who go to no cool room and whom nobody visits"},
                  Better::down,
                  Aim::solidarity,
                  "time: mean"},
    IndicatorInfo{
        "heat.excess_risk_after",
        "1",
        {"Hausse du risque de décès, après lieux frais et visites",
         "Rise in the risk of death, after cool rooms and visits"},
        {"Risque de décès de la population en plus de celui d'un jour doux, une fois compté ce qu'évitent lieux frais "
         "et visites",
         "Risk of death of the population above that of a mild day, once what cool rooms and visits avoid is counted"},
        Better::down,
        Aim::resilience,
        "time: mean"},
};

constexpr std::uint8_t leaky_label = 5;  // F

double ratio(double part, double whole) { return whole > 0 ? part / whole : 0.0; }

}  // namespace

std::span<const IndicatorInfo> Readings::infos() { return table; }

Readings::Readings(const Setting& setting, const Columns& columns, const commune::PublicColumns& town)
    : setting_{setting}, columns_{columns}, town_{town}, heat_{setting, columns.households, town} {
  for (std::uint32_t row = 0; row < setting.stock.households; ++row) {
    for (const std::uint8_t group : setting.commune.groups.of(row)) {
      households_in_[group] += 1;
      residents_in_[group] += setting.commune.population.persons[row];
    }
  }
}

bool Readings::in_arrears(std::uint32_t household) const {
  const auto& h = columns_.households;
  return h.arrears_cents[household] > h.housing_due_cents[household];
}

Readings::Totals Readings::totals() const {
  const auto& h = columns_.households;
  Totals t;
  for (std::uint32_t row = 0; row < h.table->rows(); ++row) {
    const std::uint8_t trouble = h.trouble[row];
    t.used_wh += static_cast<double>(h.used_wh[row]);
    t.co2_g += static_cast<double>(h.co2_g[row]);
    t.burdened += h.burdened[row];
    t.cold += (trouble & cold) != 0 ? 1 : 0;
    t.dark += (trouble & dark) != 0 ? 1 : 0;
    t.arrears += in_arrears(row) ? 1 : 0;
    t.away += h.displaced[row] != 0 ? static_cast<double>(h.residents[row]) : 0.0;
    t.works_days += h.works_days[row];
    t.works_done += h.works_done[row];
    t.retrofits += h.retrofits[row];
    t.leaky += h.label[row] >= leaky_label ? 1 : 0;
    t.residents += static_cast<double>(h.residents[row]);
  }
  return t;
}

void Readings::read(std::span<double> values) {
  const commune::Parameters& about = setting_.commune.parameters;
  const Totals now = totals();
  const Totals was = std::exchange(before_, now);
  const double households = setting_.stock.households;
  const double dwellings = setting_.stock.first_light + static_cast<double>(columns_.office.light_set_up[0]);
  const bool hot_day = town_.maximum_temperature[0] > about.heat_comfort.value();
  const HeatDay heat = hot_day ? heat_.today() : HeatDay{};
  const double risk = commune::heat_relative_risk(town_.maximum_temperature[0], about.heat_comfort.value(),
                                                  about.heat_extreme.value()) -
                      1;
  const std::array<double, table.size()> today = {
      ratio(now.used_wh - was.used_wh, now.residents) / 1'000,
      ratio(now.co2_g - was.co2_g, now.residents) / 1'000,
      now.burdened / households,
      now.cold / households,
      now.arrears / households,
      ratio(now.away, now.residents),
      now.dark / households,
      static_cast<double>(columns_.artisans.waiting[0][0]),
      static_cast<double>(columns_.artisans.busy[0]),
      ratio(now.works_days, now.works_done),
      now.retrofits,
      now.leaky / households,
      ratio(columns_.office.free_count[0], dwellings),
      ratio(heat.exposed, now.residents),
      heat.isolated,
      heat.unreached,
      risk * (1 - heat.avoided),
  };
  std::copy(today.begin(), today.end(), values.begin());
}

void Readings::read_groups(std::span<double> values) {
  const auto& h = columns_.households;
  GroupShares burden{};
  GroupShares chilly{};
  GroupShares owing{};
  GroupShares displaced{};
  for (std::uint32_t row = 0; row < h.table->rows(); ++row) {
    const auto& groups = setting_.commune.groups.of(row);
    const auto add = [&](GroupShares& shares, double part) {
      for (const std::uint8_t group : groups) shares[group] += part;
    };
    if (h.burdened[row] != 0) add(burden, 1);
    if ((h.trouble[row] & cold) != 0) add(chilly, 1);
    if (in_arrears(row)) add(owing, 1);
    if (h.displaced[row] != 0) add(displaced, static_cast<double>(h.residents[row]));
  }
  write_shares(burden, households_in_, values.subspan(0));
  write_shares(chilly, households_in_, values.subspan(commune::group_count));
  write_shares(owing, households_in_, values.subspan(2 * commune::group_count));
  write_shares(displaced, residents_in_, values.subspan(3 * commune::group_count));
}

void Readings::write_shares(const GroupShares& part, const GroupShares& whole, std::span<double> values) const {
  for (std::size_t group = 0; group < commune::group_count; ++group) {
    const bool shown = households_in_[group] >= commune::GroupRatios::fewest_households;
    values[group] = shown ? part[group] / whole[group] : std::numeric_limits<double>::quiet_NaN();
  }
}

std::array<double, label_count> Readings::used_kwh_per_m2() const {
  const auto& h = columns_.households;
  std::array<double, label_count> used{};
  std::array<double, label_count> area{};
  for (std::uint32_t row = 0; row < h.table->rows(); ++row) {
    used[h.label[row]] += static_cast<double>(h.used_wh[row]) / 1'000;
    area[h.label[row]] += setting_.stock.area_m2[h.dwelling[row]];
  }
  for (std::size_t label = 0; label < label_count; ++label) used[label] = ratio(used[label], area[label]);
  return used;
}

}  // namespace essaim::housing
