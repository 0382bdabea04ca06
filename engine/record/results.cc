// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/record/results.h"

#include <algorithm>

#include "engine/core/hash.h"

namespace essaim::record {

namespace {

void add(Sha256& sha, const std::string& text) {
  sha.update_u64(text.size());
  sha.update(text);
}

}  // namespace

std::string design_id(const ResultsHeader& header) {
  Sha256 sha;
  sha.update_u32(schema_major);
  for (const std::string* text :
       {&header.engine_version, &header.git_commit, &header.scenario_sha256, &header.experiment_sha256, &header.options,
        &header.start_date, &header.uncertainty}) {
    add(sha, *text);
  }
  sha.update_u64(header.master_seed);
  for (const std::uint32_t number : {header.days, header.replicates, header.lookahead_seconds}) sha.update_u32(number);
  for (const InputFile& input : header.inputs) add(sha, input.sha256);
  for (const DesignPoint& point : header.design_points) {
    add(sha, header.sites[point.site].id);
    add(sha, point.variant);
    add(sha, point.arm);
  }
  for (const ParameterRow& parameter : header.parameters) add(sha, parameter.name), add(sha, parameter.role);
  for (const double value : header.design_values) sha.update_f64(value);
  for (const Indicator& indicator : header.indicators) {
    add(sha, indicator.name);
    if (indicator.by_group) add(sha, by_group_name(indicator));
  }
  for (const GroupRow& group : header.groups) add(sha, group.name);
  return sha.hex();
}

std::uint32_t replicates_in(const ResultsHeader& header, BlockKey key) {
  return std::min(replicates_per_block, header.replicates - std::min(header.replicates, key.first_replicate()));
}

}  // namespace essaim::record
