// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "viz/term/compare_view.h"
#include "viz/term/compare_words.h"
#include "viz/term/quality.h"
#include "viz/term/table.h"
#include "viz/term/value_format.h"

namespace essaim::term {
namespace {

using design::Compared;
using design::Study;

constexpr std::size_t screen_width = 100;

/// The numbers of one site under one variant, in crisis. Variant 0 is in every row as "without".
const std::vector<double>& numbers_of(const Comparison::OfIndicator& of, const Study& study, std::size_t variant,
                                      std::size_t site) {
  const std::size_t block = variant == 0 ? 0 : variant - 1;
  const Compared& row = of.rows[block * study.sites.size() + site];
  return variant == 0 ? row.arms.without_in_crisis : row.arms.with_in_crisis;
}

std::string sites_table(const Study& study, const Comparison::OfIndicator& of, std::size_t variant,
                        const Locale& locale, Colours colours) {
  const design::StudyIndicator& indicator = study.indicators[of.indicator];
  const ValueFormat format = format_for(locale, indicator, of.rows);
  Table table{{{locale.say("column.site"), Align::left},
               {locale.say("column.worlds"), Align::right},
               {locale.say("column.from_first", {{"site", study.sites.front().name}}), Align::right},
               {locale.say("column.stand_ins"), Align::right},
               {locale.say("column.answer"), Align::left}}};
  const std::vector<double>& reference = numbers_of(of, study, variant, 0);
  for (std::size_t site = 0; site < study.sites.size(); ++site) {
    const std::vector<double>& numbers = numbers_of(of, study, variant, site);
    const design::Spread spread = design::spread(numbers);
    const std::string worlds = format.spread(spread);
    if (site == 0) {
      table.add({study.sites[site].name, worlds, "", "", ""});
      continue;
    }
    const design::SiteDifference difference =
        design::between_sites(numbers, reference, stand_ins_of_both(study.sites[site], study.sites.front()));
    const bool rare = is_rare_event(spread, design::spread(reference));
    table.add({study.sites[site].name, worlds, between_text(format, locale, difference, rare),
               with_unit(locale, locale.number(100 * difference.stand_in_share, 0), "1"),
               between_sites_cell(difference, locale, rare)});
  }
  return table.text(colours);
}

}  // namespace

std::string compare_sites_text(const Study& study, const Comparison& comparison, const Locale& locale,
                               Colours colours) {
  std::string text = study_header(study, locale, colours);
  if (study.sites.size() < 2) return text + "\n" + locale.say("sites.one") + "\n";
  for (const Comparison::OfIndicator& of : comparison.indicators) {
    const design::StudyIndicator& indicator = study.indicators[of.indicator];
    text += "\n" + painted(label_of(locale, indicator), Tone::strong, colours) + " (" +
            unit_and_side(locale, indicator) + ")\n";
    for (std::size_t variant = 0; variant < study.variants.size() && !of.rows.empty(); ++variant) {
      text += locale.say(variant == 0 ? "sites.baseline" : "compare.variant",
                         {{"name", study.variants[variant].name}, {"title", study.variants[variant].title}}) +
              "\n" + sites_table(study, of, variant, locale, colours);
    }
  }
  text += "\n" + wrapped(locale.say("sites.how_to_read"), screen_width) + "\n";
  text += quality_of_sites(study, locale);
  return text + wrapped(uncertainty_sentence(study, locale), screen_width) + "\n";
}

}  // namespace essaim::term
