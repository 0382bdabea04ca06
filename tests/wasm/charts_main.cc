// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

/// usage: essaim_chart_run FOLDER
/// Charts of paper and page, laid out natively: writes what a page would ask (curves-N, dots-N) and what it must be
/// told (curves-N.json, domain-N.json, dots-N.json).

#include <cmath>
#include <cstdint>
#include <fstream>
#include <limits>
#include <string>
#include <vector>

#include "viz/wasm/chart_answer.h"
#include "viz/wasm/chart_codec.h"

namespace {

using namespace essaim;
using plot::CurveChart;
using plot::DotChart;

/// The same numbers everywhere, in [0, 1).
class Dice {
 public:
  double operator()() {
    state_ = state_ * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;  // Knuth
    return static_cast<double>(state_ >> 11U) / 9'007'199'254'740'992.0;
  }

 private:
  std::uint64_t state_ = 2026;
};

/// A wandering curve; some days are missing, some are hidden counts.
std::vector<double> curve_of(std::size_t days, double level, double spread, Dice& dice) {
  std::vector<double> curve;
  for (std::size_t day = 0; day < days; ++day) {
    level += spread * (dice() - 0.5);
    const double fate = dice();
    curve.push_back(fate < 0.02   ? std::numeric_limits<double>::quiet_NaN()
                    : fate < 0.04 ? -std::numeric_limits<double>::infinity()
                                  : level);
  }
  return curve;
}

plot::CurveLine line_of(plot::World world, std::size_t days, double level, Dice& dice) {
  plot::CurveLine line;
  line.world = world;
  line.name = world == plot::World::quiet ? "sans choc \"calme\"" : "avec l'épicerie";
  line.filled = world == plot::World::with;
  line.bands = world != plot::World::quiet;
  line.few = dice() < 0.5;
  for (int q = -2; q <= 2; ++q) line.fan.push_back(curve_of(days, level * (1 + 0.1 * q), 0.05 * level, dice));
  for (int r = 0; r < 3 && dice() < 0.5; ++r) line.draws.push_back(curve_of(days, level, 0.2 * level, dice));
  return line;
}

/// Paper of 85 and 170 mm, a telephone, a laptop, a projector; days, weeks, years; levels of any size.
std::vector<CurveChart> curve_charts() {
  Dice dice;
  std::vector<CurveChart> charts;
  for (const auto& [width, size] :
       {std::pair{80.0, 2.35}, {162.0, 2.8}, {334.0, 13.0}, {848.0, 13.0}, {1216.0, 18.0}}) {
    for (const std::size_t days : {1U, 30U, 365U}) {
      for (const double level : {0.0004, 37.0, 5.2e6}) {
        CurveChart chart;
        chart.sheet = {width, size, charts.size() % 2 == 0 ? term::Language::fr : term::Language::en};
        chart.height = size * (8 + 10 * dice());
        chart.start = {2026, 1 + static_cast<int>(11 * dice()), 1 + static_cast<int>(27 * dice())};
        chart.days = days;
        chart.unit = "kg/jour";
        chart.difference = dice() < 0.3;
        chart.setting = static_cast<plot::Setting>(charts.size() % 3);
        for (const auto world : {plot::World::quiet, plot::World::without, plot::World::with}) {
          chart.lines.push_back(line_of(world, days, level, dice));
        }
        chart.events = {{"Canicule", 3, 9.5, true},
                        {"Rupture d'approvisionnement de longue durée", 20, 400, true},
                        {"Mesures en place", 0, static_cast<double>(days), false}};
        if (dice() < 0.3) chart.domain = plot::Domain{-level, 2 * level};
        if (dice() < 0.3) chart.loss = Better::down;
        charts.push_back(chart);
      }
    }
  }
  return charts;
}

std::vector<DotChart> dot_charts() {
  Dice dice;
  std::vector<DotChart> charts;
  for (const auto& [width, size] : {std::pair{80.0, 2.35}, {162.0, 2.8}, {334.0, 13.0}, {848.0, 13.0}}) {
    for (const double level : {-0.003, 12.0, 4e5}) {
      DotChart chart;
      chart.sheet = {width, size, charts.size() % 2 == 0 ? term::Language::fr : term::Language::en};
      chart.unit = "points";
      chart.difference = charts.size() % 3 != 0;
      chart.names = charts.size() % 4 == 1 ? plot::Names::above : plot::Names::fitting;
      for (unsigned i = 0; i < 7; ++i) {
        plot::DotRow row{"Ménages du quartier de la gare, n° " + std::to_string(i), {}, "pas de valeur"};
        for (unsigned k = 0; k < i % 3; ++k) {
          plot::Dot dot{static_cast<plot::Sign>((i + k) % 5), level * dice(), {}, {}};
          if (dice() < 0.7) dot.low = dot.value - 0.1, dot.high = dot.value + std::fabs(level) * dice();
          row.dots.push_back(dot);
        }
        chart.rows.push_back(row);
      }
      charts.push_back(chart);
    }
  }
  return charts;
}

bool write(const std::string& path, const std::string& bytes) {
  std::ofstream file{path, std::ios::binary};
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  return file.good() && !bytes.empty();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::string folder = std::string{argv[1]} + "/";
  bool written = true;
  std::size_t count = 0;
  for (const CurveChart& chart : curve_charts()) {
    const std::string bytes = live::to_bytes(chart);
    const std::string number = std::to_string(count++);
    written = written && write(folder + "curves-" + number, bytes) &&
              write(folder + "curves-" + number + ".json", wasm::curve_answer(bytes)) &&
              write(folder + "domain-" + number + ".json", wasm::domain_answer(bytes));
  }
  count = 0;
  for (const DotChart& chart : dot_charts()) {
    const std::string bytes = live::to_bytes(chart);
    const std::string number = std::to_string(count++);
    written = written && write(folder + "dots-" + number, bytes) &&
              write(folder + "dots-" + number + ".json", wasm::dot_answer(bytes));
  }
  return written ? 0 : 1;
}
