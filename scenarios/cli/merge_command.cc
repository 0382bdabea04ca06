// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/cli/merge_command.h"

#include <ostream>

#include "engine/record/merge.h"
#include "engine/record/results_reader.h"
#include "scenarios/cli/job_runner.h"
#include "scenarios/cli/run_command.h"

namespace essaim::cli {

namespace {

int merge(const MergeOptions& options, const Terminal& terminal) {
  require_results_place(options.out);
  const record::ResultsHeader header = record::merge_blocks(options.directory, options.out);
  const std::size_t failed = record::ResultsReader{options.out}.status().failed();
  if (options.json) terminal.out << results_json(options.out, header, failed) << '\n';
  if (failed > 0) {
    terminal.err << terminal.locale.of("simulations échouées, notées dans le fichier : ",
                                       "failed runs, recorded in the file: ")
                 << failed << '\n';
  }
  return exit_done;
}

}  // namespace

int merge_command(const MergeOptions& options, const Terminal& terminal) {
  return guarded(terminal, [&] { return merge(options, terminal); });
}

}  // namespace essaim::cli
