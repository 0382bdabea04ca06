// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace essaim::importer {

/// A link of a graph; from `a` to `b` alone if it is one way.
struct Link {
  std::size_t a = 0;
  std::size_t b = 0;
  bool one_way = false;
};

/// By node: which part it belongs to, a number below `count`. Parts are numbered by their first nodes.
struct Parts {
  std::vector<std::uint32_t> of;
  std::uint32_t count = 0;

  std::vector<std::size_t> sizes() const;
  std::uint32_t largest() const;  ///< the first of equals; 0 if there is none
};

/// Parts within which every node can be reached from every other one, whatever the direction of links.
Parts connected_parts(std::size_t nodes, const std::vector<Link>& links);

/// Parts within which every node can be reached from every other one along the direction of links (Tarjan 1972).
Parts strong_parts(std::size_t nodes, const std::vector<Link>& links);

}  // namespace essaim::importer
