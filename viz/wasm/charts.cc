// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

/// What a page may call to lay its charts out, without the simulator; see viz/wasm/exports.cc for how bytes go in and
/// out, and viz/wasm/chart_answer.h for what they are.

#include <cstdint>
#include <string>
#include <utility>

#include "viz/wasm/chart_answer.h"

namespace {

std::string& input() {
  static std::string bytes;
  return bytes;
}

std::string& output() {
  static std::string bytes;
  return bytes;
}

const char* answer(std::string text) {
  output() = std::move(text);
  return output().c_str();
}

}  // namespace

extern "C" {

[[clang::export_name("essaim_input")]] char* essaim_input(std::uint32_t size) {
  input().assign(size, '\0');
  return input().data();
}

[[clang::export_name("essaim_output_size")]] std::uint32_t essaim_output_size() {
  return static_cast<std::uint32_t>(output().size());
}

[[clang::export_name("essaim_chart_curves")]] const char* essaim_chart_curves() {
  return answer(essaim::wasm::curve_answer(input()));
}

[[clang::export_name("essaim_chart_domain")]] const char* essaim_chart_domain() {
  return answer(essaim::wasm::domain_answer(input()));
}

[[clang::export_name("essaim_chart_dots")]] const char* essaim_chart_dots() {
  return answer(essaim::wasm::dot_answer(input()));
}

}  // extern "C"
