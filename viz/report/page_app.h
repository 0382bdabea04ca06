// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace essaim::report {

/// The page without its data, as viz/web was built into this program: texts, styles and script in one, with four
/// marks where a report is filled in. Empty if there was no Node or none of its packages when the program was built.
std::string_view page_app();

inline constexpr std::string_view language_mark = "essaim-language";
inline constexpr std::string_view title_mark = "essaim-title";
inline constexpr std::string_view first_data_mark = "<!--essaim-first-data-->";  ///< before the script
inline constexpr std::string_view other_data_mark = "<!--essaim-other-data-->";  ///< after it

}  // namespace essaim::report
