// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/record/block.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <limits>
#include <type_traits>

#include "engine/core/error.h"
#include "engine/record/durable.h"
#include "engine/record/file_writer.h"
#include "engine/record/layout.h"
#include "engine/run/result_digest.h"

namespace essaim::record {

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

/// A block's records in the order of its variables.
class BlockWriter {
 public:
  BlockWriter(FileWriter& writer, const ResultsHeader& header, std::span<const ReplicateRecord> replicates)
      : writer_{writer}, header_{header}, replicates_{replicates}, arms_{header.points_per_cell()} {
    for (const Indicator& indicator : header.indicators) series_.push_back({indicator.name, indicator.wide});
    for (const Indicator& indicator : header.indicators) {
      if (indicator.by_group) series_.push_back({by_group_name(indicator), false, header.groups.size()});
    }
  }

  void write() {
    const std::size_t days = header_.days;
    std::size_t first = 0;
    for (const Indicator& indicator : header_.indicators) {
      write_series(writer_.make_indicator(indicator), first, days);
      first += days;
    }
    for (const Indicator& indicator : header_.indicators) {
      if (!indicator.by_group) continue;
      write_series(writer_.make_by_group(indicator), first, days * header_.groups.size());
      first += days * header_.groups.size();
    }
    write_status();
    write_drawn();
    write_traits();
    const auto fitted = std::ranges::find_if(replicates_, [](const auto& record) { return !record.fit.empty(); });
    if (fitted != replicates_.end()) write_fit(fitted->fit);
  }

 private:
  /// The `count` values of each run from `first` on.
  void write_series(h5::Dataset dataset, std::size_t first, std::size_t count) {
    std::vector<double> values;
    values.reserve(arms_ * replicates_.size() * count);
    for (std::size_t arm = 0; arm < arms_; ++arm) {
      for (const ReplicateRecord& record : replicates_) append(values, record.arms[arm].values, first, count);
    }
    dataset.write_reals(dataset.everything(), values);
  }

  static void append(std::vector<double>& values, const std::vector<double>& run, std::size_t first,
                     std::size_t count) {
    if (run.empty()) {
      values.insert(values.end(), count, not_a_number);
      return;
    }
    const auto from = run.begin() + static_cast<std::ptrdiff_t>(first);
    values.insert(values.end(), from, from + static_cast<std::ptrdiff_t>(count));
  }

  /// One value of each run, arms outermost.
  template <class T, class Value>
  std::vector<T> of_runs(Value value) const {
    std::vector<T> values;
    for (std::size_t arm = 0; arm < arms_; ++arm) {
      for (const ReplicateRecord& record : replicates_) values.push_back(static_cast<T>(value(record.arms[arm])));
    }
    return values;
  }

  template <class T>
  void write(const char* path, const std::vector<T>& values) {
    h5::Dataset dataset = writer_.make(path);
    if constexpr (std::is_same_v<T, std::string>) {
      dataset.write_texts(dataset.everything(), values);
    } else {
      dataset.write<T>(dataset.everything(), values);
    }
  }

  void write_status() {
    write("/status/state", of_runs<std::uint8_t>([](const ArmRecord& run) { return run.state; }));
    write("/status/error", of_runs<std::string>([](const ArmRecord& run) { return run.error; }));
    write("/status/seed", of_runs<std::uint64_t>([this](const ArmRecord&) { return header_.master_seed; }));
    write("/status/result_sha256",
          of_runs<std::string>([this](const ArmRecord& run) { return run_digest(series_, header_.days, run.values); }));
    write("/status/state_sha256", of_runs<std::string>([](const ArmRecord& run) { return run.state_sha256; }));
    write("/status/events", of_runs<std::uint64_t>([](const ArmRecord& run) { return run.events; }));
    std::vector<double> seconds;
    for (const ReplicateRecord& record : replicates_) seconds.push_back(record.wall_seconds);
    write("/status/wall_s", seconds);
  }

  void write_drawn() {
    if (header_.parameters.empty()) return;
    std::vector<std::string> names;
    for (const ParameterRow& parameter : header_.parameters) names.push_back(parameter.name);
    write("/design/parameter", names);
    std::vector<double> drawn;
    for (const ReplicateRecord& record : replicates_) {
      drawn.insert(drawn.end(), record.parameters.begin(), record.parameters.end());
    }
    write("/design/drawn", drawn);
  }

  void write_traits() {
    if (header_.traits.empty()) return;
    std::vector<std::string> names;
    for (const TraitRow& trait : header_.traits) names.push_back(trait.name);
    write("/structure/trait", names);
    std::vector<double> values;
    for (const ReplicateRecord& record : replicates_) {
      ESSAIM_EXPECTS(record.traits.empty() || record.traits.size() == header_.traits.size());
      for (std::size_t i = 0; i < header_.traits.size(); ++i) {
        values.push_back(record.traits.empty() ? not_a_number : record.traits[i]);
      }
    }
    write("/structure/value", values);
  }

  /// All replicates of a cell have the margins of its site, in one order; none if they failed before.
  void write_fit(const std::vector<FitRecord>& margins) {
    writer_.set_size("margin", margins.size());
    std::vector<std::string> names;
    std::vector<std::string> units;
    std::vector<std::string> sources(header_.sites.size() * margins.size());
    std::vector<std::uint8_t> sourced(sources.size(), 0);
    const std::size_t site = header_.design_points[std::size_t{writer_.part().first_cell} * arms_].site;
    for (const FitRecord& margin : margins) {
      const std::size_t at = site * margins.size() + names.size();
      sources[at] = margin.source;
      sourced[at] = margin.sourced ? 1 : 0;
      names.push_back(margin.margin);
      units.push_back(margin.unit);
    }
    std::vector<double> targets;
    std::vector<double> drawn;
    for (const ReplicateRecord& record : replicates_) {
      ESSAIM_EXPECTS(record.fit.empty() || record.fit.size() == margins.size());
      for (std::size_t i = 0; i < margins.size(); ++i) {
        targets.push_back(record.fit.empty() ? not_a_number : record.fit[i].target);
        drawn.push_back(record.fit.empty() ? not_a_number : record.fit[i].drawn);
      }
    }
    write("/fit/margin", names);
    write("/fit/units", units);
    write("/fit/source", sources);
    write("/fit/sourced", sourced);
    write("/fit/target", targets);
    write("/fit/drawn", drawn);
  }

  FileWriter& writer_;
  const ResultsHeader& header_;
  std::span<const ReplicateRecord> replicates_;
  std::size_t arms_;
  std::vector<StoredSeries> series_;
};

void require_complete(const ResultsHeader& header, const ReplicateRecord& record) {
  ESSAIM_EXPECTS(record.arms.size() == header.points_per_cell());
  ESSAIM_EXPECTS(record.parameters.size() == header.parameters.size());
  for (const ArmRecord& run : record.arms) {
    const bool whole = run.values.size() == header.values_of_a_run();
    ESSAIM_EXPECTS(whole || (run.state == RunState::failed && run.values.empty()));
  }
}

void require_same_design(const std::filesystem::path& file, const std::string& found, const ResultsHeader& header) {
  if (found == header.design_id) return;
  throw StorageError{Problem::other_design, file.string(),
                     "belongs to another design (the scenario, an option, the seed or the engine changed since); "
                     "choose another directory, or remove this one to start anew"};
}

h5::File open_block(const std::filesystem::path& path) {
  check_seal(path);
  return h5::File::open(path.string());
}

}  // namespace

std::filesystem::path design_path(const std::filesystem::path& directory) { return directory / "design.nc"; }

std::filesystem::path block_path(const std::filesystem::path& directory, BlockKey key) {
  std::array<char, 48> name{};
  std::snprintf(name.data(), name.size(), "cell-%05u-block-%04u.nc", key.cell, key.block);
  return directory / name.data();
}

void write_design(const std::filesystem::path& directory, const ResultsHeader& header) {
  const std::filesystem::path path = design_path(directory);
  if (std::filesystem::exists(path)) {
    try {
      check_seal(path);
      return require_same_design(path, h5::File::open(path.string()).read_text_attribute("design_id"), header);
    } catch (const StorageError& error) {
      if (error.problem() == Problem::other_design) throw;  // a damaged one is written again
    }
  }
  FileWriter writer{path, header, {0, header.cells(), 0, 0}};
  writer.write_attributes(header);
  writer.write_tables_of_root();
  for (const Indicator& indicator : header.indicators) writer.make_indicator(indicator);
  for (const Indicator& indicator : header.indicators) {
    if (indicator.by_group) writer.make_by_group(indicator);
  }
  writer.make_groups();
  writer.write_tables_of_groups();
  writer.write_inputs();
  writer.finish();
}

void write_block(const std::filesystem::path& directory, const ResultsHeader& header, BlockKey key,
                 std::span<const ReplicateRecord> replicates) {
  ESSAIM_EXPECTS(replicates.size() == replicates_in(header, key) && !replicates.empty());
  for (const ReplicateRecord& record : replicates) require_complete(header, record);
  const FilePart part{key.cell, 1, key.first_replicate(), static_cast<std::uint32_t>(replicates.size())};
  FileWriter writer{block_path(directory, key), header, part};
  writer.file().write_attribute("title", "A block of: " + header.title);
  writer.file().write_attribute("design_id", header.design_id);
  writer.make_groups();
  BlockWriter{writer, header, replicates}.write();
  writer.finish();
}

BlockFile::BlockFile(const std::filesystem::path& directory, const ResultsHeader& header, BlockKey key)
    : file_{open_block(block_path(directory, key))}, replicates_{replicates_in(header, key)} {
  const std::filesystem::path path = block_path(directory, key);
  require_same_design(path, file_.read_text_attribute("design_id"), header);
  const std::vector<std::int32_t> cells = read<std::int32_t>("/cell");
  const std::vector<std::int32_t> numbers = read<std::int32_t>("/replicate");
  const bool expected = cells == std::vector{static_cast<std::int32_t>(key.cell)} && numbers.size() == replicates_ &&
                        numbers.front() == static_cast<std::int32_t>(key.first_replicate());
  if (!expected) throw StorageError{Problem::damaged, path.string(), "holds other replicates than its name says"};
}

std::vector<std::string> BlockFile::read_texts(const std::string& path) const {
  const h5::Dataset dataset = open(path);
  return dataset.read_texts(dataset.everything());
}

}  // namespace essaim::record
