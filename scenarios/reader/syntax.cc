// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/syntax.h"

#include <algorithm>
#include <string>

#include "scenarios/reader/input_error.h"
#include "scenarios/reader/names.h"

namespace essaim::reader {

namespace {

constexpr int most_names_in_a_key = 8;

bool is_bare(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '+';
}

std::string place(std::string_view text, std::size_t offset, std::string_view name) {
  const std::string_view before = text.substr(0, offset);
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const std::size_t start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  std::size_t column = 1;
  for (const char c : before.substr(start)) column += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
  return std::string{name} + ':' + std::to_string(line) + ':' + std::to_string(column);
}

/// Walks over TOML text by its larger pieces, without understanding them.
class Scan {
 public:
  Scan(std::string_view text, std::string_view name) : text_{text}, rest_{text}, name_{name} {}

  void check() {
    int names = 0;  // of the key at hand: a.b.c has three
    bool after_dot = false;
    while (!rest_.empty()) {
      const char c = rest_.front();
      if (c == '"' || c == '\'' || is_bare(c)) {
        names = after_dot ? names + 1 : 1;
        after_dot = false;
        if (names > most_names_in_a_key) {
          refuse("a key of more than 8 names (a.b.c...), which no key here has, shorten it");
        }
        is_bare(c) ? skip_bare() : skip_quoted();
        continue;
      }
      if (c == '#') skip(rest_.find('\n'));
      if (c == '#') continue;
      if (c == '.') after_dot = true;
      if (c != '.' && c != ' ' && c != '\t') after_dot = false;
      skip(1);
    }
  }

 private:
  void skip(std::size_t n) { rest_.remove_prefix(std::min(n, rest_.size())); }
  void skip_bare() {
    while (!rest_.empty() && is_bare(rest_.front())) skip(1);
  }
  void skip_quoted() {
    const char quote = rest_.front();
    const std::string triple(3, quote);
    if (rest_.starts_with(triple)) return skip_to(triple, quote == '"');
    skip_to(std::string(1, quote), quote == '"');
  }

  // A basic string may hold its own quote after a backslash, a literal one may not. One line's string ends with it.
  void skip_to(std::string_view end, bool has_escapes) {
    skip(end.size());
    while (!rest_.empty() && !rest_.starts_with(end)) {
      if (end.size() == 1 && rest_.front() == '\n') return;
      const bool escapes = has_escapes && rest_.front() == '\\';
      skip(escapes ? 2 : 1);
    }
    skip(end.size());
  }

  [[noreturn]] void refuse(const std::string& message) const {
    throw InputError{place(text_, text_.size() - rest_.size(), name_), message};
  }

  std::string_view text_;
  std::string_view rest_;
  std::string_view name_;
};

std::string_view line_of(std::string_view text, std::uint32_t line) {
  for (std::uint32_t i = 1; i < line; ++i) text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  return text.substr(0, text.find('\n'));
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

// What the line gives after its "=", without a comment.
std::string_view bare_value(std::string_view line) {
  const std::size_t equals = line.find('=');
  if (equals == std::string_view::npos) return {};
  return trimmed(line.substr(equals + 1, line.find('#', equals) - equals - 1));
}

bool is_made_of(std::string_view text, std::string_view characters) {
  return text.find_first_not_of(characters) == std::string_view::npos;
}

bool looks_like_decimal_comma(std::string_view value) {
  const std::size_t comma = value.find(',');
  return comma != std::string_view::npos && comma > 0 && comma + 1 < value.size() && is_made_of(value, "0123456789,+-");
}

bool looks_like_a_date(std::string_view value) {
  const char separator = value.find('/') != std::string_view::npos ? '/' : '-';
  return std::count(value.begin(), value.end(), separator) == 2 && is_made_of(value, "0123456789/-");
}

bool needs_quotes(std::string_view value) {
  return !value.empty() && value.size() <= 40 && value.find_first_of("\"'[]{}=") == std::string_view::npos &&
         !is_made_of(value, "0123456789+-_");
}

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::string twice_given(const SyntaxTrouble& trouble, std::string_view line) {
  const std::size_t first = std::min(line.find_first_not_of(" \t["), line.size());
  const std::string_view name = trimmed(line.substr(first, line.find_first_of("=]#", first) - first));
  const std::string where =
      std::string{trouble.name} + ':' + std::to_string(trouble.line) + ':' + std::to_string(first + 1);
  throw InputError{where, in_quotes(name) + " is given twice (a name has one value), remove or rename one of them"};
}

/// The parser's reason and what to do about it, where its own words would not tell.
std::string explanation(std::string_view reason, std::string_view line) {
  const std::string_view value = bare_value(line);
  const std::string said = "not TOML (" + std::string{reason} + ")";
  if (value.empty() && has(line, "=")) return "a key without a value, give one after =";
  if (value.starts_with('"') && has(reason, "control")) return "text without its closing quote, close it on this line";
  if (looks_like_decimal_comma(value)) return "a number with a comma (decimal numbers take a point), write 0.5";
  if (looks_like_a_date(value)) return in_quotes(value) + " is no date (expected year-month-day), write 2026-06-01";
  if (needs_quotes(value)) return "text without quotes, write " + in_quotes(value) + " between quotes";
  if (has(reason, "not representable")) return "a number beyond 64 bits, give a smaller one";
  if (has(reason, "table header")) return said + ", write [name], or [[name]] for one of several";
  if (has(reason, "expected '='")) return said + ", write name = value";
  return said + ", see the examples of docs/guide/first-scenario.md";
}

// Parsers stop where they give up; the token at fault is the value that the line gives, if it gives one.
std::size_t column_at_fault(const SyntaxTrouble& trouble, std::string_view line) {
  const std::string_view value = bare_value(line);
  if (value.empty() || value.starts_with('[') || value.starts_with('{')) return trouble.column;
  const std::string_view before = line.substr(0, static_cast<std::size_t>(value.data() - line.data()));
  const auto is_first_byte = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  const auto column = static_cast<std::size_t>(1 + std::count_if(before.begin(), before.end(), is_first_byte));
  return std::min<std::size_t>(column, trouble.column);
}

}  // namespace

void check_nesting(std::string_view text, std::string_view name) { Scan{text, name}.check(); }

void throw_syntax_error(const SyntaxTrouble& trouble) {
  const std::string_view line = line_of(trouble.text, trouble.line);
  const bool is_plain_line = !has(line, "{");
  if (has(trouble.reason, "redefine") && is_plain_line) twice_given(trouble, line);

  std::string_view reason = trouble.reason;
  constexpr std::string_view prefix = "Error while parsing ";
  if (reason.starts_with(prefix)) reason.remove_prefix(prefix.size());
  const std::string where = std::string{trouble.name} + ':' + std::to_string(trouble.line) + ':' +
                            std::to_string(column_at_fault(trouble, line));
  throw InputError{where, explanation(reason, line)};
}

}  // namespace essaim::reader
