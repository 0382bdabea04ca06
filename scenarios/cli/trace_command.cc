// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include "engine/record/durable.h"
#include "engine/record/results_reader.h"
#include "models/catalogue/arm.h"
#include "scenarios/cli/commands.h"
#include "scenarios/cli/run_place.h"
#include "scenarios/cli/story_inputs.h"
#include "scenarios/cli/suggestion.h"
#include "scenarios/cli/trace_file.h"
#include "scenarios/reader/csv.h"
#include "scenarios/reader/input_error.h"
#include "scenarios/reader/names.h"

// `essaim trace` writes the events of chosen processes of one run; `essaim replay` does that run again and compares.

namespace essaim::cli {

namespace {

using catalogue::Shocks;
using term::Locale;

/// Which run of which file, and where a wrong name was said.
struct Wanted {
  std::string file;
  std::string site;
  std::string variant;
  std::int64_t replicate = 0;
  Shocks shocks = Shocks::with;
  std::vector<std::string> processes = {};  ///< "household 3", or "shop" for all shops; none: all
  std::int64_t first_day = 0;
  std::int64_t end_day = -1;  ///< -1: the scenario's end
  std::string where_processes = "--process";
  std::string where_days = "--from, --to";
};

/// "household 3" as a table's name and a row; without a row: nothing.
std::pair<std::string, std::int64_t> table_and_row(const std::string& name) {
  const std::size_t space = name.rfind(' ');
  std::int64_t row = -1;
  if (space == std::string::npos) return {name, row};
  const char* end = name.data() + name.size();
  const auto parsed = std::from_chars(name.data() + space + 1, end, row);
  if (parsed.ec != std::errc{} || parsed.ptr != end || row < 0) return {name, -1};
  return {name.substr(0, space), row};
}

void choose(const std::string& name, World& world, const Wanted& wanted, std::vector<bool>& chosen,
            const Locale& locale) {
  const auto [table_name, row] = table_and_row(name);
  std::vector<std::string> known;
  for (const auto& table : world.tables()) {
    const ProcessId first_process = table->process(0);
    if (first_process.index() >= world.processes() || &world.table_of(first_process) != table.get())
      continue;  // members
    known.push_back(table->name());
    if (table->name() != table_name) continue;
    const std::uint32_t first = row < 0 ? 0 : in_range(row, table->rows(), wanted.where_processes, locale);
    const std::uint32_t end = row < 0 ? table->rows() : first + 1;
    for (std::uint32_t r = first; r < end; ++r) chosen[table->process(r).index()] = true;
    return;
  }
  throw reader::InputError{
      wanted.where_processes,
      locale.say("error.unknown_process", {{"name", reader::in_quotes(name)}}) + suggestion(locale, table_name, known)};
}

/// The run of a results file again, with the events of the processes asked for.
TraceFile trace_of(const Wanted& wanted, const Locale& locale) {
  const record::ResultsReader results{wanted.file};
  const record::ResultsHeader& header = results.header();
  require_this_engine(header, wanted.file, locale);
  const RunPlace place = find_run(header, wanted.site, wanted.variant, wanted.replicate, locale);
  const catalogue::Scenario scenario = stored_scenario(header, place.point);
  TraceFile trace{.site = wanted.site,
                  .variant = wanted.variant,
                  .replicate = place.replicate,
                  .shocks = wanted.shocks,
                  .processes = {},
                  .events = {}};
  trace.first_day = in_range(wanted.first_day, scenario.days, wanted.where_days, locale);
  trace.end_day = scenario.days;
  if (wanted.end_day >= 0) trace.end_day = in_range(wanted.end_day, scenario.days + 1, wanted.where_days, locale);

  const catalogue::SharedDraw shared{scenario, place.site, place.replicate};
  catalogue::Arm arm{scenario, shared, scenario.variants[place.variant], wanted.shocks};
  std::vector<bool> chosen(arm.world().processes(), wanted.processes.empty());
  for (const std::string& name : wanted.processes) choose(name, arm.world(), wanted, chosen, locale);
  for (std::uint32_t p = 0; p < chosen.size(); ++p) {
    if (!chosen[p]) continue;
    const Table& table = arm.world().table_of(ProcessId{p});
    trace.processes.push_back({p, table.name() + " " + std::to_string(table.row(ProcessId{p}))});
  }
  std::vector<EventTrace> traces(trace.processes.size());
  for (std::size_t i = 0; i < traces.size(); ++i) {
    arm.simulation().observe(ProcessId{trace.processes[i].number}, &traces[i]);
  }
  SerialExecutor executor;
  const catalogue::ArmOutcome outcome = arm.run(executor);
  const record::RunStatus status = results.status();
  const std::size_t run = run_number(header, place, place.variant, wanted.shocks);
  if (status.state[run] == record::RunState::done && status.state_sha256[run] != outcome.state_sha256) {
    throw reader::InputError{wanted.file, locale.say("error.other_end")};
  }
  trace.events = log_of(traces, Time::start_of_day(trace.first_day), Time::start_of_day(trace.end_day));
  return trace;
}

std::string two_digits(std::uint32_t value) { return (value < 10 ? "0" : "") + std::to_string(value); }

std::string event_text(const std::optional<LoggedEvent>& event, const TraceFile& trace, const Locale& locale) {
  if (!event) return locale.say("replay.nothing");
  const auto process = std::ranges::find(trace.processes, event->to.index(), &TraceFile::Process::number);
  const std::uint32_t second = event->at.second_of_day();
  std::string words;
  for (const std::uint32_t word : event->payload) words += (words.empty() ? "" : " ") + std::to_string(word);
  return locale.say(
      "replay.event",
      {{"day", std::to_string(event->at.day())},
       {"time", two_digits(second / 3'600) + ":" + two_digits(second / 60 % 60) + ":" + two_digits(second % 60)},
       {"process", process == trace.processes.end() ? std::to_string(event->to.index()) : process->name},
       {"kind", std::to_string(model_of(event->kind)) + "." + std::to_string(event->kind & 0xff)},
       {"event", std::to_string(event->name.from.index()) + "-" + std::to_string(event->name.sequence)},
       {"words", words}});
}

}  // namespace

int trace_command(const TraceOptions& options, const Terminal& terminal) {
  Wanted wanted{.file = options.file,
                .site = options.site,
                .variant = options.variant,
                .replicate = options.replicate,
                .processes = options.processes,
                .first_day = options.from,
                .end_day = options.to};
  wanted.shocks = options.without_shocks ? Shocks::without : Shocks::with;
  for (const std::int64_t household : options.households) {
    wanted.processes.push_back("household " + std::to_string(household));
  }
  const std::string text = trace_text(trace_of(wanted, terminal.locale));
  if (options.out.empty()) {
    terminal.out << text;
  } else {
    record::write_durably(options.out, text);
  }
  return exit_done;
}

int replay_command(const ReplayOptions& options, const Terminal& terminal) {
  const Locale& locale = terminal.locale;
  const TraceFile recorded = read_trace(reader::read_csv_file(options.events), options.events, locale);
  Wanted wanted{.file = options.file,
                .site = recorded.site,
                .variant = recorded.variant,
                .replicate = recorded.replicate,
                .shocks = recorded.shocks,
                .first_day = recorded.first_day,
                .end_day = recorded.end_day,
                .where_processes = options.events,
                .where_days = options.events};
  for (const TraceFile::Process& process : recorded.processes) wanted.processes.push_back(process.name);
  const TraceFile happened = trace_of(wanted, locale);
  const auto difference = first_difference(recorded.events, happened.events);
  if (!difference) {
    terminal.out << locale.count("replay.same", recorded.events.size()) << '\n';
    return exit_done;
  }
  const std::size_t line = recorded.lines_before() + 2 + difference->place;
  terminal.err << options.events << ":" << line << ": "
               << locale.say("replay.differs", {{"recorded", event_text(difference->recorded, happened, locale)},
                                                {"happened", event_text(difference->happened, happened, locale)}})
               << '\n';
  return exit_failed;
}

}  // namespace essaim::cli
