// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/live/bundle.h"

#include <utility>

#include "models/catalogue/catalogue.h"
#include "models/commune/population_grid.h"
#include "models/commune/population_sample.h"
#include "models/commune/road_map.h"
#include "viz/live/codec.h"

namespace essaim::live {

// The engine's types.

template <class Io>
void fields(Io& io, Date& date) {
  io(date.year, date.month, date.day);
}

template <class Io>
void fields(Io& io, Range& range) {
  io(range.low, range.high);
}

template <class Io>
void fields(Io& io, Node& node) {
  io(node.x_m, node.y_m);
}

template <class Io>
void fields(Io& io, Edge& edge) {
  io(edge.a, edge.b, edge.length_m, edge.speed_km_h, edge.road, edge.one_way, edge.car, edge.foot);
}

// A site.

template <class Io>
void fields(Io& io, commune::MapPlace& place) {
  io(place.kind, place.node, place.x_m, place.y_m, place.weight);
}

template <class Io>
void fields(Io& io, commune::FarmField& field) {
  io(field.rings);
}

template <class Io>
void fields(Io& io, commune::RoadMap& map) {
  io(map.nodes, map.height_m, map.edges, map.places, map.fields, map.latitude, map.longitude, map.source, map.licence,
     map.credit);
}

template <class Io>
void fields(Io& io, commune::SampleMember& member) {
  io(member.age, member.sex, member.activity);
}

template <class Io>
void fields(Io& io, commune::SampleHousehold& household) {
  io(household.weight, household.income_rank, household.first, household.persons, household.type, household.dwelling,
     household.tenure, household.period, household.label, household.heating, household.cars, household.bikes);
}

template <class Io>
void fields(Io& io, commune::Sample& sample) {
  io(sample.households, sample.members);
}

template <class Io>
void fields(Io& io, commune::MicroSample::Given& given) {
  io(given.income, given.tenure, given.dwelling, given.period, given.cars, given.bikes);
}

template <class Io>
void fields(Io& io, commune::MicroSample& surveyed) {
  io(surveyed.sample, surveyed.given);
}

template <class Io>
void fields(Io& io, commune::GridSquare& square) {
  io(square.north_m, square.east_m, square.x_m, square.y_m, square.imputed, square.counts);
}

template <class Io>
void fields(Io& io, commune::PopulationGrid& grid) {
  io(grid.squares, grid.square_of_node, grid.year, grid.source, grid.elsewhere, grid.shared);
}

template <class Io>
void fields(Io& io, commune::Figure& figure) {
  io(figure.value, figure.range, figure.year, figure.source, figure.mark, figure.stand_in, figure.present);
}

template <class Io>
void fields(Io& io, commune::AlreadyDone& done) {
  io(done.id, done.what_fr, done.what_en, done.value, done.year, done.source, done.mark);
}

template <class Io>
void fields(Io& io, commune::Site& site) {
  io(site.id, site.name, site.insee, site.kind, site.departement, site.region, site.epci, site.members, site.outline,
     site.settlement, site.illustration, site.credits, site.figures, site.climate_station, site.monthly_temperature,
     site.already, site.map, site.sample, site.grid);
}

// A scenario.

template <class Io>
void fields(Io& io, catalogue::Action& action) {
  io(action.kind, action.start, action.duration, action.settings, action.zones, action.decision, action.title,
     action.composed);
}

template <class Io>
void fields(Io& io, catalogue::Variant& variant) {
  io(variant.name, variant.title, variant.measures);
}

template <class Io>
void fields(Io& io, commune::Couplings& couplings) {
  for (const commune::CouplingInfo& info : commune::coupling_infos()) {
    bool at_work = couplings.has(info.coupling);
    io(at_work);
    if (!at_work) couplings.switch_off(info.coupling);
  }
}

template <class Io>
void fields(Io& io, catalogue::Scenario& scenario) {
  io(scenario.title, scenario.narrative, scenario.authors, scenario.license, scenario.sites, scenario.start,
     scenario.days, scenario.replicates, scenario.seed, scenario.lookahead, scenario.shocks, scenario.variants,
     scenario.parameters, scenario.fixed_parameters, scenario.primary, scenario.matters, scenario.couplings);
}

// A study.

template <class Io>
void fields(Io& io, design::StudyIndicator& indicator) {
  io(indicator.name, indicator.unit, indicator.label_fr, indicator.label_en, indicator.meaning_fr, indicator.meaning_en,
     indicator.cell_methods, indicator.better, indicator.aim, indicator.primary, indicator.by_group);
}

template <class Io>
void fields(Io& io, design::StudyGroup& group) {
  io(group.name, group.kind, group.label_fr, group.label_en);
}

template <class Io>
void fields(Io& io, design::StudyFit& fit) {
  io(fit.margin, fit.unit, fit.target, fit.drawn, fit.sourced);
}

template <class Io>
void fields(Io& io, design::StudyTrait& trait) {
  io(trait.name, trait.unit, trait.label_fr, trait.label_en, trait.mean);
}

template <class Io>
void fields(Io& io, design::StudyQuality& quality) {
  io(quality.theme, quality.mark, quality.stand_in_share);
}

template <class Io>
void fields(Io& io, design::StudySite& site) {
  io(site.id, site.name, site.insee, site.illustration, site.stand_in_share, site.fit, site.traits, site.quality,
     site.credits);
}

template <class Io>
void fields(Io& io, design::StudyVariant& variant) {
  io(variant.name, variant.title);
}

template <class Io>
void fields(Io& io, design::StudyAction& action) {
  io(action.variant, action.label_fr, action.label_en, action.start, action.duration, action.decided);
}

template <class Io>
void fields(Io& io, design::StudyPoint& point) {
  io(point.site, point.variant, point.arm);
}

template <class Io>
void fields(Io& io, design::Study& study) {
  std::uint64_t days = study.days;
  std::uint64_t replicates = study.replicates;
  std::uint64_t failed = study.failed;
  bool has_shock = study.shock_day.has_value();
  std::uint64_t shock_day = study.shock_day.value_or(0);
  io(study.title, study.authors, study.license, study.credits, study.engine_version, study.git_commit,
     study.created_utc, study.scenario_sha256, study.result_sha256, study.seed, study.start, days, replicates, failed,
     study.fixed_parameters, has_shock, shock_day, study.matters, study.sites, study.variants, study.actions,
     study.indicators, study.groups);
  study.days = static_cast<std::size_t>(days);
  study.replicates = static_cast<std::size_t>(replicates);
  study.failed = static_cast<std::size_t>(failed);
  study.shock_day = has_shock ? std::optional{static_cast<std::size_t>(shock_day)} : std::nullopt;
}

template <class Io>
void fields(Io& io, Bundle& bundle) {
  io(bundle.scenario, bundle.study);
}

std::string pack(Bundle bundle) { return to_bytes(std::move(bundle)); }

std::optional<Bundle> unpack(std::string_view bytes) { return from_bytes<Bundle>(bytes); }

}  // namespace essaim::live
