// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "models/commune/road_map.h"
#include "scenarios/reader/document.h"

namespace essaim::reader {

/// A file that another one names: its name in messages, and its exact bytes.
struct OpenedFile {
  std::string name;
  std::string bytes;
};

/// Opens the file of that name beside the one that names it; `where` is the place of the name, for messages.
using OpenBeside = std::function<OpenedFile(const std::string& name, const std::string& where)>;

/// A territory file (`essaim import` writes them) with its tables of nodes, edges and places. Throws an InputError
/// at what does not fit, also if some node cannot be walked to from the others.
commune::RoadMap read_territory(const Document& document, const OpenBeside& open);

}  // namespace essaim::reader
