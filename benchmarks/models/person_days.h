// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/run/simulation.h"

namespace essaim::bench {

/// Ordinary days of a town: persons eat, work for a wage, shop when their store runs low, and meet each other; shops
/// sell what they hold and order for the next day; a disease passes between those who meet. A made-up model for
/// measuring: its figures mean nothing.
///
/// Persons live in streets of 64, and 32 streets share a shop. A street is one process, whose day is one event over
/// all its persons (*routine in batch*); it and its shop reach each other by one message a day each way.
///
///     05:00  street   each person: eats; works, if well, on five days of seven; wants to fill the store if it is below
///                     three days or on a whim; meets a neighbour and a street drawn anywhere, whose share of ill
///                     persons it reads as of yesterday; falls ill, or gets well
///     05:30  shop     adds up what its streets want
///     12:00  shop     serves all of them in the same proportion, and orders what brings it back to its level
///     12:30  street   what was bought comes home and is paid for
struct PersonDays {
  static constexpr std::uint32_t persons_per_street = 64;
  static constexpr std::uint32_t streets_per_shop = 32;
  static constexpr std::uint32_t eaten_g = 1'200;
  static constexpr std::uint32_t wanted_days = 7;
  static constexpr std::uint32_t wage_cents = 6'000;
  static constexpr std::uint32_t price_cents_per_kg = 450;
  static constexpr std::uint8_t days_ill = 6;
  static constexpr std::uint32_t whim = 0x1000'0000;       ///< 1 day of 16
  static constexpr std::uint32_t catches = 0x3000'0000;    ///< from a neighbour who is ill
  static constexpr std::uint32_t first_ill = 0x0010'0000;  ///< 1 person of 4,096
  static constexpr std::uint64_t morning_s = 5 * 3'600;
  static constexpr Duration lookahead() { return Duration::minutes(30); }

  std::uint32_t streets = 0;
  std::uint32_t persons() const { return streets * persons_per_street; }
  std::uint32_t shops() const { return (streets + streets_per_shop - 1) / streets_per_shop; }
};

enum Health : std::uint8_t { well, ill, immune };

/// Where a person's state lies; both engines below hold it in this way, a column each.
template <template <class> class Array>
struct PersonColumns {
  Array<std::int32_t> store_g;
  Array<std::int32_t> money_cents;
  Array<std::uint16_t> wanted_g;
  Array<std::uint8_t> health;
  Array<std::uint8_t> days_left;
};

/// The rules, the same for both engines: what one person does in the morning and at noon.
template <class Columns>
struct PersonRules {
  Columns columns;
  Random random;

  void begin(std::uint32_t person) const {
    const std::uint32_t bits = random.draw(Stream{"days.first"}, person, 0).bits();
    columns.store_g[person] = static_cast<std::int32_t>(bits % (PersonDays::eaten_g * PersonDays::wanted_days));
    columns.money_cents[person] = 20'000;
    const bool starts_ill = (bits ^ 0x5555'5555u) * 2'654'435'761u < PersonDays::first_ill;
    columns.health[person] = starts_ill ? ill : well;
    columns.days_left[person] = starts_ill ? PersonDays::days_ill : 0;
  }

  /// Returns what the person wants to buy [g].
  std::uint32_t morning(std::uint32_t person, std::uint32_t day, bool workday, std::uint32_t ill_elsewhere,
                        Draw& draw) const {
    const std::uint32_t luck = draw.bits();
    std::int32_t& store = columns.store_g[person];
    store -= std::min(store, static_cast<std::int32_t>(PersonDays::eaten_g));
    std::uint8_t& health = columns.health[person];
    if (workday && health != ill) columns.money_cents[person] += PersonDays::wage_cents;
    live_with_disease(person, luck, ill_elsewhere);
    const bool low = store < static_cast<std::int32_t>(3 * PersonDays::eaten_g);
    const bool wants = low || (luck ^ day * 2'654'435'761u) < PersonDays::whim;
    const std::int32_t lacks = static_cast<std::int32_t>(PersonDays::eaten_g * PersonDays::wanted_days) - store;
    const auto payable =
        static_cast<std::int32_t>(std::int64_t{columns.money_cents[person]} * 1'000 / PersonDays::price_cents_per_kg);
    const std::int32_t wanted = wants ? std::clamp(payable, 0, std::max(lacks, 0)) : 0;
    columns.wanted_g[person] = static_cast<std::uint16_t>(wanted);
    return static_cast<std::uint32_t>(wanted);
  }

  void noon(std::uint32_t person, std::uint32_t permille) const {
    const std::uint32_t bought = columns.wanted_g[person] * permille / 1'000;
    columns.store_g[person] += static_cast<std::int32_t>(bought);
    columns.money_cents[person] -= static_cast<std::int32_t>(bought * PersonDays::price_cents_per_kg / 1'000);
  }

 private:
  void live_with_disease(std::uint32_t person, std::uint32_t luck, std::uint32_t ill_elsewhere) const {
    std::uint8_t& health = columns.health[person];
    if (health == ill) {
      if (--columns.days_left[person] == 0) health = immune;
      return;
    }
    const std::uint32_t street = person & ~(PersonDays::persons_per_street - 1);
    const std::uint32_t neighbour = street + luck % PersonDays::persons_per_street;
    const std::uint32_t meets = (columns.health[neighbour] == ill ? 1u : 0u) * PersonDays::catches +
                                ill_elsewhere * (PersonDays::catches / PersonDays::persons_per_street);
    if (health != well || luck >= meets) return;
    health = ill;
    columns.days_left[person] = PersonDays::days_ill;
  }
};

/// A shop sells all that is wanted in the same proportion, and orders at once for the next morning.
struct ShopBook {
  std::int64_t stock_g = 0;
  std::int64_t takings_cents = 0;

  std::uint32_t serve(std::uint64_t wanted_g, std::int64_t level_g) {
    const auto held = static_cast<std::uint64_t>(stock_g);
    const std::uint64_t permille = wanted_g == 0 ? 1'000 : std::min<std::uint64_t>(1'000, held * 1'000 / wanted_g);
    const auto sold = static_cast<std::int64_t>(wanted_g * permille / 1'000);
    stock_g -= sold;
    takings_cents += sold * PersonDays::price_cents_per_kg / 1'000;
    stock_g = std::max(stock_g, level_g);
    return static_cast<std::uint32_t>(permille);
  }
  static std::int64_t level_g(std::uint32_t persons) { return std::int64_t{persons} * PersonDays::eaten_g * 2; }
};

/// The model on the engine, through its public interface alone.
class PersonDaysModel final : public Model {
 public:
  PersonDaysModel(World& world, const PersonDays& town, const Random& random)
      : town_{town}, street_{world.add_table("street", town.streets)}, shop_{world.add_table("shop", town.shops())} {
    Table& person = world.add_members("person", town.persons());
    rules_ = {
        {person.add<std::int32_t>("store"), person.add<std::int32_t>("money"), person.add<std::uint16_t>("wanted"),
         person.add<std::uint8_t>("health"), person.add<std::uint8_t>("days_left")},
        random};
    ill_ = street_.publish<std::uint32_t>("ill");
    stock_g_ = shop_.add<std::int64_t>("stock");
    takings_cents_ = shop_.add<std::int64_t>("takings");
    wanted_g_ = shop_.add<std::uint64_t>("wanted");
  }

  std::string_view name() const override { return "days"; }
  const PersonColumns<Column>& persons() const { return rules_.columns; }

  void start(Context& context) override {
    for (std::uint32_t street = 0; street < town_.streets; ++street) {
      for (std::uint32_t i = 0; i < PersonDays::persons_per_street; ++i) rules_.begin(first(street) + i);
      ill_.initialise(street, count_ill(street));
      context.start_process(street_.process(street), Time::at(PersonDays::morning_s), street_morning);
    }
    for (std::uint32_t shop = 0; shop < town_.shops(); ++shop) {
      stock_g_[shop] = ShopBook::level_g(customers(shop));
      context.start_process(shop_.process(shop), Time::at(PersonDays::morning_s) + Duration::hours(7), shop_noon);
    }
  }

  void handle(const Event& event, Context& context) override {
    switch (event.kind) {
      case street_morning:
        return live_morning(street_.row(event.to), context);
      case street_noon:
        return bring_home(street_.row(event.to), event.payload[0]);
      case shop_asked:
        wanted_g_[shop_.row(event.to)] += event.payload[0];
        return;
      case shop_noon:
        return serve(shop_.row(event.to), context);
      default:
        return context.fail("days.unknown", "an event of no known kind");
    }
  }

 private:
  static constexpr EventKind street_morning = event_kind(1, 0);
  static constexpr EventKind street_noon = event_kind(1, 1);
  static constexpr EventKind shop_asked = event_kind(1, 2);
  static constexpr EventKind shop_noon = event_kind(1, 3);

  static std::uint32_t first(std::uint32_t street) { return street * PersonDays::persons_per_street; }
  std::uint32_t customers(std::uint32_t shop) const {
    const std::uint32_t streets = town_.streets - shop * PersonDays::streets_per_shop;
    return std::min(streets, PersonDays::streets_per_shop) * PersonDays::persons_per_street;
  }
  std::uint32_t count_ill(std::uint32_t street) const {
    std::uint32_t count = 0;
    for (std::uint32_t i = 0; i < PersonDays::persons_per_street; ++i) {
      count += rules_.columns.health[first(street) + i] == ill ? 1 : 0;
    }
    return count;
  }

  void live_morning(std::uint32_t street, Context& context) {
    const std::uint32_t day = context.now().day();
    const bool workday = day % 7 < 5;
    std::uint32_t wanted = 0;
    for (std::uint32_t person = first(street); person < first(street + 1); ++person) {
      Draw draw = context.draw(Stream{"days.person"}, person, day);
      const std::uint32_t elsewhere = ill_[draw.below(town_.streets)];
      wanted += rules_.morning(person, day, workday, elsewhere, draw);
    }
    context.publish(ill_, street, count_ill(street));
    context.send(shop_.process(street / PersonDays::streets_per_shop), context.lookahead(), shop_asked, {wanted});
    context.schedule_in(Duration::days(1), street_morning);
  }

  void bring_home(std::uint32_t street, std::uint32_t permille) {
    for (std::uint32_t person = first(street); person < first(street + 1); ++person) rules_.noon(person, permille);
  }

  void serve(std::uint32_t shop, Context& context) {
    ShopBook book{stock_g_[shop], takings_cents_[shop]};
    const std::uint32_t permille = book.serve(wanted_g_[shop], ShopBook::level_g(customers(shop)));
    stock_g_[shop] = book.stock_g;
    takings_cents_[shop] = book.takings_cents;
    wanted_g_[shop] = 0;
    const std::uint32_t end = std::min(town_.streets, (shop + 1) * PersonDays::streets_per_shop);
    for (std::uint32_t street = shop * PersonDays::streets_per_shop; street < end; ++street) {
      context.send(street_.process(street), context.lookahead(), street_noon, {permille});
    }
    context.schedule_in(Duration::days(1), shop_noon);
  }

  PersonDays town_;
  Table& street_;
  Table& shop_;
  PersonRules<PersonColumns<Column>> rules_{{}, Random{0, 0, ""}};
  Published<std::uint32_t> ill_;
  Column<std::int64_t> stock_g_;
  Column<std::int64_t> takings_cents_;
  Column<std::uint64_t> wanted_g_;
};

/// The same town as a loop over plain arrays, without any engine: the floor.
class PersonDaysLoop {
 public:
  PersonDaysLoop(const PersonDays& town, const Random& random)
      : town_{town},
        arrays_{sized<std::int32_t>(), sized<std::int32_t>(), sized<std::uint16_t>(), sized<std::uint8_t>(),
                sized<std::uint8_t>()},
        rules_{{arrays_.store_g.data(), arrays_.money_cents.data(), arrays_.wanted_g.data(), arrays_.health.data(),
                arrays_.days_left.data()},
               random},
        ill_(town.streets),
        ill_yesterday_(town.streets),
        shops_(town.shops()),
        wanted_g_(town.shops()) {
    for (std::uint32_t person = 0; person < town.persons(); ++person) rules_.begin(person);
    for (std::uint32_t street = 0; street < town.streets; ++street) ill_[street] = count_ill(street);
    for (std::uint32_t shop = 0; shop < town.shops(); ++shop) shops_[shop].stock_g = ShopBook::level_g(customers(shop));
  }

  void run_day(std::uint32_t day) {
    ill_yesterday_ = ill_;
    const bool workday = day % 7 < 5;
    for (std::uint32_t street = 0; street < town_.streets; ++street) {
      std::uint32_t wanted = 0;
      const std::uint32_t first = street * PersonDays::persons_per_street;
      for (std::uint32_t person = first; person < first + PersonDays::persons_per_street; ++person) {
        Draw draw = rules_.random.draw(Stream{"days.person"}, person, day);
        const std::uint32_t elsewhere = ill_yesterday_[draw.below(town_.streets)];
        wanted += rules_.morning(person, day, workday, elsewhere, draw);
      }
      ill_[street] = count_ill(street);
      wanted_g_[street / PersonDays::streets_per_shop] += wanted;
    }
    for (std::uint32_t shop = 0; shop < town_.shops(); ++shop) {
      const std::uint32_t permille = shops_[shop].serve(wanted_g_[shop], ShopBook::level_g(customers(shop)));
      wanted_g_[shop] = 0;
      const std::uint32_t first = shop * PersonDays::streets_per_shop * PersonDays::persons_per_street;
      for (std::uint32_t i = 0; i < customers(shop); ++i) rules_.noon(first + i, permille);
    }
  }

  template <template <class> class Array>
  bool equals(const PersonColumns<Array>& other) const {
    for (std::uint32_t p = 0; p < town_.persons(); ++p) {
      const bool same = arrays_.store_g[p] == other.store_g[p] && arrays_.money_cents[p] == other.money_cents[p] &&
                        arrays_.health[p] == other.health[p];
      if (!same) return false;
    }
    return true;
  }

 private:
  template <class T>
  using Pointer = T*;
  template <class T>
  using Vector = std::vector<T>;
  template <class T>
  std::vector<T> sized() const {
    return std::vector<T>(town_.persons());
  }
  std::uint32_t customers(std::uint32_t shop) const {
    const std::uint32_t streets = town_.streets - shop * PersonDays::streets_per_shop;
    return std::min(streets, PersonDays::streets_per_shop) * PersonDays::persons_per_street;
  }
  std::uint32_t count_ill(std::uint32_t street) const {
    const auto first = arrays_.health.begin() + street * PersonDays::persons_per_street;
    return static_cast<std::uint32_t>(std::count(first, first + PersonDays::persons_per_street, ill));
  }

  PersonDays town_;
  PersonColumns<Vector> arrays_;
  PersonRules<PersonColumns<Pointer>> rules_;
  std::vector<std::uint32_t> ill_;
  std::vector<std::uint32_t> ill_yesterday_;
  std::vector<ShopBook> shops_;
  std::vector<std::uint64_t> wanted_g_;
};

}  // namespace essaim::bench
