// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/world/table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <set>
#include <string>
#include <string_view>

namespace essaim {
namespace {

std::string digest(const World& world) {
  Sha256 sha;
  world.digest(sha);
  return sha.hex();
}

TEST(World, numbers_the_processes_of_all_tables_through) {
  World world;
  Table& households = world.add_table("households", 3);
  Table& empty = world.add_table("mills", 0);
  Table& shops = world.add_table("shops", 2);
  EXPECT_EQ(world.processes(), 5u);
  EXPECT_EQ(households.process(2), ProcessId{2});
  EXPECT_EQ(shops.process(0), ProcessId{3});
  EXPECT_EQ(shops.row(ProcessId{4}), 1u);
  EXPECT_EQ(empty.rows(), 0u);
}

TEST(World, finds_the_table_of_each_process) {
  World world;
  world.add_table("empty before", 0);
  world.add_table("households", 3);
  world.add_table("empty between", 0);
  world.add_table("shops", 2);
  world.add_table("empty after", 0);
  for (std::uint32_t p = 0; p < 3; ++p) EXPECT_EQ(world.table_of(ProcessId{p}).name(), "households");
  for (std::uint32_t p = 3; p < 5; ++p) EXPECT_EQ(world.table_of(ProcessId{p}).name(), "shops");
}

TEST(WorldDeathTest, knows_no_process_beyond_its_tables) {
  World world;
  world.add_table("households", 3);
  EXPECT_DEATH(world.table_of(ProcessId{3}), "processes_");
  EXPECT_DEATH(world.table_of(ProcessId{}), "processes_");
}

TEST(Table, keeps_a_column_in_place_when_others_are_added) {
  World world;
  Table& table = world.add_table("shops", 100);
  const auto stock = table.add<std::int64_t>("stock");
  for (std::uint32_t row = 0; row < 100; ++row) stock[row] = row * 10;
  for (int i = 0; i < 100; ++i) table.add<double>("more " + std::to_string(i));
  world.add_table("farms", 1'000);
  for (std::uint32_t row = 0; row < 100; ++row) EXPECT_EQ(stock[row], row * 10);
  EXPECT_EQ(stock.values().size(), 100u);
}

TEST(Table, starts_every_column_at_zero) {
  World world;
  Table& table = world.add_table("shops", 50);
  for (const double value : table.add<double>("price").values()) EXPECT_EQ(value, 0);
  const auto open = table.publish<std::uint8_t>("open");
  for (std::uint32_t row = 0; row < 50; ++row) EXPECT_EQ(open[row] + open.latest(row), 0);
}

TEST(TableDeathTest, refuses_a_second_column_of_a_name_and_ledgers_of_broken_numbers) {
  World world;
  Table& table = world.add_table("shops", 5);
  table.add<double>("price");
  EXPECT_DEATH(table.add<double>("price"), "name != column");
  EXPECT_DEATH(table.add<std::int32_t>("stock", {"food", 1}), "ledger");
}

TEST(Published, shows_a_written_value_only_once_it_is_committed) {
  World world;
  Table& table = world.add_table("shops", 4);
  table.add<double>("price");
  const auto open = table.publish<std::uint16_t>("open");
  open.initialise(1, 7);
  EXPECT_EQ(open[1], 7);
  open.next(1) = 8;
  open.next(2) = 9;
  EXPECT_EQ(open[1], 7);
  EXPECT_EQ(open.latest(1), 8);
  table.commit(open.column(), 1);
  EXPECT_EQ(open[1], 8);
  EXPECT_EQ(open[2], 0) << "another row stays as it was";
}

TEST(Table, knows_the_place_of_each_next_value_of_its_published_columns) {
  World world;
  Table& shops = world.add_table("shops", 4);
  Table& farms = world.add_table("farms", 4);
  shops.add<double>("price");
  const auto open = shops.publish<std::uint16_t>("open");
  const auto ripe = farms.publish<std::uint16_t>("ripe");
  EXPECT_TRUE(shops.holds_next(open.column(), 2, &open.next(2)));
  EXPECT_FALSE(shops.holds_next(open.column(), 1, &open.next(2)));
  EXPECT_FALSE(shops.holds_next(open.column() - 1, 2, &open.next(2)));
  EXPECT_FALSE(shops.holds_next(ripe.column(), 2, &ripe.next(2)));
  EXPECT_FALSE(shops.holds_next(99, 2, &open.next(2)));
  EXPECT_FALSE(shops.holds_next(open.column(), 4, &open.next(3) + 1));
}

TEST(Digest, changes_with_any_single_byte_of_any_column) {
  World world;
  Table& shops = world.add_table("shops", 3);
  shops.add<double>("price");
  shops.publish<std::uint16_t>("open");
  world.add_table("farms", 2).add<std::int64_t>("stock");
  std::set<std::string> seen{digest(world)};
  std::size_t bytes = 0;
  for (const auto& table : world.tables()) {
    for (const auto& column : table->columns()) {
      for (std::byte& value : column->values) {
        value ^= std::byte{0x10};
        EXPECT_TRUE(seen.insert(digest(world)).second) << column->name << " byte " << &value - column->values.data();
        value ^= std::byte{0x10};
        ++bytes;
      }
    }
  }
  EXPECT_EQ(bytes, 3 * 8 + 3 * 2 + 2 * 8u);
  EXPECT_EQ(seen.size(), bytes + 1);
  EXPECT_TRUE(seen.contains(digest(world))) << "put back, it is the first digest again";
}

TEST(Digest, tells_names_types_and_shapes_apart) {
  std::set<std::string> seen;
  const auto note = [&](std::string_view table, std::uint32_t rows, std::string_view column, auto zero) {
    World world;
    world.add_table(table, rows).add<decltype(zero)>(column);
    return seen.insert(digest(world)).second;
  };
  EXPECT_TRUE(note("shops", 2, "stock", std::int64_t{}));
  EXPECT_FALSE(note("shops", 2, "stock", std::int64_t{})) << "the same world twice";
  EXPECT_TRUE(note("farms", 2, "stock", std::int64_t{}));
  EXPECT_TRUE(note("shops", 3, "stock", std::int64_t{}));
  EXPECT_TRUE(note("shops", 2, "stocks", std::int64_t{}));
  EXPECT_TRUE(note("shops", 4, "stock", std::int32_t{}));
}

// Golden: results files carry digests of states, so their recipe may not drift.
TEST(Digest, keeps_its_recipe) {
  World world;
  const auto stock = world.add_table("shops", 2).add<std::uint32_t>("stock");
  stock[0] = 0x04030201;
  stock[1] = 5;
  using namespace std::string_view_literals;
  EXPECT_EQ(digest(world), sha256_hex("shops\2\0\0\0stock\4\0\0\0\1\2\3\4\5\0\0\0"sv));
}

TEST(Members, hold_state_and_are_no_processes) {
  World world;
  Table& first = world.add_members("guests", 7);
  Table& street = world.add_table("street", 3);
  Table& person = world.add_members("person", 192);
  Table& shop = world.add_table("shop", 2);
  world.add_members("goods", 5);
  EXPECT_EQ(world.processes(), 5u);
  EXPECT_EQ(&world.table_of(ProcessId{0}), &street);
  EXPECT_EQ(&world.table_of(ProcessId{2}), &street);
  EXPECT_EQ(&world.table_of(ProcessId{3}), &shop);
  EXPECT_EQ(&world.table_of(ProcessId{4}), &shop);
  EXPECT_EQ(first.rows(), 7u);
  const auto money = person.add<std::int64_t>("money", {"money", 1});
  const std::string before = digest(world);
  money[191] = 5;
  EXPECT_NE(digest(world), before);
  EXPECT_EQ(world.ledger_sum("money"), 5);
}

TEST(LedgerSum, adds_what_enters_each_ledger_with_its_sign) {
  World world;
  Table& shops = world.add_table("shops", 2);
  Table& farms = world.add_table("farms", 3);
  const auto stock = shops.add<std::int64_t>("stock", {"food", 1});
  const auto cash = shops.add<std::int64_t>("cash", {"money", 1});
  const auto grown = farms.add<std::int64_t>("grown", {"food", -1});
  const auto acres = farms.add<std::int64_t>("acres");
  stock[0] = 10, stock[1] = 5;
  cash[1] = 1'000;
  grown[0] = 4, grown[2] = 7;
  acres[0] = 99;
  EXPECT_EQ(world.ledger_sum("food"), 10 + 5 - 4 - 7);
  EXPECT_EQ(world.ledger_sum("money"), 1'000);
  EXPECT_EQ(world.ledger_sum("people"), 0);
}

}  // namespace
}  // namespace essaim
