// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/record/file_writer.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <type_traits>
#include <vector>

#include "engine/core/error.h"
#include "engine/record/durable.h"
#include "engine/record/layout.h"

namespace essaim::record {

namespace {

constexpr std::uint64_t longest_time_chunk = 1'095;  ///< three years of days
constexpr std::uint64_t longest_chunk = 1 << 20;     ///< of bytes of inputs
constexpr std::uint64_t longest_plain = 4'096;       ///< rows of a table that is not compressed

/// A chunk holds one design point's replicates of a block: one indicator of all replicates is then read in few,
/// whole pieces; so is one group's.
std::uint64_t chunk_length(std::string_view dimension, std::uint64_t size) {
  if (dimension == "design_point" || dimension == "cell" || dimension == "group") return 1;
  if (dimension == "replicate") return replicates_per_block;
  if (dimension == "time") return std::min(size, longest_time_chunk);
  return std::min(size, longest_chunk);
}

std::string with_unit(std::string_view units, const ResultsHeader& header) {
  return units == "days since <start>" ? "days since " + header.start_date : std::string{units};
}

Sizes sizes_of(const ResultsHeader& header, const FilePart& part) {
  return {{"design_point", std::uint64_t{part.cells} * header.points_per_cell()},
          {"replicate", part.replicates},
          {"time", header.days},
          {"site", header.sites.size()},
          {"cell", part.cells},
          {"group", header.groups.size()},
          {"parameter", header.parameters.size()},
          {"action", header.actions.size()},
          {"theme", header.sites.empty() ? 0 : header.quality.size() / header.sites.size()},
          {"trait", header.traits.size()},
          {"quantile", quantiles.size()},
          {"input", header.inputs.size()},
          {"node", header.territory.nodes.size()},
          {"road", header.territory.roads.size()},
          {"square", header.territory.squares.size()},
          {"place", header.territory.places.size()},
          {"corner", header.territory.corners.size()}};
}

/// A column of a table as the file stores it.
template <class Row, class Member>
auto stored_column(const std::vector<Row>& rows, Member Row::* member) {
  using Stored =
      std::conditional_t<std::is_same_v<Member, bool>, std::uint8_t,
                         std::conditional_t<std::is_integral_v<Member> && sizeof(Member) == 4, std::int32_t, Member>>;
  std::vector<Stored> column;
  for (const Row& row : rows) column.push_back(static_cast<Stored>(row.*member));
  return column;
}

template <class T>
void write_all(h5::Dataset dataset, const std::vector<T>& values) {
  if constexpr (std::is_same_v<T, std::string>) {
    dataset.write_texts(dataset.everything(), values);
  } else {
    dataset.write<T>(dataset.everything(), values);
  }
}

struct AttributeWriter {
  h5::File& file;

  void operator()(const char* name, const std::string& text) const { file.write_attribute(name, text); }
  void operator()(const char* name, std::uint64_t value) const { file.write_uint64_attribute(name, value); }
  void operator()(const char* name, double value) const { file.write_attribute(name, value, h5::Type::float64); }
  void operator()(const char* name, std::uint32_t value) const { file.write_attribute(name, value, h5::Type::int32); }
  void operator()(const char* name, std::int32_t value) const { file.write_attribute(name, value, h5::Type::int32); }
};

}  // namespace

FileWriter::FileWriter(const std::filesystem::path& final_name, const ResultsHeader& header, const FilePart& part)
    : header_{header},
      part_{part},
      final_name_{final_name},
      file_{h5::File::create(part_of(final_name).string())},
      sizes_{sizes_of(header, part)} {
  file_.write_attribute("Conventions", "CF-1.10");
  file_.write_attribute("schema_version", std::to_string(schema_major) + "." + std::to_string(schema_minor));
  file_.write_attribute("source", "Essaim " + header.engine_version);
  file_.write_attribute("history", header.created_utc + " " + header.command_line);
  file_.write_attribute("hdf5_version", h5::library_version());
  make_coordinates();
}

FileWriter::~FileWriter() {
  if (finished_) return;
  scales_.clear();
  file_ = {};
  std::error_code ignored;
  std::filesystem::remove(part_of(final_name_), ignored);
}

std::uint64_t FileWriter::size(std::string_view dimension) const { return sizes_.find(dimension)->second; }

void FileWriter::set_size(std::string_view dimension, std::uint64_t size) { sizes_[std::string{dimension}] = size; }

template <class T>
void FileWriter::write_numbers(std::string_view path, std::uint64_t first, std::uint64_t count) {
  std::vector<T> numbers(count);
  std::iota(numbers.begin(), numbers.end(), static_cast<T>(first));
  write_all(make(path), numbers);
}

void FileWriter::make_coordinates() {
  const std::uint64_t points = header_.points_per_cell();
  write_numbers<std::int32_t>("/design_point", part_.first_cell * points, part_.cells * points);
  write_numbers<std::int32_t>("/replicate", part_.first_replicate, part_.replicates);
  write_numbers<std::int32_t>("/time", 0, header_.days);
  h5::Dataset& time = scale("time");
  time.write_attribute("standard_name", "time");
  time.write_attribute("calendar", "proleptic_gregorian");
  time.write_attribute("axis", "T");
  make_site_coordinate();
  write_numbers<std::int32_t>("/cell", part_.first_cell, part_.cells);
  make_group_coordinate();
}

void FileWriter::make_site_coordinate() {
  std::vector<std::string> sites;
  for (const SiteRow& site : header_.sites) sites.push_back(site.insee + " " + site.name);
  write_all(make("/site"), sites);
}

void FileWriter::make_group_coordinate() {
  if (!header_.groups.empty()) write_all(make("/group"), stored_column(header_.groups, &GroupRow::name));
}

void FileWriter::make_groups() {
  for (const char* group : {"/design", "/status", "/fit", "/summary", "/inputs"}) file_.make_group(group);
  if (!header_.traits.empty()) file_.make_group("/structure");
  if (!header_.territory.sites.empty()) file_.make_group("/territory");
}

h5::Dataset& FileWriter::scale(std::string_view dimension) {
  const auto known = scales_.find(dimension);
  if (known != scales_.end()) return known->second;
  const std::string path{dimension_row(dimension).scale};
  return scales_.emplace(dimension, file_.open_dataset(path)).first->second;
}

h5::Dataset FileWriter::make(std::string_view path) {
  return make_like(path, std::string{path}, variable_row(path).type);
}

h5::Dataset FileWriter::make_indicator(const Indicator& indicator) {
  h5::Dataset dataset =
      make_like("/<indicator>", "/" + indicator.name, indicator.wide ? h5::Type::float64 : h5::Type::float32);
  visit_indicator([&](const char* name, const std::string& text) { dataset.write_attribute(name, text); }, indicator);
  dataset.write_attribute("coordinates", "design_point_site design_point_variant design_point_arm");
  return dataset;
}

h5::Dataset FileWriter::make_by_group(const Indicator& indicator) {
  h5::Dataset dataset = make_like("/<indicator>_by_group", "/" + by_group_name(indicator), h5::Type::float32);
  dataset.write_attribute("long_name", indicator.label_en + ", by group of households");
  dataset.write_attribute("long_name_fr", indicator.label_fr + ", par groupe de ménages");
  dataset.write_attribute("units", indicator.unit);
  dataset.write_attribute("cell_methods", indicator.cell_methods);
  dataset.write_attribute("coordinates",
                          "design_point_site design_point_variant design_point_arm group_kind group_label");
  return dataset;
}

h5::Dataset FileWriter::make_summary(const Indicator& indicator) {
  h5::Dataset dataset = make_like("/summary/<indicator>", "/summary/" + indicator.name,
                                  indicator.wide ? h5::Type::float64 : h5::Type::float32);
  dataset.write_attribute("units", indicator.unit);
  return dataset;
}

h5::Dataset FileWriter::make_like(std::string_view row_path, const std::string& path, h5::Type type) {
  const VariableRow& row = variable_row(row_path);
  h5::DatasetSpec spec{.path = path, .type = type, .extents = {}, .chunk = {}};
  for (std::size_t axis = 0; axis < row.rank(); ++axis) {
    const std::uint64_t size = sizes_.find(row.dimensions[axis])->second;
    spec.extents.push_back(size);
    spec.chunk.push_back(std::max<std::uint64_t>(1, chunk_length(row.dimensions[axis], size)));
    if (row.dimensions[axis] == "replicate") spec.growing = static_cast<int>(axis);
  }
  const bool small =
      row.rank() == 1 && spec.growing < 0 && row.dimensions[0] != "byte" && spec.extents[0] <= longest_plain;
  if (small) spec.chunk.clear();

  h5::Dataset dataset = file_.create_dataset(spec);
  made_.emplace_back(path, spec.extents);
  const bool is_scale = row.rank() == 1 && dimension_row(row.dimensions[0]).scale == path;
  if (is_scale) dataset.make_dimension(std::string{row.dimensions[0]});
  if (!is_scale) name_dimensions(dataset, row);
  if (!row.is_series()) {
    dataset.write_attribute("long_name", row.meaning);
    if (!row.units.empty()) dataset.write_attribute("units", with_unit(row.units, header_));
  }
  describe(dataset, row.path);
  const bool real = type == h5::Type::float32 || type == h5::Type::float64;
  if (real && !is_scale) {
    dataset.write_attribute("_FillValue", std::array{std::numeric_limits<double>::quiet_NaN()}, type);
  }
  return dataset;
}

/// The scales are told at the end who has them, each once.
void FileWriter::name_dimensions(h5::Dataset& dataset, const VariableRow& row) {
  std::vector<h5::Reference> scales;
  for (std::size_t axis = 0; axis < row.rank(); ++axis) {
    scales.push_back(scale(row.dimensions[axis]).reference());
    uses_[std::string{row.dimensions[axis]}].push_back({dataset.reference(), static_cast<unsigned>(axis)});
  }
  dataset.name_dimensions(scales);
}

void FileWriter::describe(h5::Dataset& dataset, std::string_view path) {
  const auto flags = std::ranges::find(flag_rows(), path, &FlagRow::path);
  if (flags == flag_rows().end()) return;
  std::string names;
  std::vector<double> values;
  for (const std::string_view name : flags->names) {
    names.append(names.empty() ? "" : " ").append(name);
    values.push_back(static_cast<double>(values.size()));
  }
  dataset.write_attribute("flag_values", values, h5::Type::uint8);
  dataset.write_attribute("flag_meanings", names);
}

void FileWriter::write_attributes(const ResultsHeader& header) { visit_attributes(AttributeWriter{file_}, header); }

void FileWriter::write_tables_of_root() { write_columns(false); }

void FileWriter::write_tables_of_groups() {
  write_territory_coordinates();
  write_columns(true);
  if (!header_.design_values.empty()) write_all(make("/design/value"), header_.design_values);
  const std::vector<double> probabilities{quantiles.begin(), quantiles.end()};
  write_all(make("/summary/quantile"), probabilities);
}

void FileWriter::write_columns(bool of_groups) {
  visit_columns(
      [this, of_groups](std::string_view path, const auto& rows, auto member) {
        const bool in_group = path.find('/', 1) != std::string_view::npos;
        if (rows.empty() || in_group != of_groups || path == "/group") return;  // every file has that one already
        if (path == "/status/quality") write_themes();
        write_all(make(path), stored_column(rows, member));
      },
      header_);
}

void FileWriter::write_themes() {
  std::vector<std::string> themes;
  for (std::uint64_t i = 0; i < size("theme"); ++i) themes.push_back(header_.quality[i].theme);
  write_all(make("/status/theme"), themes);
}

void FileWriter::write_territory_coordinates() {
  for (const char* dimension : {"node", "road", "square", "place", "corner"}) {
    if (size(dimension) == 0) continue;
    write_numbers<std::int32_t>(dimension_row(dimension).scale, 0, size(dimension));
    scale(dimension).write_attribute("generated",
                                     "where /territory/generated is 1, rows are those of replicate 0: "
                                     "each replicate draws its own");
  }
}

void FileWriter::write_inputs() {
  if (header_.inputs.empty()) return;
  std::vector<std::uint64_t> lengths;
  std::vector<std::uint8_t> content;
  for (const InputFile& input : header_.inputs) {
    lengths.push_back(input.bytes.size());
    content.insert(content.end(), input.bytes.begin(), input.bytes.end());
  }
  write_all(make("/inputs/size"), lengths);
  set_size("byte", content.size());
  if (content.empty()) return;
  h5::Dataset dimension = file_.create_dataset(
      {.path = "/inputs/byte", .type = h5::Type::float32, .extents = {content.size()}, .chunk = {}});
  dimension.make_dimension("This is a netCDF dimension but not a netCDF variable. " + std::to_string(content.size()));
  write_all(make("/inputs/content"), content);
}

void FileWriter::finish() {
  for (const auto& [dimension, uses] : uses_) scale(dimension).write_uses(uses);
  scales_.clear();
  file_.close();
  const std::filesystem::path part = part_of(final_name_);
  seal(part);
  verify(part);
  publish(part, final_name_);
  finished_ = true;
}

/// A full disk may go unreported by the library until the file is closed, or at all: so look again.
void FileWriter::verify(const std::filesystem::path& part) const {
  check_seal(part);
  const h5::File written = h5::File::open(part.string());
  for (const auto& [path, extents] : made_) {
    if (written.open_dataset(path).extents() == extents) continue;
    throw StorageError{Problem::failed, part.string(), path + " was not written whole"};
  }
}

}  // namespace essaim::record
