// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/core/chart_sheet.h"

#include "viz/core/chart_paint.h"
#include "viz/core/text_width.h"
#include "viz/term/duration.h"
#include "viz/term/value_format.h"

namespace essaim::plot {
namespace {

constexpr double narrow_mm = 85;
constexpr double wide_mm = 170;

double share_of(double width) { return std::clamp((width - narrow_mm) / (wide_mm - narrow_mm), 0.0, 1.0); }

}  // namespace

ChartSheet::ChartSheet(const design::Study& study, const ChartChoice& choice, const term::Locale& locale)
    : study_{study},
      locale_{locale},
      width_mm_{choice.width_mm},
      size_{2.35 + 0.45 * share_of(choice.width_mm)},
      margin_{2.5 + 1.5 * share_of(choice.width_mm)},
      column_{svg_, margin_, margin_, choice.width_mm - 2 * margin_} {
  svg_.element("rect", {{"width", "100%"}, {"height", "100%"}, {"fill", "#ffffff"}});
}

void ChartSheet::head(std::string_view title, std::string_view subtitle) {
  title_ = title;
  column_.paragraph(title, 1.4 * size_, true);
  column_.skip(0.2 * size_);
  column_.paragraph(subtitle, size_, false, grey);
  column_.skip(0.5 * size_);
}

void ChartSheet::put(const Layout& layout) {
  paint(svg_, layout, {margin_, column_.y()});
  column_.skip(layout.height + 0.5 * size_);
}

std::string ChartSheet::finish(std::string_view how_to_read, std::string_view description) {
  column_.paragraph(how_to_read, size_, false, grey);
  std::string warning = locale_.say("warning.exploration");
  const bool illustrations =
      std::ranges::all_of(study_.sites, [](const design::StudySite& site) { return site.illustration; });
  if (illustrations) warning += " " + locale_.say("warning.all_illustrations");
  column_.paragraph(warning, size_, false, grey);
  column_.paragraph(locale_.say("plot.source", {{"version", study_.engine_version},
                                                {"title", study_.title},
                                                {"replicates", std::to_string(study_.replicates)},
                                                {"seed", std::to_string(study_.seed)},
                                                {"digest", study_.result_sha256.substr(0, 12)}}),
                    size_, false, grey);
  return svg_.finish(width_mm_, column_.y() + margin_, term::text(locale_.language()), title_, description);
}

std::vector<EventBar> event_bars(const design::Study& study, std::size_t variant, const term::Locale& locale) {
  std::vector<EventBar> bars;
  for (const bool shocks : {true, false}) {
    if (!shocks && variant == 0) break;
    for (const design::StudyAction& action : study.actions) {
      if (action.variant != (shocks ? "" : study.variants[variant].name)) continue;
      const auto from = static_cast<double>(action.start.days_since_1970() - study.start.days_since_1970());
      const auto end = static_cast<double>(study.days);
      bars.push_back({std::string{locale.of(action.label_fr, action.label_en)}, from,
                      std::min(end, from + term::duration_days(action.duration).value_or(end - from)), shocks});
    }
  }
  return bars;
}

std::string difference_unit(const std::string& unit, const term::Locale& locale) {
  return unit == "1" ? locale.say("page.points") : term::unit_text(locale, unit);
}

std::string variant_words(const design::Study& study, std::size_t variant, const term::Locale& locale) {
  const design::StudyVariant& named = study.variants[variant];
  if (variant == 0) return locale.say("plot.baseline");
  return locale.say("plot.with", {{"variant", named.shown()}});
}

}  // namespace essaim::plot
