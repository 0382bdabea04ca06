// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/cli/trace_file.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "scenarios/reader/input_error.h"
#include "scenarios/reader/names.h"

namespace essaim::cli {

namespace {

using catalogue::Shocks;

constexpr std::string_view first_line = "# essaim trace 1";

/// Takes the lines of comment one by one.
class Header {
 public:
  Header(std::string_view text, const std::string& name, const term::Locale& locale)
      : text_{text}, name_{name}, locale_{locale} {}

  bool comes(std::string_view start) const { return text_.substr(at_).starts_with(start); }
  std::string_view rest() const { return text_.substr(at_); }
  std::size_t lines() const { return lines_; }

  /// The line that starts so, without its start.
  std::string_view take(std::string_view start) {
    const std::string_view line = rest().substr(0, rest().find_first_of("\r\n"));
    if (!line.starts_with(start)) refuse(1, line, start);
    at_ = std::min(text_.find('\n', at_), text_.size() - 1) + 1;
    ++lines_;
    return line.substr(start.size());
  }
  std::uint32_t number(std::string_view digits, std::size_t column) const {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size()) {
      refuse_taken(column, digits, locale_.say("trace.a_number"));
    }
    return value;
  }
  [[noreturn]] void refuse_taken(std::size_t column, std::string_view found, std::string_view expected) const {
    refuse_at(lines_, column, found, expected);
  }

 private:
  [[noreturn]] void refuse(std::size_t column, std::string_view found, std::string_view expected) const {
    refuse_at(lines_ + 1, column, found, expected);
  }
  [[noreturn]] void refuse_at(std::size_t line, std::size_t column, std::string_view found,
                              std::string_view expected) const {
    throw reader::InputError{
        name_ + ":" + std::to_string(line) + ":" + std::to_string(column),
        locale_.say("error.trace", {{"found", reader::in_quotes(found)}, {"expected", std::string{expected}}})};
  }

  std::string_view text_;
  const std::string& name_;
  const term::Locale& locale_;
  std::size_t at_ = 0;
  std::size_t lines_ = 0;
};

}  // namespace

std::string trace_text(const TraceFile& trace) {
  std::string text{first_line};
  text += "\n# site: " + trace.site + "\n# variant: " + trace.variant;
  text += "\n# replicate: " + std::to_string(trace.replicate);
  text += std::string{"\n# shocks: "} + (trace.shocks == Shocks::with ? "with" : "without");
  text += "\n# days: " + std::to_string(trace.first_day) + " " + std::to_string(trace.end_day) + "\n";
  for (const auto& process : trace.processes) {
    text += "# process " + std::to_string(process.number) + ": " + process.name + "\n";
  }
  return text + event_log_text(trace.events);
}

TraceFile read_trace(std::string_view text, const std::string& name, const term::Locale& locale) {
  TraceFile trace;
  Header header{text, name, locale};
  header.take(first_line);
  trace.site = header.take("# site: ");
  trace.variant = header.take("# variant: ");
  trace.replicate = header.number(header.take("# replicate: "), 14);
  const std::string_view shocks = header.take("# shocks: ");
  if (shocks != "with" && shocks != "without") header.refuse_taken(11, shocks, "\"with\", \"without\"");
  trace.shocks = shocks == "with" ? Shocks::with : Shocks::without;
  const std::string_view days = header.take("# days: ");
  const std::size_t space = std::min(days.find(' '), days.size());
  trace.first_day = header.number(days.substr(0, space), 9);
  trace.end_day = header.number(days.substr(std::min(space + 1, days.size())), 10 + space);
  while (header.comes("# process ")) {
    const std::string_view process = header.take("# process ");
    const std::size_t colon = std::min(process.find(": "), process.size());
    const std::uint32_t number = header.number(process.substr(0, colon), 11);
    trace.processes.push_back({number, std::string{process.substr(std::min(colon + 2, process.size()))}});
  }
  ReadLog read = read_event_log(header.rest(), header.lines());
  if (read.mistake) {
    throw reader::InputError{
        name + ":" + std::to_string(read.mistake->line) + ":" + std::to_string(read.mistake->column),
        locale.say("error.trace", {{"found", reader::in_quotes(read.mistake->found)},
                                   {"expected", std::string{read.mistake->expected}}})};
  }
  trace.events = std::move(read.log);
  return trace;
}

}  // namespace essaim::cli
