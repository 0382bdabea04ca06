// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "scenarios/cli/terminal.h"

// The commands that read: what each may be told, and the function that does it. Each returns an exit code, throws a
// reader::InputError for a person's mistake and a record::StorageError for a file that cannot be read.

namespace essaim::cli {

struct CheckOptions {
  std::vector<std::string> files;
  bool json = false;
};
int check_command(const CheckOptions& options, const Terminal& terminal);

struct SummaryOptions {
  std::string file;
  std::vector<std::string> sites;  ///< ids; empty: all
  bool json = false;
};
int summary_command(const SummaryOptions& options, const Terminal& terminal);

struct CompareOptions {
  std::vector<std::string> files;
  std::string by = "variant";
  std::vector<std::string> indicators;  ///< names or patterns such as food.*
  bool json = false;
  bool csv = false;
};
int compare_command(const CompareOptions& options, const Terminal& terminal);

struct ExplainOptions {
  std::string file;
  std::string site;
  std::string variant;
  std::int64_t replicate = 0;
  std::int64_t household = 0;
  bool json = false;
};
int explain_command(const ExplainOptions& options, const Terminal& terminal);

struct TraceOptions {
  std::string file;
  std::string site;
  std::string variant;
  std::int64_t replicate = 0;
  std::vector<std::int64_t> households;
  std::vector<std::string> processes;  ///< "shop" or "shop 0"; neither these nor households: every process
  std::int64_t from = 0;               ///< day
  std::int64_t to = -1;                ///< the first day left out; -1: none
  bool without_shocks = false;
  std::string out;  ///< empty: standard output
};
int trace_command(const TraceOptions& options, const Terminal& terminal);

struct ReplayOptions {
  std::string file;    ///< results
  std::string events;  ///< what `trace` wrote
};
/// `exit_failed` where another event happens than the file has.
int replay_command(const ReplayOptions& options, const Terminal& terminal);

struct DescribeOptions {
  std::string topic;  ///< or a file
  bool json = false;
  bool markdown = false;
  bool schema = false;
};
int describe_command(const DescribeOptions& options, const Terminal& terminal);

struct PlotOptions {
  std::string kind;   ///< "map", or a chart: see plot_chart.h
  std::string file;   ///< results, or empty
  std::string pilot;  ///< a shipped pilot or a pilot file, or empty
  std::string site;   ///< may be empty if the file has one
  std::string indicator;
  std::string variant;  ///< empty: the baseline
  std::string date;     ///< empty: the mean of all days
  std::string width = "170mm";
  std::string out;
};
int plot_command(const PlotOptions& options, const Terminal& terminal);

struct CiteOptions {
  std::string file;
  bool json = false;
  bool bibtex = false;
};
int cite_command(const CiteOptions& options, const Terminal& terminal);

}  // namespace essaim::cli
