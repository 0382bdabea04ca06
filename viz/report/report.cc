// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/report/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "engine/core/error.h"
#include "engine/design/comparison.h"
#include "viz/core/map.h"
#include "viz/core/svg.h"
#include "viz/report/both.h"
#include "viz/report/curves.h"
#include "viz/report/meta.h"
#include "viz/report/pack.h"
#include "viz/report/page_app.h"
#include "viz/report/rows.h"
#include "viz/term/study_reader.h"

namespace essaim::report {
namespace {

using design::Study;
using nlohmann::ordered_json;
using record::ResultsReader;
using term::Locale;

constexpr std::size_t largest_contents = 40'000;  ///< bytes kept free for marks and the list of what was left out

/// A piece of data under the name by which the page asks for it.
struct Block {
  std::string name;
  std::string text;

  std::string element() const {
    return "<script type=\"text/plain\" id=\"block-" + name + "\">" + text + "</script>\n";
  }
};

/// JSON that may stand in a script element: nothing in it ends the element.
std::string embedded(const ordered_json& json) {
  std::string result;
  for (const char c : dumped(json)) {
    if (c == '<') {
      result += "\\u003c";
    } else {
      result += c;
    }
  }
  return result;
}

/// Takes blocks, the most wanted first, as long as there is room.
class Luggage {
 public:
  explicit Luggage(std::size_t room) : room_{room} {}

  /// Keeps room for what a page cannot be without, which is then put in any case.
  void keep_room_for(const Block& block) { room_ -= std::min(room_, block.element().size()); }
  void put(const Block& block) { elements_ += block.element(); }

  bool add(Block block) {
    std::string element = block.element();
    if (element.size() > room_) {
      left_out_.push_back(std::move(block.name));
      return false;
    }
    room_ -= element.size();
    elements_ += element;
    return true;
  }
  void add_all(std::vector<Block> blocks) {
    std::size_t size = 0;
    for (const Block& block : blocks) size += block.element().size();
    for (Block& block : blocks) {
      if (size > room_) {
        left_out_.push_back(std::move(block.name));
      } else {
        const std::string element = block.element();
        size -= element.size();
        room_ -= element.size();
        elements_ += element;
      }
    }
  }
  const std::string& elements() const { return elements_; }
  const std::vector<std::string>& left_out() const { return left_out_; }

 private:
  std::size_t room_;
  std::string elements_;
  std::vector<std::string> left_out_;
};

/// Maps of one study: its cells, drawn with the territory of their sites.
class Maps {
 public:
  Maps(const ResultsReader& reader, const Study& study) : reader_{reader}, study_{study} {
    for (std::size_t i = 0; i < study.indicators.size() && !read_; ++i) {
      if (study.indicators[i].primary && study.indicators[i].by_group) read_ = i;
    }
  }

  bool has_readings() const { return read_.has_value(); }
  std::size_t read_indicator() const { return *read_; }

  /// The map of a site; with a variant, its zones coloured by the first primary indicator that is read by zone.
  std::optional<std::string> draw(std::size_t site, std::optional<std::size_t> variant, const Locale& locale) const {
    const record::ResultsHeader& header = reader_.header();
    const auto first = static_cast<std::uint32_t>(site) * header.points_per_cell();
    std::optional<record::TerritoryMap> territory = header.territory.of_site(header.design_points[first].site);
    if (!territory) return std::nullopt;
    const design::StudySite& row = study_.sites[site];
    plot::MapFigure figure{std::move(*territory), row.name, row.insee, row.illustration, std::nullopt};
    if (variant) {
      const auto point = study_.point(site, *variant, design::StudyArm::shocks);
      if (!point || !read_) return std::nullopt;
      figure.reading = plot::read_zones(reader_, {*read_, *point, std::nullopt}, locale);
    }
    const std::string svg = plot::draw_map(figure, locale);
    return svg.substr(svg.find("<svg"));
  }

 private:
  const ResultsReader& reader_;
  const Study& study_;
  std::optional<std::size_t> read_;
};

/// Packs one report.
class Packer {
 public:
  Packer(const ResultsReader& reader, const Study& study, std::size_t room)
      : study_{study}, header_{reader.header()}, maps_{reader, study}, luggage_{room} {}

  /// What the first screen needs, then the script, then all the rest: a browser need not read on to draw.
  void pack(term::Language language, const LiveBlocks* live) {
    const term::Language other = language == term::Language::fr ? term::Language::en : term::Language::fr;
    const std::vector<std::size_t> shown = design::shown_indicators(study_, {});
    std::vector<std::size_t> rest;
    for (std::size_t i = 0; i < study_.indicators.size(); ++i) {
      if (std::ranges::find(shown, i) == shown.end()) rest.push_back(i);
    }
    for (std::size_t i = 0; i < study_.indicators.size(); ++i) read(i);
    const Block annex{"annex", packed(dumped(annex_json(study_, header_)))};
    luggage_.keep_room_for(annex);
    for (const std::size_t i : shown) luggage_.put(rows_[i]);
    if (!shown.empty()) add_curves(shown.front());
    first_ = luggage_.elements().size();
    for (const std::size_t i : rest) luggage_.put(rows_[i]);
    luggage_.put(annex);
    for (std::size_t k = 1; k < shown.size(); ++k) add_curves(shown[k]);
    add_draws();
    if (live != nullptr) add_live(*live);
    add_maps(language);
    for (const std::size_t i : rest) add_curves(i);
    add_maps(other);
    add_draws();
  }

  ordered_json contents() const {
    ordered_json contents{{"left_out", luggage_.left_out()}, {"decimals", decimals_}};
    contents["map_indicator"] = maps_.has_readings() ? ordered_json(maps_.read_indicator()) : ordered_json(nullptr);
    return contents;
  }
  std::string_view first_elements() const { return std::string_view{luggage_.elements()}.substr(0, first_); }
  std::string_view other_elements() const { return std::string_view{luggage_.elements()}.substr(first_); }

 private:
  struct PackedCurves {
    std::string quantiles;
    std::string draws;
  };

  /// Everything of one indicator at once: its series is large, and read once.
  void read(std::size_t indicator) {
    const Curves curves = curves_of(study_, indicator, study_.load(indicator));
    decimals_.emplace_back(curves.decimals, curves.difference_decimals);
    curves_.push_back({packed(curves.quantiles), packed(curves.draws)});
    rows_.push_back({"rows-" + std::to_string(indicator), packed(dumped(rows_json(study_, indicator)))});
    luggage_.keep_room_for(rows_.back());
  }

  void add_curves(std::size_t indicator) {
    const std::string name = std::to_string(indicator);
    if (luggage_.add({"curves-" + name, std::move(curves_[indicator].quantiles)})) {
      draws_.push_back({"draws-" + name, std::move(curves_[indicator].draws)});
    }
  }

  /// All three or none.
  void add_live(const LiveBlocks& live) {
    luggage_.add_all(
        {{"offer", packed(live.offer)}, {"bundle", packed(live.bundle)}, {"module", std::string{live.module}}});
  }

  void add_draws() {
    for (Block& block : draws_) luggage_.add(std::move(block));
    draws_.clear();
  }

  void add_maps(term::Language language) {
    const Locale locale{language};
    for (std::size_t site = 0; site < study_.sites.size(); ++site) {
      const std::string name = "map-" + std::to_string(site) + "-" + std::string{term::text(language)};
      ordered_json maps = ordered_json::array();
      const std::optional<std::string> plain = maps_.draw(site, std::nullopt, locale);
      if (!plain) continue;
      maps.push_back(*plain);
      for (std::size_t v = 0; maps_.has_readings() && v < study_.variants.size(); ++v) {
        const std::optional<std::string> coloured = maps_.draw(site, v, locale);
        maps.push_back(coloured ? ordered_json(*coloured) : ordered_json(nullptr));
      }
      luggage_.add({name, packed(dumped(maps))});
    }
  }

  const Study& study_;
  const record::ResultsHeader& header_;
  Maps maps_;
  Luggage luggage_;
  std::size_t first_ = 0;
  std::vector<Block> rows_;  ///< of each indicator
  std::vector<PackedCurves> curves_;
  std::vector<Block> draws_;
  std::vector<std::pair<std::vector<int>, std::vector<int>>> decimals_;
};

void replace(std::string& text, std::string_view mark, std::string_view with) {
  const std::size_t at = text.find(mark);
  ESSAIM_EXPECTS(at != std::string::npos);
  text.replace(at, mark.size(), with);
}

}  // namespace

PageTooLarge::PageTooLarge(std::size_t size, std::size_t limit)
    : std::runtime_error{fmt::format("a page of {} bytes, of which at most {} may be", size, limit)},
      size_{size},
      limit_{limit} {}

std::string page_of(const std::shared_ptr<const ResultsReader>& reader, std::string_view app, term::Language language,
                    const LiveBlocks* live, std::size_t limit) {
  const Study study = term::keeping_last_series(term::study_of(reader));
  ordered_json meta = meta_json(study, reader->header(), language);
  const std::size_t taken = app.size() + embedded(meta).size() + largest_contents;
  Packer packer{*reader, study, limit > taken ? limit - taken : 0};
  packer.pack(language, live);
  meta["contents"] = packer.contents();
  std::string page{app};
  replace(page, language_mark, term::text(language));
  replace(page, title_mark, plot::escaped(study.title));
  replace(page, first_data_mark,
          "<script type=\"application/json\" id=\"essaim-meta\">" + embedded(meta) + "</script>\n" +
              std::string{packer.first_elements()});
  replace(page, other_data_mark, packer.other_elements());
  if (page.size() > limit) throw PageTooLarge{page.size(), limit};
  return page;
}

}  // namespace essaim::report
