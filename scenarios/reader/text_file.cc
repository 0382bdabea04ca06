// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/text_file.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <vector>

#include "scenarios/reader/input_error.h"
#include "scenarios/reader/names.h"

namespace essaim::reader {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string missing_file_cure(const fs::path& path) {
  std::vector<std::string> names;
  std::error_code error;
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path{"."};
  for (fs::directory_iterator it{folder, error}, end; !error && it != end; it.increment(error)) {
    if (it->path().extension() == ".toml") names.push_back(it->path().stem().string());
  }
  if (names.empty()) return ", check its path";
  std::sort(names.begin(), names.end());
  const std::string nearest = nearest_name(path.stem().string(), names);
  if (nearest.empty()) return " (TOML files here: " + listed(names) + "), check its name";
  return ", did you mean " + (path.parent_path() / (nearest + ".toml")).string() + "?";
}

struct Character {
  std::uint32_t code = 0;
  std::size_t length = 0;  ///< bytes; 0 if they are no UTF-8
};

Character decode(std::string_view bytes) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])); };
  const std::uint32_t first = byte(0);
  if (first < 0x80) return {first, 1};
  const std::size_t length = first >= 0xF0 && first < 0xF5   ? 4
                             : first >= 0xE0 && first < 0xF0 ? 3
                             : first >= 0xC2 && first < 0xE0 ? 2
                                                             : 0;
  if (length == 0 || bytes.size() < length) return {};
  std::uint32_t code = first & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {};
    code = code << 6 | (byte(i) & 0x3F);
  }
  constexpr std::uint32_t least[] = {0, 0, 0x80, 0x800, 0x1'0000};
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (code < least[length] || code > 0x10'FFFF || surrogate) return {};
  return {code, length};
}

bool is_control(std::uint32_t code) {
  return (code < 0x20 && code != '\t' && code != '\n') || (code >= 0x7F && code < 0xA0);
}

std::string hex(std::uint32_t value, const char* format) {
  char text[16];
  std::snprintf(text, sizeof text, format, value);
  return text;
}

std::string control_message(std::uint32_t code) {
  if (code == 0) return "a zero byte (this is not a text file), give a TOML file";
  if (code == '\r') return "a carriage return alone (lines end with LF or CRLF), save the file with such line ends";
  return "control character " + hex(code, "U+%04X") + " (only tabs and line ends are allowed), remove it";
}

}  // namespace

std::string_view without_byte_order_mark(std::string_view bytes) {
  return bytes.starts_with(byte_order_mark) ? bytes.substr(byte_order_mark.size()) : bytes;
}

void check_text(std::string_view bytes, std::string_view name) {
  if (bytes.starts_with("\x89HDF\r\n")) {
    throw InputError{name, "this is a results file (expected a TOML file), see `essaim summary` for results"};
  }
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    throw InputError{name, "the file is saved as UTF-16 (expected UTF-8), save it as UTF-8"};
  }
  std::string_view rest = without_byte_order_mark(bytes);
  std::size_t line = 1;
  std::size_t column = 1;
  while (!rest.empty()) {
    const Character c = decode(rest);
    const auto where = [&] { return std::string{name} + ':' + std::to_string(line) + ':' + std::to_string(column); };
    if (c.length == 0) {
      throw InputError{where(),
                       "byte " + hex(static_cast<unsigned char>(rest[0]), "0x%02X") +
                           " is no UTF-8 text (the file has another encoding, or is binary), save it as UTF-8"};
    }
    const bool ends_line = c.code == '\r' && rest.size() > 1 && rest[1] == '\n';
    if (is_control(c.code) && !ends_line) throw InputError{where(), control_message(c.code)};
    rest.remove_prefix(c.length);
    ++column;
    if (c.code == '\n') {
      ++line;
      column = 1;
    }
  }
}

std::string read_text_file(const fs::path& path, std::string_view where) {
  const std::string place = where.empty() ? path.string() : std::string{where};
  const std::string subject = where.empty() ? "" : "file " + in_quotes(path.string()) + ": ";
  const auto refuse = [&](const std::string& message) -> InputError { return {place, subject + message}; };

  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) throw refuse("no such file" + missing_file_cure(path));
  if (fs::is_directory(status)) throw refuse("this is a directory (expected a TOML file), name a file inside it");
  if (!fs::is_regular_file(status)) throw refuse("this is no ordinary file (expected a TOML file), copy it to one");
  const std::uintmax_t size = fs::file_size(path, error);
  if (error) throw refuse("cannot be read (" + error.message() + "), check its permissions");
  if (size == 0) throw refuse("the file is empty (expected TOML text), see docs/guide/first-scenario.md");
  if (size > largest_text_file) {
    throw refuse("the file has " + std::to_string(size) + " bytes (allowed: at most " +
                 std::to_string(largest_text_file) + "), give a TOML file, not data");
  }
  std::ifstream stream{path, std::ios::binary};
  std::string bytes(size, '\0');
  if (!stream || !stream.read(bytes.data(), static_cast<std::streamsize>(size))) {
    throw refuse("cannot be read, check its permissions");
  }
  return bytes;
}

}  // namespace essaim::reader
