// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <hdf5_hl.h>

#include <string>
#include <vector>

#include "engine/record/merge.h"
#include "tests/engine/record/sample.h"

// Dimensions as the HDF5 library itself reads them: the lists are written without its H5DSattach_scale.

namespace essaim::record {
namespace {

struct Seen {
  std::vector<std::string> scales;
  std::size_t attached = 0;
};

struct Axis {
  hid_t dataset;
  unsigned number;
  hsize_t size;
  std::string name;
};

herr_t check_scale(hid_t, unsigned, hid_t scale, void* of) {
  const auto& axis = *static_cast<const Axis*>(of);
  EXPECT_GT(H5DSis_attached(axis.dataset, scale, axis.number), 0) << axis.name << ", both of them say so";
  const hid_t space = H5Dget_space(scale);
  EXPECT_EQ(static_cast<hsize_t>(H5Sget_simple_extent_npoints(space)), axis.size) << axis.name;
  H5Sclose(space);
  return 0;
}

herr_t look_at(hid_t root, const char* name, const H5O_info_t* info, void* seen) {
  if (info->type != H5O_TYPE_DATASET) return 0;
  auto& found = *static_cast<Seen*>(seen);
  const hid_t dataset = H5Dopen2(root, name, H5P_DEFAULT);
  if (H5DSis_scale(dataset) > 0) {
    found.scales.emplace_back(name);
  } else {
    const hid_t space = H5Dget_space(dataset);
    std::vector<hsize_t> sizes(static_cast<std::size_t>(H5Sget_simple_extent_ndims(space)));
    H5Sget_simple_extent_dims(space, sizes.data(), nullptr);
    H5Sclose(space);
    for (unsigned axis = 0; axis < sizes.size(); ++axis) {
      EXPECT_EQ(H5DSget_num_scales(dataset, axis), 1) << name << ", axis " << axis;
      Axis of{dataset, axis, sizes[axis], std::string{name} + ", axis " + std::to_string(axis)};
      H5DSiterate_scales(dataset, axis, nullptr, check_scale, &of);
      ++found.attached;
    }
  }
  H5Dclose(dataset);
  return 0;
}

Seen look(const std::filesystem::path& path) {
  Seen seen;
  const hid_t file = H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT);
  EXPECT_GE(H5Ovisit2(file, H5_INDEX_NAME, H5_ITER_INC, look_at, &seen, H5O_INFO_BASIC), 0);
  EXPECT_GE(H5Fclose(file), 0);
  return seen;
}

TEST(Dimensions, each_dataset_and_its_scales_know_of_each_other) {
  const sample::TemporaryDirectory directory;
  const ResultsHeader header = sample::header(19);
  sample::write_batch(directory.path(), header);
  const std::filesystem::path whole = directory / "out.nc";
  merge_blocks(directory.path(), whole);
  for (const std::filesystem::path& path :
       {whole, design_path(directory.path()), block_path(directory.path(), {0, 1})}) {
    const Seen seen = look(path);
    EXPECT_GE(seen.scales.size(), 5U) << path;
    EXPECT_GT(seen.attached, 20U) << path;
  }
}

}  // namespace
}  // namespace essaim::record
