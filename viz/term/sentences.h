// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace essaim::term {

/// The texts of viz/locales/fr.json, en.json and sources.fr.json, as the build copied them into the program.
extern const char* const sentences_fr;
extern const char* const sentences_en;
extern const char* const sources_fr;

}  // namespace essaim::term
