// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "viz/term/locale.h"

namespace essaim::term {

/// Where a parameter comes from, in a language. A declaration says it in English; viz/locales/sources.fr.json has each
/// of these texts in French (a test compares them), titles and addresses as they are. Other texts are left as they are.
std::string source_text(const Locale& locale, const std::string& declared);

}  // namespace essaim::term
