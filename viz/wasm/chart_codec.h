// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "viz/core/curve_layout.h"
#include "viz/core/dot_layout.h"
#include "viz/live/codec.h"

// How charts travel to where they are laid out.

namespace essaim::live {

template <class Io>
void fields(Io& io, Date& date) {
  io(date.year, date.month, date.day);
}

template <class Io>
void fields(Io& io, plot::Sheet& sheet) {
  io(sheet.width, sheet.size, sheet.language);
}

template <class Io>
void fields(Io& io, plot::Domain& domain) {
  io(domain.low, domain.high);
}

template <class Io>
void fields(Io& io, plot::EventBar& bar) {
  io(bar.label, bar.from, bar.to, bar.shock);
}

template <class Io>
void fields(Io& io, plot::CurveLine& line) {
  io(line.world, line.name, line.fan, line.draws, line.median, line.bands, line.filled, line.few);
}

template <class Io>
void fields(Io& io, plot::CurveChart& chart) {
  auto days = static_cast<std::uint32_t>(chart.days);  // std::size_t has another width in the page
  io(chart.sheet, chart.height, chart.start, days, chart.unit, chart.difference, chart.setting, chart.lines,
     chart.events, chart.domain, chart.loss);
  chart.days = days;
}

template <class Io>
void fields(Io& io, plot::Dot& dot) {
  io(dot.sign, dot.value, dot.low, dot.high);
}

template <class Io>
void fields(Io& io, plot::DotRow& row) {
  io(row.name, row.dots, row.note);
}

template <class Io>
void fields(Io& io, plot::DotChart& chart) {
  io(chart.sheet, chart.unit, chart.difference, chart.names, chart.rows);
}

}  // namespace essaim::live
