// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/figures.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>

#include "engine/core/unit.h"

namespace essaim::commune {
namespace {

Figure given(double value) { return {.value = value, .range = {value, value}, .source = "here", .present = true}; }

void set(Site& site, FigureId id, double value) { site.figures[static_cast<std::size_t>(id)] = given(value); }

TEST(FiguresTable, HasOneNameForEachFigureAndFindsItByName) {
  std::set<std::string_view> names;
  for (const FigureInfo& info : figure_infos()) {
    EXPECT_TRUE(names.insert(info.name).second) << info.name << " is declared twice";
    EXPECT_EQ(find_figure(info.name), info.id) << info.name;
  }
  EXPECT_EQ(names.size(), figure_count);
  EXPECT_EQ(find_figure("populatoin"), std::nullopt);
}

TEST(FiguresTable, UsesUnitsThatFilesCanWrite) {
  for (const FigureInfo& info : figure_infos()) {
    EXPECT_TRUE(convert(1, info.unit, info.unit)) << info.name << " is in " << info.unit;
  }
}

TEST(FiguresTable, SaysWhatEachFigureMeansInBothLanguages) {
  for (const FigureInfo& info : figure_infos()) {
    EXPECT_FALSE(info.meaning.fr.empty()) << info.name;
    EXPECT_FALSE(info.meaning.en.empty()) << info.name;
  }
}

TEST(FiguresTable, OrdersItsRangesAndKeepsSharesWithinOne) {
  for (const FigureInfo& info : figure_infos()) {
    EXPECT_LT(info.allowed.low, info.allowed.high) << info.name;
    if (info.unit == "1" && info.id != FigureId::local_energy_share) {
      EXPECT_EQ(info.allowed.low, 0) << info.name;
      EXPECT_EQ(info.allowed.high, 1) << info.name;
    }
  }
}

TEST(FiguresTable, GivesFallbacksASourceAndARangeAroundTheirValue) {
  for (const FigureInfo& info : figure_infos()) {
    if (!info.fallback) continue;
    EXPECT_FALSE(info.required) << info.name << " is required, so it can have no fallback";
    EXPECT_FALSE(info.fallback->source.empty()) << info.name;
    EXPECT_LE(info.fallback->range.low, info.fallback->value) << info.name;
    EXPECT_GE(info.fallback->range.high, info.fallback->value) << info.name;
    if (info.fallback->of) {
      EXPECT_LT(*info.fallback->of, info.id) << info.name << " must come after what it scales";
    }
  }
}

TEST(FiguresTable, KeepsEveryFallbackOfAnOrdinaryCommuneWithinWhatFilesMaySay) {
  Site site;
  set(site, FigureId::population, 5000);
  set(site, FigureId::area, 2000);
  for (const FigureInfo& info : figure_infos()) {
    const Figure figure = site.figure(info.id);
    if (!figure.present) continue;
    EXPECT_GE(figure.range.low, info.allowed.low) << info.name;
    EXPECT_LE(figure.range.high, info.allowed.high) << info.name;
  }
}

TEST(FiguresTable, MakesTheFallbackAgesOfACommuneAddUpToOne) {
  double sum = 0;
  for (const FigureId id : {FigureId::age_0_14, FigureId::age_15_29, FigureId::age_30_44, FigureId::age_45_59,
                            FigureId::age_60_74, FigureId::age_75_plus}) {
    sum += figure_info(id).fallback->value;
  }
  EXPECT_NEAR(sum, 1, 0.002);  // the published shares are rounded to a tenth of a point
}

TEST(Site, PrefersTheWrittenFigureToTheFallback) {
  Site site;
  set(site, FigureId::population, 617);
  set(site, FigureId::households, 226);
  EXPECT_EQ(site.value(FigureId::households), 226);
  EXPECT_EQ(site.figure(FigureId::households).mark, Mark::published);
  EXPECT_FALSE(site.figure(FigureId::households).uncertain());
}

TEST(Site, ScalesAFallbackByItsFigureAndMarksItAsAnAssumption) {
  Site site;
  set(site, FigureId::population, 1000);
  const Figure households = site.figure(FigureId::households);
  EXPECT_NEAR(households.value, 465, 1e-9);
  EXPECT_TRUE(households.uncertain());
  EXPECT_EQ(households.mark, Mark::assumption);
  EXPECT_TRUE(households.stand_in);
  EXPECT_NEAR(site.value(FigureId::dwellings), 465 * 1.218, 1e-9);  // a fallback of a fallback
}

TEST(Site, SaysNothingWhereNobodyKnows) {
  Site site;
  set(site, FigureId::population, 1000);
  EXPECT_FALSE(site.figure(FigureId::jobs).present);
  EXPECT_FALSE(site.figure(FigureId::farms).present) << "farms are counted from the area, which is missing";
}

TEST(Site, DrawsAnUncertainFigureWithinItsRangeAndLeavesAnExactOne) {
  Figure figure = given(12);
  EXPECT_EQ(figure.drawn(0.9), 12);
  figure.range = {12, 15};
  EXPECT_EQ(figure.drawn(0), 12);
  EXPECT_DOUBLE_EQ(figure.drawn(0.5), 13.5);
}

TEST(Site, TakesTheMonthsOfEightFrenchStationsWhenItHasNone) {
  Site site;
  EXPECT_GT(site.temperature(6).value, site.temperature(0).value + 10);
  site.monthly_temperature[6] = given(17.9);
  EXPECT_EQ(site.temperature(6).value, 17.9);
}

}  // namespace
}  // namespace essaim::commune
