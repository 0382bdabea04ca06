// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/governance/readings.h"

#include <algorithm>

namespace essaim::governance {

using commune::MeasureStatus;

namespace {

constexpr std::array table = {
    IndicatorInfo{"governance.trust",
                  "1",
                  {"Confiance envers la mairie", "Trust in the town hall"},
                  {"Confiance moyenne des adultes envers leur mairie, de 0 à 1, au dernier décompte hebdomadaire",
                   "Mean trust of adults in their town hall, 0 to 1, at the last weekly count"},
                  Better::up,
                  Aim::resilience,
                  "time: point",
                  false,
                  true},
    IndicatorInfo{"governance.support",
                  "1",
                  {"Avis favorables aux mesures", "Support for measures"},
                  {"Part des adultes favorables, moyenne des mesures proposées, adoptées ou à l'œuvre ; 0 sans mesure",
                   "Share of adults in favour, mean over measures proposed, adopted or at work; 0 without measures"},
                  Better::up,
                  Aim::none,
                  "time: point",
                  false,
                  true},
    IndicatorInfo{"governance.participation",
                  "1",
                  {"Adultes qui ont pris part", "Adults who took part"},
                  {"Sièges en assemblée et votes au budget participatif depuis le début, par adulte",
                   "Seats in assemblies and votes on participatory budgets since the start, per adult"},
                  Better::up,
                  Aim::solidarity,
                  running_total,
                  false,
                  true},
    IndicatorInfo{"governance.polarisation",
                  "1",
                  {"Polarisation des avis", "Polarisation of opinions"},
                  {"Variance des avis entre ménages, de 0 à 1, moyenne des mêmes mesures ; 0 sans mesure",
                   "Variance of opinions between households, 0 to 1, mean over the same measures; 0 without measures"},
                  Better::down,
                  Aim::none,
                  "time: point"},
    IndicatorInfo{"governance.legitimacy",
                  "1",
                  {"Légitimité des mesures adoptées", "Legitimacy of adopted measures"},
                  {"Part des adultes favorables à une mesure adoptée, ou confiants malgré tout (confiance supérieure à "
                   "0,5), moyenne ; 0 sans mesure adoptée",
                   "Share of adults in favour of an adopted measure, or trusting all the same (trust above 0.5), mean; "
                   "0 without any"},
                  Better::up,
                  Aim::none,
                  "time: point"},
    IndicatorInfo{"governance.compliance",
                  "1",
                  {"Respect des règles", "Compliance with rules"},
                  {"Chance moyenne qu'un habitant suive les règles en vigueur ; 1 sans règle",
                   "Mean chance that a resident keeps to the rules in force; 1 without a rule"},
                  Better::up,
                  Aim::resilience,
                  "time: point"},
    IndicatorInfo{"governance.measures_adopted",
                  "measures",
                  {"Mesures adoptées", "Measures adopted"},
                  {"Nombre de mesures adoptées et pas encore finies, ouvertes ou non",
                   "Number of measures adopted and not over yet, open or not"},
                  Better::neither,
                  Aim::none,
                  "time: point"},
    IndicatorInfo{"governance.measures_refused",
                  "measures",
                  {"Mesures refusées", "Measures refused"},
                  {"Nombre de mesures refusées par le conseil, par un vote ou par un autre organisme",
                   "Number of measures refused by the council, by a vote or by another body"},
                  Better::neither,
                  Aim::none,
                  running_total},
    IndicatorInfo{"governance.measures_open",
                  "measures",
                  {"Mesures à l'œuvre", "Measures at work"},
                  {"Nombre de mesures ouvertes", "Number of measures that are open"},
                  Better::neither,
                  Aim::none,
                  "time: point"},
    IndicatorInfo{"governance.measures_starved",
                  "measures",
                  {"Mesures à l'arrêt", "Measures at a standstill"},
                  {"Nombre de mesures ouvertes puis arrêtées faute d'argent ou de bénévoles",
                   "Number of measures that stand still for want of money or volunteers"},
                  Better::down,
                  Aim::none,
                  "time: point"},
    IndicatorInfo{"governance.volunteer_hours",
                  "h/week",
                  {"Heures de bénévoles", "Volunteer hours"},
                  {"Heures données aux mesures par des bénévoles au dernier décompte hebdomadaire",
                   "Hours given to measures by volunteers at the last weekly count"},
                  Better::neither,
                  Aim::solidarity,
                  "time: point"},
    IndicatorInfo{"governance.volunteers_found",
                  "1",
                  {"Bénévoles trouvés", "Volunteers found"},
                  {"Part des heures de bénévoles nécessaires qui sont données ; 1 si aucune n'est nécessaire",
                   "Share of the volunteer hours needed that are given; 1 if none are needed"},
                  Better::up,
                  Aim::resilience,
                  "time: point"},
    IndicatorInfo{
        "governance.volunteer_fatigue",
        "1",
        {"Fatigue des bénévoles", "Fatigue of volunteers"},
        {"Part de leurs heures que les bénévoles des mesures ne donnent plus, moyenne des mesures ; 0 sans mesure",
         "Share of their hours that volunteers of measures no longer give, mean over measures; 0 without measures"},
        Better::down,
        Aim::none,
        "time: point"},
    IndicatorInfo{"governance.new_helpers",
                  "persons",
                  {"Nouvelles personnes engagées dans une crise", "New helpers in a crisis"},
                  {"Personnes inscrites pour aider au plus fort d'une crise et engagées nulle part auparavant",
                   "Persons signed up to help at the height of a crisis who were engaged nowhere before"},
                  Better::up,
                  Aim::solidarity,
                  "time: point"},
    IndicatorInfo{"governance.operating_left",
                  "EUR",
                  {"Budget de fonctionnement restant pour les mesures", "Operating budget left for measures"},
                  {"Reste de ce que le budget de fonctionnement donne aux mesures",
                   "Left of what the operating budget gives to measures"},
                  Better::neither,
                  Aim::none,
                  running_total,
                  true},
    IndicatorInfo{"governance.investment_left",
                  "EUR",
                  {"Budget d'investissement restant pour les mesures", "Investment budget left for measures"},
                  {"Reste de ce que le budget d'investissement donne aux mesures",
                   "Left of what the investment budget gives to measures"},
                  Better::neither,
                  Aim::none,
                  running_total,
                  true},
    IndicatorInfo{
        "governance.served_equal_shares",
        "1",
        {"Votants servis par les parts égales", "Voters served by equal shares"},
        {"Part des votants du dernier budget participatif dont un projet au moins serait financé par parts égales ; 0 "
         "avant un vote",
         "Share of voters of the last participatory budget with a project funded under equal shares; 0 before a vote"},
        Better::up,
        Aim::none,
        "time: point"},
    IndicatorInfo{"governance.served_greedy",
                  "1",
                  {"Votants servis par le décompte des voix", "Voters served by counting votes"},
                  {"La même part quand les projets sont financés dans l'ordre de leurs voix ; 0 avant un vote",
                   "The same share when projects are funded in the order of their votes; 0 before a vote"},
                  Better::up,
                  Aim::none,
                  "time: point"},
};

constexpr std::array discussed = {MeasureStatus::proposed, MeasureStatus::adopted, MeasureStatus::open,
                                  MeasureStatus::starved};
constexpr std::array adopted = {MeasureStatus::adopted, MeasureStatus::open, MeasureStatus::starved};
constexpr std::array refused = {MeasureStatus::refused};
constexpr std::array open = {MeasureStatus::open};
constexpr std::array starved = {MeasureStatus::starved};
constexpr double trusting = 0.5;

double ratio(double part, double whole, double otherwise) { return whole > 0 ? part / whole : otherwise; }

}  // namespace

std::span<const IndicatorInfo> Readings::infos() { return table; }

Readings::Readings(const Setting& setting, const Columns& columns, const commune::PublicColumns& town)
    : setting_{setting}, columns_{columns}, town_{town} {}

std::vector<std::uint32_t> Readings::measures_in(std::span<const MeasureStatus> states) const {
  std::vector<std::uint32_t> found;
  for (std::uint32_t k = 0; k < columns_.measures(); ++k) {
    const auto status = static_cast<MeasureStatus>(town_.measures.status[k]);
    if (std::find(states.begin(), states.end(), status) != states.end()) found.push_back(k);
  }
  return found;
}

double Readings::polarisation(std::span<const std::uint32_t> measures) const {
  double sum = 0;
  for (const std::uint32_t k : measures) {
    const auto opinions = columns_.households.opinion[k].values();
    double mean = 0;
    for (const float x : opinions) mean += static_cast<double>(x);
    mean /= static_cast<double>(opinions.size());
    double squares = 0;
    for (const float x : opinions) squares += (static_cast<double>(x) - mean) * (static_cast<double>(x) - mean);
    sum += squares / static_cast<double>(opinions.size());
  }
  return ratio(sum, static_cast<double>(measures.size()), 0);
}

void Readings::read_people() {
  const HouseholdColumns& h = columns_.households;
  const auto talked_of = measures_in(discussed);
  const auto taken = measures_in(adopted);
  commune::GroupRatios trust{setting_.commune.groups};
  commune::GroupRatios support{setting_.commune.groups};
  commune::GroupRatios part{setting_.commune.groups};
  People sum{0, 0, 0, 0, 0, 0};
  double residents = 0;
  for (std::uint32_t row = 0; row < h.table->rows(); ++row) {
    const double adults = setting_.adults[row];
    const double own_trust = static_cast<double>(h.trust[row]);
    double favours = 0;
    for (const std::uint32_t k : talked_of) favours += h.opinion[k][row] > 0 ? 1 : 0;
    favours = ratio(favours, static_cast<double>(talked_of.size()), 0);
    double accepts = 0;
    for (const std::uint32_t k : taken) accepts += h.opinion[k][row] > 0 || own_trust > trusting ? 1 : 0;
    sum.trust += adults * own_trust;
    sum.support += adults * favours;
    sum.legitimacy += adults * ratio(accepts, static_cast<double>(taken.size()), 0);
    sum.took_part += h.took_part[row];
    const double members = setting_.commune.population.persons[row];
    sum.compliance += members * static_cast<double>(h.compliance[row]);
    residents += members;
    trust.add(row, adults * own_trust, adults);
    support.add(row, adults * favours, adults);
    part.add(row, h.took_part[row], adults);
  }
  const double adults = setting_.total_adults;
  people_ = {ratio(sum.trust, adults, 0),      ratio(sum.support, adults, 0),       polarisation(talked_of),
             ratio(sum.legitimacy, adults, 0), ratio(sum.compliance, residents, 1), ratio(sum.took_part, adults, 0)};
  const std::span all{groups_};
  trust.write(all.subspan(0, commune::group_count));
  support.write(all.subspan(commune::group_count, commune::group_count));
  part.write(all.subspan(2 * commune::group_count, commune::group_count));
}

double Readings::tiredness() const {
  const auto taken = measures_in(adopted);
  double sum = 0;
  for (const std::uint32_t k : taken) sum += 1 - columns_.council.energy[k][0];
  return ratio(sum, static_cast<double>(taken.size()), 0);
}

void Readings::read(std::span<double> values) {
  const CouncilColumns& council = columns_.council;
  if (council.weeks[0] != counted_) {
    counted_ = council.weeks[0];
    read_people();
  }
  const auto number = [&](std::span<const MeasureStatus> states) {
    return static_cast<double>(measures_in(states).size());
  };
  const double helpers =
      council.crest[0] * setting_.parameters.helper_wave.value() * setting_.commune.population.residents();
  const std::array<double, table.size()> today = {
      people_.trust,
      people_.support,
      people_.took_part,
      people_.polarisation,
      people_.legitimacy,
      people_.compliance,
      number(adopted),
      number(refused),
      number(open),
      number(starved),
      council.hours_given[0],
      ratio(council.hours_given[0], council.hours_needed[0], 1),
      tiredness(),
      helpers * setting_.parameters.first_timers.value(),
      static_cast<double>(town_.operating_left_cents[0]) / 100.0,
      static_cast<double>(town_.investment_left_cents[0]) / 100.0,
      council.served_equal_shares[0],
      council.served_greedy[0],
  };
  std::copy(today.begin(), today.end(), values.begin());
}

void Readings::read_groups(std::span<double> values) { std::copy(groups_.begin(), groups_.end(), values.begin()); }

}  // namespace essaim::governance
