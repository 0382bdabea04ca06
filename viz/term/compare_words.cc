// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/term/compare_words.h"

#include <cmath>

#include "viz/term/duration.h"

namespace essaim::term {
namespace {

std::string days_text(const design::TimeToRecover& time, const Locale& locale) {
  if (time.count == 0) return locale.number(std::nan(""), 0);
  return time.median ? locale.number(*time.median, 0) : locale.say("recovery.not_in_half");
}

std::string ratio_text(const design::LossShares& shares, const Locale& locale) {
  return shares.ratio ? locale.number(*shares.ratio, 1) : locale.number(std::nan(""), 0);
}

/// In percent, with the worlds between which it lies.
std::string borne_text(const design::LossShares& shares, const Locale& locale) {
  return ValueFormat{locale, "1", 1}.spread(shares.borne_by_poorest);
}

}  // namespace

bool is_rare_event(const design::Spread& without, const design::Spread& with_measure) {
  const auto happens_mostly = [](const design::Spread& spread) {
    return spread.count > 0 && 2 * spread.occurrences >= spread.count;
  };
  const bool never = without.occurrences + with_measure.occurrences == 0;
  return !never && !happens_mostly(without) && !happens_mostly(with_measure);
}

bool is_rare_event(const design::Compared& row) { return is_rare_event(row.without, row.with_measure); }

bool is_rare_event_on_quiet_days(const design::Compared& row) {
  return is_rare_event(row) ||
         is_rare_event(design::spread(row.arms.without_in_quiet), design::spread(row.arms.with_in_quiet));
}

std::string without_text(const ValueFormat& format, const design::Compared& row) {
  return is_rare_event(row) ? format.occurrences(row.without) : format.median(row.without);
}

std::string with_text(const ValueFormat& format, const design::Compared& row) {
  return is_rare_event(row) ? format.occurrences(row.with_measure) : format.median(row.with_measure);
}

std::string crisis_text(const ValueFormat& format, const design::Compared& row) {
  if (!is_rare_event(row)) return format.interval(row.effects.crisis);
  return pair_text(format.occurrences(row.without), format.occurrences(row.with_measure));
}

std::string everyday_text(const ValueFormat& format, const design::Compared& row) {
  if (!is_rare_event_on_quiet_days(row)) return format.interval(row.effects.everyday);
  return pair_text(format.occurrences(design::spread(row.arms.without_in_quiet)),
                   format.occurrences(design::spread(row.arms.with_in_quiet)));
}

std::string interaction_text(const ValueFormat& format, const Locale& locale, const design::Compared& row) {
  return is_rare_event_on_quiet_days(row) ? locale.number(std::nan(""), 0) : format.interval(row.effects.interaction);
}

std::string between_text(const ValueFormat& format, const Locale& locale, const design::SiteDifference& difference,
                         bool rare) {
  return rare ? locale.number(std::nan(""), 0) : format.interval(difference.difference);
}

bool has_better_side(const design::Study& study, const design::Compared& row) {
  const bool differs = row.effects.crisis.low != 0 || row.effects.crisis.high != 0;
  return study.indicators[row.indicator].better != Better::neither && differs && row.pairs > 0;
}

std::string better_in_text(const design::Study& study, const design::Compared& row) {
  if (!has_better_side(study, row)) return "–";
  return std::to_string(row.better_in) + "/" + std::to_string(row.pairs);
}

Cell verdict_cell(const design::Compared& row, const Locale& locale, Better better) {
  if (!row.verdict) return {locale.say("verdict.none"), Tone::faint};
  if (*row.verdict == design::Verdict::undecided) return {locale.say("verdict.undecided"), Tone::unsure};
  if (*row.verdict == design::Verdict::no_effect) return {locale.say("verdict.no_effect"), Tone::plain};
  switch (design::direction(row.effects.crisis.mean, better)) {
    case design::Direction::better:
      return {locale.say("verdict.effect_better"), Tone::good};
    case design::Direction::worse:
      return {locale.say("verdict.effect_worse"), Tone::bad};
    case design::Direction::neither:
      break;
  }
  return {locale.say("verdict.effect"), Tone::strong};
}

std::string pair_text(const std::string& without, const std::string& with_measure) {
  return without + " → " + with_measure;
}

ResilienceWords resilience_words(const design::Compared& row, const Locale& locale) {
  const design::Resilience& without = *row.resilience_without;
  const design::Resilience& with = *row.resilience_with;
  const auto middle = [&](const std::vector<double>& values, double factor, int decimals) {
    return locale.number(design::quantile(values, 0.5) * factor, decimals);
  };
  const design::Estimate loss = design::paired_difference(with.loss, without.loss);
  return {pair_text(middle(without.loss, 1, 2), middle(with.loss, 1, 2)),
          ValueFormat{locale, "days", 1}.interval(loss),
          pair_text(middle(without.depth, 100, 1), middle(with.depth, 100, 1)),
          pair_text(days_text(without.to_90, locale), days_text(with.to_90, locale)),
          pair_text(days_text(without.to_95, locale), days_text(with.to_95, locale)),
          pair_text(std::to_string(without.to_95.not_recovered), std::to_string(with.to_95.not_recovered)) + " /" +
              std::to_string(with.to_95.count)};
}

LossWords loss_words(const design::Equity& row, const Locale& locale) {
  const design::LossShares& without = *row.without;
  const design::LossShares& with = *row.with_measure;
  const auto days = [&](const design::Estimate& estimate) { return locale.number(estimate.mean, 2); };
  return {pair_text(days(without.poorest), days(with.poorest)), pair_text(days(without.richest), days(with.richest)),
          pair_text(ratio_text(without, locale), ratio_text(with, locale)),
          pair_text(borne_text(without, locale), borne_text(with, locale)),
          pair_text(std::to_string(without.borne_by_poorest.count), std::to_string(with.borne_by_poorest.count))};
}

std::string group_loss_text(const design::GroupReading& reading, const Locale& locale) {
  const auto loss = [&](const std::vector<double>& values) { return locale.number(design::mean(values), 2); };
  return pair_text(loss(reading.loss_without), loss(reading.loss_with));
}

double stand_ins_of_both(const design::StudySite& a, const design::StudySite& b) {
  return (a.stand_in_share + b.stand_in_share) / 2;
}

Cell between_sites_cell(const design::SiteDifference& difference, const Locale& locale, bool rare) {
  if (rare) return {locale.number(std::nan(""), 0), Tone::faint};
  if (!difference.sufficient) return {locale.say("sites.insufficient"), Tone::unsure};
  if (difference.difference.low > 0) return locale.say("sites.higher");
  if (difference.difference.high < 0) return locale.say("sites.lower");
  return locale.say("sites.same");
}

std::string matters_text(const design::Study& study, const design::StudyIndicator& indicator, const Locale& locale) {
  const bool share = indicator.unit == "1";
  return locale.shortest(*study.matters * (share ? 100 : 1)) + " " +
         unit_text(locale, share ? "points" : indicator.unit);
}

std::string actions_text(const design::Study& study, const std::string& variant, const Locale& locale) {
  std::string text;
  for (const design::StudyAction& action : study.actions) {
    if (action.variant != variant) continue;
    if (!text.empty()) text += locale.of(" ; ", "; ");
    text += std::string{locale.of(action.label_fr, action.label_en)} + " (" + locale.date(action.start);
    if (!action.duration.empty()) text += ", " + duration_text(locale, action.duration);
    if (action.decided) text += ", " + locale.say("header.decided", {{"date", locale.date(*action.decided)}});
    text += ")";
  }
  return text;
}

}  // namespace essaim::term
