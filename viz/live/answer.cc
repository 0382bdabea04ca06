// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/live/answer.h"

#include <nlohmann/json.hpp>

#include "viz/report/curves.h"
#include "viz/report/pack.h"
#include "viz/report/rows.h"

namespace essaim::live {

std::string rows_answer(const design::Study& study, std::size_t indicator) {
  return nlohmann::ordered_json{
      {"replicates", study.replicates}, {"failed", study.failed}, {"rows", report::rows_json(study, indicator)}}
      .dump();
}

std::string curves_answer(const design::Study& study, std::size_t indicator) {
  const report::Curves curves = report::curves_of(study, indicator, study.load(indicator));
  return nlohmann::ordered_json{{"replicates", study.replicates},
                                {"decimals", curves.decimals},
                                {"difference_decimals", curves.difference_decimals},
                                {"quantiles", report::base64(curves.quantiles)},
                                {"draws", report::base64(curves.draws)}}
      .dump();
}

}  // namespace essaim::live
