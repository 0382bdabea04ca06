// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "models/commune/population_sample.h"

#include <algorithm>
#include <numeric>

#include "engine/core/math.h"
#include "models/commune/streams.h"

namespace essaim::commune {

namespace {

constexpr std::size_t types = 5;

double value(const FigureValues& figures, FigureId id) { return figures[static_cast<std::size_t>(id)]; }

double logit(double share) {
  const double p = std::clamp(share, 0.01, 0.99);
  return math::log(p / (1 - p));
}
bool chance_of_logit(double x, Draw& draw) { return draw.chance(1 / (1 + math::exp(-x))); }

/// A number from 0 with these weights, and what its being drawn too often or too rarely asks of the weight.
struct Drawn {
  std::size_t which = 0;
  double weight = 1;
};
template <std::size_t N>
Drawn draw_flattened(const std::array<double, N>& wanted, const std::array<double, N>& drawn, Draw& draw) {
  double u = draw.uniform();
  std::size_t i = 0;
  while (i + 1 < N && u >= drawn[i]) u -= drawn[i++];
  return {i, wanted[i] / drawn[i]};
}

std::uint8_t years(double age, double low, double high) {
  return static_cast<std::uint8_t>(std::clamp(age, low, high));
}

/// Members of one household: ages and sexes. All shares without a source are guesses.
class Family {
 public:
  Family(Sample& sample, SampleHousehold& household, Draw& draw)
      : sample_{sample}, household_{household}, draw_{draw} {}

  void draw_members() {
    switch (household_.type) {
      case HouseholdType::one_person:
        return draw_alone();
      case HouseholdType::couple:
        return draw_couple();
      case HouseholdType::couple_with_children:
        return draw_parents({0.40, 0.41, 0.145, 0.035, 0.01}, {0.30, 0.30, 0.20, 0.12, 0.08});
      case HouseholdType::lone_parent:
        return draw_parents({0.55, 0.32, 0.10, 0.025, 0.005}, {0.37, 0.30, 0.17, 0.10, 0.06});
      case HouseholdType::other:
        return draw_others();
    }
  }

 private:
  void add(std::uint8_t age, Sex sex) { sample_.members.push_back({age, sex, Activity::other}); }
  Sex woman_with(double chance) { return draw_.chance(chance) ? Sex::woman : Sex::man; }

  void draw_alone() {
    struct Class {
      double low, high, woman;
    };
    // Women are 57 % of those who live alone (INSEE 2013), 78 % at 75 or over; their share before is a guess.
    constexpr std::array<Class, 5> classes = {
        {{19, 30, 0.48}, {30, 45, 0.42}, {45, 60, 0.47}, {60, 75, 0.60}, {75, 98, 0.78}}};
    const Drawn drawn = draw_flattened<5>({0.15, 0.17, 0.20, 0.25, 0.23}, {0.2, 0.2, 0.2, 0.2, 0.2}, draw_);
    household_.weight *= drawn.weight;
    const auto& [low, high, woman] = classes[drawn.which];
    const std::uint8_t age = years(draw_.uniform(low, high), low, high - 1);
    add(age, woman_with(woman));
  }

  void draw_couple() {
    constexpr std::array<double, 5> bounds = {19, 35, 55, 75, 93};
    const Drawn drawn = draw_flattened<4>({0.17, 0.20, 0.45, 0.18}, {0.25, 0.25, 0.25, 0.25}, draw_);
    household_.weight *= drawn.weight;
    const double age = draw_.uniform(bounds[drawn.which], bounds[drawn.which + 1]);
    add(years(age + 2 + 3.5 * draw_.normal(), 18, 99), Sex::man);
    add(years(age, 18, 99), Sex::woman);
  }

  /// The eldest child, its parents from that, its brothers and sisters one to four years apart.
  void draw_parents(const std::array<double, 5>& wanted, const std::array<double, 5>& drawn) {
    const Drawn number = draw_flattened<5>(wanted, drawn, draw_);
    household_.weight *= number.weight;
    double child = draw_.chance(0.8) ? draw_.uniform(0, 18) : draw_.uniform(18, 25);
    const double first_birth = 21 + 8 * (draw_.uniform() + draw_.uniform());
    const double parent = std::min(child + first_birth, 64.0);
    if (household_.type == HouseholdType::couple_with_children) {
      add(years(parent, 18, 64), Sex::woman);
      add(years(parent + 2 + 3.5 * draw_.normal(), 18, 75), Sex::man);
    } else {
      add(years(parent, 18, 64), woman_with(0.84));
    }
    for (std::size_t i = 0; i <= number.which; ++i) {
      add(years(child, 0, 24), woman_with(0.489));
      child = std::max(0.0, child - draw_.uniform(1, 4));
    }
  }

  /// Relatives and friends under one roof, all grown up.
  void draw_others() {
    const Drawn more = draw_flattened<3>({0.75, 0.18, 0.07}, {0.5, 0.25, 0.25}, draw_);
    household_.weight *= more.weight;
    for (std::size_t i = 0; i < more.which + 2; ++i) {
      const double age = draw_.uniform(18, 92);
      add(static_cast<std::uint8_t>(age), woman_with(age < 25 ? 0.489 : age < 75 ? 0.5 : 0.611));
    }
  }

  Sample& sample_;
  SampleHousehold& household_;
  Draw& draw_;
};

/// Share of an age that works or looks for work: Le Mene, INSEE RP2020 (insee.fr 7635875); `Activities` moves it to the
/// site's own total.
double participation(std::uint8_t age) { return age < 25 ? 0.527 : age < 55 ? 0.930 : 0.541; }

class Activities {
 public:
  explicit Activities(const FigureValues& figures) {
    constexpr double mean_participation = 0.77;  // of `participation` over ages of the mean French commune
    constexpr double mean_unemployment = 0.12;
    const auto ratio = [&](FigureId part, FigureId whole, double otherwise) {
      return value(figures, whole) > 0 ? value(figures, part) / value(figures, whole) : otherwise;
    };
    shift_ =
        logit(ratio(FigureId::active_15_64, FigureId::residents_15_64, mean_participation)) - logit(mean_participation);
    unemployment_ = logit(ratio(FigureId::unemployed_15_64, FigureId::active_15_64, mean_unemployment));
  }

  Activity draw(std::uint8_t age, Draw& draw) const {
    const bool active = age >= 15 && age < 65 && chance_of_logit(logit(participation(age)) + shift_, draw);
    // The young look for work about twice as often: a guess.
    if (active) {
      return chance_of_logit(unemployment_ + (age < 25 ? 0.6 : -0.1), draw) ? Activity::unemployed : Activity::worker;
    }
    if (age < 3) return Activity::child;
    if (age < 18) return Activity::pupil;
    if (age < 25) return Activity::student;
    return age >= 60 ? Activity::retired : Activity::other;
  }

 private:
  double shift_ = 0;
  double unemployment_ = 0;
};

/// What the attributes of a household depend on.
struct Profile {
  double oldest = 0;
  double adults = 0;   ///< of 18 and over
  double workers = 0;  ///< share of its adults
  double unemployed = 0;
};

Profile profile_of(std::span<const SampleMember> members) {
  Profile profile;
  double workers = 0;
  double unemployed = 0;
  for (const SampleMember& member : members) {
    profile.oldest = std::max(profile.oldest, static_cast<double>(member.age));
    profile.adults += member.age >= 18 ? 1 : 0;
    workers += member.activity == Activity::worker ? 1 : 0;
    unemployed += member.activity == Activity::unemployed ? 1 : 0;
  }
  profile.workers = workers / std::max(1.0, profile.adults);
  profile.unemployed = unemployed / std::max(1.0, profile.adults);
  return profile;
}

/// Workers and those near the end of their careers are richer; who looks for work, lone parents and persons alone are
/// poorer. How much so is a guess.
double income_score(const SampleHousehold& household, const Profile& p, Draw draw) {
  const double alone = household.type == HouseholdType::lone_parent  ? 0.5
                       : household.type == HouseholdType::one_person ? 0.25
                                                                     : 0.0;
  const double career = p.oldest < 60 ? 0.015 * (p.oldest - 40) : 0.3;
  return 0.9 * p.workers - 1.0 * p.unemployed - alone + career + 0.85 * draw.normal();
}

/// Turns scores into ranks in (0, 1) among persons.
void rank_incomes(Sample& sample, const std::vector<double>& scores) {
  struct Scored {
    double score;
    std::uint32_t household;
  };
  std::vector<Scored> order(scores.size());
  double total = 0;
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    order[i] = {scores[i], i};
    total += sample.households[i].weight * sample.households[i].persons;
  }
  // A total key: the number settles equal scores.
  std::sort(order.begin(), order.end(), [](const Scored& a, const Scored& b) {
    return a.score != b.score ? a.score < b.score : a.household < b.household;
  });
  double below = 0;
  for (const Scored& scored : order) {
    SampleHousehold& household = sample.households[scored.household];
    const double mass = household.weight * household.persons;
    household.income_rank = (below + mass / 2) / total;
    below += mass;
  }
}

/// Owners are richer, older and in houses; social tenants are poorer; families live in houses; cars go with income,
/// couples and work, bikes with children. How much so is a guess.
class Belongings {
 public:
  Belongings(const FigureValues& figures, const Parameters& parameters)
      : figures_{figures},
        parameters_{parameters},
        periods_{period_shares(value(figures, FigureId::built_before_1919))} {}

  void draw(SampleHousehold& household, const Profile& profile, const MicroSample::Given& given, Draw draw) const {
    const SampleHousehold surveyed = household;
    const bool children =
        household.type == HouseholdType::couple_with_children || household.type == HouseholdType::lone_parent;
    const bool alone = household.type == HouseholdType::one_person;
    const double wealth = 2 * household.income_rank - 1;  // -1 to 1
    const double flats = logit(value(figures_, FigureId::flats)) +
                         (alone      ? 0.7
                          : children ? -0.5
                                     : -0.1) -
                         0.4 * wealth;
    household.dwelling = chance_of_logit(flats, draw) ? Dwelling::flat : Dwelling::house;
    if (given.dwelling) household.dwelling = surveyed.dwelling;
    household.tenure = tenure_of(household, profile, wealth, draw);
    if (given.tenure) household.tenure = surveyed.tenure;
    household.period = period_of(household, wealth, draw);
    if (given.period) household.period = surveyed.period;
    household.label = draw_label(household.period, draw);
    household.heating = draw_heating(household.dwelling, draw);
    const double car = logit(value(figures_, FigureId::households_with_car)) + 1.5 * wealth +
                       (profile.adults >= 2 ? 0.9 : -0.7) + 0.7 * profile.workers - (profile.oldest >= 80 ? 0.9 : 0.0);
    household.cars = chance_of_logit(car, draw) ? 1 : 0;
    const bool second = draw.chance(parameters_.second_car.value());
    if (household.cars == 1 && profile.adults >= 2 && second) household.cars = 2;
    const double bike = logit(value(figures_, FigureId::households_with_bike)) + 0.5 * wealth +
                        (children ? 0.8 : -0.2) - (profile.oldest >= 70 ? 0.8 : 0.0);
    household.bikes = chance_of_logit(bike, draw) ? 1 : 0;
    if (given.cars) household.cars = surveyed.cars;
    if (given.bikes) household.bikes = surveyed.bikes;
  }

 private:
  Tenure tenure_of(const SampleHousehold& household, const Profile& profile, double wealth, Draw& draw) const {
    const double owners = std::min(0.98, value(figures_, FigureId::owners));
    const double own = logit(owners) + 1.3 * wealth + 0.03 * (profile.oldest - 52) +
                       (household.dwelling == Dwelling::house ? 0.8 : -1.0);
    if (chance_of_logit(own, draw)) return Tenure::owner;
    const double social = logit(value(figures_, FigureId::social_housing) / (1 - owners)) - 1.3 * wealth +
                          (household.type == HouseholdType::lone_parent ? 0.4 : 0.0) +
                          (household.dwelling == Dwelling::flat ? 0.3 : -0.3);
    return chance_of_logit(social, draw) ? Tenure::social_tenant : Tenure::private_tenant;
  }

  BuildPeriod period_of(const SampleHousehold& household, double wealth, Draw& draw) const {
    // By tenure, over the mean: social housing is hardly older than 1949, landlords hold more of the old stock.
    constexpr double relative[3][build_periods] = {
        {0.95, 0.95, 0.95, 1.1, 1.05, 1.05}, {1.3, 1.3, 0.9, 0.75, 0.9, 0.95}, {0.25, 0.4, 1.7, 1.2, 1.0, 0.9}};
    std::array<double, build_periods> shares{};
    double sum = 0;
    for (std::size_t i = 0; i < build_periods; ++i) {
      const double newer = i >= 4 ? 1 + 0.3 * wealth : 1 - 0.1 * wealth;
      shares[i] = std::max(0.002, periods_[i]) * relative[static_cast<std::size_t>(household.tenure)][i] * newer;
      sum += shares[i];
    }
    double u = draw.uniform() * sum;
    std::size_t period = 0;
    while (period + 1 < build_periods && u >= shares[period]) u -= shares[period++];
    return static_cast<BuildPeriod>(period);
  }

  const FigureValues& figures_;
  const Parameters& parameters_;
  std::array<double, build_periods> periods_;
};

std::array<double, types> shares_of_types(const FigureValues& figures) {
  std::array<double, types> shares = {
      value(figures, FigureId::one_person_households), value(figures, FigureId::couples_without_children),
      value(figures, FigureId::couples_with_children), value(figures, FigureId::lone_parents), 0};
  shares[4] = std::max(0.0, 1 - std::accumulate(shares.begin(), shares.end(), 0.0));
  for (double& share : shares) share = std::max(share, 0.004);  // all can be weighted up
  return shares;
}

/// Incomes and belongings, once members and types are there.
void complete(Sample& sample, const MicroSample::Given& given, const FigureValues& figures,
              const Parameters& parameters, const Random& random) {
  const Belongings belongings{figures, parameters};
  std::vector<Profile> profiles;
  std::vector<double> scores;
  for (std::uint32_t i = 0; i < sample.households.size(); ++i) {
    const SampleHousehold& household = sample.households[i];
    profiles.push_back(profile_of(sample.of(household)));
    scores.push_back(given.income ? household.income_rank
                                  : income_score(household, profiles[i], random.draw(streams::income_rank, i, 0)));
  }
  rank_incomes(sample, scores);
  for (std::uint32_t i = 0; i < sample.households.size(); ++i) {
    belongings.draw(sample.households[i], profiles[i], given, random.draw(streams::sample_home, i, 0));
  }
}

}  // namespace

Sample parametric_sample(const FigureValues& figures, const Parameters& parameters, std::uint32_t households,
                         const Random& random) {
  const std::array<double, types> wanted = shares_of_types(figures);
  std::array<double, types> drawn{};
  for (std::size_t t = 0; t < types; ++t) drawn[t] = 0.5 * wanted[t] + 0.1;
  const std::vector<std::uint32_t> counts = largest_remainder(drawn, households);
  const Activities activities{figures};
  Sample sample;
  sample.households.reserve(households);
  for (std::uint32_t type = 0; type < types; ++type) {
    for (std::uint32_t n = 0; n < counts[type]; ++n) {
      const auto number = static_cast<std::uint32_t>(sample.households.size());
      SampleHousehold household;
      household.type = static_cast<HouseholdType>(type);
      household.weight = wanted[type] / drawn[type];
      household.first = static_cast<std::uint32_t>(sample.members.size());
      Draw draw = random.draw(streams::sample_members, number, 0);
      Family{sample, household, draw}.draw_members();
      household.persons = static_cast<std::uint32_t>(sample.members.size()) - household.first;
      for (std::uint32_t m = 0; m < household.persons; ++m) {
        SampleMember& member = sample.members[household.first + m];
        member.activity = activities.draw(member.age, draw);
      }
      sample.households.push_back(household);
    }
  }
  complete(sample, {}, figures, parameters, random);
  return sample;
}

Sample completed_sample(const MicroSample& surveyed, const FigureValues& figures, const Parameters& parameters,
                        const Random& random) {
  Sample sample = surveyed.sample;
  complete(sample, surveyed.given, figures, parameters, random);
  return sample;
}

}  // namespace essaim::commune
