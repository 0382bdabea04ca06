// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/report/report.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/engine/record/sample.h"
#include "viz/report/page_app.h"

namespace essaim::report {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

const std::string app =
    "<html lang=\"essaim-language\"><title>essaim-title</title><!--essaim-first-data--><script>run()</script>"
    "<!--essaim-other-data--></html>";

class Page : public testing::Test {
 protected:
  std::shared_ptr<const record::ResultsReader> results(const record::ResultsHeader& header) {
    std::filesystem::create_directories(folder_ / "batch");
    record::sample::write_batch(folder_ / "batch", header);
    record::merge_blocks(folder_ / "batch", folder_ / "out.nc");
    return std::make_shared<const record::ResultsReader>(folder_ / "out.nc");
  }

  static json meta_of(const std::string& page) {
    const std::string open = "id=\"essaim-meta\">";
    const std::size_t from = page.find(open) + open.size();
    return json::parse(page.substr(from, page.find("</script>", from) - from));
  }

  record::sample::TemporaryDirectory folder_;
};

TEST_F(Page, holds_first_what_the_first_screen_needs_then_the_script_then_the_rest) {
  const std::string page = page_of(results(record::sample::header()), app, term::Language::en);
  EXPECT_THAT(page, HasSubstr("<html lang=\"en\">"));
  const std::size_t script = page.find("<script>run()");
  for (const char* first : {"essaim-meta", "block-rows-0", "block-curves-0"})
    EXPECT_LT(page.find(first), script) << first;
  for (const char* other : {"block-annex", "block-curves-1", "block-draws-0", "block-map-0-en", "block-map-1-fr"}) {
    EXPECT_GT(page.find(other), script) << other;
    EXPECT_NE(page.find(other), std::string::npos) << other;
  }
  EXPECT_EQ(meta_of(page)["contents"]["left_out"], json::array());
  EXPECT_EQ(meta_of(page)["shocks"][0]["days"], 2);
  EXPECT_EQ(meta_of(page)["shocks"][0]["duration"]["fr"], "2 jours");
}

TEST_F(Page, leaves_out_curves_and_maps_before_any_number_and_says_so) {
  const auto reader = results(record::sample::header());
  const std::string whole = page_of(reader, app, term::Language::fr);
  const std::size_t limit = whole.size() + 40'000 - 1'000;  // the room kept for the list of what is left out
  const std::string page = page_of(reader, app, term::Language::fr, nullptr, limit);
  EXPECT_LE(page.size(), limit);
  EXPECT_FALSE(meta_of(page)["contents"]["left_out"].empty());
  for (const char* needed : {"block-rows-0", "block-rows-1", "block-rows-2", "block-annex"}) {
    EXPECT_THAT(page, HasSubstr(needed));
  }
}

TEST_F(Page, takes_the_simulator_along_whole_or_not_at_all) {
  const auto reader = results(record::sample::header());
  const LiveBlocks live{"a bundle", "{}", "bW9kdWxl"};
  const std::string page = page_of(reader, app, term::Language::fr, &live);
  for (const char* block : {"block-offer", "block-bundle", "block-module\">bW9kdWxl<"}) {
    EXPECT_THAT(page, HasSubstr(block));
  }
  const std::string large(60'000, 'A');
  const LiveBlocks too_large{"a bundle", "{}", large};
  const std::string without = page_of(reader, app, term::Language::fr, &too_large, page.size() + 45'000);
  for (const char* block : {"block-offer", "block-bundle", "block-module"}) EXPECT_THAT(without, Not(HasSubstr(block)));
  EXPECT_EQ(meta_of(without)["contents"]["left_out"], json::array({"offer", "bundle", "module"}));
}

TEST_F(Page, is_refused_where_its_numbers_do_not_fit) {
  const auto reader = results(record::sample::header());
  try {
    (void)page_of(reader, app, term::Language::fr, nullptr, 20'000);
    FAIL() << "20 kB hold no page";
  } catch (const PageTooLarge& problem) {
    EXPECT_EQ(problem.limit(), 20'000U);
    EXPECT_GT(problem.size(), 20'000U);
  }
}

TEST_F(Page, lets_no_title_out_of_its_element) {
  record::ResultsHeader header = record::sample::header();
  header.title = "</title></script><script>alert(1)</script><!--essaim-other-data--> \xff";
  header.design_points[2].variant_title = "</script><b>";
  header.design_id = record::design_id(header);
  const std::string page = page_of(results(header), app, term::Language::fr);
  EXPECT_THAT(page, Not(HasSubstr("alert(1)</script>")));
  EXPECT_THAT(page, Not(HasSubstr("</script><b>")));
  EXPECT_THAT(page, HasSubstr("<title>&lt;/title&gt;&lt;/script&gt;"));
  EXPECT_THAT(meta_of(page)["title"].get<std::string>(), HasSubstr("</title></script>")) << "and it reads the same";
}

}  // namespace
}  // namespace essaim::report
