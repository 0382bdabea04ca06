// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace essaim::cli {

/// A name as people may type it: small letters without accents, everything else one space: "Loos-en-Gohelle" and
/// "loos en gohelle" are the same.
std::string folded(std::string_view name);

/// The id of a site, from its name: "Loos-en-Gohelle" to "loos-en-gohelle", "L'Haÿ-les-Roses" to "l-hay-les-roses".
std::string site_id_of(std::string_view name);

/// A key of a TOML table, from the first words of a sentence: "Cantine biologique, 300 repas" to
/// "cantine_biologique_300".
std::string key_of(std::string_view sentence);

}  // namespace essaim::cli
