// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/core/map.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

#include "viz/core/legend.h"
#include "viz/core/map_labels.h"
#include "viz/core/map_layers.h"
#include "viz/core/map_symbols.h"
#include "viz/core/map_view.h"
#include "viz/core/ramp.h"
#include "viz/core/svg.h"
#include "viz/term/value_format.h"

namespace essaim::plot {

namespace {

using design::Spread;
using term::Locale;

constexpr std::string_view grey = "#4a4a4a";
constexpr double narrow_mm = 85;
constexpr double wide_mm = 170;
constexpr double full_width_side_mm = 5;  ///< of a square, from which on roads have their full width

bool has_median(const Spread& spread) { return spread.kind != Spread::Kind::none && spread.kind != Spread::Kind::rare; }

/// Draws one map from top to bottom.
class MapPainter {
 public:
  MapPainter(const MapFigure& figure, const Locale& locale)
      : figure_{figure}, locale_{locale}, column_{svg_, margin(), margin(), figure.width_mm - 2 * margin()} {
    if (!figure_.reading) return;
    double largest = 0;
    // From the lowest to the highest draw: zones whose draws overlap do not get the two ends of the ramp.
    std::vector<double> values;
    for (const Spread& zone : figure_.reading->zones) {
      if (zone.kind != Spread::Kind::none) largest = std::max({largest, std::fabs(zone.median), std::fabs(zone.high)});
      if (!has_median(zone)) continue;
      for (const double value : {zone.low, zone.median, zone.high}) {
        values.push_back(value * term::display_factor(figure_.reading->unit));
      }
    }
    classes_ = Classes{values};
    format_.emplace(locale_, figure_.reading->unit, largest);
  }

  std::string paint() {
    const double width = figure_.width_mm - 2 * margin();
    svg_.element("rect", {{"width", "100%"}, {"height", "100%"}, {"fill", "#ffffff"}});
    header();
    column_.skip(0.5 * size());
    const MapView view{figure_.territory, margin(), column_.y(), width};
    map(view);
    column_.skip(view.frame().height + 0.7 * size());
    reading_legend();
    squares_legend(view);
    fields_legend();
    places_legend();
    roads_legend();
    footer();
    return svg_.finish(figure_.width_mm, column_.y() + margin(), term::text(locale_.language()), title(),
                       description());
  }

 private:
  double share() const { return std::clamp((figure_.width_mm - narrow_mm) / (wide_mm - narrow_mm), 0.0, 1.0); }
  double size() const { return 2.35 + 0.45 * share(); }  ///< of text: 6.7 to 8 points
  double margin() const { return 2.5 + 1.5 * share(); }
  double radius() const { return 1.0 + 0.35 * share(); }
  double road_factor() const { return 0.7 + 0.3 * share(); }

  std::string title() const {
    return figure_.reading ? locale_.say("map.title", {{"site", figure_.site}, {"label", figure_.reading->label}})
                           : locale_.say("map.title.territory", {{"site", figure_.site}, {"insee", figure_.insee}});
  }

  std::string period() const {
    const ZoneReading& reading = *figure_.reading;
    if (reading.date) return locale_.date(*reading.date);
    return locale_.say("map.mean", {{"start", locale_.date(reading.first)}, {"end", locale_.date(reading.last)}});
  }

  std::size_t households() const {
    std::size_t sum = 0;
    for (const record::TerritorySquare& square : figure_.territory.squares) sum += square.households;
    return sum;
  }

  std::string people() const {
    std::size_t residents = 0;
    for (const record::TerritorySquare& square : figure_.territory.squares) residents += square.residents;
    return locale_.say("map.people", {{"residents", locale_.number(static_cast<double>(residents), 0)},
                                      {"households", locale_.number(static_cast<double>(households()), 0)}});
  }

  void header() {
    column_.paragraph(title(), 1.5 * size(), true);
    column_.skip(0.2 * size());
    if (figure_.reading) {
      const ZoneReading& reading = *figure_.reading;
      const std::string variant =
          reading.baseline ? locale_.say("map.baseline") : locale_.say("map.variant", {{"variant", reading.variant}});
      column_.paragraph(
          locale_.say("map.what",
                      {{"site", figure_.site}, {"insee", figure_.insee}, {"variant", variant}, {"period", period()}}),
          size());
    }
    column_.paragraph(people(), size());
    const bool made_up = figure_.territory.about.generated;
    column_.paragraph(locale_.say(made_up ? "map.made_up" : "map.real"), size(), true);
    std::string warning = locale_.say("warning.exploration");
    if (figure_.illustration) warning += " " + locale_.say("map.illustration");
    column_.paragraph(warning, size(), false, grey);
  }

  std::string_view colour_of(std::size_t zone) const {
    const Spread& spread = figure_.reading->zones[zone];
    if (!has_median(spread)) return no_value_colour;
    return ramp_colour(classes_.of(spread.median * term::display_factor(figure_.reading->unit)), classes_.count());
  }

  std::string with_unit(const std::string& text) const { return term::with_unit(locale_, text, figure_.reading->unit); }

  void map(const MapView& view) {
    const Box& frame = view.frame();
    svg_.element("rect", {{"x", frame.x},
                          {"y", frame.y},
                          {"width", frame.width},
                          {"height", frame.height},
                          {"fill", "#fafaf7"},
                          {"stroke", "#77706a"},
                          {"stroke-width", 0.2}});
    draw_fields(svg_, figure_.territory, view);
    draw_squares(svg_, figure_.territory, view, [this](const record::TerritorySquare& square) {
      return figure_.reading ? colour_of(square.zone) : dwelling_colour(dwelling_class(square.households));
    });
    const std::vector<WayOut> ways = ways_out(figure_.territory, view);
    // Where 200 m are a few millimetres, streets would hide the squares.
    const double thin = std::clamp(view.square_side() / full_width_side_mm, 0.5, 1.0);
    draw_ways_out(svg_, ways, road_factor());
    draw_roads(svg_, figure_.territory, view, road_factor() * thin);

    Labels labels{figure_.territory, view, size(), locale_};
    for (const WayOut& way : ways) labels.reserve(box_around(way.exit, 4, 4));
    labels.reserve_corners();
    const std::vector<PlacedSymbol> symbols = place_symbols(figure_.territory, view, radius(), labels.taken());
    draw_symbols(svg_, symbols, radius());
    for (const PlacedSymbol& symbol : symbols)
      labels.reserve(box_around(symbol.centre, 2.6 * radius(), 2.6 * radius()));
    labels.draw_scale_and_north(svg_);
    labels.draw_way_out(svg_, ways);
    for (std::size_t zone = 0; figure_.reading && zone < figure_.reading->zones.size(); ++zone) {
      const Spread& spread = figure_.reading->zones[zone];
      if (spread.kind == Spread::Kind::none) continue;
      const std::string value = has_median(spread) ? with_unit(format_->median(spread)) : format_->median(spread);
      labels.draw_zone(svg_, zone, zone_name(zone) + " " + value);
    }
  }

  std::string zone_name(std::size_t zone) const {
    return locale_.say("map.zone." + std::string{record::territory_zones[zone]});
  }

  void reading_legend() {
    if (!figure_.reading) return;
    const ZoneReading& reading = *figure_.reading;
    std::vector<LegendItem> ramp;
    const auto end = [&](double value) { return locale_.number(value, classes_.decimals()); };
    for (std::size_t i = 0; i < classes_.count(); ++i) {
      ramp.push_back(
          swatch(ramp_colour(i, classes_.count()),
                 locale_.say("map.class", {{"low", end(classes_.low(i))}, {"high", end(classes_.high(i))}})));
    }
    const std::string unit = term::unit_text(locale_, reading.unit);
    column_.legend(reading.label + (unit.empty() ? "" : " (" + unit + ")"), ramp, size());
    std::vector<LegendItem> zones;
    for (std::size_t zone = 0; zone < reading.zones.size(); ++zone) {
      if (!lives_in(zone)) continue;
      const bool known = reading.zones[zone].kind != Spread::Kind::none;
      zones.push_back(
          swatch(colour_of(zone), zone_name(zone) + locale_.say("map.colon") +
                                      (known ? format_->spread(reading.zones[zone]) : locale_.say("map.hidden"))));
    }
    const std::string replicates = locale_.count("map.replicates", reading.replicates());
    column_.legend(locale_.say("map.zones", {{"replicates", replicates}}), zones, size());
    if (std::ranges::any_of(reading.zones, [](const Spread& s) { return s.kind == Spread::Kind::rare; })) {
      column_.paragraph(locale_.say("map.rare"), size(), false, grey);
      column_.skip(0.4 * size());
    }
  }

  bool lives_in(std::size_t zone) const {
    return std::ranges::any_of(figure_.territory.squares, [zone](const auto& square) { return square.zone == zone; });
  }

  void squares_legend(const MapView& view) {
    const std::vector<record::TerritorySquare>& squares = figure_.territory.squares;
    if (squares.empty()) return;
    std::set<std::size_t> present;
    for (const record::TerritorySquare& square : squares) present.insert(dwelling_class(square.households));
    std::vector<LegendItem> items;
    const auto start = [&](std::size_t i) { return locale_.number(dwelling_class_start(i), 0); };
    for (const std::size_t i : present) {
      if (figure_.reading) break;
      const std::string text =
          i == 0 ? locale_.say("map.fewer", {{"high", start(1)}})
          : i + 1 == dwelling_classes
              ? locale_.say("map.more", {{"low", start(i)}})
              : locale_.say("map.range",
                            {{"low", start(i)}, {"high", locale_.number(dwelling_class_start(i + 1) - 1, 0)}});
      items.push_back(swatch(dwelling_colour(i), text));
    }
    column_.legend(locale_.say("map.squares"), items, size());
    std::string note = figure_.reading ? locale_.say("map.squares.coloured") : "";
    if (std::ranges::any_of(squares, &record::TerritorySquare::merged)) note += locale_.say("map.merged");
    if (view.squares_are_enlarged()) note += locale_.say("map.enlarged");
    column_.paragraph(note, size(), false, grey);
    if (!note.empty()) column_.skip(0.4 * size());
  }

  /// How its hectares and its places are known; empty if there is no field.
  std::string fields_text() const {
    const record::TerritoryRow& about = figure_.territory.about;
    if (figure_.territory.corners.empty() || about.fields >= record::territory_fields.size()) return {};
    const auto hectares = [&](double value) { return locale_.number(value, 0); };
    const double missing_ha = about.farmland_missing_ha;
    const std::string origin{record::territory_fields[about.fields]};
    std::string text = locale_.say("fields." + origin, {{"hectares", hectares(about.farmland_ha)}});
    if (missing_ha >= 0.5) text += locale_.say("fields.missing", {{"hectares", hectares(missing_ha)}});
    return text;
  }

  void fields_legend() {
    const std::string text = fields_text();
    if (text.empty()) return;
    const LegendItem item = swatch(field_fill, text);
    column_.legend(locale_.say("fields"), std::span{&item, 1}, size());
  }

  std::size_t count_of(record::TerritoryPlaceKind kind) const {
    return static_cast<std::size_t>(
        std::ranges::count(figure_.territory.places, static_cast<std::uint8_t>(kind), &record::TerritoryPlace::kind));
  }

  static std::string name_of(record::TerritoryPlaceKind kind) {
    return std::string{record::territory_places[static_cast<std::size_t>(kind)]};
  }

  void places_legend() {
    std::vector<LegendItem> items;
    for (const record::TerritoryPlaceKind kind : shown_places) {
      const std::size_t count = count_of(kind);
      if (count == 0) continue;
      const auto sign = [kind, r = radius()](Svg& svg, const Box& box) { draw_symbol(svg, kind, box.centre(), r); };
      items.push_back({sign, locale_.count("map.place." + name_of(kind), count)});
    }
    column_.legend(locale_.say("map.places"), items, size());
  }

  void roads_legend() {
    std::set<std::size_t> present;
    const std::vector<record::TerritoryNode>& nodes = figure_.territory.nodes;
    for (const record::TerritoryRoad& road : figure_.territory.roads) {
      if (!nodes[road.from].outside && !nodes[road.to].outside) present.insert(road.road_class);
    }
    std::vector<LegendItem> items;
    for (const std::size_t road : present) {
      const auto sign = [road, factor = road_factor()](Svg& svg, const Box& box) {
        draw_road(svg, road, "M" + number(box.x) + " " + number(box.centre().y) + "h" + number(box.width), factor);
      };
      items.push_back({sign, locale_.say("map.road." + std::string{record::territory_roads[road]})});
    }
    column_.legend(locale_.say("map.roads"), items, size());
  }

  /// Credits, one a line in the file, as one sentence; the licence is that of the roads, which come first.
  void footer() {
    const record::TerritoryRow& about = figure_.territory.about;
    const std::size_t end = std::min(about.credit.find('\n'), about.credit.size());
    std::string credit = about.credit.substr(0, end);
    if (!about.licence.empty() && credit.find(about.licence) == std::string::npos) {
      credit += " (" + about.licence + ")";
    }
    for (const char c : about.credit.substr(end)) {
      credit += c == '\n' ? locale_.of(" ; ", "; ") : std::string_view{&c, 1};
    }
    if (credit.empty()) credit = "–";
    if (!figure_.quality.empty()) column_.paragraph(figure_.quality, size(), false, grey);
    column_.paragraph(locale_.say("map.credit", {{"credit", credit}}), size(), false, grey);
  }

  std::string description() const {
    std::string text = people() + " " + locale_.say(figure_.territory.about.generated ? "map.made_up" : "map.real");
    for (const record::TerritoryPlaceKind kind : shown_places) {
      const std::size_t count = count_of(kind);
      if (count > 0) text += " " + locale_.count("map.place." + name_of(kind), count) + ".";
    }
    if (const std::string fields = fields_text(); !fields.empty())
      text += " " + locale_.say("fields") + locale_.say("map.colon") + fields + ".";
    if (!figure_.reading) return text;
    text += " " + figure_.reading->label + ", " + period() + locale_.say("map.colon");
    for (std::size_t zone = 0; zone < figure_.reading->zones.size(); ++zone) {
      const Spread& spread = figure_.reading->zones[zone];
      if (spread.kind != Spread::Kind::none) text += zone_name(zone) + " " + with_unit(format_->spread(spread)) + ". ";
    }
    return text;
  }

  const MapFigure& figure_;
  const Locale& locale_;
  Svg svg_;
  Column column_;
  Classes classes_{{}};
  std::optional<term::ValueFormat> format_;
};

}  // namespace

std::string draw_map(const MapFigure& figure, const Locale& locale) { return MapPainter{figure, locale}.paint(); }

}  // namespace essaim::plot
