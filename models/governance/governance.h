// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/run/model.h"
#include "models/commune/public_body.h"
#include "models/governance/columns.h"
#include "models/governance/council.h"
#include "models/governance/residents.h"

namespace essaim::governance {

/// The governance theme: opinions and trust of residents, and the council that decides. See docs/models/governance.md.
class Governance final : public Model {
 public:
  Governance(const Setting& setting, const commune::Programme& programme, const Columns& columns,
             const commune::PublicColumns& town);

  std::string_view name() const override { return "governance"; }
  void start(Context& context) override;
  void handle(const Event& event, Context& context) override;

 private:
  Columns columns_;
  ResidentRules residents_;
  CouncilRules council_;
};

}  // namespace essaim::governance
