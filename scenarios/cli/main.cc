// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// The command line `essaim`: options in, one command run, an exit code out. What each command does is in its own file.

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "essaim_build_info.h"
#include "scenarios/cli/batch_command.h"
#include "scenarios/cli/commands.h"
#include "scenarios/cli/import_command.h"
#include "scenarios/cli/job_runner.h"
#include "scenarios/cli/merge_command.h"
#include "scenarios/cli/new_command.h"
#include "scenarios/cli/report_command.h"
#include "scenarios/cli/results_file.h"
#include "scenarios/cli/run_command.h"
#include "scenarios/cli/suggestion.h"
#include "scenarios/cli/validate_command.h"
#include "scenarios/reader/input_error.h"
#include "scenarios/reader/names.h"

namespace essaim::cli {
namespace {

using Action = std::function<int(const Terminal&)>;

std::string joined_arguments(std::span<char*> arguments) {
  std::string line = "essaim";
  for (const char* argument : arguments.subspan(1)) line += " " + shell_name(argument);
  return line;
}

/// Options, help texts and commands in one language.
class CommandLine {
 public:
  CommandLine(const term::Locale& locale, std::string command_line)
      : locale_{locale}, command_line_{std::move(command_line)}, app_{locale.say("help.essaim"), "essaim"} {
    style(app_, "help.footer");
    app_.add_flag("--version", version_, locale.say("help.version"))->group(locale.say("help.label.options"));
    add_run();
    add_batch();
    add_merge();
    add_check();
    add_new();
    add_summary();
    add_compare();
    add_explain();
    add_trace();
    add_replay();
    add_plot();
    add_report();
    add_describe();
    add_validate();
    add_cite();
    add_import();
  }

  /// The command to run; nothing if help or the version was asked for and printed. Throws a reader::InputError.
  Action parse(int count, char** arguments, std::ostream& out) {
    refuse_unknown_command(count, arguments);
    try {
      app_.parse(count, arguments);
    } catch (const CLI::CallForHelp&) {
      out << app_.help();
      return [](const Terminal&) { return exit_done; };
    } catch (const CLI::ParseError& error) {
      refuse(error);
    }
    if (version_) return [](const Terminal& terminal) { return print_version(terminal); };
    if (app_.get_subcommands().empty()) return [this](const Terminal& terminal) { return refuse_silence(terminal); };
    const CLI::App* command = app_.get_subcommands().front();
    refuse_extras(*command);
    return actions_.at(command->get_name());
  }

 private:
  static int print_version(const Terminal& terminal) {
    terminal.out << "essaim " << build_info::version << " (" << build_info::git_commit << ", " << build_info::compiler
                 << ", " << build_info::flags << ")\n";
    return exit_done;
  }

  int refuse_silence(const Terminal& terminal) const {
    terminal.err << app_.help() << "\nessaim: " << locale_.say("error.no_command") << '\n';
    return exit_refused;
  }

  void style(CLI::App& app, const std::string& footer) {
    app.set_help_flag("-h,--help", locale_.say("help.help"))->group(locale_.say("help.label.options"));
    app.option_defaults()->group(locale_.say("help.label.options"));
    app.add_option("--lang", language_, locale_.say("help.lang"))->type_name("fr|en");
    app.footer(locale_.say(footer));
    app.allow_extras();  // refused later, with the nearest name
    const auto formatter = std::make_shared<CLI::Formatter>();
    formatter->column_width(32);
    formatter->label("Usage", locale_.say("help.label.usage"));
    formatter->label("OPTIONS", locale_.say("help.label.options"));
    formatter->label("Positionals", locale_.say("help.label.arguments"));
    formatter->label("REQUIRED", locale_.say("help.label.required"));
    formatter->label("Excludes", locale_.say("help.label.excludes"));
    formatter->label("SUBCOMMAND", locale_.say("help.label.command"));
    formatter->label("SUBCOMMANDS", locale_.say("help.label.command"));
    app.formatter(formatter);
  }

  /// A command with its help; its action comes with `does`.
  CLI::App& command(const std::string& name) {
    CLI::App& sub = *app_.add_subcommand(name, locale_.say("help." + name));
    sub.group(locale_.say("help.label.commands"));
    style(sub, "help.example." + name);
    return sub;
  }

  void does(const CLI::App& sub, Action action) { actions_.emplace(sub.get_name(), std::move(action)); }

  template <class T>
  CLI::Option& option(CLI::App& sub, const std::string& flags, T& value, const std::string& type,
                      const std::string& help) {
    return *sub.add_option(flags, value, locale_.say("help." + help))->type_name(type);
  }

  CLI::Option& flag(CLI::App& sub, const std::string& flags, bool& value, const std::string& help) {
    return *sub.add_flag(flags, value, locale_.say("help.option." + help));
  }

  /// What `run` and `batch` share.
  void add_job_options(CLI::App& sub, reader::LoadOptions& load, JobOptions& jobs) {
    option(sub, "--threads", jobs.threads, "T", "option.threads");
    option(sub, "--replicates", load.replicates, "N", "option.replicates");
    option(sub, "--seed", load.seed, "S", "option.seed");
    flag(sub, "--fixed-parameters", load.fixed_parameters, "fixed");
    flag(sub, "--progress", progress_, "progress");
  }

  void add_run() {
    CLI::App& sub = command("run");
    option(sub, "SCENARIO", run_.scenario, "", "argument.scenario").required();
    option(sub, "-o,--output", run_.out, "OUT.nc", "option.output");
    add_job_options(sub, run_.load, run_.jobs);
    option(sub, "--set", run_.load.sets, "path=value", "option.set").expected(1)->take_all();
    option(sub, "--profile", run_.profile, "FILE", "option.profile");
    flag(sub, "--json", run_.json, "json");
    does(sub, [this](const Terminal& terminal) {
      run_.command_line = command_line_;
      if (progress_) run_.jobs.progress = ProgressMode::always;
      return run_command(run_, terminal);
    });
  }

  void add_batch() {
    CLI::App& sub = command("batch");
    option(sub, "EXPERIMENT", batch_.experiment, "", "argument.experiment").required();
    option(sub, "-o,--output", batch_.directory, "DIR", "option.output").required();
    option(sub, "--shard", shard_, "i/N", "option.shard");
    option(sub, "--on-error", on_error_, "stop|continue|retry=N", "option.on_error");
    add_job_options(sub, batch_.load, batch_.jobs);
    flag(sub, "--json", batch_.json, "json");
    does(sub, [this](const Terminal& terminal) {
      batch_.command_line = command_line_;
      if (progress_) batch_.jobs.progress = ProgressMode::always;
      if (!shard_.empty()) batch_.jobs.shard = parse_shard(shard_);
      if (!on_error_.empty()) batch_.jobs.on_error = parse_error_policy(on_error_);
      return batch_command(batch_, terminal);
    });
  }

  void add_merge() {
    CLI::App& sub = command("merge");
    option(sub, "DIR", merge_.directory, "", "argument.directory").required();
    option(sub, "-o,--output", merge_.out, "OUT.nc", "option.output").required();
    flag(sub, "--json", merge_.json, "json");
    does(sub, [this](const Terminal& terminal) { return merge_command(merge_, terminal); });
  }

  void add_check() {
    CLI::App& sub = command("check");
    option(sub, "FILE", check_.files, "", "argument.files").required();
    flag(sub, "--json", check_.json, "json");
    does(sub, [this](const Terminal& terminal) { return check_command(check_, terminal); });
  }

  void add_new() {
    CLI::App& sub = command("new");
    option(sub, "WHAT", new_.what, "pilot", "argument.new").required();
    option(sub, "-o,--output", new_.out, "FILE.toml", "option.new_output");
    option(sub, "--from", new_.from, "ANSWERS.toml", "option.from");
    option(sub, "--answer", new_.answers, "key=value", "option.answer").expected(1)->take_all();
    option(sub, "--communes", new_.communes, "DIR", "option.communes");
    flag(sub, "--no-questions", new_.no_questions, "no_questions");
    flag(sub, "--force", new_.force, "force");
    does(sub, [this](const Terminal& terminal) { return new_command(new_, std::cin, terminal); });
  }

  void add_summary() {
    CLI::App& sub = command("summary");
    option(sub, "OUT.nc", summary_.file, "", "argument.results").required();
    option(sub, "--site", summary_.sites, "SITE", "option.site").expected(1)->take_all();
    flag(sub, "--json", summary_.json, "json");
    does(sub, [this](const Terminal& terminal) { return summary_command(summary_, terminal); });
  }

  void add_compare() {
    CLI::App& sub = command("compare");
    option(sub, "OUT.nc", compare_.files, "", "argument.results").required();
    option(sub, "--by", compare_.by, "variant|site|group", "option.by");
    option(sub, "--indicator", compare_.indicators, "NAME", "option.indicator").expected(1)->take_all();
    CLI::Option& json = flag(sub, "--json", compare_.json, "json");
    flag(sub, "--csv", compare_.csv, "csv").excludes(&json);
    does(sub, [this](const Terminal& terminal) { return compare_command(compare_, terminal); });
  }

  void add_explain() {
    CLI::App& sub = command("explain");
    option(sub, "OUT.nc", explain_.file, "", "argument.results").required();
    option(sub, "--site", explain_.site, "SITE", "option.site").required();
    option(sub, "--variant", explain_.variant, "VARIANT", "option.variant").required();
    option(sub, "--replicate", explain_.replicate, "R", "option.replicate").required();
    option(sub, "--household", explain_.household, "N", "option.household").required();
    flag(sub, "--json", explain_.json, "json");
    does(sub, [this](const Terminal& terminal) { return explain_command(explain_, terminal); });
  }

  void add_trace() {
    CLI::App& sub = command("trace");
    option(sub, "OUT.nc", trace_.file, "", "argument.results").required();
    option(sub, "--site", trace_.site, "SITE", "option.site").required();
    option(sub, "--variant", trace_.variant, "VARIANT", "option.variant").required();
    option(sub, "--replicate", trace_.replicate, "R", "option.replicate").required();
    option(sub, "--household", trace_.households, "N", "option.household").expected(1)->take_all();
    option(sub, "--process", trace_.processes, "NAME", "option.process").expected(1)->take_all();
    option(sub, "--from", trace_.from, "DAY", "option.first_day");
    option(sub, "--to", trace_.to, "DAY", "option.end_day");
    flag(sub, "--without-shocks", trace_.without_shocks, "without_shocks");
    option(sub, "-o,--output", trace_.out, "EVENTS.csv", "option.output");
    does(sub, [this](const Terminal& terminal) { return trace_command(trace_, terminal); });
  }

  void add_replay() {
    CLI::App& sub = command("replay");
    option(sub, "OUT.nc", replay_.file, "", "argument.results").required();
    option(sub, "EVENTS.csv", replay_.events, "", "argument.trace").required();
    does(sub, [this](const Terminal& terminal) { return replay_command(replay_, terminal); });
  }

  void add_plot() {
    CLI::App& sub = command("plot");
    option(sub, "KIND", plot_.kind, "", "argument.plot").required();
    option(sub, "OUT.nc", plot_.file, "", "argument.results");
    option(sub, "--pilot", plot_.pilot, "PILOT", "option.pilot");
    option(sub, "--site", plot_.site, "SITE", "option.site");
    option(sub, "--indicator", plot_.indicator, "NAME", "option.zone_indicator");
    option(sub, "--variant", plot_.variant, "VARIANT", "option.variant");
    option(sub, "--date", plot_.date, "DATE", "option.date");
    option(sub, "--width", plot_.width, "170mm", "option.width");
    option(sub, "-o,--output", plot_.out, "FIG.svg", "option.output").required();
    does(sub, [this](const Terminal& terminal) { return plot_command(plot_, terminal); });
  }

  void add_report() {
    CLI::App& sub = command("report");
    option(sub, "OUT.nc", report_.file, "", "argument.results").required();
    option(sub, "-o,--output", report_.out, "PAGE.html", "option.output").required();
    does(sub, [this](const Terminal& terminal) { return report_command(report_, terminal); });
  }

  void add_describe() {
    CLI::App& sub = command("describe");
    option(sub, "WHAT", describe_.topic, "", "argument.topic");
    CLI::Option& json = flag(sub, "--json", describe_.json, "json");
    CLI::Option& markdown = flag(sub, "--markdown", describe_.markdown, "markdown");
    flag(sub, "--schema", describe_.schema, "schema").excludes(&json)->excludes(&markdown);
    markdown.excludes(&json);
    does(sub, [this](const Terminal& terminal) { return describe_command(describe_, terminal); });
  }

  void add_validate() {
    CLI::App& sub = command("validate");
    CLI::Option& json = flag(sub, "--json", validate_.json, "json");
    flag(sub, "--markdown", validate_.markdown, "markdown").excludes(&json);
    does(sub, [this](const Terminal& terminal) { return validate_command(validate_, terminal); });
  }

  void add_cite() {
    CLI::App& sub = command("cite");
    option(sub, "OUT.nc", cite_.file, "", "argument.results").required();
    CLI::Option& json = flag(sub, "--json", cite_.json, "json");
    flag(sub, "--bibtex", cite_.bibtex, "bibtex").excludes(&json);
    does(sub, [this](const Terminal& terminal) { return cite_command(cite_, terminal); });
  }

  void add_import() {
    CLI::App& sub = command("import");
    option(sub, "FORMAT", import_.format, "osm|csv", "argument.import_format").required();
    option(sub, "FILE", import_.file, "", "argument.extract");
    option(sub, "-o,--output", import_.out, "NAME.territory.toml", "option.territory");
    option(sub, "--box", import_.box, "W,S,E,N", "option.box");
    option(sub, "--within", import_.within, "O.geojson", "option.within");
    option(sub, "--commune", import_.commune, "CODE", "option.commune_of_outline");
    option(sub, "--nodes", import_.nodes, "N.csv", "option.nodes");
    option(sub, "--edges", import_.edges, "E.csv", "option.edges");
    option(sub, "--places", import_.places, "P.csv", "option.places");
    option(sub, "--licence", import_.licence, "TEXT", "option.licence");
    option(sub, "--credit", import_.credit, "TEXT", "option.credit");
    flag(sub, "--force", import_.force, "force");
    flag(sub, "--json", import_.json, "json");
    does(sub, [this](const Terminal& terminal) { return import_command(import_, terminal); });
  }

  std::vector<std::string> command_names() const {
    std::vector<std::string> names;
    for (const auto& [name, action] : actions_) names.push_back(name);
    return names;
  }

  /// The first word that is no option names the command.
  void refuse_unknown_command(int count, char** arguments) const {
    for (int i = 1; i < count; ++i) {
      const std::string word = arguments[i];
      if (word == "--lang") ++i;
      if (word.empty() || word.front() == '-') continue;
      if (!actions_.contains(word)) {
        throw reader::InputError{"essaim", locale_.say("error.unknown_command", {{"name", reader::in_quotes(word)}}) +
                                               suggestion(locale_, word, command_names())};
      }
      return;
    }
  }

  void refuse_extras(const CLI::App& command) const {
    const std::vector<std::string> extras = app_.remaining(true);
    if (extras.empty()) return;
    std::vector<std::string> known;
    for (const CLI::Option* one : command.get_options()) {
      for (const std::string& name : one->get_lnames()) known.push_back("--" + name);
    }
    const std::string& name = command.get_name();
    for (const std::string& extra : extras) {
      if (extra.front() != '-') continue;
      throw reader::InputError{
          "essaim", locale_.say("error.unknown_option", {{"name", reader::in_quotes(extra)}, {"command", name}}) +
                        suggestion(locale_, extra.substr(0, extra.find('=')), known)};
    }
    throw reader::InputError{"essaim", locale_.say("error.extra_argument",
                                                   {{"name", reader::in_quotes(extras.front())}, {"command", name}}) +
                                           ", " + help_hint()};
  }

  std::string help_hint() const {
    const auto chosen = app_.get_subcommands();
    return locale_.say("error.try_help",
                       {{"command", chosen.empty() ? "essaim" : "essaim " + chosen.front()->get_name()}});
  }

  /// The library's own messages are English; only the names in them are kept.
  [[noreturn]] void refuse(const CLI::ParseError& error) const {
    const std::string what = error.what();
    const std::string name = what.substr(0, what.find_first_of(" :"));
    std::string message;
    if (error.get_name() == "RequiredError") {
      message = locale_.say("error.missing_argument", {{"name", name}});
    } else if (error.get_name() == "ArgumentMismatch") {
      message = locale_.say("error.missing_value", {{"name", name}});
    } else if (error.get_name() == "ExcludesError") {
      message = locale_.say("error.excluded",
                            {{"what", what.substr(0, what.find(' ')) + ", " + what.substr(what.rfind(' ') + 1)}});
    } else if (error.get_name() == "ConversionError" && what.find(" = ") != std::string::npos) {
      const std::size_t from = what.find(": ") + 2;
      const std::size_t equals = what.find(" = ");
      message = locale_.say("error.bad_value", {{"name", what.substr(from, equals - from)},
                                                {"value", reader::in_quotes(what.substr(equals + 3))}});
    } else {
      message = what;
    }
    throw reader::InputError{"essaim", message + ", " + help_hint()};
  }

  const term::Locale& locale_;
  std::string command_line_;
  CLI::App app_;
  std::map<std::string, Action> actions_;
  std::string language_;
  bool version_ = false;
  bool progress_ = false;
  std::string shard_;
  std::string on_error_;
  RunOptions run_;
  BatchOptions batch_;
  MergeOptions merge_;
  CheckOptions check_;
  NewOptions new_;
  SummaryOptions summary_;
  CompareOptions compare_;
  ExplainOptions explain_;
  TraceOptions trace_;
  ReplayOptions replay_;
  PlotOptions plot_;
  ReportOptions report_;
  DescribeOptions describe_;
  ValidateOptions validate_;
  CiteOptions cite_;
  ImportOptions import_;
};

/// `--lang` decides, wherever it stands, for help and messages must know it first; then the environment.
term::Language chosen_language(std::span<char*> arguments) {
  const term::Language spoken =
      term::language_from(std::getenv("LC_ALL"), std::getenv("LC_MESSAGES"), std::getenv("LANG"));
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    const std::string_view word = arguments[i];
    const bool next = word == "--lang" && i + 1 < arguments.size();
    if (!next && !word.starts_with("--lang=")) continue;
    const std::string name{next ? std::string_view{arguments[i + 1]} : word.substr(7)};
    if (name == "fr") return term::Language::fr;
    if (name == "en") return term::Language::en;
    throw reader::InputError{"essaim", term::Locale{spoken}.say("error.language", {{"name", reader::in_quotes(name)}})};
  }
  return spoken;
}

int run_program(int count, char** arguments) {
  const std::span<char*> all{arguments, static_cast<std::size_t>(count)};
  term::Language language = term::Language::fr;
  try {
    language = chosen_language(all);
  } catch (const reader::InputError& error) {
    std::cerr << error.what() << '\n';
    return exit_refused;
  }
  const term::Locale locale{language};
  const Terminal terminal{locale, term::colours_for(isatty(STDOUT_FILENO) == 1, std::getenv("NO_COLOR")), std::cout,
                          std::cerr};
  try {
    const int code = guarded(terminal, [&] {
      CommandLine command_line{locale, joined_arguments(all)};
      return command_line.parse(count, arguments, std::cout)(terminal);
    });
    std::cout.flush();
    if (std::cout.good()) return code;
    std::cerr << locale.say("error.output") << '\n';
  } catch (const std::exception& error) {
    std::cerr << locale.say("error.internal", {{"what", error.what()}}) << '\n';
  }
  return exit_failed;
}

}  // namespace
}  // namespace essaim::cli

int main(int count, char** arguments) { return essaim::cli::run_program(count, arguments); }
