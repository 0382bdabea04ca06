// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/scenarios/reader/reader_world.h"

namespace essaim::reader::testing {

namespace {

using namespace std::string_literals;

std::string text_complaint(std::string_view text) {
  return complaint([&] { read_scenario_text(text); });
}

/// One mistake in a right file, and the whole message that it must give.
struct Mistake {
  std::string_view from;  ///< what the right file says; or the path of an option
  std::string_view to;    ///< what is written instead; or the value of the option
  std::string_view message;
};

TEST(Mistakes, say_what_is_not_toml_and_how_to_write_it) {
  EXPECT_EQ(text_complaint("title = \"Canicule\n"s),
            "demo.toml:1:9: text without its closing quote, close it on this line");
  constexpr Mistake mistakes[] = {
      {"\"60 days\"", "60 days", "demo.toml:4:12: text without quotes, write \"60 days\" between quotes"},
      {"replicates = 4", "replicates 4",
       "demo.toml:5:12: not TOML (key-value pair: expected '=', saw '4'), write name = value"},
      {"replicates = 4", "replicates =", "demo.toml:5:13: a key without a value, give one after ="},
      {"[[shock]]", "[[shock]",
       "demo.toml:10:9: not TOML (table header: expected ']', saw '\\n'), write [name], or [[name]] for one of "
       "several"},
      {"= [\"food.insecure_share\"]", "= [\"food.insecure_share\"",
       "demo.toml:8:1: not TOML (array: expected comma or closing ']', saw 'm'), see the examples of "
       "docs/guide/first-scenario.md"},
      {"0.15", "0,15", "demo.toml:25:16: a number with a comma (decimal numbers take a point), write 0.5"},
      {"2026-06-01", "2026-02-30",
       "demo.toml:3:9: \"2026-02-30\" is no date (expected year-month-day), write 2026-06-01"},
      {"2026-06-01", "01/06/2026",
       "demo.toml:3:9: \"01/06/2026\" is no date (expected year-month-day), write 2026-06-01"},
      {"seed = 2026", "seed = 99999999999999999999", "demo.toml:6:8: a number beyond 64 bits, give a smaller one"},
      {"[variant.epicerie]", "[variant.epicerie",
       "demo.toml:16:18: not TOML (table header: expected ']', saw '\\n'), write [name], or [[name]] for one of "
       "several"},
      {"seed = 2026", "replicates = 5",
       "demo.toml:6:1: \"replicates\" is given twice (a name has one value), remove or rename one of them"},
      {"[parameters.food]", "[variant.epicerie]",
       "demo.toml:24:2: \"variant.epicerie\" is given twice (a name has one value), remove or rename one of them"},
      {"seed = 2026", "a.b.c.d.e.f.g.h.i = 1",
       "demo.toml:6:17: a key of more than 8 names (a.b.c...), which no key here has, shorten it"},
      {"\"Canicule\"", "Canicule", "demo.toml:1:9: text without quotes, write \"Canicule\" between quotes"},
  };
  for (const Mistake& m : mistakes) EXPECT_EQ(scenario_complaint(m.from, m.to), m.message);
}

TEST(Mistakes, refuse_bytes_that_are_no_text_before_parsing) {
  EXPECT_EQ(text_complaint("\x00\x01\x02"s), "demo.toml:1:1: a zero byte (this is not a text file), give a TOML file");
  EXPECT_EQ(text_complaint("title = \"a\x01"
                           "b\"\n"s),
            "demo.toml:1:11: control character U+0001 (only tabs and line ends are allowed), remove it");
  EXPECT_EQ(text_complaint("title = \"a\x7f\"\n"s),
            "demo.toml:1:11: control character U+007F (only tabs and line ends are allowed), remove it");
  EXPECT_EQ(text_complaint("ti\x01tle = 1\n"s),
            "demo.toml:1:3: control character U+0001 (only tabs and line ends are allowed), remove it");
  EXPECT_EQ(
      text_complaint("title = \"\xff\"\n"s),
      "demo.toml:1:10: byte 0xFF is no UTF-8 text (the file has another encoding, or is binary), save it as UTF-8");
  EXPECT_EQ(text_complaint("\xff\xfet\x00"s),
            "demo.toml: the file is saved as UTF-16 (expected UTF-8), save it as UTF-8");
  EXPECT_EQ(text_complaint("title = 1\rseed = 2\n"s),
            "demo.toml:1:10: a carriage return alone (lines end with LF or CRLF), save the file with such line ends");
  EXPECT_EQ(text_complaint("\x89HDF\r\n\x1a\n"s),
            "demo.toml: this is a results file (expected a TOML file), see `essaim summary` for results");
  EXPECT_EQ(
      text_complaint("title = \"\xed\xa0\x80\"\n"s),
      "demo.toml:1:10: byte 0xED is no UTF-8 text (the file has another encoding, or is binary), save it as UTF-8");
  EXPECT_EQ(text_complaint("title = \"\xc2\x85\"\n"s),
            "demo.toml:1:10: control character U+0085 (only tabs and line ends are allowed), remove it");
}

TEST(Mistakes, name_the_nearest_valid_name) {
  constexpr Mistake mistakes[] = {
      {"seed = 2026", "sead = 2026", "demo.toml:6:1: unknown key \"sead\", did you mean \"seed\"?"},
      {"replicates = 4", "runs = 4",
       "demo.toml:5:1: unknown key \"runs\" (allowed: title, narrative, authors, license, site, sites, start, "
       "duration, replicates, seed, lookahead, primary, matters, shock, variant, parameters, couplings_off), use one "
       "of "
       "these"},
      {"[[shock]]", "[[shok]]", "demo.toml:10:3: unknown key \"shok\", did you mean \"shock\"?"},
      {"kind = \"heatwave\"", "kind = \"heatwav\"",
       "demo.toml:11:8: unknown shock \"heatwav\", did you mean \"heatwave\"?"},
      {"kind = \"heatwave\"", "kind = \"earthquake\"",
       "demo.toml:11:8: unknown shock \"earthquake\" (allowed: heatwave, supply_interruption, flood), use one of "
       "these"},
      {"kind = \"heatwave\"", "kind = \"solidarity_grocer\"",
       "demo.toml:11:8: \"solidarity_grocer\" is a measure (expected a shock), write it under "
       "[[variant.NAME.measure]]"},
      {"kind = \"solidarity_grocer\"", "kind = \"heatwave\"",
       "demo.toml:19:8: \"heatwave\" is a shock (expected a measure), write it under [[shock]]"},
      {"peak_temperature", "peak_temp",
       "demo.toml:14:1: unknown key \"peak_temp\" (allowed: kind, start, duration, end, peak_temperature), use "
       "one of these"},
      {"capacity =", "capcity =", "demo.toml:21:1: unknown key \"capcity\", did you mean \"capacity\"?"},
      {"decided_by", "decided",
       "demo.toml:22:1: unknown key \"decided\" (allowed: kind, start, duration, end, decided_by, extend, capacity, "
       "price, "
       "lead_time, investment, running_cost, staff_hours, volunteer_hours), use one of these"},
      {"panic_social", "panic_socail",
       "demo.toml:25:1: unknown parameter \"panic_socail\" of food, did you mean \"panic_social\"?"},
      {"parameters.food", "parameters.fod", "demo.toml:24:13: unknown theme \"fod\", did you mean \"food\"?"},
      {"\"loos-en-gohelle\"", "\"loos\"",
       "demo.toml:2:8: unknown site \"loos\" (allowed: langouet, loos-en-gohelle), use one of these"},
      {"\"loos-en-gohelle\"", "\"loos-en-gohele\"",
       "demo.toml:2:8: unknown site \"loos-en-gohele\", did you mean \"loos-en-gohelle\"?"},
      {"food.insecure_share", "food.insecure",
       "demo.toml:7:12: unknown indicator \"food.insecure\" (allowed: commune.heat_exposure, food.insecure_share, "
       "food.missed_share, food.spending), use one of these"},
      {"title = \"Épicerie solidaire\"", "titel = \"Épicerie solidaire\"",
       "demo.toml:17:1: unknown key \"titel\", did you mean \"title\"?"},
      {"\"imposed\"", "\"imposd\"", "demo.toml:22:14: unknown decided_by \"imposd\", did you mean \"imposed\"?"},
  };
  for (const Mistake& m : mistakes) EXPECT_EQ(scenario_complaint(m.from, m.to), m.message);
}

TEST(Mistakes, give_units_with_an_example) {
  constexpr Mistake mistakes[] = {
      {"\"60 days\"", "\"60 kg\"",
       "demo.toml:4:12: duration has unit \"kg\" (expected days, day, d, week, weeks, hour, hours or h), write for "
       "example \"10 days\""},
      {"\"60 days\"", "60",
       "demo.toml:4:12: duration is 60 without a unit (expected days, day, d, week, weeks, hour, hours or h), write "
       "for "
       "example \"60 days\""},
      {"\"60 days\"", "\"60\"",
       "demo.toml:4:12: duration is 60 without a unit (expected days, day, d, week, weeks, hour, hours or h), write "
       "for "
       "example \"60 days\""},
      {"\"60 days\"", "\"60 dayz\"",
       "demo.toml:4:12: duration has unit \"dayz\" (expected days, day, d, week, weeks, hour, hours or h), did you "
       "mean "
       "\"days\"?"},
      {"\"60 days\"", "\"0 days\"",
       "demo.toml:4:12: duration is 0 days (allowed: 1 day to 3660 days), choose a length in that range"},
      {"\"60 days\"", "\"20 years\"",
       "demo.toml:4:12: duration has unit \"years\" (expected days, day, d, week, weeks, hour, hours or h), write for "
       "example \"10 days\""},
      {"\"60 days\"", "\"36 hours\"",
       "demo.toml:4:12: duration is \"36 hours\" (a run lasts whole days), write for example \"60 days\""},
      {"\"60 days\"", "\"9000 days\"",
       "demo.toml:4:12: duration is 9000 days (allowed: 1 day to 3660 days), choose a length in that range"},
  };
  for (const Mistake& m : mistakes) EXPECT_EQ(scenario_complaint(m.from, m.to), m.message);
}

TEST(Mistakes, of_settings_give_units_and_ranges_with_an_example) {
  constexpr Mistake mistakes[] = {
      {"\"39 degC\"", "\"39 degF\"",
       "demo.toml:14:20: peak_temperature has unit \"degF\" (expected degC or °C), did you mean \"degC\"?"},
      {"\"39 degC\"", "\"93 degC\"",
       "demo.toml:14:20: peak_temperature is 93 degC (allowed: 25 degC to 55 degC), write for example \"40 degC\""},
      {"\"39 degC\"", "39",
       "demo.toml:14:20: peak_temperature is 39 without a unit (expected degC or °C), write for example \"39 degC\""},
      {"\"39 degC\"", "\"hot\"",
       "demo.toml:14:20: peak_temperature is \"hot\" (expected a number and a unit, degC or °C), write for example "
       "\"40 degC\""},
      {"\"39 degC\"", "\"39,5 degC\"",
       "demo.toml:14:20: peak_temperature is \"39,5 degC\" (decimal numbers take a point), write \"39.5 degC\""},
      {"\"39 degC\"", "true",
       "demo.toml:14:20: peak_temperature is true (expected a number and a unit), write for example \"40 degC\""},
      {"\"39 degC\"", "inf",
       "demo.toml:14:20: peak_temperature is no finite number (expected a number and a unit), write for example \"40 "
       "degC\""},
      {"\"39 degC\"", "\"1e999 degC\"",
       "demo.toml:14:20: peak_temperature is \"1e999 degC\" (expected a number and a unit, degC or °C), write for "
       "example \"40 degC\""},
      {"\"120 households\"", "\"120 housholds\"",
       "demo.toml:21:12: capacity has unit \"housholds\" (expected household or households), did you mean "
       "\"households\"?"},
      {"\"120 households\"", "\"-1 households\"",
       "demo.toml:21:12: capacity is -1 households (allowed: 0 households to 5000 households), write for example "
       "\"2500 households\""},
      {"capacity = \"120 households\"", "capacity = \"120 households\"\nprice = \"150 %\"",
       "demo.toml:22:9: price is 150 % (allowed: 0 % to 100 %), write for example 0.2"},
      {"0.15", "1.5", "demo.toml:25:16: panic_social is 1.5 (allowed: 0 to 1), write for example 0.15"},
      {"0.15", "\"15 EUR\"",
       "demo.toml:25:16: panic_social has unit \"EUR\" (expected a number, %, point or points), write for example "
       "0.15"},
      {"0.15", "\"lots\"", "demo.toml:25:16: panic_social is \"lots\" (expected a number), write for example 0.15"},
      {"0.15", "0.15\nshop_wage = 13",
       "demo.toml:26:13: shop_wage is 13 without a unit (expected EUR/h), write for example \"13 EUR/h\""},
      {"replicates = 4", "replicates = 0",
       "demo.toml:5:14: replicates is 0 (allowed: 1 to 100000), choose a number in that range"},
      {"replicates = 4", "replicates = 4.5",
       "demo.toml:5:14: replicates is the number 4.5 (expected a whole number, 1 to 100000), write it without quotes "
       "and decimals"},
      {"replicates = 4", "replicates = \"4\"",
       "demo.toml:5:14: replicates is the text \"4\" (expected a whole number, 1 to 100000), write it without quotes "
       "and decimals"},
      {"seed = 2026", "seed = -1",
       "demo.toml:6:8: seed is -1 (allowed: 0 to 9223372036854775807), choose a number in that range"},
      {"\"0.5 points\"", "\"0 points\"",
       "demo.toml:8:11: matters is \"0 points\" (allowed: more than 0), give the smallest difference that matters"},
      {"\"0.5 points\"", "\"3 kg\"",
       "demo.toml:8:11: matters has unit \"kg\" (expected a number, %, point or points), write for example 0.005"},
      {"\"12 days\"", "\"0 days\"",
       "demo.toml:13:12: duration is 0 days (allowed: 1 hour to 3660 days), choose a length in that range"},
  };
  for (const Mistake& m : mistakes) EXPECT_EQ(scenario_complaint(m.from, m.to), m.message);
}

TEST(Mistakes, of_the_lookahead_say_that_it_divides_a_day_and_is_at_most_an_hour) {
  const Mistake mistakes[] = {
      {"seed = 2026", "lookahead = \"2 days\"",
       "demo.toml:6:13: lookahead has unit \"days\" (expected min, minutes, s, h or hours), write for example \"15 "
       "min\""},
      {"seed = 2026", "lookahead = \"2 h\"",
       "demo.toml:6:13: lookahead is 2 h (allowed: 1 s to 1 hour), choose a length in that range"},
      {"seed = 2026", "lookahead = \"7 min\"",
       "demo.toml:6:13: lookahead does not divide a day into equal parts, write for example \"15 min\""},
  };
  for (const Mistake& m : mistakes) EXPECT_EQ(scenario_complaint(m.from, m.to), m.message);
}

}  // namespace

}  // namespace essaim::reader::testing
