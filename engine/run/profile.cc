// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/run/profile.h"

#include <algorithm>
#include <string_view>

namespace essaim {

namespace {

/// With three digits behind the point.
std::string decimal(double value) {
  const auto thousandths = static_cast<std::uint64_t>(value * 1'000 + 0.5);
  const std::string fraction = std::to_string(thousandths % 1'000);
  return std::to_string(thousandths / 1'000) + "." + std::string(3 - fraction.size(), '0') + fraction;
}

std::string padded_left(std::string text, std::size_t width) {
  return text.size() < width ? std::string(width - text.size(), ' ') + text : text;
}

std::string padded_right(std::string text, std::size_t width) {
  return text.size() < width ? text + std::string(width - text.size(), ' ') : text;
}

double per(double amount, std::uint64_t count) { return count == 0 ? 0 : amount / static_cast<double>(count); }

std::string line(std::string_view what, const std::string& value, std::string_view unit = {}) {
  return padded_right(std::string{what}, 28) + padded_left(value, 14) + (unit.empty() ? "" : " " + std::string{unit}) +
         "\n";
}

std::string json_number(std::string_view name, const std::string& value) {
  return "\"" + std::string{name} + "\": " + value;
}

/// Names of models are our own and need no escapes, but a stranger's may.
std::string json_text(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return quoted + "\"";
}

}  // namespace

void Profile::add(const Profile& other) {
  for (const OfModel& theirs : other.models) {
    const auto same = [&](const OfModel& model) { return model.name == theirs.name; };
    const auto own = std::find_if(models.begin(), models.end(), same);
    if (own == models.end()) {
      models.push_back(theirs);
      continue;
    }
    own->events += theirs.events;
    own->batches += theirs.batches;
    own->handler_ms += theirs.handler_ms;
  }
  windows += other.windows;
  shared_windows += other.shared_windows;
  events += other.events;
  cancelled += other.cancelled;
  windows_ms += other.windows_ms;
  shared_busy_ms += other.shared_busy_ms;
  shared_busiest_ms += other.shared_busiest_ms;
  fullest_window = std::max(fullest_window, other.fullest_window);
  most_pending = std::max(most_pending, other.most_pending);
  most_event_bytes = std::max(most_event_bytes, other.most_event_bytes);
  column_bytes = std::max(column_bytes, other.column_bytes);
  workers = std::max(workers, other.workers);
}

double Profile::events_a_window() const { return per(static_cast<double>(events), windows); }

double Profile::imbalance() const { return shared_busy_ms > 0 ? shared_busiest_ms * workers / shared_busy_ms : 0; }

std::string profile_table(const Profile& p) {
  std::string text = padded_right("model", 20) + padded_left("events", 14) + padded_left("batches", 12) +
                     padded_left("handler ms", 14) + padded_left("ns an event", 14) + "\n";
  for (const Profile::OfModel& model : p.models) {
    text += padded_right(model.name, 20) + padded_left(std::to_string(model.events), 14) +
            padded_left(std::to_string(model.batches), 12) + padded_left(decimal(model.handler_ms), 14) +
            padded_left(decimal(per(model.handler_ms * 1e6, model.events)), 14) + "\n";
  }
  text += "\n" + line("windows with events", std::to_string(p.windows));
  text += line("shared between workers", std::to_string(p.shared_windows));
  text += line("events a window", decimal(p.events_a_window()));
  text += line("fullest window", std::to_string(p.fullest_window), "events");
  text += line("in windows", decimal(p.windows_ms), "ms");
  text += line("busiest worker over mean", decimal(p.imbalance()));
  text += line("alarms cancelled", std::to_string(p.cancelled));
  text += line("most events waiting", std::to_string(p.most_pending));
  text += line("memory of events", std::to_string(p.most_event_bytes), "bytes");
  return text + line("memory of columns", std::to_string(p.column_bytes), "bytes");
}

std::string profile_json(const Profile& p) {
  std::string text = "{\"models\": [";
  for (const Profile::OfModel& model : p.models) {
    if (&model != &p.models.front()) text += ", ";
    text += "{\"name\": " + json_text(model.name) + ", " + json_number("events", std::to_string(model.events)) + ", " +
            json_number("batches", std::to_string(model.batches)) + ", " +
            json_number("handler_ms", decimal(model.handler_ms)) + "}";
  }
  text += "]";
  const auto add = [&text](std::string_view name, const std::string& value) {
    text += ", " + json_number(name, value);
  };
  add("windows", std::to_string(p.windows));
  add("shared_windows", std::to_string(p.shared_windows));
  add("events_a_window", decimal(p.events_a_window()));
  add("fullest_window", std::to_string(p.fullest_window));
  add("events", std::to_string(p.events));
  add("cancelled", std::to_string(p.cancelled));
  add("most_pending", std::to_string(p.most_pending));
  add("most_event_bytes", std::to_string(p.most_event_bytes));
  add("column_bytes", std::to_string(p.column_bytes));
  add("windows_ms", decimal(p.windows_ms));
  add("shared_busy_ms", decimal(p.shared_busy_ms));
  add("shared_busiest_ms", decimal(p.shared_busiest_ms));
  add("imbalance", decimal(p.imbalance()));
  add("workers", std::to_string(p.workers));
  return text + "}\n";
}

}  // namespace essaim
