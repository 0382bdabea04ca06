// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/report/both.h"

#include <array>
#include <nlohmann/json.hpp>

namespace essaim::report {

using nlohmann::ordered_json;

ordered_json in_both(const std::function<ordered_json(const term::Locale&)>& say) {
  static const std::array both{term::Locale{term::Language::fr}, term::Locale{term::Language::en}};
  ordered_json result;
  for (const term::Locale& locale : both) result[std::string{term::text(locale.language())}] = say(locale);
  return result;
}

std::string dumped(const ordered_json& json) {
  return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

}  // namespace essaim::report
