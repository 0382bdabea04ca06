// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/run/event_log.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <tuple>

namespace essaim {

namespace {

constexpr std::string_view names =
    "at_s,process,theme,kind,priority,from,sequence,cause_from,cause_sequence,word0,word1,word2,word3";

/// One cell: the largest number that it may hold, and what that is called.
struct Cell {
  std::uint64_t most = 0xffff'ffff;
  bool may_be_empty = false;
  std::string_view expected = "a whole number below 2^32";
};
constexpr std::string_view below_256 = "a whole number up to 255";
constexpr std::array<Cell, 13> cells{{{Time::latest().count(), false, "a time in whole seconds"},
                                      {},
                                      {255, false, below_256},
                                      {255, false, below_256},
                                      {255, false, below_256},
                                      {},
                                      {},
                                      {0xffff'ffff, true},
                                      {0xffff'ffff, true},
                                      {},
                                      {},
                                      {},
                                      {}}};
constexpr std::size_t cause_cell = 7;

/// The cells of one line.
class Line {
 public:
  Line(std::string_view text, std::size_t number) : text_{text}, number_{number} {}

  /// Nothing if there is a mistake, which is noted.
  std::optional<LoggedEvent> read(std::optional<ReadLog::Mistake>& mistake) {
    std::array<std::uint64_t, cells.size()> values{};
    std::array<bool, cells.size()> empty{};
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::size_t end = i + 1 < cells.size() ? text_.find(',', at_) : text_.size();
      const std::string_view cell = text_.substr(at_, end - at_);
      empty[i] = cell.empty();
      if (i == cause_cell + 1 && empty[i] != empty[cause_cell])
        return refuse("both cells of a cause or none", cell, mistake);
      if (end == std::string_view::npos) return refuse("13 cells", text_, mistake);
      if (!take(cell, cells[i], values[i])) return refuse(cells[i].expected, cell, mistake);
      at_ = end + 1;
    }
    const auto word = [&](std::size_t i) { return static_cast<std::uint32_t>(values[i]); };
    LoggedEvent event{Time::at(values[0]),
                      ProcessId{word(1)},
                      event_kind(static_cast<std::uint8_t>(word(2)), static_cast<std::uint8_t>(word(3))),
                      static_cast<Priority>(word(4)),
                      {ProcessId{word(5)}, word(6)},
                      std::nullopt,
                      {word(9), word(10), word(11), word(12)}};
    if (!empty[cause_cell]) event.cause = EventName{ProcessId{word(7)}, word(8)};
    return event;
  }

 private:
  static bool take(std::string_view text, const Cell& cell, std::uint64_t& value) {
    if (text.empty()) return cell.may_be_empty;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() && value <= cell.most;
  }
  std::optional<LoggedEvent> refuse(std::string_view expected, std::string_view found,
                                    std::optional<ReadLog::Mistake>& mistake) const {
    mistake = ReadLog::Mistake{number_, at_ + 1, std::string{found}, expected};
    return std::nullopt;
  }

  std::string_view text_;
  std::size_t number_;
  std::size_t at_ = 0;
};

}  // namespace

EventLog log_of(std::span<const EventTrace> traces, Time from, Time to) {
  EventLog log;
  for (const EventTrace& trace : traces) {
    for (const auto& [event, cause] : trace.handled()) {
      if (event.at < from || event.at >= to) continue;
      log.push_back(
          {event.at, event.to, event.kind, event.priority, {event.from, event.sequence}, cause, event.payload});
    }
  }
  // Stable: one process's events of one instant stay in the order in which it handled them.
  std::stable_sort(log.begin(), log.end(),
                   [](const auto& a, const auto& b) { return std::tuple{a.at, a.to} < std::tuple{b.at, b.to}; });
  return log;
}

std::string event_log_text(const EventLog& log) {
  std::string text{names};
  text += '\n';
  for (const LoggedEvent& event : log) {
    const auto cell = [&](std::uint64_t value) { text += std::to_string(value) + ','; };
    cell(event.at.count());
    cell(event.to.index());
    cell(model_of(event.kind));
    cell(event.kind & 0xff);
    cell(static_cast<std::uint8_t>(event.priority));
    cell(event.name.from.index());
    cell(event.name.sequence);
    if (event.cause) {
      cell(event.cause->from.index());
      cell(event.cause->sequence);
    } else {
      text += ",,";
    }
    for (const std::uint32_t word : event.payload) cell(word);
    text.back() = '\n';
  }
  return text;
}

ReadLog read_event_log(std::string_view text, std::size_t lines_before) {
  ReadLog read;
  std::size_t number = lines_before;
  for (std::size_t at = 0; at < text.size() && !read.mistake;) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    at = end + 1;
    if (++number == lines_before + 1) {
      if (line != names) read.mistake = ReadLog::Mistake{number, 1, std::string{line}, names};
    } else if (const auto event = Line{line, number}.read(read.mistake)) {
      read.log.push_back(*event);
    }
  }
  if (number == lines_before) read.mistake = ReadLog::Mistake{number + 1, 1, {}, names};
  return read;
}

std::optional<LogDifference> first_difference(const EventLog& recorded, const EventLog& happened) {
  const auto [one, other] = std::mismatch(recorded.begin(), recorded.end(), happened.begin(), happened.end());
  if (one == recorded.end() && other == happened.end()) return std::nullopt;
  LogDifference difference;
  difference.place = static_cast<std::size_t>(one - recorded.begin());
  if (one != recorded.end()) difference.recorded = *one;
  if (other != happened.end()) difference.happened = *other;
  return difference;
}

}  // namespace essaim
