// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/importer/field_finder.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "scenarios/importer/place_tags.h"

namespace essaim::importer {

namespace {

using Nodes = std::vector<std::int64_t>;
using Corners = std::vector<std::array<double, 2>>;

/// Adds a way to a chain at the end where it fits; false if it fits nowhere.
bool joined(Nodes& chain, const Nodes& way) {
  if (chain.back() == way.front()) {
    chain.insert(chain.end(), way.begin() + 1, way.end());
  } else if (chain.back() == way.back()) {
    chain.insert(chain.end(), way.rbegin() + 1, way.rend());
  } else if (chain.front() == way.back()) {
    chain.insert(chain.begin(), way.begin(), way.end() - 1);
  } else if (chain.front() == way.front()) {
    chain.insert(chain.begin(), way.rbegin(), way.rend() - 1);
  } else {
    return false;
  }
  return true;
}

/// Rings of ways that are rings, or parts of them, given by their ids in any order. What the extract cut open is a ring
/// all the same.
std::vector<Nodes> rings_of(Nodes ids, const OsmData& data) {
  std::ranges::sort(ids);
  std::vector<Nodes> open;
  std::vector<Nodes> rings;
  for (const std::int64_t id : ids) {
    const auto way = std::ranges::lower_bound(data.ways, id, {}, &OsmWay::id);
    if (way == data.ways.end() || way->id != id) continue;
    (way->is_closed() ? rings : open).push_back(way->nodes);
  }
  while (!open.empty()) {
    Nodes chain = std::move(open.front());
    open.erase(open.begin());
    for (bool grows = true; grows && chain.front() != chain.back();) {
      const auto next = std::ranges::find_if(open, [&](const Nodes& way) { return joined(chain, way); });
      grows = next != open.end();
      if (grows) open.erase(next);
    }
    rings.push_back(std::move(chain));
  }
  return rings;
}

void add_ring(const Nodes& nodes, const OsmData& data, std::vector<Corners>& rings) {
  constexpr std::size_t fewest_corners = 3;
  Corners corners;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (i + 1 == nodes.size() && nodes.front() == nodes.back()) break;
    if (const std::optional<Location> at = data.find(nodes[i])) corners.push_back({at->lat(), at->lon()});
  }
  if (corners.size() >= fewest_corners) rings.push_back(std::move(corners));
}

}  // namespace

std::vector<DraftField> find_fields(const OsmData& data) {
  std::vector<std::int64_t> in_areas;  // a ring that repeats the tags of its area would count twice
  for (const OsmArea& area : data.fields) in_areas.insert(in_areas.end(), area.outer.begin(), area.outer.end());
  std::ranges::sort(in_areas);
  std::vector<DraftField> fields;
  const auto keep = [&](DraftField field) {
    if (!field.outer.empty()) fields.push_back(std::move(field));
  };
  for (const OsmWay& way : data.ways) {
    if (!way.is_closed() || !is_farmed(way.tags) || std::ranges::binary_search(in_areas, way.id)) continue;
    DraftField field;
    field.source = "way/" + std::to_string(way.id);
    add_ring(way.nodes, data, field.outer);
    keep(std::move(field));
  }
  for (const OsmArea& area : data.fields) {
    DraftField field;
    field.source = "relation/" + std::to_string(area.id);
    for (const Nodes& ring : rings_of(area.outer, data)) add_ring(ring, data, field.outer);
    for (const Nodes& ring : rings_of(area.inner, data)) add_ring(ring, data, field.inner);
    keep(std::move(field));
  }
  return fields;
}

}  // namespace essaim::importer
