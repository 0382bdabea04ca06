// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/record/h5.h"
#include "engine/record/results.h"
#include "engine/run/result_digest.h"

namespace essaim::record {

/// Values of one indicator: [design point][replicate][day]; NaN where there is none.
struct Series {
  std::size_t design_points = 0;
  std::size_t replicates = 0;
  std::size_t days = 0;
  std::vector<double> values;

  std::span<const double> days_of(std::size_t design_point, std::size_t replicate) const {
    return std::span{values}.subspan((design_point * replicates + replicate) * days, days);
  }
};

/// What became of each run: [design point][replicate].
struct RunStatus {
  std::vector<RunState> state;
  std::vector<std::string> error;
  std::vector<std::string> result_sha256;
  std::vector<std::string> state_sha256;
  std::vector<std::uint64_t> events;
  std::vector<double> wall_seconds;  ///< [cell][replicate]

  std::size_t failed() const;
};

/// How the synthetic populations meet known margins.
struct Fit {
  std::vector<std::string> margins;
  std::vector<std::string> units;
  std::vector<std::string> sources;   ///< [site][margin]
  std::vector<std::uint8_t> sourced;  ///< [site][margin]; 0 if the target itself is a guess
  std::vector<double> targets;        ///< [cell][replicate][margin]; NaN if the site has no such margin
  std::vector<double> drawn;          ///< the same
};

/// A merged results file. Opening it checks every byte against the seal, so that what is read is what was written.
class ResultsReader {
 public:
  /// Throws a `StorageError`: not_found, not_results, damaged, other_version, or incomplete for a part of a batch.
  explicit ResultsReader(const std::filesystem::path& file);

  const std::string& path() const { return file_.path(); }
  const ResultsHeader& header() const { return header_; }
  std::optional<std::size_t> indicator(std::string_view name) const;

  Series series(std::size_t indicator) const;
  Series series(std::size_t indicator, std::size_t first_design_point, std::size_t design_points) const;
  /// Of one that is read by group, the values of one group.
  Series group_series(std::size_t indicator, std::size_t group) const;
  /// Quantiles of `record::quantiles` over replicates: [quantile][day] of one design point.
  std::vector<double> summary(std::size_t indicator, std::size_t design_point) const;
  std::vector<double> drawn() const;   ///< [cell][replicate][parameter]
  std::vector<double> traits() const;  ///< [cell][replicate][trait]; NaN where the replicate failed before
  RunStatus status() const;
  Fit fit() const;

  /// Reads everything and computes the digests anew; throws `damaged` where one differs.
  void verify() const;

 private:
  template <class T>
  std::vector<T> all(const char* path) const;
  std::vector<std::string> all_texts(const char* path) const;
  std::vector<StoredSeries> stored_series() const;

  h5::File file_;
  ResultsHeader header_;
};

}  // namespace essaim::record
