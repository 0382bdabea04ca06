// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/report/page_app.h"

namespace essaim::report {

std::string_view page_app() { return {}; }

}  // namespace essaim::report
