// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/structure.h"

#include <array>

#include "models/commune/commune.h"

namespace essaim::commune {

namespace {

constexpr std::array infos = std::to_array<TraitInfo>({
    {"ties.degree", "1", {"Ménages connus par ménage", "Households known to a household"}},
    {"ties.neighbours", "1", {"dont voisins", "of which neighbours"}},
    {"ties.school", "1", {"dont par l'école", "of which through school"}},
    {"ties.work", "1", {"dont par le travail", "of which through work"}},
    {"ties.affinity", "1", {"dont ailleurs, par affinité d'âge", "of which elsewhere, by age"}},
    {"ties.clustering",
     "1",
     {"Coefficient de regroupement des liens : paires de connaissances qui se connaissent",
      "Clustering of ties: pairs of acquaintances who know each other"}},
    {"roads.length", "km", {"Routes de la commune", "Roads of the commune"}},
    {"roads.nodes",
     "1",
     {"Nœuds du réseau : carrefours, impasses, points de virage", "Nodes of the network: nodes, dead ends, bends"}},
    {"roads.degree", "1", {"Tronçons par nœud", "Roads at a node"}},
    {"population.care_homes", "persons", {"Résidents de maisons de retraite", "Residents of care homes"}},
    {"population.fit_rounds", "1", {"Pas de Newton du calage", "Newton steps of the fit"}},
    {"population.fit_converged", "1", {"Calage convergé (1) ou non (0)", "Whether the fit converged (1) or not (0)"}},
    {"population.fit_exchanges", "1", {"Ménages échangés après le calage", "Households exchanged after the fit"}},
});

struct Roads {
  double length_km = 0;
  double nodes = 0;
  double degree = 0;
};

Roads roads_of(const Territory& territory) {
  const std::span<const Edge> edges = territory.network.edges();
  std::vector<std::uint32_t> at(territory.network.nodes().size(), 0);
  Roads roads;
  for (const Edge& edge : edges) {
    if (edge.a == territory.town || edge.b == territory.town) continue;
    roads.length_km += edge.length_m / 1e3;
    ++at[edge.a.index()], ++at[edge.b.index()];
  }
  double ends = 0;
  for (const std::uint32_t degree : at) {
    if (degree == 0) continue;
    ++roads.nodes;
    ends += degree;
  }
  roads.degree = roads.nodes > 0 ? ends / roads.nodes : 0;
  return roads;
}

}  // namespace

std::span<const TraitInfo> trait_infos() { return infos; }

std::vector<double> traits(const Commune& commune) {
  const Ties& ties = commune.ties;
  const Roads roads = roads_of(commune.territory);
  const FitReport& fit = commune.population.fit;
  return {ties.mean_degree(),
          ties.mean_degree(TieKind::neighbour),
          ties.mean_degree(TieKind::school),
          ties.mean_degree(TieKind::work),
          ties.mean_degree(TieKind::affinity),
          ties.clustering(),
          roads.length_km,
          roads.nodes,
          roads.degree,
          static_cast<double>(commune.population.care_homes.residents()),
          static_cast<double>(fit.rounds),
          fit.converged ? 1.0 : 0.0,
          static_cast<double>(fit.exchanges)};
}

}  // namespace essaim::commune
