// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/report/live_blocks.h"

namespace essaim::report {

std::string_view page_module() { return {}; }

}  // namespace essaim::report
