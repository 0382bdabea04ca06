// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/sample_reader.h"

#include <algorithm>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "scenarios/reader/names.h"

namespace essaim::reader {

namespace {

using commune::BuildPeriod;
using commune::HouseholdType;
using commune::MicroSample;
using commune::SampleHousehold;
using commune::SampleMember;

const std::vector<std::string> sexes = {"f", "m"};
const std::vector<std::string> activities = {"child", "pupil", "student", "worker", "unemployed", "retired", "other"};
const std::vector<std::string> types = {"one_person", "couple", "couple_with_children", "lone_parent", "other"};
const std::vector<std::string> tenures = {"owner", "private_tenant", "social_tenant"};
const std::vector<std::string> dwellings = {"house", "flat"};

constexpr double oldest = 110;
constexpr std::size_t most_members = 50;

BuildPeriod period_of(double year) {
  return year < 1919   ? BuildPeriod::before_1919
         : year < 1949 ? BuildPeriod::to_1948
         : year < 1975 ? BuildPeriod::to_1974
         : year < 1989 ? BuildPeriod::to_1988
         : year < 2001 ? BuildPeriod::to_2000
                       : BuildPeriod::later;
}

class SampleReader {
 public:
  explicit SampleReader(const CsvTable& table) : table_{table} {
    household_ = table.require("household");
    age_ = table.require("age");
    sex_ = table.require("sex");
    activity_ = table.require("activity");
    type_ = table.require("type");
    weight_ = table.find("weight");
    income_ = table.find("income");
    tenure_ = table.find("tenure");
    dwelling_ = table.find("dwelling");
    built_ = table.find("built");
    cars_ = table.find("cars");
    bikes_ = table.find("bikes");
  }

  MicroSample read() {
    MicroSample result;
    result.given = {income_.has_value(), tenure_.has_value(), dwelling_.has_value(),
                    built_.has_value(),  cars_.has_value(),   bikes_.has_value()};
    std::set<std::string> seen;
    for (std::size_t row = 0; row < table_.rows();) {
      const std::string name = table_.text(row, household_);
      if (!seen.insert(name).second) {
        table_.refuse(row, household_,
                      "household " + in_quotes(name) + " is here again (its rows follow each other), sort the file");
      }
      SampleHousehold household = read_household(row);
      household.first = static_cast<std::uint32_t>(result.sample.members.size());
      const std::size_t first = row;
      for (; row < table_.rows() && table_.text(row, household_) == name; ++row) {
        result.sample.members.push_back(read_member(row));
      }
      household.persons = static_cast<std::uint32_t>(row - first);
      const auto members = std::span{result.sample.members}.subspan(household.first);
      refuse_odd(first, household, members);
      // Incomes and sizes take the first member for the one whose household it is.
      std::ranges::stable_partition(members, is_grown);
      result.sample.households.push_back(household);
    }
    return result;
  }

 private:
  std::size_t choice(std::size_t row, std::size_t column, std::string_view what,
                     const std::vector<std::string>& names) const {
    const std::string word = table_.text(row, column);
    const auto found = std::find(names.begin(), names.end(), word);
    if (found == names.end()) {
      table_.refuse(row, column, "unknown " + std::string{what} + " " + in_quotes(word) + suggestion(word, names));
    }
    return static_cast<std::size_t>(found - names.begin());
  }

  SampleHousehold read_household(std::size_t row) const {
    SampleHousehold household;
    household.type = static_cast<HouseholdType>(choice(row, type_, "type", types));
    constexpr double smallest_weight = 1e-6;
    if (weight_) household.weight = table_.number(row, *weight_, {smallest_weight, 1e9});
    if (income_) household.income_rank = table_.number(row, *income_, {-1e7, 1e9});
    if (tenure_) household.tenure = static_cast<commune::Tenure>(choice(row, *tenure_, "tenure", tenures));
    if (dwelling_) household.dwelling = static_cast<commune::Dwelling>(choice(row, *dwelling_, "dwelling", dwellings));
    if (built_) household.period = period_of(table_.number(row, *built_, {1000, 2100}));
    if (cars_) household.cars = static_cast<std::uint8_t>(std::min<std::size_t>(2, table_.index(row, *cars_, 100)));
    if (bikes_) household.bikes = table_.index(row, *bikes_, 100) > 0 ? 1 : 0;
    return household;
  }

  SampleMember read_member(std::size_t row) const {
    constexpr std::size_t last_age = 99;
    const std::size_t age = table_.index(row, age_, static_cast<std::size_t>(oldest) + 1);
    return {static_cast<std::uint8_t>(std::min(age, last_age)),
            static_cast<commune::Sex>(choice(row, sex_, "sex", sexes)),
            static_cast<commune::Activity>(choice(row, activity_, "activity", activities))};
  }

  static bool is_grown(const SampleMember& member) { return member.age >= 15; }

  void refuse_odd(std::size_t row, const SampleHousehold& household, std::span<const SampleMember> members) const {
    const std::string name = "household " + in_quotes(table_.text(row, household_));
    if (members.size() > most_members) {
      table_.refuse(row, household_,
                    name + " has " + std::to_string(members.size()) + " members (allowed: at most " +
                        std::to_string(most_members) + "), leave out collective homes");
    }
    if (std::ranges::none_of(members, is_grown))
      table_.refuse(row, age_, name + " has nobody of 15 or over, complete its rows");
    const auto fewest = household.type == HouseholdType::one_person             ? 1u
                        : household.type == HouseholdType::couple_with_children ? 3u
                                                                                : 2u;
    const auto most = household.type == HouseholdType::one_person ? 1u
                      : household.type == HouseholdType::couple   ? 2u
                                                                  : most_members;
    if (members.size() < fewest || members.size() > most) {
      table_.refuse(row, type_,
                    name + " of type " + in_quotes(types[static_cast<std::size_t>(household.type)]) + " has " +
                        std::to_string(members.size()) + (members.size() == 1 ? " member" : " members") +
                        ", correct its type or complete its rows");
    }
  }

  const CsvTable& table_;
  std::size_t household_, age_, sex_, activity_, type_;
  std::optional<std::size_t> weight_, income_, tenure_, dwelling_, built_, cars_, bikes_;
};

}  // namespace

MicroSample read_sample(const CsvTable& table) { return SampleReader{table}.read(); }

}  // namespace essaim::reader
