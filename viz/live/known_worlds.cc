// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/live/known_worlds.h"

#include <utility>

namespace essaim::live {

namespace {

bool same_world(const Room& a, const Room& b) {
  return a.site == b.site && a.shocks == b.shocks && a.parameters == b.parameters;
}

}  // namespace

void KnownWorlds::enter(const Room& room) {
  if (room_ && same_world(*room_, room)) return;
  *this = {};
  room_ = room;
  room_->measures.clear();
}

std::shared_ptr<const catalogue::SharedDraw> KnownWorlds::draw(const catalogue::Scenario& scenario,
                                                               std::uint32_t replicate) {
  const auto known = draws_.find(replicate);
  if (known != draws_.end()) return known->second;
  auto made = std::make_shared<const catalogue::SharedDraw>(scenario, 0, replicate);
  const std::uint64_t residents = made->commune.population.residents();
  if (residents_ + residents <= most_residents) {
    residents_ += residents;
    draws_.emplace(replicate, made);
  }
  return made;
}

std::vector<catalogue::ArmOutcome> KnownWorlds::arms(std::uint32_t replicate) const {
  const auto known = arms_.find(replicate);
  return known == arms_.end() ? std::vector<catalogue::ArmOutcome>{} : known->second;
}

void KnownWorlds::keep(std::uint32_t replicate, catalogue::ArmOutcome arm) {
  arm.state_sha256.clear();
  arms_[replicate].push_back(std::move(arm));
}

}  // namespace essaim::live
