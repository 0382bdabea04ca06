// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/live/room.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <span>

#include "models/catalogue/catalogue.h"

namespace essaim::live {
namespace {

using catalogue::Action;
using catalogue::Scenario;
using nlohmann::json;

constexpr std::size_t largest_room = 100'000;  ///< bytes of its text

/// Reads one room. The first thing that is wrong is kept; what comes after it is not looked at.
class RoomReader {
 public:
  RoomReader(const json& text, const Scenario& scenario) : text_{text}, scenario_{scenario} {}

  ReadRoom read() {
    if (!text_.is_object()) fail("a room is an object");
    if (const std::optional<std::uint32_t> site = index(text_, "site", scenario_.sites.size())) read_.room.site = *site;
    for (const json& shock : list(text_, "shocks")) {
      read_.room.shocks.push_back(number_below(shock, scenario_.shocks.size(), "a shock"));
    }
    if (!std::ranges::is_sorted(read_.room.shocks, std::less_equal{})) fail("shocks come in order, each once");
    for (const json& measure : list(text_, "measures")) read_measure(measure);
    check_exclusions();
    read_parameters();
    return std::move(read_);
  }

 private:
  void fail(const std::string& why) {
    if (read_.why.empty()) read_.why = why;
  }

  json list(const json& object, const char* key) {
    if (!object.is_object() || !object.contains(key)) return json::array();
    if (object[key].is_array()) return object[key];
    fail(std::string{key} + " is no list");
    return json::array();
  }

  std::uint32_t number_below(const json& value, std::size_t count, const std::string& what) {
    if (value.is_number_unsigned() && value.get<std::uint64_t>() < count) return value.get<std::uint32_t>();
    fail(what + " is not one of the " + std::to_string(count) + " that there are");
    return 0;
  }

  std::optional<std::uint32_t> index(const json& object, const char* key, std::size_t count) {
    if (!object.is_object() || !object.contains(key)) {
      fail(std::string{key} + " is missing");
      return std::nullopt;
    }
    return number_below(object[key], count, key);
  }

  double finite(const json& object, const char* key, const Range& allowed) {
    if (!object.is_object() || !object.contains(key) || !object[key].is_number()) {
      fail(std::string{key} + " is no number");
      return 0;
    }
    return in_range(object[key].get<double>(), key, allowed);
  }

  double in_range(double value, const std::string& what, const Range& allowed) {
    if (std::isfinite(value) && value >= allowed.low && value <= allowed.high) return value;
    fail(what + " is not between " + std::to_string(allowed.low) + " and " + std::to_string(allowed.high));
    return allowed.low;
  }

  void read_measure(const json& text) {
    const auto infos = catalogue::measure_infos();
    const std::string kind =
        text.is_object() && text.contains("kind") && text["kind"].is_string() ? text["kind"].get<std::string>() : "";
    const auto info = std::ranges::find(infos, kind, &commune::ActionInfo::name);
    if (info == infos.end()) return fail("there is no measure \"" + kind + "\"");
    RoomMeasure measure;
    measure.kind = static_cast<std::uint32_t>(info - infos.begin());
    if (const auto start = index(text, "start", scenario_.days)) measure.start_day = *start;
    if (text.contains("from")) measure.from = read_origin(text["from"], measure.kind);
    const bool has_size = commune::own_settings(*info) > 0;
    if (has_size) measure.size = finite(text, "size", info->settings[0].allowed);
    if (!has_size && !measure.from) fail("\"" + kind + "\" can only come from the scenario");
    read_.room.measures.push_back(measure);
  }

  std::optional<std::pair<std::uint32_t, std::uint32_t>> read_origin(const json& text, std::uint32_t kind) {
    if (!text.is_array() || text.size() != 2) {
      fail("from is a variant and a place in it");
      return std::nullopt;
    }
    const std::uint32_t variant = number_below(text[0], scenario_.variants.size(), "from");
    const auto& measures = scenario_.variants[variant].measures;
    const std::uint32_t place = number_below(text[1], measures.size(), "from");
    if (place >= measures.size() || measures[place].kind != kind) {
      fail("from is a measure of another kind");
      return std::nullopt;
    }
    return std::pair{variant, place};
  }

  void check_exclusions() {
    const auto infos = catalogue::measure_infos();
    for (const RoomMeasure& a : read_.room.measures) {
      for (const RoomMeasure& b : read_.room.measures) {
        const auto& excluded = infos[a.kind].excludes;
        if (std::ranges::find(excluded, infos[b.kind].name) != excluded.end()) {
          fail(std::string{infos[a.kind].name} + " cannot be at work with " + std::string{infos[b.kind].name});
        }
      }
    }
  }

  void read_parameters() {
    if (!text_.is_object() || !text_.contains("parameters")) return;
    if (!text_["parameters"].is_object()) return fail("parameters is no object");
    const auto& infos = catalogue::parameter_infos();
    for (const auto& [name, value] : text_["parameters"].items()) {
      const auto info = std::ranges::find(infos, name, &catalogue::ParameterInfo::name);
      if (info == infos.end() || !value.is_number())
        return fail("there is no parameter \"" + name + "\" with such a value");
      read_.room.parameters.emplace_back(static_cast<std::uint32_t>(info - infos.begin()),
                                         in_range(value.get<double>(), name, info->field.allowed));
    }
  }

  const json& text_;
  const Scenario& scenario_;
  ReadRoom read_;
};

/// Means that the measure takes, in proportion to its size where they are declared so; times stay.
void scale_needs(Action& action, const commune::ActionInfo& info, double size) {
  const double before = action.settings[0];
  action.settings[0] = size;
  if (info.reference <= 0 || before <= 0 || before == size) return;
  for (std::size_t i = commune::own_settings(info) + 1; i < action.settings.size(); ++i) {
    const Range& allowed = info.settings[i].allowed;
    action.settings[i] = std::clamp(action.settings[i] * size / before, allowed.low, allowed.high);
  }
}

Action usual_action(const commune::ActionInfo& info, double size) {
  std::vector<double> own{size};
  for (std::size_t i = 1; i < commune::own_settings(info); ++i) own.push_back(info.settings[i].fallback);
  Action action;
  action.settings = commune::with_usual_needs(info, std::move(own));
  return action;
}

Action action_of(const Scenario& scenario, const RoomMeasure& measure) {
  const commune::ActionInfo& info = catalogue::measure_infos()[measure.kind];
  const Time start = Time::start_of_day(measure.start_day);
  const Time end = Time::start_of_day(scenario.days);
  if (!measure.from) {
    Action action = usual_action(info, measure.size);
    action.kind = measure.kind;
    action.start = start;
    action.duration = end - start;
    return action;
  }
  Action action = scenario.variants[measure.from->first].measures[measure.from->second];
  if (commune::own_settings(info) > 0) scale_needs(action, info, measure.size);
  if (action.start.day() == measure.start_day) return action;
  const Time stated_end = std::min(action.start + action.duration, end);
  action.start = start;
  action.duration = std::max(stated_end, start + Duration::days(1)) - start;
  return action;
}

}  // namespace

ReadRoom read_room(std::string_view text, const Scenario& scenario) {
  if (text.size() > largest_room) return {{}, "a room of this size is none"};
  const json parsed = json::parse(text, nullptr, false);
  if (parsed.is_discarded()) return {{}, "not JSON"};
  return RoomReader{parsed, scenario}.read();
}

Scenario scenario_of(const Scenario& scenario, const Room& room) {
  Scenario result = scenario;
  result.sites = {scenario.sites[room.site]};
  result.shocks.clear();
  for (const std::uint32_t shock : room.shocks) result.shocks.push_back(scenario.shocks[shock]);
  result.variants = {scenario.variants.front()};
  if (!room.measures.empty()) {
    result.variants.push_back({"room", "", {}});
    for (const RoomMeasure& measure : room.measures) {
      result.variants.back().measures.push_back(action_of(scenario, measure));
    }
  }
  result.parameters.resize(catalogue::parameter_infos().size());
  for (const auto& [parameter, value] : room.parameters) result.parameters[parameter] = value;
  return result;
}

double strong_size(const commune::ActionInfo& info) { return info.reference > 0 ? info.reference : info.usual; }

}  // namespace essaim::live
