// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/importer/osm_reader.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <memory>
#include <new>
#include <osmium/io/gzip_compression.hpp>
#include <osmium/io/pbf_input.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/io/xml_input.hpp>
#include <osmium/osm.hpp>
#include <system_error>
#include <tuple>

#include "scenarios/importer/place_tags.h"
#include "scenarios/importer/road_tags.h"
#include "scenarios/reader/input_error.h"
#include "scenarios/reader/names.h"

namespace essaim::importer {

namespace {

namespace fs = std::filesystem;
using reader::InputError;

constexpr std::string_view fetch_again = ", fetch the extract again";

Tags tags_of(const osmium::OSMObject& object) {
  Tags tags;
  for (const osmium::Tag& tag : object.tags()) tags.add(tag.key(), tag.value());
  return tags;
}

/// Of several versions of an object (a file of history, a file joined from two) the newest alone, in the order of ids.
template <class Object, class Key>
void keep_newest(std::vector<Object>& objects, const Key& key) {
  std::ranges::sort(objects, [&](const Object& a, const Object& b) { return key(b) < key(a); });
  const auto same = [](const Object& a, const Object& b) { return a.id == b.id; };
  objects.erase(std::unique(objects.begin(), objects.end(), same), objects.end());
  std::ranges::reverse(objects);
}

/// Collects ways and areas first, then the nodes that they need: so the nodes of a whole region need not be held.
class Collector {
 public:
  explicit Collector(const Region& region) : region_{region} {}

  void take_shapes(const osmium::memory::Buffer& buffer) {
    for (const osmium::OSMObject& object : buffer.select<osmium::OSMObject>()) {
      note_time(object);
      if (object.type() == osmium::item_type::way) take_way(static_cast<const osmium::Way&>(object));
      if (object.type() == osmium::item_type::relation) take_relation(static_cast<const osmium::Relation&>(object));
    }
  }

  void end_shapes() {
    keep_newest(data_.ways, [](const OsmWay& w) { return std::tie(w.id, w.version, w.nodes); });
    for (std::vector<OsmArea>* areas : {&data_.areas, &data_.fields}) {
      keep_newest(*areas, [](const OsmArea& a) { return std::tie(a.id, a.version, a.outer, a.inner); });
    }
    drop_unused_ways();
    for (const OsmWay& way : data_.ways) {
      data_.node_ids.insert(data_.node_ids.end(), way.nodes.begin(), way.nodes.end());
    }
    std::ranges::sort(data_.node_ids);
    const auto rest = std::ranges::unique(data_.node_ids);
    data_.node_ids.erase(rest.begin(), rest.end());
    data_.locations.resize(data_.node_ids.size());
    versions_.resize(data_.node_ids.size());
  }

  void take_nodes(const osmium::memory::Buffer& buffer) {
    for (const osmium::Node& node : buffer.select<osmium::Node>()) {
      ++data_.nodes_in_file;
      note_time(node);
      if (!node.visible() || !node.location().valid()) continue;
      const Location at{node.location().x(), node.location().y()};
      if (!region_.contains(at.lon(), at.lat())) continue;
      ++data_.nodes_in_region;
      take_location(node.id(), node.version(), at);
      if (node.tags().empty()) continue;
      OsmPoint point{node.id(), at, tags_of(node)};
      if (!place_kind(point.tags)) continue;
      points_.push_back({point.id, node.version(), std::move(point)});
    }
  }

  OsmData take() {
    keep_newest(points_, [](const Versioned& p) { return std::tuple{p.id, p.version, p.point.at}; });
    for (Versioned& point : points_) data_.points.push_back(std::move(point.point));
    if (newest_.valid()) data_.date = newest_.to_iso().substr(0, 10);
    return std::move(data_);
  }

 private:
  struct Versioned {
    std::int64_t id = 0;
    std::uint32_t version = 0;
    OsmPoint point;
  };

  void note_time(const osmium::OSMObject& object) { newest_ = std::max(newest_, object.timestamp()); }

  void take_way(const osmium::Way& from) {
    ++data_.ways_in_file;
    if (!from.visible()) return;
    OsmWay way{from.id(), from.version(), {}, {}};
    if (from.nodes().size() < 2) return;
    way.tags = tags_of(from);  // what is no road may be part of a ring, which is known once all areas are
    for (const osmium::NodeRef& node : from.nodes()) way.nodes.push_back(node.ref());
    data_.ways.push_back(std::move(way));
  }

  void take_relation(const osmium::Relation& from) {
    if (!from.visible()) return;
    OsmArea area{from.id(), from.version(), {}, {}, tags_of(from)};
    if (area.tags["type"] != "multipolygon") return;
    const bool is_place = place_kind(area.tags).has_value() || looks_residential(area.tags);
    const bool is_field = is_farmed(area.tags);
    if (!is_place && !is_field) return;
    for (const osmium::RelationMember& member : from.members()) {
      const bool is_outer = std::string_view{member.role()} != "inner";
      if (member.type() == osmium::item_type::way) (is_outer ? area.outer : area.inner).push_back(member.ref());
    }
    if (is_field) data_.fields.push_back(area);
    if (is_place) data_.areas.push_back(std::move(area));
  }

  void drop_unused_ways() {
    std::vector<std::int64_t> rings;  // of places: no model knows a building by parts of its outline
    std::vector<std::int64_t> parts;
    for (const OsmArea& area : data_.areas) rings.insert(rings.end(), area.outer.begin(), area.outer.end());
    for (const OsmArea& area : data_.fields) {
      parts.insert(parts.end(), area.outer.begin(), area.outer.end());
      parts.insert(parts.end(), area.inner.begin(), area.inner.end());
    }
    std::ranges::sort(rings);
    std::ranges::sort(parts);
    std::erase_if(data_.ways, [&](const OsmWay& way) {
      if (road_use(way.tags) || std::ranges::binary_search(parts, way.id)) return false;
      const bool means_something = place_kind(way.tags) || looks_residential(way.tags) || is_farmed(way.tags);
      return !way.is_closed() || (!means_something && !std::ranges::binary_search(rings, way.id));
    });
  }

  void take_location(std::int64_t id, std::uint32_t version, Location at) {
    const auto found = std::ranges::lower_bound(data_.node_ids, id);
    if (found == data_.node_ids.end() || *found != id) return;
    const auto index = static_cast<std::size_t>(found - data_.node_ids.begin());
    const bool is_newer =
        !data_.locations[index] || std::pair{versions_[index], *data_.locations[index]} < std::pair{version, at};
    if (!is_newer) return;
    data_.locations[index] = at;
    versions_[index] = version;
  }

  const Region& region_;
  OsmData data_;
  std::vector<std::uint32_t> versions_;  ///< of `locations`
  std::vector<Versioned> points_;
  osmium::Timestamp newest_;
};

OsmData collect(const osmium::io::File& file, const Region& region) {
  Collector collector{region};
  const auto read = [&](osmium::osm_entity_bits::type what, auto take) {
    osmium::io::Reader reader{file, what};
    while (const osmium::memory::Buffer buffer = reader.read()) take(buffer);
    reader.close();
  };
  const auto shapes = osmium::osm_entity_bits::way | osmium::osm_entity_bits::relation;
  read(shapes, [&](const osmium::memory::Buffer& buffer) { collector.take_shapes(buffer); });
  collector.end_shapes();
  read(osmium::osm_entity_bits::node, [&](const osmium::memory::Buffer& buffer) { collector.take_nodes(buffer); });
  return collector.take();
}

[[noreturn]] void refuse_xml(const osmium::xml_error& error, const std::string& name) {
  // Expat's numbers of what goes on when the text stops: no element, an open token, half a character, open tags.
  constexpr std::array unfinished = {3, 5, 6, 20};
  const bool has_place = error.line > 0;
  const std::string where =
      has_place ? name + ':' + std::to_string(error.line) + ':' + std::to_string(error.column + 1) : name;
  if (has_place && std::ranges::find(unfinished, static_cast<int>(error.error_code)) != unfinished.end()) {
    throw InputError{where, "the file ends in the middle of an element (it was cut)" + std::string{fetch_again}};
  }
  throw InputError{where, "this is no OpenStreetMap XML (" + error.error_string + ")" + std::string{fetch_again}};
}

/// Whatever the library throws, as one message about the file.
OsmData guarded(const std::string& name, const std::function<OsmData()>& read) {
  const auto refuse = [&](const std::string& message) -> InputError {
    return {name, message + std::string{fetch_again}};
  };
  try {
    return read();
  } catch (const InputError&) {
    throw;
  } catch (const osmium::xml_error& error) {
    refuse_xml(error, name);
  } catch (const osmium::format_version_error& error) {
    throw InputError{name, std::string{"this is no OpenStreetMap data of version 0.6 ("} + error.what() +
                               "), export it as version 0.6"};
  } catch (const osmium::gzip_error& error) {
    throw refuse(std::string{"the compressed data is cut or damaged ("} + error.what() + ")");
  } catch (const osmium::pbf_error& error) {
    throw refuse(std::string{"this is no whole OpenStreetMap PBF ("} + error.what() + ")");
  } catch (const std::system_error& error) {
    throw InputError{name, "cannot be read (" + error.code().message() + "), check its permissions"};
  } catch (const std::bad_alloc&) {
    throw InputError{name, "the extract needs more memory than there is, cut out a smaller one"};
  } catch (const std::exception& error) {
    throw refuse(std::string{"this is no readable OpenStreetMap data ("} + error.what() + ")");
  }
}

std::string format_of(const fs::path& path) {
  const std::string name = path.filename().string();
  for (const std::string_view format : {"osm.gz", "osm.pbf", "osm"}) {
    if (name.ends_with("." + std::string{format})) return std::string{format};
  }
  if (name.ends_with(".pbf")) return "osm.pbf";
  throw InputError{path.string(),
                   "unknown suffix (allowed: .osm, .osm.gz, .osm.pbf), rename the file after what it is; "
                   "`osmium cat` converts other formats"};
}

/// What an extract of the Overpass API says of its date in its first lines, which the library skips.
std::string overpass_date(const fs::path& path) {
  std::array<char, 2'048> head{};
  const std::unique_ptr<gzFile_s, int (*)(gzFile_s*)> file{gzopen(path.c_str(), "rb"), gzclose};
  const int size = file ? gzread(file.get(), head.data(), head.size()) : 0;
  const std::string_view text{head.data(), static_cast<std::size_t>(std::max(size, 0))};
  constexpr std::string_view key = "osm_base=\"";
  const std::size_t at = text.find(key);
  if (at == std::string_view::npos) return {};
  const std::string_view date = text.substr(at + key.size(), 10);
  const bool is_date = date.size() == 10 && date.find_first_not_of("0123456789-") == std::string_view::npos;
  return is_date ? std::string{date} : std::string{};
}

void refuse_no_file(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  const auto refuse = [&](const std::string& message) -> InputError { return {path.string(), message}; };
  if (!fs::exists(status)) throw refuse("no such file, check its path");
  if (fs::is_directory(status)) throw refuse("this is a directory (expected an extract), name a file inside it");
  if (!fs::is_regular_file(status)) throw refuse("this is no ordinary file (expected an extract), copy it to one");
  const std::uintmax_t size = fs::file_size(path, error);
  if (error) throw refuse("cannot be read (" + error.message() + "), check its permissions");
  if (size == 0) throw refuse("the file is empty (expected an extract)" + std::string{fetch_again});
  if (size > largest_extract) {
    throw refuse("the file has " + std::to_string(size / 1'000'000) + " MB (allowed: at most " +
                 std::to_string(largest_extract / 1'000'000) +
                 "), cut out the commune, for example with `osmium extract`");
  }
}

}  // namespace

std::optional<Location> OsmData::find(std::int64_t node) const {
  const auto found = std::ranges::lower_bound(node_ids, node);
  if (found == node_ids.end() || *found != node) return std::nullopt;
  return locations[static_cast<std::size_t>(found - node_ids.begin())];
}

OsmData read_osm_file(const fs::path& path, const Region& region) {
  refuse_no_file(path);
  const std::string format = format_of(path);
  OsmData data = guarded(path.string(), [&] { return collect(osmium::io::File{path.string(), format}, region); });
  if (data.date.empty() && format != "osm.pbf") data.date = overpass_date(path);
  return data;
}

OsmData read_osm_bytes(std::string_view bytes, const std::string& format, const std::string& name,
                       const Region& region) {
  if (bytes.empty()) throw InputError{name, "the file is empty (expected an extract)" + std::string{fetch_again}};
  return guarded(name, [&] { return collect(osmium::io::File{bytes.data(), bytes.size(), format}, region); });
}

}  // namespace essaim::importer
