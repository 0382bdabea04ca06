// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/population_fit.h"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>

#include "engine/core/math.h"
#include "models/commune/streams.h"

namespace essaim::commune {

namespace {

using Columns = std::array<double, margin_columns>;
constexpr double firm_stiffness = 1e5;
constexpr double loose_stiffness = 200;

/// Counts of one household, added up.
class Counter {
 public:
  void add(MarginColumn column, bool condition = true) {
    if (condition) ++counts_[static_cast<std::size_t>(column)];
  }
  std::uint8_t operator[](std::size_t column) const { return counts_[column]; }

 private:
  std::array<std::uint8_t, margin_columns> counts_{};
};

Counter counts_of(const SampleHousehold& household, std::span<const SampleMember> members) {
  using enum MarginColumn;
  Counter counts;
  counts.add(one_person, household.type == HouseholdType::one_person);
  counts.add(couple, household.type == HouseholdType::couple);
  counts.add(couple_with_children, household.type == HouseholdType::couple_with_children);
  counts.add(lone_parent, household.type == HouseholdType::lone_parent);
  counts.add(five_or_more, members.size() >= 5);
  counts.add(owner, household.tenure == Tenure::owner);
  counts.add(social_tenant, household.tenure == Tenure::social_tenant);
  counts.add(flat, household.dwelling == Dwelling::flat);
  counts.add(with_car, household.cars > 0);
  counts.add(with_bike, household.bikes > 0);
  counts.add(before_1919, household.period == BuildPeriod::before_1919);
  constexpr std::array<MarginColumn, 6> classes = {age_0_14, age_15_29, age_30_44, age_45_59, age_60_74, age_75_plus};
  for (const SampleMember& member : members) {
    counts.add(persons);
    counts.add(classes[std::min(5, member.age / 15)]);
    counts.add(age_15_64, member.age >= 15 && member.age < 65);
    counts.add(women, member.sex == Sex::woman);
    counts.add(active, member.activity == Activity::worker || member.activity == Activity::unemployed);
    counts.add(unemployed, member.activity == Activity::unemployed);
  }
  return counts;
}

/// The function that raking minimises, its gradient and its curvature.
class Dual {
 public:
  using Vector = Eigen::Matrix<double, margin_columns, 1>;
  using Matrix = Eigen::Matrix<double, margin_columns, margin_columns>;

  Dual(const Sample& sample, const MarginTable& table, const MarginTargets& targets, double households)
      : table_{table}, log_base_(table.rows()), shares_(table.rows()) {
    for (std::uint32_t i = 0; i < table.rows(); ++i) log_base_[i] = math::log(sample.households[i].weight);
    for (std::size_t k = 0; k < margin_columns; ++k) {
      target_[static_cast<Eigen::Index>(k)] = targets[k].free ? 0.0 : targets[k].total / households;
      if (targets[k].free) free_.push_back(static_cast<Eigen::Index>(k));
      softness_[static_cast<Eigen::Index>(k)] = 1 / (targets[k].firm ? firm_stiffness : loose_stiffness);
    }
  }

  /// The function at `lambda`; the shares there are kept.
  double at(const Vector& lambda) {
    double highest = -1e300;
    for (std::uint32_t i = 0; i < table_.rows(); ++i) {
      double exponent = log_base_[i];
      for (const auto& [column, count] : table_.row(i)) exponent += lambda[column] * count;
      shares_[i] = exponent;
      highest = std::max(highest, exponent);
    }
    double sum = 0;
    for (double& share : shares_) sum += share = math::exp(share - highest);
    for (double& share : shares_) share /= sum;
    return highest + math::log(sum) - target_.dot(lambda) + 0.5 * lambda.cwiseProduct(softness_).dot(lambda);
  }

  /// At the `lambda` of the last call of `at`.
  void differentiate(const Vector& lambda, Vector& gradient, Matrix& curvature) const {
    Vector mean = Vector::Zero();
    curvature.setZero();
    for (std::uint32_t i = 0; i < table_.rows(); ++i) {
      const auto row = table_.row(i);
      for (std::size_t a = 0; a < row.size(); ++a) {
        const double mass = shares_[i] * row[a].count;
        mean[row[a].column] += mass;
        for (std::size_t b = 0; b <= a; ++b) curvature(row[a].column, row[b].column) += mass * row[b].count;
      }
    }
    curvature.noalias() -= mean * mean.transpose();
    curvature.diagonal() += softness_;
    gradient = mean - target_ + lambda.cwiseProduct(softness_);
    for (const Eigen::Index k : free_) {  // its weight stays 0
      gradient[k] = 0;
      curvature.row(k).setZero();
      curvature.col(k).setZero();
      curvature(k, k) = 1;
    }
  }

  const std::vector<double>& shares() const { return shares_; }

 private:
  const MarginTable& table_;
  std::vector<double> log_base_;
  std::vector<double> shares_;
  Vector target_;
  Vector softness_;
  std::vector<Eigen::Index> free_;
};

/// Households drawn so far, and how far they are from the targets.
class Exchange {
 public:
  Exchange(const MarginTable& table, const Columns& target, const Columns& weight, std::vector<std::uint32_t>& counts)
      : table_{table}, weight_{weight}, counts_{counts}, own_(table.rows()) {
    for (std::size_t k = 0; k < margin_columns; ++k) error_[k] = -target[k];
    for (std::uint32_t i = 0; i < table.rows(); ++i) {
      for (const auto& [column, count] : table.row(i)) error_[column] += static_cast<double>(counts[i]) * count;
    }
    weigh();
  }

  /// Sum of the errors of firm margins, persons tenfold; below 0.5, none is worth an exchange.
  double error(const MarginTargets& targets) const {
    double sum = 9 * std::abs(error_[0]);
    for (std::size_t k = 0; k < margin_columns; ++k) sum += targets[k].firm ? std::abs(error_[k]) : 0.0;
    return sum;
  }

  /// Firm margins that are a unit off or more weigh twice as much from now on: the way out of a dead end.
  void press(const MarginTargets& targets) {
    for (std::size_t k = 0; k < margin_columns; ++k) {
      if (targets[k].firm && std::abs(error_[k]) >= 1) weight_[k] *= 2;
    }
    weigh();
  }

  /// Replaces one household like `out` by the one that lowers the loss most; false if none does.
  bool improve(std::uint32_t out) {
    Columns pull{};  // twice the weighted error without `out`
    Columns without = error_;
    for (const auto& [column, count] : table_.row(out)) without[column] -= count;
    for (std::size_t k = 0; k < margin_columns; ++k) pull[k] = 2 * weight_[k] * without[k];
    const auto cost = [&](std::uint32_t row) {
      double sum = own_[row];
      for (const auto& [column, count] : table_.row(row)) sum += pull[column] * count;
      return sum;
    };
    std::uint32_t best = out;
    double lowest = cost(out) - 1e-6;
    for (std::uint32_t row = 0; row < table_.rows(); ++row) {
      const double here = cost(row);
      if (here < lowest) lowest = here, best = row;
    }
    if (best == out) return false;
    error_ = without;
    for (const auto& [column, count] : table_.row(best)) error_[column] += count;
    --counts_[out];
    ++counts_[best];
    return true;
  }

 private:
  void weigh() {
    for (std::uint32_t i = 0; i < table_.rows(); ++i) {
      own_[i] = 0;
      for (const auto& [column, count] : table_.row(i)) own_[i] += weight_[column] * count * count;
    }
  }

  const MarginTable& table_;
  Columns weight_;
  std::vector<std::uint32_t>& counts_;
  std::vector<double> own_;
  Columns error_{};
};

std::vector<std::uint32_t> systematic_draw(const std::vector<double>& shares, std::uint32_t households, Draw draw) {
  std::vector<std::uint32_t> counts(shares.size());
  const double start = draw.uniform();
  double sum = 0;
  std::uint32_t given = 0;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    sum += shares[i] * households;
    const auto up_to =
        i + 1 == shares.size() ? households : std::min(households, static_cast<std::uint32_t>(sum + start));
    counts[i] = up_to - given;
    given = up_to;
  }
  return counts;
}

}  // namespace

MarginTable::MarginTable(const Sample& sample) {
  first_.reserve(sample.households.size() + 1);
  entries_.reserve(sample.households.size() * 14);
  first_.push_back(0);
  for (const SampleHousehold& household : sample.households) {
    const Counter counts = counts_of(household, sample.of(household));
    for (std::uint8_t k = 0; k < margin_columns; ++k) {
      if (counts[k] > 0) entries_.push_back({k, counts[k]});
    }
    first_.push_back(static_cast<std::uint32_t>(entries_.size()));
  }
}

std::vector<double> raked_shares(const Sample& sample, const MarginTable& table, const MarginTargets& targets,
                                 double households, FitReport& report) {
  constexpr std::uint32_t most_rounds = 40;
  Dual dual{sample, table, targets, households};
  Dual::Vector lambda = Dual::Vector::Zero();
  Dual::Vector gradient;
  Dual::Matrix curvature;
  double value = dual.at(lambda);
  while (report.rounds < most_rounds) {
    dual.differentiate(lambda, gradient, curvature);
    report.converged = gradient.cwiseAbs().maxCoeff() < 1e-7;
    if (report.converged) break;
    ++report.rounds;
    const Dual::Vector step = curvature.selfadjointView<Eigen::Lower>().ldlt().solve(gradient);
    const double slope = gradient.dot(step);
    double length = 1;
    double next = dual.at(lambda - step);
    while (!(next <= value - 1e-4 * length * slope) && length > 1e-6) {
      length /= 2;
      next = dual.at(lambda - length * step);
    }
    lambda -= length * step;
    if (!(next < value)) break;  // as near as the last bit allows
    value = next;
  }
  dual.at(lambda);
  return dual.shares();
}

std::vector<std::uint32_t> whole_counts(const MarginTable& table, const MarginTargets& targets,
                                        const std::vector<double>& shares, std::uint32_t households,
                                        const Random& random, FitReport& report) {
  constexpr std::uint32_t most_trials = 800;
  constexpr std::uint32_t dead_end = 20;  // trials in a row that found nothing better
  constexpr std::array<double, 3> weights = {30, 1, 0.03};
  Columns fitted{};
  for (std::uint32_t i = 0; i < table.rows(); ++i) {
    for (const auto& [column, count] : table.row(i)) fitted[column] += shares[i] * count * households;
  }
  Columns target{};
  Columns weight{};
  for (std::size_t k = 0; k < margin_columns; ++k) {
    target[k] = std::floor((targets[k].firm ? targets[k].total : fitted[k]) + 0.5);
    weight[k] = k == 0 ? weights[0] : targets[k].firm ? weights[1] : targets[k].free ? 0.0 : weights[2];
  }
  std::vector<std::uint32_t> counts = systematic_draw(shares, households, random.draw(streams::household_draw, 0, 0));
  Exchange exchange{table, target, weight, counts};
  std::vector<std::uint32_t> best = counts;
  double lowest = exchange.error(targets);
  std::uint32_t failures = 0;
  for (std::uint32_t trial = 0; trial < most_trials && lowest >= 0.5; ++trial) {
    Draw draw = random.draw(streams::household_exchange, trial, 0);
    std::uint32_t out = draw.below(table.rows());
    while (counts[out] == 0) out = (out + 1) % table.rows();
    if (exchange.improve(out)) {
      failures = 0;
      ++report.exchanges;
      const double error = exchange.error(targets);
      if (error < lowest) lowest = error, best = counts;
    } else if (++failures == dead_end) {
      failures = 0;
      exchange.press(targets);
    }
  }
  return best;
}

}  // namespace essaim::commune
