// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <stdio.h>

#include <array>
#include <memory>
#include <string>

#include "engine/record/merge.h"
#include "tests/engine/record/sample.h"

// Results open in programs that know nothing of Essaim. Each test is skipped, with a message, where its program is
// not installed (Debian: netcdf-bin, python3-xarray, python3-netcdf4, python3-h5netcdf, r-cran-ncdf4).

namespace essaim::record {
namespace {

struct Output {
  std::string text;
  int status = 0;
};

Output run(const std::string& command) {
  Output output;
  FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
  std::array<char, 4'096> buffer{};
  for (std::size_t n = 0; (n = ::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
    output.text.append(buffer.data(), n);
  output.status = ::pclose(pipe);
  return output;
}

bool works(const std::string& command) { return run(command).status == 0; }

class OtherReadersTest : public testing::Test {
 protected:
  void SetUp() override {
    const ResultsHeader header = sample::header(19);
    sample::write_batch(directory_.path(), header);
    merged_ = merge_blocks(directory_.path(), file_);
  }
  /// Runs a script with the file as its only argument.
  Output run_script(const std::string& interpreter, const std::string& script) const {
    const std::filesystem::path file = directory_ / "script";
    sample::set_bytes(file, script);
    return run(interpreter + " " + file.string() + " " + file_.string());
  }

  sample::TemporaryDirectory directory_;
  std::filesystem::path file_ = directory_ / "out.nc";
  ResultsHeader merged_;
};

TEST_F(OtherReadersTest, NcdumpShowsNamesDimensionsUnitsAndDates) {
  if (!works("ncdump -k " + file_.string())) GTEST_SKIP() << "ncdump is not installed";
  EXPECT_EQ(run("ncdump -k " + file_.string()).text, "netCDF-4\n");
  const std::string text = run("ncdump -h " + file_.string()).text;
  for (const char* expected :
       {"design_point = 8 ;", "replicate = UNLIMITED ; // (19 currently)", "time:units = \"days since 2026-06-01\"",
        "float food.insecure_share(design_point, replicate, time)", "double food.sales(design_point, replicate, time)",
        "float food.insecure_share_by_group(design_point, replicate, time, group)",
        "food.insecure_share_by_group:units = \"1\"", "string group(group)", "food.sales:units = \"EUR\"",
        "food.insecure_share:_FillValue = NaNf", ":Conventions = \"CF-1.10\"",
        "double drawn(cell, replicate, parameter)", "float node_x(node)", "ubyte road_class(road)",
        "road_class:flag_meanings = \"motorway major minor street track path\"", "square_households:units = \"1\"",
        "string credit(site)", "Canicule et rupture"}) {
    EXPECT_NE(text.find(expected), std::string::npos) << expected;
  }
  EXPECT_EQ(text.find("phony"), std::string::npos) << "every dimension has a name";
  EXPECT_NE(run("ncdump -v time -t " + file_.string()).text.find("\"2026-06-05\""), std::string::npos);
}

constexpr const char* xarray_script = R"py(
import sys, xarray
for engine in ("netcdf4", "h5netcdf"):
    with xarray.open_dataset(sys.argv[1], engine=engine) as data:
        assert dict(data.sizes)["replicate"] == 19, data.sizes
        assert str(data.time.values[0]).startswith("2026-06-01"), data.time
        assert list(data.site.values) == ["35146 Langouët", "26289 Saillans"], data.site
        assert list(data.design_point_variant.values[:4]) == ["baseline", "baseline", "epicerie", "epicerie"]
        assert float(data["food.sales"][3, 2, 4]) == 1 + 30 + 1 + 0.5 + 1e9 + 1e-3, data["food.sales"][3, 2]
        assert list(data.group.values) == ["income_low", "income_high", "zone_hamlets"], data.group
        richest = data["food.insecure_share_by_group"].sel(group="income_high")
        assert float(richest[3, 2, 4]) == 2000 + 2 + 30 + 1 + 0.5, richest[3, 2]
        assert data["food.insecure_share"].attrs["long_name_fr"] == "part de ménages"
    for group in ("design", "status", "fit", "summary", "inputs", "territory"):
        with xarray.open_dataset(sys.argv[1], engine=engine, group=group) as data:
            data.load()
    second = data.isel(node=(data.node_site == 1).values)
    assert list(second.node_x.values) == [40, 290, 9000], second.node_x
    assert data.road_class.attrs["flag_meanings"].split()[int(data.road_class[0])] == "street"
)py";

// The definition of the digest, once more and from the outside.
constexpr const char* digest_script = R"py(
import sys, hashlib, struct, numpy, netCDF4
data = netCDF4.Dataset(sys.argv[1])
data.set_auto_mask(False)
names = sorted(name for name, variable in data.variables.items() if "better" in variable.ncattrs())
names += [name + "_by_group" for name in names if name + "_by_group" in data.variables]
values = {name: data[name][:] for name in names}
text = lambda word: struct.pack("<I", len(word.encode())) + word.encode()
total = hashlib.sha256()
for point in range(len(data.dimensions["design_point"])):
    site = data["site_id"][int(data["design_point_site"][point])]
    for replicate in range(len(data.dimensions["replicate"])):
        run = hashlib.sha256()
        for name in names:
            days = values[name][point, replicate]
            width = numpy.dtype("<f8" if days.dtype == numpy.float64 else "<f4")
            days = numpy.where(numpy.isnan(days), width.type("nan"), days).astype(width)
            run.update(text(name) + struct.pack("<I", len(days)))
            if days.ndim == 2:
                run.update(struct.pack("<I", days.shape[1]))
            run.update(days.tobytes())
        assert run.hexdigest() == data["status/result_sha256"][point, replicate]
        total.update(text(site) + text(data["design_point_variant"][point]) + text(data["design_point_arm"][point]))
        total.update(struct.pack("<I", replicate) + text(run.hexdigest()))
print(total.hexdigest(), data.result_sha256)
)py";

std::string python_with(const std::string& modules) {
  for (const std::string& python : {std::string{"python3"}, std::string{"/usr/bin/python3"}}) {
    if (works(python + " -c 'import " + modules + "'")) return python;
  }
  return {};
}

TEST_F(OtherReadersTest, PythonXarrayOpensItWithBothEngines) {
  const std::string python = python_with("xarray, netCDF4, h5netcdf");
  if (python.empty()) GTEST_SKIP() << "Python has no xarray, netCDF4 and h5netcdf";
  const Output output = run_script(python, xarray_script);
  EXPECT_EQ(output.status, 0) << output.text;
}

TEST_F(OtherReadersTest, PythonFindsTheSameDigestFromItsDefinition) {
  const std::string python = python_with("netCDF4");
  if (python.empty()) GTEST_SKIP() << "Python has no netCDF4";
  const Output output = run_script(python, digest_script);
  EXPECT_EQ(output.text, merged_.result_sha256 + " " + merged_.result_sha256 + "\n");
}

TEST_F(OtherReadersTest, RNcdf4OpensIt) {
  if (!works("Rscript -e 'library(ncdf4)'")) GTEST_SKIP() << "R has no ncdf4";
  const Output output = run_script("Rscript", R"r(
library(ncdf4)
file <- nc_open(commandArgs(trailingOnly = TRUE)[1])
stopifnot(file$dim$time$units == "days since 2026-06-01")
sales <- ncvar_get(file, "food.sales")
stopifnot(identical(dim(sales), c(5L, 19L, 8L)))
stopifnot(sales[5, 3, 4] == 1 + 30 + 1 + 0.5 + 1e9 + 1e-3)
stopifnot(ncatt_get(file, "food.sales", "units")$value == "EUR")
stopifnot(ncvar_get(file, "design_point_variant")[3] == "epicerie")
stopifnot(ncvar_get(file, "site")[1] == "35146 Langouët")
stopifnot(all(ncvar_get(file, "status/state") == 1))
)r");
  EXPECT_EQ(output.status, 0) << output.text;
}

}  // namespace
}  // namespace essaim::record
