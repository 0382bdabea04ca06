// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <filesystem>
#include <string>

#include "engine/record/durable.h"
#include "engine/record/h5.h"
#include "tests/scenarios/cli/command_line.h"

namespace essaim::cli::command_line {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
namespace h5 = record::h5;

class Report : public Program {
 protected:
  void make_results() {
    write("mois.toml", small_scenario);
    const Ended made = run("run mois.toml -o mois.nc");
    ASSERT_EQ(made.code, 0) << made.err;
  }

  /// Refused with one line that says this, and nothing written.
  void expect_refused(const std::string& file, const std::string& french, const std::string& english) {
    for (const auto& [language, words] : {std::pair{"fr", french}, std::pair{"en", english}}) {
      const Ended ended = run("report " + file + " -o page.html --lang " + language, "LC_ALL=C timeout 8");
      EXPECT_EQ(ended.code, 2) << file;
      EXPECT_THAT(ended.err, AllOf(HasSubstr(file + ": "), HasSubstr(words))) << file;
      EXPECT_EQ(ended.err.find('\n'), ended.err.size() - 1) << ended.err;
      EXPECT_FALSE(std::filesystem::exists(folder_ / "page.html"));
      EXPECT_FALSE(std::filesystem::exists(folder_ / "page.html.part"));
    }
  }
};

/// Where CMake had no Node or no packages of viz/web, and said so, there is no page to write. In a build with a page
/// nothing is skipped.
class WrittenReport : public Report {
 protected:
  void SetUp() override {
    Report::SetUp();
    if (!ESSAIM_HAS_PAGE) GTEST_SKIP() << "this build has no page (npm ci in viz/web, then configure again)";
  }
};

TEST_F(WrittenReport, names_no_host) {
  make_results();
  const Ended ended = run("report mois.nc -o page.html --lang fr");
  ASSERT_EQ(ended.code, 0) << ended.err;
  const std::string page = read("page.html");
  EXPECT_LT(page.size(), 3'000'000U);
  EXPECT_THAT(page, AllOf(HasSubstr("<html lang=\"fr\">"), HasSubstr("<title>Un mois difficile</title>"),
                          HasSubstr("default-src 'none'"), HasSubstr("id=\"block-rows-0\"")));
  EXPECT_THAT(page, AllOf(Not(HasSubstr("src=\"http")), Not(HasSubstr("href=\"http")),
                          Not(HasSubstr("essaim-first-data")), Not(HasSubstr("essaim-other-data"))));
  EXPECT_EQ(run("report mois.nc -o again.html --lang fr").code, 0);
  EXPECT_EQ(read("again.html"), page) << "the same bytes each time";
}

TEST_F(Report, refuses_what_is_no_results_file) {
  write("empty.nc", "");
  write("text.nc", "title = \"no\"\n");
  write("huge.nc", "x");
  std::filesystem::resize_file(folder_ / "huge.nc", std::uintmax_t{2} << 30U);
  expect_refused("none.nc", "n'existe pas", "does not exist");
  expect_refused(".", "essaim merge DOSSIER", "essaim merge DIR");
  expect_refused("empty.nc", "est vide", "is empty");
  expect_refused("text.nc", "pas un fichier de résultats", "not a results file");
  expect_refused("huge.nc", "pas un fichier de résultats", "not a results file");
}

TEST_F(Report, refuses_damaged_and_cut_results) {
  make_results();
  const std::string whole = read("mois.nc");
  std::string damaged = whole;
  damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 1);
  write("damaged.nc", damaged);
  write("cut.nc", whole.substr(0, whole.size() / 3));
  expect_refused("damaged.nc", "abîmé", "damaged");
  expect_refused("cut.nc", "coupé", "was cut");
  // All of a grown file would take long to read: its end is looked at first.
  write("grown.nc", whole);
  std::filesystem::resize_file(folder_ / "grown.nc", std::uintmax_t{2} << 30U);
  expect_refused("grown.nc", "allongé", "made longer");
}

TEST_F(Report, refuses_files_of_other_programs_and_other_versions) {
  h5::File::create((folder_ / "theirs.nc").string()).close();
  expect_refused("theirs.nc", "vient d'un autre programme", "comes from another program");
  record::seal(folder_ / "theirs.nc");
  expect_refused("theirs.nc", "pas un fichier de résultats", "not a results file");
  h5::File later = h5::File::create((folder_ / "later.nc").string());
  later.write_attribute("schema_version", "2.0");
  later.write_attribute("design_id", "x");
  later.close();
  record::seal(folder_ / "later.nc");
  expect_refused("later.nc", "autre version d'Essaim", "another version of Essaim");
}

TEST_F(Report, refuses_a_page_that_is_no_html) {
  make_results();
  const Ended ended = run("report mois.nc -o page.pdf --lang fr");
  EXPECT_EQ(ended.code, 2);
  EXPECT_THAT(ended.err, HasSubstr(".html"));
}

TEST_F(Report, refuses_a_place_where_no_page_can_stand) {
  make_results();
  std::filesystem::create_directory(folder_ / "folder.html");
  const Ended folder = run("report mois.nc -o folder.html --lang fr");
  EXPECT_EQ(folder.code, 2);
  EXPECT_THAT(folder.err, HasSubstr("c'est un dossier"));
  EXPECT_FALSE(std::filesystem::exists(folder_ / "folder.html.part"));
  const Ended nowhere = run("report mois.nc -o nowhere/page.html --lang fr");
  EXPECT_EQ(nowhere.code, 2);
  EXPECT_THAT(nowhere.err, HasSubstr("nowhere: ce dossier n'existe pas"));
  const Ended closed = run("report mois.nc -o /proc/page.html --lang fr");
  EXPECT_EQ(closed.code, 2);
  EXPECT_THAT(closed.err, HasSubstr("/proc: rien ne peut être écrit"));
}

/// A full disk ends it as it ends `run`; what stood under the name before still does.
TEST_F(WrittenReport, leaves_nothing_on_a_full_disk) {
  make_results();
  write("page.html", "before");
  const Ended ended = run("report mois.nc -o page.html --lang fr", "LC_ALL=C prlimit --fsize=100000");
  EXPECT_EQ(ended.code, 1);
  EXPECT_THAT(ended.err,
              AllOf(HasSubstr("page.html: plus de place : la page a besoin de"), HasSubstr("Rien n'a été écrit.")));
  EXPECT_EQ(ended.err.find('\n'), ended.err.size() - 1) << ended.err;
  EXPECT_EQ(read("page.html"), "before");
  EXPECT_FALSE(std::filesystem::exists(folder_ / "page.html.part"));
}

}  // namespace
}  // namespace essaim::cli::command_line
