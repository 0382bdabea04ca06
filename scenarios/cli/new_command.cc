// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/cli/new_command.h"

#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <memory>

#include "scenarios/cli/folded_name.h"
#include "scenarios/cli/given_answers.h"
#include "scenarios/cli/pilot_draft.h"
#include "scenarios/cli/pilot_interview.h"
#include "scenarios/cli/stop_signal.h"
#include "scenarios/cli/suggestion.h"
#include "scenarios/reader/names.h"
#include "scenarios/reader/pilot_files.h"
#include "scenarios/reader/text_file.h"

namespace essaim::cli {
namespace {

namespace fs = std::filesystem;

Date today() {
  const auto days = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return Date::from_days(days.time_since_epoch().count());
}

std::unique_ptr<CommunesPackage> open_package(const NewOptions& options, PilotDraft& draft) {
  const fs::path folder = CommunesPackage::folder(options.communes);
  if (folder.empty()) return nullptr;
  auto package = std::make_unique<CommunesPackage>(folder);
  draft.known_source = package->source();
  draft.known_year = package->population_year();
  return package;
}

void take_given(const NewOptions& options, PilotDraft& draft, const term::Locale& locale) {
  if (!options.from.empty()) {
    const std::string bytes = reader::read_text_file(options.from);
    take_answers(reader::parse_document(bytes, options.from), draft, locale);
  }
  for (const std::string& answer : options.answers) take_answers(answer_document(answer, locale), draft, locale);
}

/// What the package says of a commune that was named by an option or a file.
void look_up(PilotDraft& draft, const CommunesPackage* package, const term::Locale& locale) {
  const std::string typed = draft.site.insee.empty() ? draft.site.name : draft.site.insee;
  if (package == nullptr || typed.empty()) return;
  CommunesFound found = package->find(typed);
  if (found.communes.size() == 1) {
    draft.known = std::move(found.communes.front());
    if (draft.site.insee.empty()) draft.site.name = draft.known->name;  // typed without its accents, perhaps
    take_known(draft, Take::words);
    return;
  }
  if (!draft.site.insee.empty() || found.communes.empty()) return;  // a new or an old commune, perhaps
  std::string listed;
  for (const KnownCommune& one : found.communes) {
    listed += (listed.empty() ? "" : ", ") + one.code + " (" + one.departement + ")";
  }
  throw reader::InputError{"new pilot",
                           locale.say("new.bad.several", {{"name", reader::in_quotes(typed)}, {"communes", listed}})};
}

void refuse_missing(const PilotDraft& draft, const term::Locale& locale) {
  std::string missing;
  const auto need = [&](bool there, std::string_view key) {
    if (!there) missing.append(missing.empty() ? "" : ", ").append(key);
  };
  need(!draft.site.name.empty(), "name");
  need(!draft.site.insee.empty(), "insee");
  for (const commune::FigureInfo& info : commune::figure_infos()) {
    if (info.required) need(draft.figure(info.id).present, info.name);
  }
  if (!missing.empty()) throw reader::InputError{"new pilot", locale.say("new.missing", {{"keys", missing}})};
}

fs::path path_of(const NewOptions& options, const PilotDraft& draft, const term::Locale& locale) {
  const fs::path path = options.out.empty() ? fs::path{site_id_of(draft.site.name) + ".toml"} : fs::path{options.out};
  if (path.extension() != ".toml" || !reader::is_site_id(path.stem().string())) {
    throw reader::InputError{path.string(), locale.say("new.bad.file")};
  }
  return path;
}

void refuse_overwriting(const fs::path& path, const NewOptions& options, const term::Locale& locale) {
  std::error_code error;
  if (options.force || !fs::exists(fs::symlink_status(path, error))) return;
  throw reader::InputError{path.string(), locale.say("new.exists")};
}

/// Under another name first, so that nobody ever sees half a file.
void write_whole(const fs::path& path, const std::string& text, const term::Locale& locale) {
  const StopSignal not_halfway;  // an interrupt waits until there is a whole file or none
  const fs::path part = path.string() + "." + std::to_string(::getpid()) + ".part";
  std::error_code error;
  {
    std::ofstream stream{part, std::ios::binary};
    stream << text << std::flush;
    if (!stream) error = std::make_error_code(std::errc::io_error);
  }
  if (!error) fs::rename(part, path, error);
  if (!error) return;
  std::error_code ignored;
  fs::remove(part, ignored);
  throw reader::InputError{path.string(), locale.say("new.cannot_write")};
}

void print_next(const fs::path& path, const Terminal& terminal) {
  const std::string name = path.string();
  const std::string site = path.is_absolute() ? name : "\"$PWD\"/" + name;
  terminal.out << terminal.locale.say("new.written", {{"file", name}}) << "\n  essaim check " << name
               << "\n  essaim run " << terminal.locale.say("new.scenario") << " --set site=" << site << " -o "
               << path.stem().string() << ".nc\n";
}

}  // namespace

int new_command(const NewOptions& options, std::istream& in, const Terminal& terminal) {
  const term::Locale& locale = terminal.locale;
  if (options.what != "pilot") {
    const std::vector<std::string> known = {"pilot"};
    throw reader::InputError{"new", locale.say("new.bad.what", {{"name", reader::in_quotes(options.what)}}) +
                                        suggestion(locale, options.what, known)};
  }
  PilotDraft draft;
  draft.today = today();
  const std::unique_ptr<CommunesPackage> package = open_package(options, draft);
  take_given(options, draft, locale);
  look_up(draft, package.get(), locale);
  if (!options.out.empty()) refuse_overwriting(path_of(options, draft, locale), options, locale);
  if (!options.no_questions) {
    PilotInterview interview{in, terminal, draft, package.get()};
    interview.ask_all();
    if (interview.input_ended()) terminal.err << locale.say("new.ended") << '\n';
  }
  take_known(draft, Take::words_and_population);
  complete_flats(draft, locale);
  complete_credits(draft);
  refuse_missing(draft, locale);
  const fs::path path = path_of(options, draft, locale);
  refuse_overwriting(path, options, locale);
  const std::string text = pilot_text(draft, locale);
  reader::read_pilot_file(reader::parse_document(text, path.string()), path, reader::open_on_disk(path));
  write_whole(path, text, locale);
  print_next(path, terminal);
  return exit_done;
}

}  // namespace essaim::cli
