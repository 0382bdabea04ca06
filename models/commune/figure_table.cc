// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/figures.h"

namespace essaim::commune {

namespace {

using enum FigureId;

// Sources named several times. "The pilots" are those of scenarios/pilots that have the figure; means and extremes
// over them are computed here.
constexpr std::string_view pilots_rp = "mean and extremes of the ten pilots, INSEE RP2021";
constexpr std::string_view pilots_filosofi = "mean and extremes of the eight pilots published, INSEE Filosofi 2021";
constexpr std::string_view pilots_distance = "mean and extremes of the ten pilots, great circle";
constexpr std::string_view ages =
    "mean French commune, INSEE 2022 (linternaute.com); extremes of Le Mené, Dieulefit, Malaunay and that mean";
constexpr std::string_view types =
    "France, INSEE RP2022 (insee.fr 8569208); extremes of Malaunay RP2018, Grande-Synthe RP2019, Dieulefit 2021";
constexpr std::string_view stock =
    "France, 1 January 2023, INSEE (boursorama.com); extremes of Dieulefit RP2022 and Grande-Synthe RP2021";
constexpr std::string_view house_types =
    "France 2023, INSEE (affiches-parisiennes.com); countryside to urban units above 100,000 (boursorama.com)";
constexpr std::string_view teruti =
    "France 2008, Teruti-Lucas (lafranceagricole.fr); extremes are a guess on the pilots";

constexpr Range share = {0, 1};
constexpr Range people = {0, 5e6};
constexpr Range money = {0, 20'000};  // EUR per person and year
constexpr Range income = {0, 500'000};
constexpr Range surface = {0, 1e6};  // ha

// Each row: id, key, unit, meaning in French and English, what a file may write, then what stands in if it is silent:
// {value, {low, high}, source, mark, multiple of}.
// clang-format off: a table, read row by row
constexpr std::array<FigureInfo, figure_count> table = {{
    // Place
    {population, "population", "persons", {"Habitants (population municipale)", "Residents"}, {1, 5e6}, {}, true},
    {population_2015, "population_2015", "persons", {"Habitants en 2015", "Residents in 2015"}, {1, 5e6}},
    {area, "area", "ha", {"Superficie", "Area"}, {1, 1e6}, {}, true},
    {latitude, "latitude", "degrees", {"Latitude (WGS84)", "Latitude (WGS84)"}, {-90, 90}},
    {longitude, "longitude", "degrees", {"Longitude (WGS84)", "Longitude (WGS84)"}, {-180, 180}},
    {altitude_min, "altitude_min", "m", {"Altitude du point le plus bas", "Altitude of the lowest point"}, {-10, 4810}},
    {altitude_max, "altitude_max", "m", {"Altitude du point le plus haut", "Altitude of the highest point"},
     {-10, 4810}},
    {distance_town_20k, "distance_town_20k", "km",
     {"Distance à vol d'oiseau de la ville la plus proche de 20 000 habitants",
      "Distance to the nearest town of 20,000"},
     {0, 500}, Fallback{14.4, {3.1, 32.9}, pilots_distance}},
    {distance_city_100k, "distance_city_100k", "km",
     {"Distance à vol d'oiseau de la ville la plus proche de 100 000 habitants",
      "Distance to the nearest city of 100,000"},
     {0, 1000}, Fallback{38.6, {4.1, 88.4}, pilots_distance}},
    {climate_shift, "climate_shift", "degC",
     {"Écart ajouté aux températures mensuelles pour le climat actuel",
      "Added to monthly temperatures for today's climate"},
     {-2, 4}, Fallback{1.5, {1.0, 2.0}, "+1.6 degC checked at Lille against 1991-2020; elsewhere a guess",
                       Mark::assumption}},

    // People
    {households, "households", "households", {"Ménages", "Households"}, {1, 3e6},
     Fallback{0.465, {0.366, 0.505},
              "France, 2.15 persons a household, INSEE RP2022; extremes of the ten pilots, RP2021",
              Mark::published, population}},
    {births, "births", "persons/year", {"Naissances dans l'année", "Births in the year"}, {0, 1e5},
     Fallback{0.0106, {0.0064, 0.0135},
              "France, 723,000 births for 68.0 M in 2022, INSEE; extremes of the ten pilots, 2022",
              Mark::published, population}},
    {deaths, "deaths", "persons/year", {"Décès dans l'année", "Deaths in the year"}, {0, 1e5},
     Fallback{0.0098, {0.0074, 0.0227},
              "France, 667,000 deaths for 68.0 M in 2022, INSEE; extremes of the ten pilots, 2022",
              Mark::published, population}},
    {residents_15_64, "residents_15_64", "persons", {"Habitants de 15 à 64 ans", "Residents aged 15-64"}, people,
     Fallback{0.593, {0.495, 0.646}, pilots_rp, Mark::published, population}},
    {active_15_64, "active_15_64", "persons", {"Actifs de 15 à 64 ans", "Active residents aged 15-64"}, people,
     Fallback{0.743, {0.645, 0.830}, "metropolitan France, INSEE RP2019 (insee.fr 6455302); extremes of the ten pilots",
              Mark::published, residents_15_64}},
    {unemployed_15_64, "unemployed_15_64", "persons",
     {"Chômeurs de 15 à 64 ans au sens du recensement", "Unemployed aged 15-64, as the census counts them"}, people,
     Fallback{0.129, {0.060, 0.268}, "metropolitan France, INSEE RP2019 (insee.fr 6455302); extremes of the ten pilots",
              Mark::published, active_15_64}},
    {age_0_14, "age_0_14", "1", {"Part des 0-14 ans", "Share aged 0-14"}, share, Fallback{0.168, {0.117, 0.203}, ages}},
    {age_15_29, "age_15_29", "1", {"Part des 15-29 ans", "Share aged 15-29"}, share,
     Fallback{0.131, {0.099, 0.162}, ages}},
    {age_30_44, "age_30_44", "1", {"Part des 30-44 ans", "Share aged 30-44"}, share,
     Fallback{0.178, {0.124, 0.189}, ages}},
    {age_45_59, "age_45_59", "1", {"Part des 45-59 ans", "Share aged 45-59"}, share,
     Fallback{0.218, {0.204, 0.218}, ages}},
    {age_60_74, "age_60_74", "1", {"Part des 60-74 ans", "Share aged 60-74"}, share,
     Fallback{0.213, {0.164, 0.291}, ages}},
    {age_75_plus, "age_75_plus", "1", {"Part des 75 ans et plus", "Share aged 75 and over"}, share,
     Fallback{0.093, {0.073, 0.164}, ages}},
    {women, "women", "1", {"Part des femmes dans la population", "Share of women among residents"}, share,
     Fallback{0.516, {0.49, 0.542},
              "France, 1 January 2023, INED (wukali.com); high end one pilot 2021; low end a guess as far below"}},
    {care_home_residents, "care_home_residents", "persons",
     {"Résidents d'établissements pour personnes âgées", "Residents of care homes for older people"}, people,
     Fallback{0.0086, {0, 0.02},
              "577,200 for about 67 M, France 2019, INSEE (monquotidienautrement.com); none to twice that is a guess",
              Mark::published, population}},
    {one_person_households, "one_person_households", "1",
     {"Part des ménages d'une personne", "Share of one-person households"}, share,
     Fallback{0.386, {0.253, 0.474}, types}},
    {couples_without_children, "couples_without_children", "1",
     {"Part des ménages de couples sans enfant", "Share of households that are couples without children"}, share,
     Fallback{0.257, {0.191, 0.293}, types}},
    {couples_with_children, "couples_with_children", "1",
     {"Part des ménages de couples avec enfants", "Share of households that are couples with children"}, share,
     Fallback{0.239, {0.232, 0.328}, types}},
    {lone_parents, "lone_parents", "1",
     {"Part des familles monoparentales dans les ménages", "Share of households that are lone parents"}, share,
     Fallback{0.101, {0.084, 0.142}, types}},
    {households_of_five, "households_of_five", "1",
     {"Part des ménages de cinq personnes ou plus", "Share of households of five persons or more"}, share},

    // Incomes
    {income_median, "income_median", "EUR/year",
     {"Revenu disponible médian par unité de consommation", "Median disposable income per consumption unit"}, income,
     Fallback{23'000, {16'650, 27'840}, "France 2021, INSEE (insee.fr 7941413); extremes of the ten pilots"}},
    {income_d1, "income_d1", "EUR/year", {"Premier décile du revenu", "First decile of income"}, income,
     Fallback{0.570, {0.520, 0.605}, pilots_filosofi, Mark::published, income_median}},
    {income_q1, "income_q1", "EUR/year", {"Premier quartile du revenu", "First quartile of income"}, income,
     Fallback{0.755, {0.716, 0.786}, pilots_filosofi, Mark::published, income_median}},
    {income_q3, "income_q3", "EUR/year", {"Troisième quartile du revenu", "Third quartile of income"}, income,
     Fallback{1.304, {1.236, 1.383}, pilots_filosofi, Mark::published, income_median}},
    {income_d9, "income_d9", "EUR/year", {"Neuvième décile du revenu", "Ninth decile of income"}, income,
     Fallback{1.662, {1.505, 1.919}, pilots_filosofi, Mark::published, income_median}},
    {poverty_rate, "poverty_rate", "1",
     {"Part des personnes sous 60 % du revenu médian", "Share of persons below 60 % of the median income"}, share,
     Fallback{0.153, {0.10, 0.22}, "France 2021, crowns of towns to their centres, INSEE (insee.fr 7941413)"}},
    {share_taxed, "share_taxed", "1", {"Part des ménages fiscaux imposés", "Share of fiscal households taxed"}, share,
     Fallback{0.501, {0.30, 0.68}, pilots_filosofi}},
    {share_pensions, "share_pensions", "1",
     {"Part des pensions et retraites dans le revenu disponible", "Share of pensions in disposable income"}, share,
     Fallback{0.307, {0.23, 0.472}, pilots_filosofi}},
    {share_social_benefits, "share_social_benefits", "1",
     {"Part des prestations sociales dans le revenu disponible", "Share of social benefits in disposable income"},
     share, Fallback{0.066, {0.027, 0.166}, pilots_filosofi}},

    // Dwellings and cars
    {households_with_car, "households_with_car", "1",
     {"Part des ménages ayant au moins une voiture", "Share of households with at least one car"}, share,
     Fallback{0.85, {0.754, 0.993}, "France 2018, Insee Analyses 86; extremes of the ten pilots, RP2022"}},
    {households_with_bike, "households_with_bike", "1",
     {"Part des ménages ayant au moins un vélo", "Share of households with at least one bike"}, share,
     Fallback{0.47, {0.4, 0.65}, "CSA for the Transport Ministry, 2023 (isabelleetlevelo.fr); extremes are a guess"}},
    {dwellings, "dwellings", "dwellings", {"Logements", "Dwellings"}, {1, 3e6},
     Fallback{1.218, {1.047, 1.405}, stock, Mark::published, households}},
    {second_homes, "second_homes", "1",
     {"Part des résidences secondaires et logements occasionnels", "Share of dwellings that are second homes"}, share,
     Fallback{0.098, {0.004, 0.188}, stock}},
    {vacant_dwellings, "vacant_dwellings", "1", {"Part des logements vacants", "Share of dwellings that are vacant"},
     share, Fallback{0.082, {0.041, 0.10}, stock}},
    {houses, "houses", "1", {"Part des maisons dans les logements", "Share of dwellings that are houses"}, share,
     Fallback{0.551, {0.37, 0.896}, house_types}},
    {flats, "flats", "1", {"Part des appartements dans les logements", "Share of dwellings that are flats"}, share,
     Fallback{0.449, {0.104, 0.63}, house_types}},
    {owners, "owners", "1", {"Part des ménages propriétaires de leur logement",
      "Share of households that own their home"}, share,
     Fallback{0.572, {0.45, 0.81},
              "France 2023, INSEE (boursorama.com); low end a guess, high end Olemps, grid 2015"}},
    {social_housing, "social_housing", "1",
     {"Part des logements sociaux dans les résidences principales", "Share of main homes that are social housing"},
     share,
     Fallback{0.17, {0.06, 0.214}, "France 2022, INSEE (boursorama.com); Saillans 2024 to the Mulhouse area 2008"}},
    {built_before_1919, "built_before_1919", "1",
     {"Part des résidences principales d'avant 1919", "Share of main homes built before 1919"}, share,
     Fallback{0.15, {0.03, 0.298}, "a guess; high end: share before 1949 in France, INSEE RP2008 (insee.fr 2014418)",
              Mark::assumption}},
    {flood_share, "flood_share", "1",
     {"Part des logements que l'eau atteint quand la rivière dépasse ses berges de 1 m",
      "Share of dwellings that water reaches when the river is 1 m above its banks"}, share},

    // Services and work
    {general_practitioners, "general_practitioners", "doctors", {"Médecins généralistes", "General practitioners"},
     {0, 5000}, Fallback{0.00096, {0, 0.00143}, "mean and extremes of the ten pilots, INSEE BPE", Mark::published,
                         population}},
    {hospital_beds, "hospital_beds", "beds", {"Lits d'hôpital dans la commune", "Hospital beds in the commune"},
     {0, 5000}},
    {hospital_distance, "hospital_distance", "km",
     {"Distance de l'hôpital le plus proche", "Distance to the nearest hospital"},
     {0, 300}, Fallback{0.5, {0, 1}, "a guess: at the farthest, in the nearest town of 20,000", Mark::assumption,
                        distance_town_20k}},
    {supermarkets, "supermarkets", "shops", {"Supermarchés et hypermarchés", "Supermarkets and hypermarkets"},
     {0, 1000},
     Fallback{0.00013, {0.00005, 0.00031}, "five pilots, tresordesregions.mgm.fr, about 2005: order of magnitude",
              Mark::assumption, population}},
    {primary_schools, "primary_schools", "schools", {"Écoles ou groupes scolaires", "Primary schools or school groups"},
     {0, 1000}, Fallback{0.000285, {0.0001, 0.0016}, "Mouans-Sartoux 2022 (lemoniteur.fr); extremes are a guess",
                         Mark::assumption, population}},
    {middle_schools, "middle_schools", "schools", {"Collèges", "Middle schools"}, {0, 500},
     Fallback{0.000118, {0, 0.00031}, "four pilots, tresordesregions.mgm.fr, about 2005: order of magnitude",
              Mark::assumption, population}},
    {jobs, "jobs", "jobs", {"Emplois dans la commune", "Jobs in the commune"}, people},
    {largest_employer_jobs, "largest_employer_jobs", "jobs",
     {"Emplois du premier employeur", "Jobs at the largest employer"},
     {0, 1e5}},

    // Land, farms and food
    {farmland, "farmland", "ha", {"Surface agricole utilisée", "Farmland in use"}, surface,
     Fallback{0.486, {0, 0.70}, "France, 26.7 of 54.9 Mha, farm census 2020; Kingersheim (none) to Le Mené (69.8 %)",
              Mark::published, area}},
    {meadows, "meadows", "ha", {"Prairies, dans la surface agricole", "Meadows, within farmland"}, surface,
     Fallback{0.34, {0.04, 0.40}, "France 2008, Teruti-Lucas (lafranceagricole.fr); Dieulefit CLC 2018 to Gaigné 2011",
              Mark::published, farmland}},
    {farms, "farms", "farms", {"Exploitations agricoles", "Farms"}, {0, 10'000},
     Fallback{0.0145, {0.0104, 0.0249},
              "France, 69 ha a farm, census 2020 (latribune.fr); mean dairy farm to the Lille area",
              Mark::published, farmland}},
    {organic_farms, "organic_farms", "1",
     {"Part des exploitations en agriculture biologique", "Share of farms that are organic"},
     share, Fallback{0.12, {0, 0.334}, "France, census 2020 (lebetteravier.fr); high end Loos-en-Gohelle 2020"}},
    {organic_farmland, "organic_farmland", "1",
     {"Part de la surface agricole en agriculture biologique", "Share of farmland that is organic"}, share,
     Fallback{0.10, {0, 0.15}, "Loos-en-Gohelle 2018 (francetvinfo.fr); extremes are a guess", Mark::assumption}},
    {vineyards, "vineyards", "ha", {"Vignes", "Vineyards"}, surface},
    {dairy_cows, "dairy_cows", "animals", {"Vaches laitières", "Dairy cows"}, {0, 1e6}},
    {pigs, "pigs", "animals", {"Porcs", "Pigs"}, {0, 1e7}},
    {poultry, "poultry", "animals", {"Volailles", "Poultry"}, {0, 1e8}},
    {forest_share, "forest_share", "1", {"Part boisée de la superficie", "Share of the area that is wooded"}, share,
     Fallback{0.31, {0, 0.667}, teruti}},
    {urban_share, "urban_share", "1", {"Part artificialisée de la superficie", "Share of the area that is built up"},
     share, Fallback{0.094, {0.03, 0.448}, teruti}},
    {natural_areas, "natural_areas", "ha",
     {"Espaces naturels protégés ou classés", "Protected or listed natural areas"}, surface},
    {canteen_meals, "canteen_meals", "meals/day", {"Repas servis par la cantine", "Meals served by the canteen"},
     {0, 1e6},
     Fallback{0.12, {0.04, 0.25}, "Grande-Synthe 2014, Mouans-Sartoux 2022, Ungersheim 2019: meals a day per resident",
              Mark::assumption, population}},
    {canteen_organic, "canteen_organic", "1",
     {"Part biologique des repas de la cantine", "Organic share of canteen meals"}, share},
    {municipal_farm_area, "municipal_farm_area", "ha",
     {"Ferme ou maraîchage communal", "Municipal farm or market garden"},
     surface, Fallback{0, {0, 0}, "none, unless a page says so", Mark::assumption}},
    {municipal_farm_output, "municipal_farm_output", "t/year",
     {"Légumes récoltés par la ferme communale", "Vegetables harvested by the municipal farm"}, {0, 1e5},
     Fallback{4.2, {2.1, 6.3}, "Mouans-Sartoux 2022, 25 t on 6 ha (lemoniteur.fr); half to one and a half is a guess",
              Mark::assumption, municipal_farm_area}},

    // Energy
    {solar_area, "solar_area", "ha",
     {"Panneaux solaires communaux ou citoyens", "Municipal or citizens' solar panels"}, surface},
    {local_energy_share, "local_energy_share", "1",
     {"Part de l'énergie produite sur place", "Share of energy made locally"},
     {0, 10}},

    // Town hall
    {registered_voters, "registered_voters", "persons", {"Inscrits sur les listes électorales", "Registered voters"},
     people,
     Fallback{0.757, {0.64, 0.834}, "mean and extremes of nine pilots, 15 March 2020", Mark::published, population}},
    {turnout_2014, "turnout_2014", "1",
     {"Participation au premier tour des municipales de 2014", "Turnout, first round of the 2014 municipal election"},
     share, Fallback{0.636, {0.56, 0.79}, "France (jean-jaures.org); extremes of Kingersheim and Saillans"}},
    {turnout_2020, "turnout_2020", "1",
     {"Participation au premier tour des municipales de 2020", "Turnout, first round of the 2020 municipal election"},
     share, Fallback{0.446, {0.27, 0.80}, "France (jean-jaures.org); extremes of the ten pilots"}},
    {lists_2020, "lists_2020", "lists", {"Listes aux municipales de 2020", "Lists at the 2020 municipal election"},
     {1, 20},
     Fallback{2, {1, 4}, "extremes of the six pilots known"}},
    {operating_spending, "operating_spending", "EUR/person/year",
     {"Dépenses de fonctionnement de la commune", "Operating spending of the commune"}, money,
     Fallback{900, {760, 1469},
              "communes below 100 and of about 500 residents 2015, DGCL; high end Mouans-Sartoux 2012"}},
    {operating_revenue, "operating_revenue", "EUR/person/year",
     {"Recettes de fonctionnement de la commune", "Operating revenue of the commune"}, money,
     Fallback{1.14, {1.0, 1.28}, "a guess between balance and Loos-en-Gohelle 2017 (1,124 for 877)", Mark::assumption,
              operating_spending}},
    {staff_spending, "staff_spending", "EUR/person/year", {"Dépenses de personnel", "Staff spending"}, money,
     Fallback{0.525, {0.51, 0.54}, "Mouans-Sartoux 2012, Loos-en-Gohelle 2017", Mark::published, operating_spending}},
    {investment_spending, "investment_spending", "EUR/person/year",
     {"Dépenses d'investissement", "Investment spending"}, money,
     Fallback{325, {270, 380}, "France, 271 in 2017 (DGCL, maire-info.com) to 380 in 2008 (banquedesterritoires.fr)"}},
    {local_taxes, "local_taxes", "EUR/person/year", {"Impôts locaux perçus", "Local taxes received"}, money,
     Fallback{385, {331, 440}, "mean of Loos-en-Gohelle 2017 and Malaunay 2016"}},
    {debt, "debt", "EUR/person", {"Dette de la commune", "Debt of the commune"}, {0, 50'000},
     Fallback{874, {589, 1098}, "communes like Loos-en-Gohelle 2011 (proxiti.info); extremes of three pilots"}},
}};
// clang-format on

constexpr bool in_order() {
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table[i].id != static_cast<FigureId>(i)) return false;
  }
  return true;
}
static_assert(in_order(), "one row per FigureId, in the order of its enumerators");

}  // namespace

std::span<const FigureInfo> figure_infos() { return table; }

}  // namespace essaim::commune
