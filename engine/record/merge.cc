// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/record/merge.h"

#include <algorithm>
#include <limits>
#include <map>
#include <string>
#include <utility>

#include "engine/record/block.h"
#include "engine/record/durable.h"
#include "engine/record/file_writer.h"
#include "engine/record/header_reader.h"
#include "engine/record/layout.h"
#include "engine/record/summary.h"
#include "engine/run/result_digest.h"

namespace essaim::record {

namespace {

void require_all_blocks(const std::filesystem::path& directory, const ResultsHeader& header) {
  const std::vector<BlockKey> keys = all_blocks(header);
  const auto missing =
      std::ranges::count_if(keys, [&](BlockKey key) { return !std::filesystem::exists(block_path(directory, key)); });
  if (missing == 0) return;
  throw StorageError{Problem::incomplete, directory.string(),
                     std::to_string(missing) + " of " + std::to_string(keys.size()) +
                         " blocks are missing (the batch has not ended); run the same command again to finish it"};
}

/// Margins of all sites, in the order in which the cells name them.
struct Margins {
  std::vector<std::string> names;
  std::vector<std::string> units;

  std::size_t index(const std::string& name) const {
    return static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
  }
  void add(const BlockFile& block) {
    const std::vector<std::string> found = block.read_texts("/fit/margin");
    const std::vector<std::string> found_units = block.read_texts("/fit/units");
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (index(found[i]) == names.size()) names.push_back(found[i]), units.push_back(found_units[i]);
    }
  }
};

class Merger {
 public:
  Merger(const std::filesystem::path& directory, const std::filesystem::path& out)
      : directory_{directory},
        header_{read_design(directory)},
        writer_{out, header_, {0, header_.cells(), 0, header_.replicates}} {}

  ResultsHeader merge() {
    writer_.write_tables_of_root();
    for (const Indicator& indicator : header_.indicators) series_.push_back(writer_.make_indicator(indicator));
    for (const Indicator& indicator : header_.indicators) {
      if (indicator.by_group) by_group_.emplace_back(by_group_name(indicator), writer_.make_by_group(indicator));
    }
    writer_.make_groups();
    writer_.write_tables_of_groups();
    writer_.write_inputs();
    make_variables();
    for (std::uint32_t cell = 0; cell < header_.cells(); ++cell) copy_cell(cell);
    header_.result_sha256 = results_.hex();
    header_.state_sha256 = states_.hex();
    writer_.write_attributes(header_);
    write_margins();
    series_.clear(), by_group_.clear(), summaries_.clear(), variables_.clear();
    writer_.finish();
    return std::move(header_);
  }

 private:
  std::uint64_t arms() const { return header_.points_per_cell(); }

  void make_variables() {
    for (const Indicator& indicator : header_.indicators) summaries_.push_back(writer_.make_summary(indicator));
    for (const char* path : {"/status/state", "/status/error", "/status/seed", "/status/result_sha256",
                             "/status/state_sha256", "/status/events", "/status/wall_s"}) {
      variables_.emplace(path, writer_.make(path));
    }
    if (!header_.parameters.empty()) variables_.emplace("/design/drawn", writer_.make("/design/drawn"));
    if (!header_.traits.empty()) variables_.emplace("/structure/value", writer_.make("/structure/value"));
    for (std::uint32_t cell = 0; cell < header_.cells(); ++cell) find_margins(cell);
    if (margins_.names.empty()) return;
    writer_.set_size("margin", margins_.names.size());
    h5::Dataset names = writer_.make("/fit/margin");
    names.write_texts(names.everything(), margins_.names);
    variables_.emplace("/fit/target", writer_.make("/fit/target"));
    variables_.emplace("/fit/drawn", writer_.make("/fit/drawn"));
    sources_.resize(header_.sites.size() * margins_.names.size());
    sourced_.resize(sources_.size());
  }

  /// In the first block of the cell that has any: none has, where every replicate failed.
  void find_margins(std::uint32_t cell) {
    for (std::uint32_t number = 0; number < header_.blocks_per_cell(); ++number) {
      const BlockFile block{directory_, header_, {cell, number}};
      if (block.has("/fit/margin")) return margins_.add(block);
    }
  }

  void copy_cell(std::uint32_t cell) {
    std::vector<BlockFile> blocks;
    for (std::uint32_t block = 0; block < header_.blocks_per_cell(); ++block) {
      blocks.emplace_back(directory_, header_, BlockKey{cell, block});
    }
    for (std::size_t i = 0; i < series_.size(); ++i) copy_series(cell, blocks, i);
    for (auto& [name, target] : by_group_) copy_by_group(cell, blocks, name, target);
    std::uint64_t first = 0;
    for (const BlockFile& block : blocks) {
      copy_variables(cell, first, block);
      copy_fit(cell, first, block);
      first += block.replicates();
    }
    add_digests(cell, blocks);
  }

  /// One indicator of one cell: its replicates of all blocks, one design point after the other.
  void copy_series(std::uint32_t cell, const std::vector<BlockFile>& blocks, std::size_t indicator) {
    std::vector<h5::Dataset> sources;
    for (const BlockFile& block : blocks) sources.push_back(block.open("/" + header_.indicators[indicator].name));
    copy_whole(cell, blocks, sources, series_[indicator]);
    for (std::uint64_t arm = 0; arm < arms(); ++arm) {
      std::vector<double> values;
      for (std::size_t b = 0; b < blocks.size(); ++b) {
        const std::vector<double> part =
            sources[b].read_reals({{arm, 0, 0}, {1, blocks[b].replicates(), header_.days}});
        values.insert(values.end(), part.begin(), part.end());
      }
      const std::uint64_t point = cell * arms() + arm;
      const std::vector<double> summary = daily_quantiles(values, header_.days);
      summaries_[indicator].write_reals({{point, 0, 0}, {1, quantiles.size(), header_.days}}, summary);
    }
  }

  void copy_by_group(std::uint32_t cell, const std::vector<BlockFile>& blocks, const std::string& name,
                     h5::Dataset& target) {
    std::vector<h5::Dataset> sources;
    for (const BlockFile& block : blocks) sources.push_back(block.open("/" + name));
    copy_whole(cell, blocks, sources, target);
  }

  /// One indicator of all blocks of a cell, compressed as it is: a block is a row of chunks of the whole.
  void copy_whole(std::uint32_t cell, const std::vector<BlockFile>& blocks, const std::vector<h5::Dataset>& sources,
                  h5::Dataset& target) const {
    h5::Extents shift(target.extents().size(), 0);
    shift[0] = cell * arms();
    for (std::size_t b = 0; b < blocks.size(); ++b) {
      if (!target.copy_chunks(sources[b], shift)) {
        h5::Slab place = sources[b].everything();
        const std::vector<double> values = sources[b].read_reals(place);
        place.offset = shift;
        target.write_reals(place, values);
      }
      shift[1] += blocks[b].replicates();
    }
  }

  template <class T>
  void copy_variable(const char* path, std::uint64_t first_row, std::uint64_t first_replicate, const BlockFile& block) {
    const h5::Dataset source = block.open(path);
    h5::Slab target = source.everything();
    target.offset[0] = first_row;
    target.offset[1] = first_replicate;
    if constexpr (std::is_same_v<T, std::string>) {
      variables_.at(path).write_texts(target, source.read_texts(source.everything()));
    } else {
      variables_.at(path).template write<T>(target, source.template read<T>(source.everything()));
    }
  }

  void copy_variables(std::uint32_t cell, std::uint64_t first, const BlockFile& block) {
    const std::uint64_t point = cell * arms();
    copy_variable<std::uint8_t>("/status/state", point, first, block);
    copy_variable<std::string>("/status/error", point, first, block);
    copy_variable<std::uint64_t>("/status/seed", point, first, block);
    copy_variable<std::string>("/status/result_sha256", point, first, block);
    copy_variable<std::string>("/status/state_sha256", point, first, block);
    copy_variable<std::uint64_t>("/status/events", point, first, block);
    copy_variable<double>("/status/wall_s", cell, first, block);
    if (!header_.parameters.empty()) copy_variable<double>("/design/drawn", cell, first, block);
    if (!header_.traits.empty()) copy_variable<double>("/structure/value", cell, first, block);
  }

  /// A block knows the margins of its own site alone.
  void copy_fit(std::uint32_t cell, std::uint64_t first, const BlockFile& block) {
    if (!block.has("/fit/margin")) return;
    const std::vector<std::string> names = block.read_texts("/fit/margin");
    for (const char* path : {"/fit/target", "/fit/drawn"}) {
      const std::vector<double> found = block.read<double>(path);
      std::vector<double> all(block.replicates() * margins_.names.size(), std::numeric_limits<double>::quiet_NaN());
      for (std::size_t i = 0; i < found.size(); ++i) {
        all[i / names.size() * margins_.names.size() + margins_.index(names[i % names.size()])] = found[i];
      }
      variables_.at(path).write<double>({{cell, first, 0}, {1, block.replicates(), margins_.names.size()}}, all);
    }
    const std::vector<std::string> sources = block.read_texts("/fit/source");
    const std::vector<std::uint8_t> sourced = block.read<std::uint8_t>("/fit/sourced");
    const std::size_t site = header_.design_points[cell * arms()].site;
    for (std::size_t i = 0; i < names.size(); ++i) {
      const std::size_t at = site * margins_.names.size() + margins_.index(names[i]);
      sources_[at] = sources[site * names.size() + i];
      sourced_[at] = sourced[site * names.size() + i];
    }
  }

  void write_margins() {
    if (margins_.names.empty()) return;
    h5::Dataset units = writer_.make("/fit/units");
    units.write_texts(units.everything(), margins_.units);
    h5::Dataset sources = writer_.make("/fit/source");
    sources.write_texts(sources.everything(), sources_);
    h5::Dataset sourced = writer_.make("/fit/sourced");
    sourced.write<std::uint8_t>(sourced.everything(), sourced_);
  }

  void add_digests(std::uint32_t cell, const std::vector<BlockFile>& blocks) {
    std::vector<std::vector<std::string>> results;
    std::vector<std::vector<std::string>> states;
    for (const BlockFile& block : blocks) {
      results.push_back(block.read_texts("/status/result_sha256"));
      states.push_back(block.read_texts("/status/state_sha256"));
    }
    for (std::uint64_t arm = 0; arm < arms(); ++arm) {
      const DesignPoint& point = header_.design_points[cell * arms() + arm];
      for (std::uint32_t replicate = 0; replicate < header_.replicates; ++replicate) {
        const std::size_t block = replicate / replicates_per_block;
        const std::size_t at = arm * blocks[block].replicates() + replicate % replicates_per_block;
        const std::string& site = header_.sites[point.site].id;
        results_.add(site, point.variant, point.arm, replicate, results[block][at]);
        states_.add(site, point.variant, point.arm, replicate, states[block][at]);
      }
    }
  }

  std::filesystem::path directory_;
  ResultsHeader header_;
  FileWriter writer_;
  std::vector<h5::Dataset> series_;
  std::vector<std::pair<std::string, h5::Dataset>> by_group_;
  std::vector<h5::Dataset> summaries_;
  std::map<std::string, h5::Dataset, std::less<>> variables_;
  Margins margins_;
  std::vector<std::string> sources_;
  std::vector<std::uint8_t> sourced_;
  ResultDigest results_;
  ResultDigest states_;
};

}  // namespace

std::vector<BlockKey> all_blocks(const ResultsHeader& header) {
  std::vector<BlockKey> keys;
  for (std::uint32_t cell = 0; cell < header.cells(); ++cell) {
    for (std::uint32_t block = 0; block < header.blocks_per_cell(); ++block) keys.push_back({cell, block});
  }
  return keys;
}

ResultsHeader read_design(const std::filesystem::path& directory) {
  const std::filesystem::path path = design_path(directory);
  if (!std::filesystem::exists(path)) {
    throw StorageError{Problem::not_found, directory.string(),
                       "holds no batch (there is no design.nc); name the directory that `essaim batch -o` was given"};
  }
  check_seal(path);
  return read_header(h5::File::open(path.string()));
}

ResultsHeader merge_blocks(const std::filesystem::path& directory, const std::filesystem::path& out) {
  require_all_blocks(directory, read_design(directory));
  return Merger{directory, out}.merge();
}

}  // namespace essaim::record
