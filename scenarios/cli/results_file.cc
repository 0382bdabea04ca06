// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/cli/results_file.h"

#include <array>
#include <fstream>
#include <memory>
#include <string_view>
#include <utility>

#include "engine/record/results_reader.h"
#include "scenarios/reader/input_error.h"
#include "viz/term/study_reader.h"

namespace essaim::cli {

design::Study open_study(const std::string& file) {
  return term::study_of(std::make_shared<const record::ResultsReader>(file));
}

design::Study open_studies(std::span<const std::string> files, const term::Locale& locale) {
  std::vector<design::Study> studies;
  for (const std::string& file : files) {
    studies.push_back(open_study(file));
    for (std::size_t before = 0; before + 1 < studies.size(); ++before) {
      const auto difference = design::why_not_joinable(studies[before], studies.back());
      if (!difference) continue;
      throw reader::InputError{
          file, locale.say("join.refused", {{"first", files[before]}, {"difference", locale.say(*difference)}})};
    }
  }
  return design::join(std::move(studies));
}

bool is_results_file(const std::string& file) {
  constexpr std::string_view signature{"\x89HDF\r\n\x1a\n", 8};
  std::array<char, 8> first{};
  std::ifstream stream{file, std::ios::binary};
  stream.read(first.data(), first.size());
  return std::string_view{first.data(), first.size()} == signature;
}

std::string shell_name(const std::string& file) {
  if (file.find_first_of(" '\"$\\`&;|<>()*?[]#~!") == std::string::npos) return file;
  std::string quoted = "'";
  for (const char c : file) quoted += c == '\'' ? std::string{"'\\''"} : std::string{c};
  return quoted + "'";
}

}  // namespace essaim::cli
