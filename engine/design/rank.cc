// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/design/rank.h"

#include <algorithm>
#include <cmath>

#include "engine/core/error.h"

namespace essaim::design {
namespace {

/// The values of one replicate, larger is better; empty if one is missing.
std::vector<double> scores(std::span<const std::vector<double>> variants, std::size_t replicate, Better better) {
  std::vector<double> result;
  for (const std::vector<double>& variant : variants) {
    if (std::isnan(variant[replicate])) return {};
    result.push_back(better == Better::up ? variant[replicate] : -variant[replicate]);
  }
  return result;
}

}  // namespace

std::vector<double> best_shares(std::span<const std::vector<double>> variants, Better better) {
  if (variants.empty() || better == Better::neither) return {};
  std::vector<double> shares(variants.size(), 0);
  double counted = 0;
  for (std::size_t replicate = 0; replicate < variants.front().size(); ++replicate) {
    const std::vector<double> score = scores(variants, replicate, better);
    if (score.empty()) continue;
    const double best = *std::max_element(score.begin(), score.end());
    const auto ties = static_cast<double>(std::count(score.begin(), score.end(), best));
    for (std::size_t v = 0; v < shares.size(); ++v) shares[v] += score[v] == best ? 1 / ties : 0;
    counted += 1;
  }
  if (counted == 0) return {};
  for (double& share : shares) share /= counted;
  return shares;
}

}  // namespace essaim::design
