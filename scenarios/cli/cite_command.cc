// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/cli/commands.h"
#include "scenarios/cli/results_file.h"
#include "viz/term/cite_view.h"

namespace essaim::cli {

int cite_command(const CiteOptions& options, const Terminal& terminal) {
  const design::Study study = open_study(options.file);
  if (options.json) {
    terminal.out << term::cite_json(study);
  } else if (options.bibtex) {
    terminal.out << term::cite_bibtex(study);
  } else {
    terminal.out << term::cite_text(study, terminal.locale);
  }
  return exit_done;
}

}  // namespace essaim::cli
