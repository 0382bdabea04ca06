// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenarios/cli/pilot_draft.h"
#include "scenarios/reader/document.h"

namespace essaim::cli {

/// Puts the answers of a file (`--from`) or an option (`--answer key=value`) into the draft. Keys are those of pilot
/// files; a figure is a value alone, as people type it, or a table with value, range, year, source and mark.
void take_answers(const reader::Document& document, PilotDraft& draft, const term::Locale& locale);

/// `key=value` of the command line, as a document of one entry.
reader::Document answer_document(const std::string& option, const term::Locale& locale);

}  // namespace essaim::cli
