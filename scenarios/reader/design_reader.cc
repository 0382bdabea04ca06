// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/design_reader.h"

#include <algorithm>
#include <utility>

#include "scenarios/reader/design_points.h"
#include "scenarios/reader/names.h"

namespace essaim::reader {

namespace {

constexpr std::size_t most_points = 100'000;
constexpr std::size_t most_factors = 100;

using Levels = std::vector<std::vector<Level>>;  // [point][factor]

/// Reads the design of one experiment.
class DesignReader {
 public:
  DesignReader(const Document& experiment, Document& scenario, const Vocabulary& vocabulary, std::uint64_t seed)
      : file_{experiment}, scenario_{scenario}, vocabulary_{vocabulary}, seed_{seed} {}

  Design read() {
    result_.kind = read_kind();
    read_factors();
    result_.points = read_points();
    return std::move(result_);
  }

 private:
  std::string read_kind() const {
    const Entry& entry = require(file_, file_.root, "design", "the experiment", "design = \"factorial\"");
    const std::string design = read_choice(file_, entry, {"factorial", "list", "lhs", "sobol", "morris", "saltelli"});
    if (design != "morris" && design != "saltelli") return design;
    file_.refuse(entry.value.at, "design " + in_quotes(design) +
                                     " is not available in this version (available: factorial, list, lhs, sobol), "
                                     "choose one of these");
  }

  void read_factors() {
    const Entry* entry = file_.root.find("factor");
    if (entry == nullptr) return;
    for (const Node& table : expect_tables(file_, *entry, "factor"))
      add_factor(read_factor(file_, table, scenario_, vocabulary_), table.at);
  }

  void add_factor(ReadFactor factor, Position at) {
    for (const ReadFactor& other : result_.factors) {
      if (other.path == factor.path) {
        file_.refuse(at, "two factors vary " + in_quotes(factor.path) + " (one is enough), remove one");
      }
    }
    if (result_.factors.size() == most_factors) {
      file_.refuse(at, "more than " + std::to_string(most_factors) +
                           " factors (a design varies what it can tell "
                           "apart), remove some");
    }
    result_.factors.push_back(std::move(factor));
  }

  Levels read_points() {
    const Entry* point = file_.root.find("point");
    const Entry* points = file_.root.find("points");
    const bool sampled = result_.kind == "lhs" || result_.kind == "sobol";
    if (!sampled && points != nullptr) {
      file_.refuse(points->key_at,
                   "points of a " + result_.kind + " design (its values say how many there are), remove this line");
    }
    if (point != nullptr && result_.kind != "list") {
      file_.refuse(point->key_at, "points one by one in a " + result_.kind +
                                      " design (only a list has them), write design = \"list\"");
    }
    if (point != nullptr) return listed_points(*point);
    if (result_.factors.empty()) {
      file_.refuse(file_.root.at,
                   "the experiment varies nothing (a design needs a factor), add [[factor]] with its "
                   "path and values");
    }
    if (sampled) return sampled_points();
    return result_.kind == "list" ? parallel_values() : combinations();
  }

  Levels combinations() const {
    std::vector<std::size_t> counts;
    std::size_t total = 1;
    for (const ReadFactor& factor : result_.factors) {
      expect_levels(factor, "values = [...], or range = [...] with levels = 3");
      counts.push_back(factor.levels.size());
      total *= factor.levels.size();
      if (total > most_points) refuse_too_many(factor.at);
    }
    Levels levels;
    for (const auto& combination : all_combinations(counts)) {
      levels.emplace_back();
      for (std::size_t f = 0; f < result_.factors.size(); ++f)
        levels.back().push_back(result_.factors[f].levels[combination[f]]);
    }
    return levels;
  }

  Levels parallel_values() const {
    const std::size_t count = result_.factors.front().levels.size();
    Levels levels(count);
    for (const ReadFactor& factor : result_.factors) {
      expect_levels(factor, "values = [...], one for each point");
      if (factor.levels.size() != count) {
        file_.refuse(factor.at, factor.path + " has " + std::to_string(factor.levels.size()) +
                                    " values, the first factor " + std::to_string(count) +
                                    " (a list takes them point by point), give as many");
      }
      for (std::size_t point = 0; point < count; ++point) levels[point].push_back(factor.levels[point]);
    }
    return levels;
  }

  Levels sampled_points() {
    const Entry& entry = require(file_, file_.root, "points", "the experiment", "points = 64");
    const auto count =
        static_cast<std::size_t>(read_whole_number(file_, entry, {1, static_cast<std::int64_t>(most_points)}));
    for (const ReadFactor& factor : result_.factors) {
      if (!factor.range || !factor.levels.empty()) {
        file_.refuse(factor.at, factor.path + " has no range of its own (a " + result_.kind +
                                    " design draws from one), write range = [...] without levels");
      }
    }
    const bool is_sobol = result_.kind == "sobol";
    if (is_sobol && (count & (count - 1)) != 0) {
      result_.warnings.push_back(file_.where(entry.value.at) + ": " + std::to_string(count) +
                                 " points of a Sobol' sequence are not balanced, powers of two are");
    }
    const UnitPoints unit = is_sobol ? sobol_points(count, result_.factors.size(), seed_)
                                     : latin_hypercube_points(count, result_.factors.size(), seed_);
    Levels levels;
    for (const auto& coordinates : unit) {
      levels.emplace_back();
      for (std::size_t f = 0; f < result_.factors.size(); ++f) {
        const Range range = result_.factors[f].range.value_or(Range{});
        const double value = range.low + coordinates[f] * (range.high - range.low);
        levels.back().push_back(level_of(result_.factors[f].target, value, result_.factors[f].at));
      }
    }
    return levels;
  }

  // `[[point]]` tables: each gives a value to the same paths.
  Levels listed_points(const Entry& entry) {
    if (!result_.factors.empty()) {
      file_.refuse(entry.key_at, "both [[factor]] and [[point]] (a list needs one of them), remove one");
    }
    const std::vector<Node>& tables = expect_tables(file_, entry, "point");
    if (tables.size() > most_points) refuse_too_many(entry.key_at);
    Levels levels;
    for (const Node& table : tables) {
      if (levels.empty()) factors_of(table, "");
      levels.push_back(listed_point(table));
    }
    if (result_.factors.empty())
      file_.refuse(entry.key_at, "a point without values, add \"PATH\" = value below [[point]]");
    return levels;
  }

  // A path between quotes is one key; without quotes TOML makes a table of each of its names.
  void factors_of(const Node& table, const std::string& prefix) {
    for (const Entry& entry : table.entries) {
      const std::string path = prefix + entry.key;
      if (entry.value.kind == NodeKind::table) {
        factors_of(entry.value, path + ".");
        continue;
      }
      ReadFactor factor;
      factor.path = path;
      factor.target = find_target(scenario_, vocabulary_, path, file_.where(entry.key_at));
      const bool is_date = factor.target.kind == Target::Kind::date;
      factor.unit = is_date ? "days since 1970-01-01" : std::string{factor.target.rule.unit};
      factor.at = entry.value.at;
      add_factor(std::move(factor), entry.key_at);
    }
  }

  std::vector<Level> listed_point(const Node& table) const {
    std::vector<std::optional<Level>> found(result_.factors.size());
    take_values(table, "", found);
    std::vector<Level> levels;
    for (std::size_t f = 0; f < found.size(); ++f) {
      if (const std::optional<Level>& level = found[f]) {
        levels.push_back(*level);
        continue;
      }
      file_.refuse(table.at, "this point has no " + in_quotes(result_.factors[f].path) +
                                 " (all points give the same paths), add it");
    }
    return levels;
  }

  void take_values(const Node& table, const std::string& prefix, std::span<std::optional<Level>> found) const {
    for (const Entry& entry : table.entries) {
      const std::string path = prefix + entry.key;
      if (entry.value.kind == NodeKind::table) {
        take_values(entry.value, path + ".", found);
        continue;
      }
      const auto factor =
          std::find_if(result_.factors.begin(), result_.factors.end(), [&](const auto& f) { return f.path == path; });
      if (factor == result_.factors.end()) {
        file_.refuse(entry.key_at, in_quotes(path) +
                                       " is not in the first point (all points give the same paths), "
                                       "add it there or remove it");
      }
      found[static_cast<std::size_t>(factor - result_.factors.begin())] =
          read_level(file_, entry.value, path, factor->target);
    }
  }

  void expect_levels(const ReadFactor& factor, const std::string& how) const {
    if (!factor.levels.empty()) return;
    file_.refuse(factor.at,
                 factor.path + " has no values (a " + result_.kind + " design takes them one by one), add " + how);
  }

  [[noreturn]] void refuse_too_many(Position at) const {
    file_.refuse(at,
                 "more than " + std::to_string(most_points) + " points (allowed: at most that many), use fewer values");
  }

  const Document& file_;
  Document& scenario_;
  const Vocabulary& vocabulary_;
  std::uint64_t seed_;
  Design result_;
};

}  // namespace

Design read_design(const Document& experiment, Document& scenario, const Vocabulary& vocabulary, std::uint64_t seed) {
  return DesignReader{experiment, scenario, vocabulary, seed}.read();
}

}  // namespace essaim::reader
