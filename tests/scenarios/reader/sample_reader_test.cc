// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/sample_reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>

#include "models/commune/commune.h"
#include "scenarios/reader/input_error.h"

namespace essaim::reader {
namespace {

const std::string header = "household,age,sex,activity,type,weight,cars\n";

commune::MicroSample read(const std::string& rows, const std::string& first = header) {
  return read_sample(CsvTable{first + rows, "s.csv"});
}

std::string complaint(const std::string& rows, const std::string& first = header) {
  try {
    read(rows, first);
  } catch (const InputError& error) {
    return error.what();
  }
  return "read";
}

TEST(SampleReader, reads_households_of_consecutive_rows) {
  const auto surveyed = read(
      "a,40,f,worker,couple_with_children,2,3\na,42,m,unemployed,,,\na,7,m,pupil,,,\n"
      "b,80,f,retired,one_person,1.5,0\n");
  ASSERT_EQ(surveyed.sample.households.size(), 2u);
  EXPECT_TRUE(surveyed.given.cars);
  EXPECT_FALSE(surveyed.given.income);
  const auto& family = surveyed.sample.households[0];
  EXPECT_EQ(family.persons, 3u);
  EXPECT_EQ(family.weight, 2);
  EXPECT_EQ(family.cars, 2);
  EXPECT_EQ(surveyed.sample.of(family)[1].activity, commune::Activity::unemployed);
  EXPECT_EQ(surveyed.sample.of(surveyed.sample.households[1])[0].age, 80);
}

TEST(SampleReader, puts_children_after_those_who_are_grown) {
  const auto surveyed = read("a,7,m,pupil,lone_parent,1,1\na,9,f,pupil,,,\na,41,f,worker,,,\n");
  const auto members = surveyed.sample.of(surveyed.sample.households[0]);
  EXPECT_EQ(members[0].age, 41);
  EXPECT_EQ(members[0].activity, commune::Activity::worker);
  EXPECT_EQ(members[1].age, 7);
  EXPECT_EQ(members[2].age, 9);
}

TEST(SampleReader, refuses_each_fault_where_it_is) {
  EXPECT_EQ(complaint("a,40,g,worker,one_person,1,1\n"),
            "s.csv:2:6: unknown sex \"g\" (allowed: f, m), use one of these");
  EXPECT_EQ(complaint("a,40,f,worke,one_person,1,1\n"),
            "s.csv:2:8: unknown activity \"worke\", did you mean \"worker\"?");
  EXPECT_EQ(complaint("a,40,f,worker,one_person,1,1\nb,40,f,worker,one_person,1,1\na,5,f,pupil,one_person,1,1\n"),
            "s.csv:4:1: household \"a\" is here again (its rows follow each other), sort the file");
  EXPECT_EQ(complaint("a,4,f,child,one_person,1,1\n"),
            "s.csv:2:3: household \"a\" has nobody of 15 or over, complete its rows");
  EXPECT_EQ(complaint("a,40,f,worker,couple,1,1\n"),
            "s.csv:2:15: household \"a\" of type \"couple\" has 1 member, correct its type or complete its rows");
  EXPECT_NE(complaint("a,40,f,worker,one_person,0,1\n"), "read");
  EXPECT_NE(complaint("a,111,f,worker,one_person,1,1\n"), "read");
  EXPECT_NE(complaint("a,40\n", "household,age\n"), "read");
}

TEST(SampleReader, gives_a_population_made_of_the_households_surveyed) {
  std::string rows;
  for (int i = 0; i < 40; ++i) {
    const std::string name = "h" + std::to_string(i);
    const std::string cars = i % 3 == 0 ? "0" : "1";
    if (i % 2 == 0) {
      rows += name + "," + std::to_string(30 + i) + ",f,worker,one_person,1," + cars + "\n";
    } else {
      rows += name + ",35,f,worker,couple_with_children,1," + cars + "\n" + name + ",36,m,worker,,,\n" + name +
              ",8,f,pupil,,,\n";
    }
  }
  commune::Site site;
  site.id = "surveyed";
  const auto set = [&](commune::FigureId id, double value) {
    site.figures[static_cast<std::size_t>(id)] = {value, {value, value}, 2021, "test", Mark::published, false, true};
  };
  set(commune::FigureId::population, 800);
  set(commune::FigureId::households, 400);
  set(commune::FigureId::area, 500);
  set(commune::FigureId::care_home_residents, 0);
  set(commune::FigureId::households_with_car, 0.8);
  site.sample = std::make_shared<commune::MicroSample>(read(rows));
  const auto made = make_commune(site, commune::Parameters{}, commune::Uncertainty::fixed,
                                 {Date{2026, 6, 1}, 1, {}, {}}, Random{1, 0, site.id});
  const commune::Population& people = made.population;
  EXPECT_EQ(people.residents(), 800u);
  double with_car = 0;
  for (std::uint32_t h = 0; h < people.households(); ++h) {
    EXPECT_TRUE(people.persons[h] == 1 || people.persons[h] == 3);  // nobody else was surveyed
    with_car += people.has_car(h) ? 1 : 0;
  }
  EXPECT_NEAR(with_car, 320, 6.4);
}

}  // namespace
}  // namespace essaim::reader
