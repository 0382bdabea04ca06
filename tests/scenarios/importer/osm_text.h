// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scenarios/importer/assembly.h"
#include "scenarios/importer/osm_draft.h"
#include "scenarios/importer/osm_reader.h"
#include "scenarios/reader/input_error.h"

namespace essaim::importer::test {

using Pairs = std::initializer_list<std::pair<std::string, std::string>>;

inline std::string tag_lines(Pairs tags) {
  std::string text;
  for (const auto& [key, value] : tags) text += "<tag k=\"" + key + "\" v=\"" + value + "\"/>";
  return text;
}

/// Node `id` on a grid whose step is 0.001 degrees: 111.2 m north, 74.9 m east at this latitude.
inline std::string node(int id, int east, int north, Pairs tags = {}) {
  const auto degrees = [](double base, int steps) { return std::to_string(base + 0.001 * steps); };
  return "<node id=\"" + std::to_string(id) + "\" lat=\"" + degrees(47.6, north) + "\" lon=\"" + degrees(-2.1, east) +
         "\">" + tag_lines(tags) + "</node>\n";
}

inline std::string way(int id, std::initializer_list<int> nodes, Pairs tags) {
  std::string text = "<way id=\"" + std::to_string(id) + "\">";
  for (const int one : nodes) text += "<nd ref=\"" + std::to_string(one) + "\"/>";
  return text + tag_lines(tags) + "</way>\n";
}

inline std::string osm(std::string_view objects) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<osm version=\"0.6\">\n" + std::string{objects} + "</osm>\n";
}

inline Draft draft(std::string_view objects, const Region& region = {}) {
  return draft_of(read_osm_bytes(osm(objects), "osm", "test.osm", region));
}

inline Imported imported(std::string_view objects) { return assemble(draft(objects)); }

/// What an InputError says; "no complaint" if there is none.
inline std::string complaint(const std::function<void()>& action) {
  try {
    action();
  } catch (const reader::InputError& error) {
    return error.what();
  }
  return "no complaint";
}

}  // namespace essaim::importer::test
