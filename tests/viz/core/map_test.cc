// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/core/map.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <regex>
#include <string>
#include <vector>

#include "viz/core/svg.h"
#include "viz/core/text_width.h"

namespace essaim::plot {
namespace {

using term::Language;
using term::Locale;
using testing::HasSubstr;
using testing::Not;

/// A village of streets, two hamlets far away, and the town 30 km off.
record::TerritoryMap territory() {
  record::TerritoryMap map;
  map.about.credit = "Source : Insee, Licence Ouverte 2.0";
  for (int i = 0; i < 36; ++i) {
    map.nodes.push_back({0, static_cast<float>(120 * (i % 6)), static_cast<float>(110 * (i / 6)), false});
    if (i > 0) map.roads.push_back({0, static_cast<std::uint32_t>(i - 1), static_cast<std::uint32_t>(i), 3});
  }
  map.nodes.push_back({0, 4'200, 300, false});
  map.nodes.push_back({0, -3'100, -900, false});
  map.nodes.push_back({0, 30'000, 4'000, true});
  map.roads.push_back({0, 35, 36, 2});
  map.roads.push_back({0, 0, 37, 2});
  map.roads.push_back({0, 36, 38, 2});
  map.roads.push_back({0, 35, 38, 2});
  for (int i = 0; i < 16; ++i) {
    const bool middle = i % 4 / 2 == 1 && i / 8 == 1;
    map.squares.push_back({0, static_cast<float>(200 * (i % 4)), static_cast<float>(200 * (i / 4)),
                           12u + 8u * static_cast<unsigned>(i), 60, static_cast<std::uint8_t>(middle ? 0 : 1), i == 3});
  }
  map.squares.push_back({0, 4'200, 200, 14, 30, 2, false});
  map.squares.push_back({0, -3'200, -1'000, 15, 30, 2, false});
  for (std::uint8_t kind = 0; kind < record::territory_places.size(); ++kind) {
    for (int i = 0; i <= kind % 3; ++i) map.places.push_back({0, kind, 240, 220});  // all at one crossing
  }
  map.about.fields = static_cast<std::uint8_t>(record::TerritoryFields::assumed);
  map.about.farmland_ha = 1'614;
  map.about.farmland_missing_ha = 120;
  for (const auto& [x, y] : {std::pair{900.0F, 100.0F}, {1'300.0F, 100.0F}, {1'300.0F, 500.0F}, {900.0F, 500.0F}}) {
    map.corners.push_back({0, 0, 0, x, y});
  }
  for (const auto& [x, y] : {std::pair{1'000.0F, 200.0F}, {1'000.0F, 300.0F}, {1'100.0F, 300.0F}}) {
    map.corners.push_back({0, 0, 1, x, y});  // a hole
  }
  map.corners.insert(map.corners.end(), {{0, 1, 0, 90'000, 0}, {0, 1, 0, 90'100, 0}, {0, 1, 0, 90'000, 100}});
  return map;
}

MapFigure figure(double width_mm, bool with_reading) {
  MapFigure made{territory(), "Saint-Étienne-de-la-Montagne-sur-Loire", "99999", true, std::nullopt, width_mm};
  made.quality =
      "Données : territoire : données publiées (12 % d'emprunt), habitants : en partie des hypothèses "
      "(40 % d'emprunt) ; données d'emprunt : 25 %.";
  if (!with_reading) return made;
  ZoneReading reading;
  reading.label = "Part des ménages en insécurité alimentaire, ou presque";
  reading.unit = "1";
  reading.variant = "Épicerie solidaire & stock communal";
  reading.first = Date{2026, 6, 1};
  reading.last = Date{2026, 12, 31};
  using enum design::Spread::Kind;
  reading.zones = {{{extremes, 0.123, 0.101, 0.152, 12, 12}, {extremes, 0.081, 0.06, 0.1, 12, 12}, {none}}};
  made.reading = reading;
  return made;
}

std::string unescaped(std::string text) {
  for (const auto& [from, to] : {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}}) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; ++at) {
      text.replace(at, std::string_view{from}.size(), to);
    }
  }
  return text;
}

/// The lines of text as a reader of the file finds them.
std::vector<Line> lines_of(const std::string& svg) {
  static const std::regex text{
      R"re(<text x="([-\d.]+)" y="([-\d.]+)" font-size="([\d.]+)" font-weight="(\w+)" text-anchor="(\w+)"[^>]*>([^<]*)</text>)re"};
  std::vector<Line> lines;
  for (std::sregex_iterator it{svg.begin(), svg.end(), text}, end; it != end; ++it) {
    const std::string anchor = (*it)[5];
    lines.push_back({std::stod((*it)[1]), std::stod((*it)[2]), std::stod((*it)[3]), unescaped((*it)[6]),
                     (*it)[4] == "bold",
                     anchor == "start"    ? Anchor::start
                     : anchor == "middle" ? Anchor::middle
                                          : Anchor::end});
  }
  return lines;
}

Box page_of(const std::string& svg) {
  std::smatch found;
  std::regex_search(svg, found, std::regex{R"re(viewBox="0 0 ([\d.]+) ([\d.]+)")re"});
  return {0, 0, std::stod(found[1]), std::stod(found[2])};
}

TEST(Map, no_text_is_clipped_or_lies_over_another) {
  for (const Language language : {Language::fr, Language::en}) {
    const Locale locale{language};
    for (const double width : {60.0, 85.0, 170.0, 400.0}) {
      for (const bool with_reading : {false, true}) {
        const std::string svg = draw_map(figure(width, with_reading), locale);
        const std::vector<Line> lines = lines_of(svg);
        const Box page = page_of(svg);
        EXPECT_GT(lines.size(), 12u);
        for (std::size_t i = 0; i < lines.size(); ++i) {
          const Box box = box_of(lines[i]);
          EXPECT_TRUE(page.contains(box)) << lines[i].text << " leaves a page of " << width << " mm";
          EXPECT_GE(lines[i].size, 2.3) << "too small to read";
          for (std::size_t j = 0; j < i; ++j) {
            EXPECT_FALSE(box.overlaps(box_of(lines[j]).grown(-0.05)))
                << lines[i].text << " lies over " << lines[j].text << " at " << width << " mm";
          }
        }
      }
    }
  }
}

TEST(Map, is_the_same_bytes_each_time) {
  const Locale locale{Language::fr};
  EXPECT_EQ(draw_map(figure(170, true), locale), draw_map(figure(170, true), locale));
}

TEST(Map, says_what_it_is_and_what_it_is_not) {
  const std::string svg = draw_map(figure(170, false), Locale{Language::fr});
  EXPECT_THAT(svg, HasSubstr("Plan imaginaire, aux chiffres de la commune"));
  EXPECT_THAT(svg, HasSubstr("pas une prévision"));
  EXPECT_THAT(svg, HasSubstr("Commune d'illustration"));
  EXPECT_THAT(svg, HasSubstr("Licence Ouverte 2.0"));
  EXPECT_THAT(svg, HasSubstr("vers la ville (30 km)"));
  EXPECT_THAT(svg, HasSubstr("<title id=\"title\">Saint-Étienne"));
  EXPECT_THAT(svg, Not(HasSubstr("href"))) << "a figure loads nothing from elsewhere";
}

TEST(Map, shows_fields_under_the_roads_and_says_how_they_are_known) {
  const std::string svg = draw_map(figure(170, false), Locale{Language::fr});
  EXPECT_THAT(svg, HasSubstr("champs (hectares supposés, emplacement inventé), 1 614 ha, dont 120 ha sans "));
  const std::size_t drawn = svg.find("clip-path=\"url(#frame)\" fill=\"url(#furrows)\"");
  ASSERT_NE(drawn, std::string::npos);
  EXPECT_LT(drawn, svg.find("<g stroke=\"#ffffff\"")) << "squares lie above fields";
  const std::string path = svg.substr(svg.rfind("<path", drawn), drawn - svg.rfind("<path", drawn));
  EXPECT_EQ(std::ranges::count(path, 'Z'), 2) << "a field with its hole, and none beyond the frame: " << path;

  MapFigure real = figure(170, false);
  real.territory.about.fields = static_cast<std::uint8_t>(record::TerritoryFields::source);
  real.territory.about.farmland_missing_ha = 0;
  EXPECT_THAT(draw_map(real, Locale{Language::fr}), HasSubstr("champs (OpenStreetMap)"));
  EXPECT_THAT(draw_map(real, Locale{Language::en}), HasSubstr("fields (OpenStreetMap)"));
  real.territory.corners.clear();
  EXPECT_THAT(draw_map(real, Locale{Language::fr}), Not(HasSubstr("champs")));
}

TEST(Map, carries_the_credit_of_real_roads) {
  MapFigure real = figure(170, false);
  real.territory.about.generated = false;
  real.territory.about.credit = "© les contributeurs d'OpenStreetMap\nSource : Insee";
  real.territory.about.licence = "ODbL 1.0";
  real.illustration = false;
  const std::string svg = draw_map(real, Locale{Language::fr});
  EXPECT_THAT(svg, HasSubstr("OpenStreetMap (ODbL 1.0) ; Source : Insee"));
  EXPECT_THAT(svg, HasSubstr("Voies réelles"));
  EXPECT_THAT(svg, Not(HasSubstr("imaginaire")));
  EXPECT_THAT(svg, Not(HasSubstr("illustration")));
}

TEST(Map, prints_the_value_of_each_zone_and_hides_small_ones) {
  const std::string svg = draw_map(figure(170, true), Locale{Language::fr});
  EXPECT_THAT(svg, HasSubstr("centre 12,3"));
  EXPECT_THAT(svg, HasSubstr("centre : 12,3 [10,1\u202F;\u202F15,2]"));
  EXPECT_THAT(svg, HasSubstr("hameaux : moins de 11 ménages, non montré"));
  EXPECT_THAT(svg, HasSubstr("12 tirages"));
  EXPECT_THAT(svg, HasSubstr("moyenne du 1er juin 2026 au 31 décembre 2026"));
}

TEST(Map, the_legend_names_what_is_there_and_nothing_else) {
  MapFigure bare = figure(170, false);
  bare.territory.places = {{0, static_cast<std::uint8_t>(record::TerritoryPlaceKind::town_hall), 0, 0}};
  const std::string svg = draw_map(bare, Locale{Language::fr});
  EXPECT_THAT(svg, HasSubstr("mairie"));
  EXPECT_THAT(svg, Not(HasSubstr("école")));
  EXPECT_THAT(svg, Not(HasSubstr("station-service")));
  EXPECT_THAT(svg, HasSubstr("rue"));
  EXPECT_THAT(svg, Not(HasSubstr("voie rapide")));
}

TEST(Map, a_territory_without_anything_is_still_a_figure) {
  MapFigure empty;
  empty.site = "Nulle part";
  EXPECT_THAT(draw_map(empty, Locale{Language::fr}), HasSubstr("</svg>"));
}

}  // namespace
}  // namespace essaim::plot
