// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/record/results_reader.h"

#include <algorithm>

#include "engine/record/durable.h"
#include "engine/record/header_reader.h"
#include "engine/record/layout.h"

namespace essaim::record {

namespace {

h5::File open_sealed(const std::filesystem::path& path) {
  check_seal(path);
  return h5::File::open(path.string());
}

/// Blocks and the design of a batch have no digest of all runs.
void require_merged(const h5::File& file, const ResultsHeader& header) {
  if (!header.result_sha256.empty()) return;
  throw StorageError{Problem::incomplete, file.path(), "is the design of a batch; merge its blocks first"};
}

/// All replicates of one design point: [replicate][day], or [replicate][day][group].
std::vector<double> values_of_point(const h5::File& file, const StoredSeries& series, const ResultsHeader& header,
                                    std::size_t point) {
  h5::Slab slab{{point, 0, 0}, {1, header.replicates, header.days}};
  if (series.groups > 0) slab.offset.push_back(0), slab.count.push_back(series.groups);
  return file.open_dataset("/" + series.name).read_reals(slab);
}

}  // namespace

std::size_t RunStatus::failed() const { return static_cast<std::size_t>(std::ranges::count(state, RunState::failed)); }

ResultsReader::ResultsReader(const std::filesystem::path& file) : file_{open_sealed(file)} {
  require_known_layout(file_);
  if (!file_.has_attribute("result_sha256")) {
    throw StorageError{Problem::incomplete, file_.path(), "is one block of a batch; merge its directory first"};
  }
  header_ = read_header(file_);
  require_merged(file_, header_);
}

std::optional<std::size_t> ResultsReader::indicator(std::string_view name) const {
  const auto found = std::ranges::find(header_.indicators, name, &Indicator::name);
  if (found == header_.indicators.end()) return std::nullopt;
  return static_cast<std::size_t>(found - header_.indicators.begin());
}

Series ResultsReader::series(std::size_t indicator) const { return series(indicator, 0, header_.design_points.size()); }

Series ResultsReader::series(std::size_t indicator, std::size_t first, std::size_t count) const {
  const h5::Dataset dataset = file_.open_dataset("/" + header_.indicators[indicator].name);
  return {count, header_.replicates, header_.days,
          dataset.read_reals({{first, 0, 0}, {count, header_.replicates, header_.days}})};
}

Series ResultsReader::group_series(std::size_t indicator, std::size_t group) const {
  const h5::Dataset dataset = file_.open_dataset("/" + by_group_name(header_.indicators[indicator]));
  const std::size_t points = header_.design_points.size();
  return {points, header_.replicates, header_.days,
          dataset.read_reals({{0, 0, 0, group}, {points, header_.replicates, header_.days, 1}})};
}

std::vector<double> ResultsReader::summary(std::size_t indicator, std::size_t design_point) const {
  const h5::Dataset dataset = file_.open_dataset("/summary/" + header_.indicators[indicator].name);
  return dataset.read_reals({{design_point, 0, 0}, {1, quantiles.size(), header_.days}});
}

template <class T>
std::vector<T> ResultsReader::all(const char* path) const {
  if (!file_.has(path)) return {};
  const h5::Dataset dataset = file_.open_dataset(path);
  return dataset.read<T>(dataset.everything());
}

std::vector<std::string> ResultsReader::all_texts(const char* path) const {
  if (!file_.has(path)) return {};
  const h5::Dataset dataset = file_.open_dataset(path);
  return dataset.read_texts(dataset.everything());
}

std::vector<double> ResultsReader::traits() const { return all<double>("/structure/value"); }

std::vector<double> ResultsReader::drawn() const { return all<double>("/design/drawn"); }

RunStatus ResultsReader::status() const {
  RunStatus status;
  for (const std::uint8_t state : all<std::uint8_t>("/status/state")) {
    status.state.push_back(static_cast<RunState>(state));
  }
  status.error = all_texts("/status/error");
  status.result_sha256 = all_texts("/status/result_sha256");
  status.state_sha256 = all_texts("/status/state_sha256");
  status.events = all<std::uint64_t>("/status/events");
  status.wall_seconds = all<double>("/status/wall_s");
  return status;
}

Fit ResultsReader::fit() const {
  return {all_texts("/fit/margin"),          all_texts("/fit/units"),    all_texts("/fit/source"),
          all<std::uint8_t>("/fit/sourced"), all<double>("/fit/target"), all<double>("/fit/drawn")};
}

std::vector<StoredSeries> ResultsReader::stored_series() const {
  std::vector<StoredSeries> stored;
  for (const Indicator& indicator : header_.indicators) stored.push_back({indicator.name, indicator.wide});
  for (const Indicator& indicator : header_.indicators) {
    if (indicator.by_group) stored.push_back({by_group_name(indicator), false, header_.groups.size()});
  }
  return stored;
}

void ResultsReader::verify() const {
  const RunStatus runs = status();
  const std::vector<StoredSeries> stored = stored_series();
  ResultDigest results;
  ResultDigest states;
  for (std::size_t point = 0; point < header_.design_points.size(); ++point) {
    std::vector<std::vector<double>> of_point;  // [stored series][replicate][day][group]
    for (const StoredSeries& one : stored) of_point.push_back(values_of_point(file_, one, header_, point));
    const DesignPoint& row = header_.design_points[point];
    const std::string& site = header_.sites[row.site].id;
    for (std::uint32_t replicate = 0; replicate < header_.replicates; ++replicate) {
      const std::size_t run = point * header_.replicates + replicate;
      std::vector<double> values;
      for (const std::vector<double>& all : of_point) {
        const std::size_t count = all.size() / header_.replicates;
        const auto from = all.begin() + static_cast<std::ptrdiff_t>(replicate * count);
        values.insert(values.end(), from, from + static_cast<std::ptrdiff_t>(count));
      }
      results.add(site, row.variant, row.arm, replicate, run_digest(stored, header_.days, values));
      states.add(site, row.variant, row.arm, replicate, runs.state_sha256[run]);
    }
  }
  if (results.hex() == header_.result_sha256 && states.hex() == header_.state_sha256) return;
  throw StorageError{Problem::damaged, path(), "holds other values than its digest says"};
}

}  // namespace essaim::record
