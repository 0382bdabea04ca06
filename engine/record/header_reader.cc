// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/record/header_reader.h"

#include <algorithm>
#include <charconv>
#include <type_traits>

#include "engine/record/layout.h"

namespace essaim::record {

namespace {

struct AttributeReader {
  const h5::File& file;

  void operator()(const char* name, std::string& text) const { text = file.read_text_attribute(name); }
  void operator()(const char* name, std::uint64_t& value) const { value = file.read_uint64_attribute(name); }
  void operator()(const char* name, double& value) const { value = file.read_number_attribute(name); }
  void operator()(const char* name, std::uint32_t& value) const {
    value = static_cast<std::uint32_t>(file.read_number_attribute(name));
  }
  void operator()(const char* name, std::int32_t& value) const {
    value = static_cast<std::int32_t>(file.read_number_attribute(name));
  }
};

template <class T>
std::vector<T> read_all(const h5::File& file, const std::string& path) {
  const h5::Dataset dataset = file.open_dataset(path);
  if constexpr (std::is_same_v<T, std::string>) {
    return dataset.read_texts(dataset.everything());
  } else {
    return dataset.read<T>(dataset.everything());
  }
}

struct ColumnReader {
  const h5::File& file;

  template <class Row, class Member>
  void operator()(const char* path, std::vector<Row>& rows, Member Row::* member) const {
    using Stored =
        std::conditional_t<std::is_same_v<Member, bool>, std::uint8_t,
                           std::conditional_t<std::is_integral_v<Member> && sizeof(Member) == 4, std::int32_t, Member>>;
    if (!file.has(path)) return;  // an empty table is not written
    const std::vector<Stored> column = read_all<Stored>(file, path);
    rows.resize(column.size());
    for (std::size_t i = 0; i < column.size(); ++i) {
      if constexpr (std::is_same_v<Member, bool>) {
        rows[i].*member = column[i] != 0;
      } else {
        rows[i].*member = static_cast<Member>(column[i]);
      }
    }
  }
};

void read_themes(const h5::File& file, ResultsHeader& header) {
  if (!file.has("/status/theme")) return;
  const std::vector<std::string> themes = read_all<std::string>(file, "/status/theme");
  for (std::size_t i = 0; i < header.quality.size(); ++i) {
    header.quality[i].site = static_cast<std::uint32_t>(i / themes.size());
    header.quality[i].theme = themes[i % themes.size()];
  }
}

void read_inputs(const h5::File& file, ResultsHeader& header) {
  if (!file.has("/inputs/content")) return;
  const std::vector<std::uint64_t> sizes = read_all<std::uint64_t>(file, "/inputs/size");
  const std::vector<std::uint8_t> content = read_all<std::uint8_t>(file, "/inputs/content");
  auto next = content.begin();
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    const auto end = next + static_cast<std::ptrdiff_t>(sizes[i]);
    header.inputs[i].bytes.assign(next, end);
    next = end;
  }
}

/// Indicators are the variables of the root that say which way is better.
void read_indicators(const h5::File& file, ResultsHeader& header) {
  for (const std::string& name : file.names("/")) {
    if (!file.is_dataset("/" + name)) continue;
    const h5::Dataset dataset = file.open_dataset("/" + name);
    if (!dataset.has_attribute("better")) continue;
    Indicator indicator;
    indicator.name = name;
    indicator.wide = dataset.type() == h5::Type::float64;
    visit_indicator([&](const char* key, std::string& text) { text = dataset.read_text_attribute(key); }, indicator);
    indicator.by_group = file.has("/" + by_group_name(indicator));
    header.indicators.push_back(std::move(indicator));
  }
  std::ranges::sort(header.indicators, {}, &Indicator::name);
}

}  // namespace

void require_known_layout(const h5::File& file) {
  if (!file.has_attribute("schema_version") || !file.has_attribute("design_id")) {
    throw StorageError{Problem::not_results, file.path(), "is an HDF5 file, but not one of Essaim's results"};
  }
  const std::string version = file.read_text_attribute("schema_version");
  int major = -1;
  std::from_chars(version.data(), version.data() + version.size(), major);
  if (major == schema_major) return;
  throw StorageError{Problem::other_version, file.path(),
                     "has layout " + version + " (this program reads " + std::to_string(schema_major) +
                         ".x); read it with the version of Essaim that its attribute engine_version names"};
}

ResultsHeader read_header(const h5::File& file) {
  require_known_layout(file);
  ResultsHeader header;
  visit_attributes(AttributeReader{file}, header);
  visit_columns(ColumnReader{file}, header);
  read_themes(file, header);
  read_inputs(file, header);
  read_indicators(file, header);
  if (file.has("/design/value")) header.design_values = read_all<double>(file, "/design/value");
  return header;
}

}  // namespace essaim::record
