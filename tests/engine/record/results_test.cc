// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>
#include <sstream>

#include "engine/record/block.h"
#include "engine/record/layout.h"
#include "engine/record/merge.h"
#include "engine/record/results_reader.h"
#include "tests/engine/record/sample.h"

namespace essaim::record {
namespace {

/// A merged file of the sample design.
class ResultsTest : public testing::Test {
 protected:
  explicit ResultsTest(std::uint32_t replicates = 19) : header_{sample::header(replicates)} {
    sample::write_batch(directory_.path(), header_);
    merged_ = merge_blocks(directory_.path(), file_);
  }

  sample::TemporaryDirectory directory_;
  std::filesystem::path file_ = directory_ / "out.nc";
  ResultsHeader header_;
  ResultsHeader merged_;
};

std::map<std::string, std::string> attributes_of(const ResultsHeader& header) {
  std::map<std::string, std::string> attributes;
  visit_attributes(
      [&](const char* name, const auto& value) {
        std::ostringstream text;
        text << value;
        attributes[name] = text.str();
      },
      header);
  return attributes;
}

TEST_F(ResultsTest, EveryAttributeOfTheHeaderComesBack) {
  const ResultsHeader read = ResultsReader{file_}.header();
  header_.result_sha256 = merged_.result_sha256;
  header_.state_sha256 = merged_.state_sha256;
  EXPECT_EQ(attributes_of(read), attributes_of(header_));
  EXPECT_EQ(read.master_seed, 0xffff'ffff'ffff'fff0u);
  EXPECT_EQ(read.narrative, "Un été à Langouët.\nDeux lignes.");
}

TEST_F(ResultsTest, TheFileHasTheAttributesAndVariablesOfTheLayoutAndNoOthers) {
  const h5::File file = h5::File::open(file_.string());
  for (const AttributeRow& row : attribute_rows()) EXPECT_TRUE(file.has_attribute(std::string{row.name})) << row.name;
  EXPECT_EQ(attributes_of(header_).size() + 5, attribute_rows().size());

  std::set<std::string> expected{"/inputs/byte"};  // a dimension that is no variable
  for (const VariableRow& row : variable_rows()) {
    const std::size_t pattern = row.path.find("<indicator>");
    const std::string before{row.path.substr(0, pattern)};
    if (pattern == std::string_view::npos) expected.insert(before);
    const bool by_group = row.path.ends_with("_by_group");
    for (std::size_t i = 0; pattern != std::string_view::npos && i < (by_group ? 1 : 3); ++i) {
      expected.insert(before + header_.indicators[i].name + (by_group ? "_by_group" : ""));
    }
  }
  std::set<std::string> found;
  for (const std::string& name : file.names("/")) {
    if (file.is_dataset("/" + name)) {
      found.insert("/" + name);
      continue;
    }
    for (const std::string& inner : file.names("/" + name)) found.insert("/" + name + "/" + inner);
  }
  EXPECT_EQ(found, expected);
}

TEST_F(ResultsTest, EveryTableOfTheHeaderComesBack) {
  const ResultsHeader read = ResultsReader{file_}.header();
  visit_columns(
      [&](const char* path, const auto& rows, auto) { EXPECT_FALSE(rows.empty()) << path << " is not tested"; }, read);
  ASSERT_EQ(read.sites.size(), 2u);
  EXPECT_EQ(read.sites[1].name, "Saillans");
  EXPECT_FALSE(read.sites[1].illustration);
  ASSERT_EQ(read.quality.size(), 4u);
  EXPECT_EQ(read.quality[1].theme, "incomes");
  EXPECT_EQ(read.quality[1].mark, "assumption");
  EXPECT_EQ(read.quality[2].site, 1u);
  ASSERT_EQ(read.design_points.size(), 8u);
  EXPECT_EQ(read.design_points[6].variant, "epicerie");
  EXPECT_EQ(read.design_points[7].arm, "no-shocks");
  ASSERT_EQ(read.parameters.size(), 2u);
  EXPECT_EQ(read.parameters[0].plausible_high, 0.3);
  EXPECT_TRUE(std::isnan(read.design_values[0]));
  EXPECT_EQ(read.design_values[15], 4.0);
  EXPECT_EQ(read.actions[1].decided_by, "commune");
  ASSERT_EQ(read.inputs.size(), 2u);
  EXPECT_EQ(read.inputs[1].bytes, "name = \"Langouët\"\n");
  ASSERT_EQ(read.indicators.size(), 3u);
  EXPECT_EQ(read.indicators[0].label_fr, "part de ménages");
  EXPECT_TRUE(read.indicators[1].wide);
  EXPECT_FALSE(read.indicators[2].wide);
}

TEST_F(ResultsTest, EveryValueComesBackWithTheWidthOfItsIndicator) {
  const ResultsReader reader{file_};
  for (std::size_t i = 0; i < 3; ++i) {
    const Series series = reader.series(i);
    ASSERT_EQ(series.values.size(), 8u * 19 * 5);
    for (std::size_t point = 0; point < 8; ++point) {
      for (std::size_t replicate = 0; replicate < 19; ++replicate) {
        for (std::size_t day = 0; day < 5; ++day) {
          const double expected = sample::value(i, point, replicate, day);
          const double found = series.days_of(point, replicate)[day];
          if (std::isnan(expected)) {
            EXPECT_TRUE(std::isnan(found));
          } else {
            EXPECT_EQ(found, i == 1 ? expected : static_cast<double>(static_cast<float>(expected)));
          }
        }
      }
    }
  }
  const Series part = reader.series(2, 5, 2);
  EXPECT_EQ(part.days_of(1, 3)[4], reader.series(2).days_of(6, 3)[4]);
}

TEST_F(ResultsTest, EveryGroupOfAnIndicatorComesBack) {
  const ResultsReader reader{file_};
  EXPECT_TRUE(reader.header().indicators[0].by_group);
  EXPECT_FALSE(reader.header().indicators[1].by_group);
  ASSERT_EQ(reader.header().groups.size(), 3u);
  EXPECT_EQ(reader.header().groups[2].label_en, "Hamlets");
  for (std::size_t group = 0; group < 3; ++group) {
    const Series series = reader.group_series(0, group);
    for (std::size_t point = 0; point < 8; ++point) {
      for (std::size_t replicate = 0; replicate < 19; ++replicate) {
        for (std::size_t day = 0; day < 5; ++day) {
          const double expected = sample::group_value(group, point, replicate, day);
          const double found = series.days_of(point, replicate)[day];
          EXPECT_TRUE(found == static_cast<double>(static_cast<float>(expected)) ||
                      (std::isnan(found) && std::isnan(expected)));
        }
      }
    }
  }
}

TEST_F(ResultsTest, ADigestCoversTheValuesByGroup) {
  std::vector<ReplicateRecord> records = sample::block(header_, {1, 0});
  records[3].arms[2].values.back() += 1;
  write_block(directory_.path(), header_, {1, 0}, records);
  EXPECT_NE(merge_blocks(directory_.path(), file_).result_sha256, merged_.result_sha256);
  EXPECT_NO_THROW(ResultsReader{file_}.verify());
}

TEST(ResultsWithoutGroupsTest, AreReadAsBeforeThereWereAny) {
  ResultsHeader header = sample::header(19);
  const std::string with_groups = header.design_id;
  header.indicators[0].by_group = false;
  header.groups.clear();
  header.design_id = design_id(header);
  EXPECT_NE(header.design_id, with_groups);
  const sample::TemporaryDirectory directory;
  sample::write_batch(directory.path(), header);
  merge_blocks(directory.path(), directory / "out.nc");
  const ResultsReader reader{directory / "out.nc"};
  EXPECT_TRUE(reader.header().groups.empty());
  EXPECT_EQ(reader.header().result_sha256, "a7ba8e0f9c1db90a9cf73dfd9020614839df0643e87a7dc1a2c15de146f541ca")
      << "as it was in version 1.0 of the layout";
  EXPECT_FALSE(reader.header().indicators[0].by_group);
  EXPECT_NO_THROW(reader.verify());
}

TEST_F(ResultsTest, SummaryHoldsQuantilesOverReplicates) {
  const ResultsReader reader{file_};
  const std::vector<double> summary = reader.summary(2, 1);  // 12 + 0.5 replicate + day / 8, replicates 0 to 18
  EXPECT_EQ(summary[0 * 5 + 0], 12.0);
  EXPECT_EQ(summary[3 * 5 + 0], 12.0 + 4.5);
  EXPECT_EQ(summary[6 * 5 + 4], 12.0 + 9.0 + 0.5);
  EXPECT_TRUE(std::isnan(reader.summary(0, 1)[0])) << "a day without values has no quantile";
}

TEST_F(ResultsTest, DrawsFitAndStatusComeBack) {
  const ResultsReader reader{file_};
  const std::vector<double> drawn = reader.drawn();
  EXPECT_EQ(drawn[(1 * 19 + 17) * 2], 0.05 + 0.01 * 17);
  EXPECT_EQ(reader.header().traits.at(1).name, "ties.clustering");
  EXPECT_EQ(reader.traits()[(1 * 19 + 17) * 2], 6.0 + 17);
  const Fit fit = reader.fit();
  ASSERT_EQ(fit.margins, (std::vector<std::string>{"population", "income_median"}));
  EXPECT_EQ(fit.drawn[(0 * 19 + 18) * 2], 616.0 + 18);
  EXPECT_TRUE(std::isnan(fit.drawn[(0 * 19 + 18) * 2 + 1])) << "the first site has no such margin";
  EXPECT_EQ(fit.targets[(1 * 19 + 0) * 2 + 1], 21'510);
  EXPECT_EQ(fit.sources[1 * 2 + 1], "Filosofi 2021");
  EXPECT_EQ(fit.sourced[1 * 2 + 1], 0);
  const RunStatus status = reader.status();
  EXPECT_EQ(status.failed(), 0u);
  EXPECT_EQ(status.events[7 * 19 + 18], 1'018u);
  EXPECT_EQ(status.state_sha256[7 * 19 + 18], sha256_hex("7/18"));
  EXPECT_NO_THROW(reader.verify());
}

TEST_F(ResultsTest, DigestsAreThoseOfTheValuesBeforeAnyFile) {
  EXPECT_EQ(merged_.result_sha256, "84b8b8652eb8c5effbd5bbc94387c64e1fb2a898ee470429eacacacab2b26f6e")
      << "changes only with the definition of the digest";
}

TEST_F(ResultsTest, TheOrderInWhichBlocksWereWrittenLeavesNoTrace) {
  const sample::TemporaryDirectory other;
  write_design(other.path(), header_);
  std::vector<BlockKey> keys = all_blocks(header_);
  for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
    write_block(other.path(), header_, *key, sample::block(header_, *key));
  }
  merge_blocks(other.path(), other / "out.nc");
  EXPECT_TRUE(sample::bytes_of(other / "out.nc") == sample::bytes_of(file_));
}

TEST_F(ResultsTest, AFailedRunIsKeptWithItsReasonAndHasNoValues) {
  std::vector<ReplicateRecord> records = sample::block(header_, {1, 0});
  records[3].arms[2] = {.state = RunState::failed, .error = "food: stock below zero", .values = {}, .state_sha256 = {}};
  records[5].fit.clear();
  write_block(directory_.path(), header_, {1, 0}, records);
  merge_blocks(directory_.path(), file_);
  const ResultsReader reader{file_};
  EXPECT_EQ(reader.status().failed(), 1u);
  EXPECT_EQ(reader.status().error[6 * 19 + 3], "food: stock below zero");
  EXPECT_TRUE(std::isnan(reader.series(2).days_of(6, 3)[4]));
  EXPECT_FALSE(std::isnan(reader.series(2).days_of(6, 4)[4]));
  EXPECT_TRUE(std::isnan(reader.fit().drawn[(1 * 19 + 5) * 2]));
  EXPECT_NO_THROW(reader.verify());
}

TEST(LayoutTest, PageNamesEveryVariableAndAttribute) {
  const std::string page = layout_markdown();
  for (const VariableRow& row : variable_rows()) EXPECT_NE(page.find(row.path), std::string::npos) << row.path;
  for (const AttributeRow& row : attribute_rows()) EXPECT_NE(page.find(row.name), std::string::npos) << row.name;
}

}  // namespace
}  // namespace essaim::record
