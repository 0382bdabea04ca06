// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/world/network.h"

namespace essaim::importer {

/// A rectangle in metres.
struct Frame {
  double west = 0;
  double south = 0;
  double east = 0;
  double north = 0;
};

/// A ring as a map draws it: what lies in the frame (Sutherland and Hodgman 1974), without corners that move the line
/// by less than 4 m (Douglas and Peucker 1973), in whole metres, anticlockwise. Empty if less than 500 m2 is left.
std::vector<Node> drawn_ring(std::vector<Node> ring, const Frame& frame);

}  // namespace essaim::importer
