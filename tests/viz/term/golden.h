// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace essaim::term {

/// Compares a text with tests/viz/term/golden/<name>. With ESSAIM_UPDATE_GOLDEN set, writes it there instead.
inline void expect_golden(const std::string& name, const std::string& text) {
  const std::string path = std::string{ESSAIM_SOURCE_DIR} + "/tests/viz/term/golden/" + name;
  if (std::getenv("ESSAIM_UPDATE_GOLDEN") != nullptr) {
    std::ofstream{path, std::ios::binary} << text;
    GTEST_SKIP() << path << " was written";
  }
  std::ifstream file{path, std::ios::binary};
  std::ostringstream expected;
  expected << file.rdbuf();
  EXPECT_EQ(text, expected.str()) << name << " (ESSAIM_UPDATE_GOLDEN=1 writes it anew)";
}

}  // namespace essaim::term
