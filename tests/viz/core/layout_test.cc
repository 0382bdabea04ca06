// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <string>
#include <variant>
#include <vector>

#include "viz/core/curve_layout.h"
#include "viz/core/dot_layout.h"
#include "viz/core/text_width.h"
#include "viz/term/number_text.h"

// Where things lie in charts, on paper and in the page.

namespace essaim::plot {
namespace {

using testing::ElementsAre;

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr double phone = 334;
constexpr double laptop = 848;

template <class Kind>
std::vector<Kind> marks(const Layout& layout, std::string_view layer, std::string_view role) {
  std::vector<Kind> found;
  for (const Layer& one : layout.layers) {
    for (const Mark& mark : one.marks) {
      const auto* wanted = std::get_if<Kind>(&mark);
      if (one.role == layer && wanted != nullptr && wanted->role == role) found.push_back(*wanted);
    }
  }
  return found;
}

/// Texts that leave their sheet.
std::vector<std::string> cut_texts(const Layout& layout) {
  std::vector<std::string> cut;
  for (const Layer& layer : layout.layers) {
    for (const Mark& mark : layer.marks) {
      const auto* text = std::get_if<TextMark>(&mark);
      if (text == nullptr) continue;
      const double width = text_width(text->text, text->size, text->role.starts_with("name"));
      const double left = text->at.x - width * (text->anchor == Anchor::start ? 0
                                                : text->anchor == Anchor::end ? 1
                                                                              : 0.5);
      const bool inside = left >= -0.01 && left + width <= layout.width + 0.01 && text->at.y <= layout.height &&
                          text->at.y - 0.7 * text->size >= 0;
      if (!inside) cut.push_back(text->text);
    }
  }
  return cut;
}

TEST(AxisOfValues, holds_them_with_round_marks) {
  for (const auto& [low, high] :
       {std::pair{0.1, 0.4}, {12.0, 37.0}, {-3.2, 1.1}, {1.52e5, 1.6e5}, {0.0, 0.0}, {5.0, 5.0}, {-8.0, -7.9}}) {
    const Axis axis = axis_of({low, high}, 5);
    EXPECT_LE(axis.low, low);
    EXPECT_GE(axis.high, high);
    EXPECT_GE(axis.ticks.size(), 2U);
    EXPECT_LE(axis.ticks.size(), 13U);
    for (const double tick : axis.ticks) {
      const double written = std::stod(term::fixed_text(std::fabs(tick), axis.decimals));
      EXPECT_NEAR(written, std::fabs(tick), 1e-9);
    }
  }
  EXPECT_EQ(axis_of({12, 37}, 5).low, 0) << "zero is shown when it is near";
  EXPECT_FALSE(axis_of({152, 160}, 5).from_zero());
  EXPECT_EQ(axis_of(Domain{}, 5).ticks.size(), 6U) << "from 0 to 1 where there is nothing";
}

CurveChart chart_of(double width, std::size_t days) {
  CurveChart chart;
  chart.sheet = {width, 13, term::Language::fr};
  chart.height = 200;
  chart.start = {2026, 6, 1};
  chart.days = days;
  chart.unit = "%";
  for (const World world : {World::without, World::with}) {
    CurveLine line;
    line.world = world;
    line.name = world == World::with ? "avec les mesures" : "sans mesure";
    line.filled = world == World::with;
    for (int q = 0; q < 5; ++q) line.fan.emplace_back(days, 40.0 + q);
    chart.lines.push_back(line);
  }
  chart.events = {{"Canicule", 1, 4, true}, {"Rupture d'approvisionnement", 2, static_cast<double>(days), true}};
  return chart;
}

TEST(Curves, break_where_days_are_missing_and_a_lone_day_is_a_dot) {
  CurveChart chart = chart_of(laptop, 5);
  chart.lines.resize(1);
  chart.lines[0].fan[2] = {41, 41, none, 42, none};
  const std::vector<PathMark> medians = marks<PathMark>(curve_layout(chart).layout, "line without", "median");
  ASSERT_EQ(medians.size(), 1U);
  const std::string& d = medians[0].d;
  EXPECT_EQ(std::ranges::count(d, 'M'), 2);
  EXPECT_EQ(std::ranges::count(d, 'L'), 1);
  EXPECT_TRUE(d.ends_with("h0.01"));
}

TEST(Curves, have_names_that_do_not_touch) {
  const std::vector<TextMark> names = [] {
    const Layout layout = curve_layout(chart_of(laptop, 60)).layout;
    std::vector<TextMark> found = marks<TextMark>(layout, "names", "name without");
    found.push_back(marks<TextMark>(layout, "names", "name with").front());
    return found;
  }();
  ASSERT_EQ(names.size(), 2U);
  EXPECT_GE(std::fabs(names[0].at.y - names[1].at.y), names[0].size);
}

TEST(Curves, keep_all_texts_on_their_sheet) {
  for (const double width : {phone, laptop}) {
    for (const std::size_t days : {1U, 5U, 60U, 365U}) {
      for (const Setting setting : {Setting::full, Setting::marks, Setting::small}) {
        CurveChart chart = chart_of(width, days);
        chart.setting = setting;
        EXPECT_THAT(cut_texts(curve_layout(chart).layout), ElementsAre()) << width << " " << days;
      }
    }
  }
}

TEST(Curves, share_an_axis_where_one_is_given) {
  CurveChart chart = chart_of(laptop, 30);
  chart.domain = Domain{-90, 400};
  const Axis axis = curve_layout(chart).axis;
  EXPECT_LE(axis.low, -90);
  EXPECT_GE(axis.high, 400);
  chart.difference = true;
  const std::vector<TextMark> numbers = marks<TextMark>(curve_layout(chart).layout, "axes", "");
  EXPECT_TRUE(std::ranges::any_of(numbers, [](const TextMark& mark) { return mark.text.starts_with("+"); }));
}

TEST(Curves, mark_months_in_long_runs_and_weeks_in_short_ones) {
  const auto dates = [](std::size_t days) {
    std::string all;
    const Layout layout = curve_layout(chart_of(laptop, days)).layout;
    for (const TextMark& mark : marks<TextMark>(layout, "axes", "")) {
      if (mark.anchor == Anchor::middle) all += mark.text + ";";
    }
    return all;
  };
  EXPECT_EQ(dates(365), "1er juin;1er août;1er oct.;1er déc.;1er févr.;1er avr.;");
  EXPECT_EQ(dates(60), "1er juin;8 juin;15 juin;22 juin;29 juin;6 juil.;13 juil.;20 juil.;27 juil.;");
}

TEST(Bars, carry_their_names_where_there_is_room) {
  const Layout layout = curve_layout(chart_of(laptop, 60)).layout;
  EXPECT_EQ(marks<TextMark>(layout, "events", "on-shock").size(), 1U) << "in the long bar";
  const std::vector<TextMark> beside = marks<TextMark>(layout, "events", "beside");
  ASSERT_EQ(beside.size(), 1U);
  const RectMark bar = marks<RectMark>(layout, "events", "shock").front();
  EXPECT_GT(beside[0].at.x, bar.box.right());
}

DotChart rows_of(double width) {
  DotChart chart;
  chart.sheet = {width, 13, term::Language::fr};
  chart.unit = "points";
  chart.difference = true;
  chart.rows = {{"Saint-Étienne-de-la-Montagne, quartier de la gare", {{Sign::effect, 3, 1, 5}}, ""},
                {"Langouët", {}, "pas de valeur"}};
  return chart;
}

TEST(Rows, have_their_names_above_on_a_narrow_sheet) {
  EXPECT_TRUE(marks<RectMark>(dot_layout(rows_of(laptop)), "names", "behind").empty());
  EXPECT_EQ(marks<RectMark>(dot_layout(rows_of(phone)), "names", "behind").size(), 2U);
  for (const double width : {phone, laptop}) EXPECT_THAT(cut_texts(dot_layout(rows_of(width))), ElementsAre());
}

std::string words_of(const Layout& layout, std::string_view role) {
  std::string words;
  for (const TextMark& text : marks<TextMark>(layout, "names", role)) words += (words.empty() ? "" : " ") + text.text;
  return words;
}

TEST(Rows, break_long_names_and_never_cut_them) {
  const std::string name =
      "Part des ménages dont le transport, aux prix du jour, pèse plus que ce qu'ils peuvent payer";
  for (const double width : {phone, laptop}) {
    DotChart chart = rows_of(width);
    chart.rows[0].name = name;
    const Layout layout = dot_layout(chart);
    EXPECT_EQ(words_of(layout, "row-name"), name + " Langouët") << width;
    EXPECT_THAT(cut_texts(layout), ElementsAre());
    const Layout strip = strip_layout({chart.sheet, {name, "B"}, {{name, {{"1", 0}, {"2", 4}}}}});
    EXPECT_EQ(words_of(strip, "row-name"), name) << width;
    EXPECT_EQ(words_of(strip, "column-name"), name + " B") << width;
    EXPECT_THAT(cut_texts(strip), ElementsAre());
  }
}

TEST(Rows, have_no_scale_without_a_dot) {
  DotChart chart = rows_of(laptop);
  EXPECT_FALSE(marks<LineMark>(dot_layout(chart), "axes", "zero").empty()) << "differences show zero";
  chart.rows.erase(chart.rows.begin());
  const Layout layout = dot_layout(chart);
  EXPECT_TRUE(marks<LineMark>(layout, "axes", "zero").empty());
  EXPECT_TRUE(marks<TextMark>(layout, "axes", "unit").empty());
  EXPECT_EQ(marks<TextMark>(layout, "dots", "note").front().text, "pas de valeur");
}

TEST(Rows, draw_an_interval_around_its_dot_and_a_bar_from_zero) {
  DotChart chart = rows_of(laptop);
  const Layout dots = dot_layout(chart);
  const CircleMark dot = marks<CircleMark>(dots, "dots", "dot effect").front();
  const LineMark whisker = marks<LineMark>(dots, "dots", "whisker effect").front();
  EXPECT_NEAR(dot.centre.x, (whisker.from.x + whisker.to.x) / 2, 1e-9) << "3 in the middle of 1 and 5";
  chart.rows[0].dots[0] = {Sign::hollow_bar, -2, {}, {}};
  const Layout bars = dot_layout(chart);
  const double zero = marks<LineMark>(bars, "axes", "zero").front().from.x;
  EXPECT_NEAR(marks<RectMark>(bars, "dots", "bar hollow").front().box.right(), zero, 1e-9);
}

}  // namespace
}  // namespace essaim::plot
