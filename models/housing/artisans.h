// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/run/model.h"
#include "models/housing/columns.h"
#include "models/housing/setting.h"

namespace essaim::housing {

/// Crews of artisans: residents / 1000 x craft_firms x craft_share of them, at least one.
///
/// Requests wait in two lines, repairs and retrofits, each first come, first served in the order in which messages
/// reach this process. A crew that is free takes the first repair, else the first retrofit, and keeps at it.
class ArtisanRules {
 public:
  ArtisanRules(const Setting& setting, const Columns& columns);

  void take_on(const Event& request, Context& context) const;
  void finish(Context& context) const;

 private:
  void send_crews(Context& context) const;

  const Setting& setting_;
  ArtisanColumns columns_;
  Table* households_;
};

}  // namespace essaim::housing
