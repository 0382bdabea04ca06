// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/importer/components.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace essaim::importer {

namespace {

constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();

/// Successors of each node in one array.
struct Successors {
  std::vector<std::size_t> first;  ///< of each node, in `to`; one more than there are nodes
  std::vector<std::size_t> to;
};

Successors successors_of(std::size_t nodes, const std::vector<Link>& links) {
  Successors successors{std::vector<std::size_t>(nodes + 1, 0), {}};
  const auto each = [&](auto visit) {
    for (const Link& link : links) {
      visit(link.a, link.b);
      if (!link.one_way) visit(link.b, link.a);
    }
  };
  each([&](std::size_t from, std::size_t) { ++successors.first[from + 1]; });
  std::partial_sum(successors.first.begin(), successors.first.end(), successors.first.begin());
  std::vector<std::size_t> at{successors.first.begin(), successors.first.end() - 1};
  successors.to.resize(successors.first.back());
  each([&](std::size_t from, std::size_t to) { successors.to[at[from]++] = to; });
  return successors;
}

Parts numbered(const std::vector<std::uint32_t>& labels) {
  Parts parts;
  std::vector<std::uint32_t> number(labels.size(), unseen);
  for (const std::uint32_t label : labels) {
    if (number[label] == unseen) number[label] = parts.count++;
    parts.of.push_back(number[label]);
  }
  return parts;
}

/// Tarjan's search with a stack of its own, for a road of a million nodes would overflow the program's.
class StrongSearch {
 public:
  StrongSearch(std::size_t nodes, const std::vector<Link>& links)
      : successors_{successors_of(nodes, links)}, order_(nodes, unseen), low_(nodes, 0), label_(nodes, unseen) {}

  std::vector<std::uint32_t> labels() {
    for (std::size_t node = 0; node < order_.size(); ++node) {
      if (order_[node] == unseen) search(node);
    }
    return label_;
  }

 private:
  struct Visit {
    std::size_t node = 0;
    std::size_t next = 0;  ///< in `successors_.to`
  };

  void enter(std::size_t node) {
    order_[node] = low_[node] = seen_++;
    open_.push_back(node);
    visits_.push_back({node, successors_.first[node]});
  }

  void search(std::size_t start) {
    enter(start);
    while (!visits_.empty()) {
      Visit& visit = visits_.back();
      const std::size_t node = visit.node;
      if (visit.next < successors_.first[node + 1]) {
        const std::size_t to = successors_.to[visit.next++];
        if (order_[to] == unseen) {
          enter(to);
        } else if (label_[to] == unseen) {
          low_[node] = std::min(low_[node], order_[to]);
        }
        continue;
      }
      visits_.pop_back();
      if (!visits_.empty()) low_[visits_.back().node] = std::min(low_[visits_.back().node], low_[node]);
      if (low_[node] == order_[node]) close(node);
    }
  }

  void close(std::size_t root) {
    for (bool more = true; more;) {
      const std::size_t node = open_.back();
      open_.pop_back();
      label_[node] = static_cast<std::uint32_t>(root);
      more = node != root;
    }
  }

  Successors successors_;
  std::vector<std::uint32_t> order_;
  std::vector<std::uint32_t> low_;
  std::vector<std::uint32_t> label_;
  std::vector<std::size_t> open_;
  std::vector<Visit> visits_;
  std::uint32_t seen_ = 0;
};

}  // namespace

std::vector<std::size_t> Parts::sizes() const {
  std::vector<std::size_t> sizes(count, 0);
  for (const std::uint32_t part : of) ++sizes[part];
  return sizes;
}

std::uint32_t Parts::largest() const {
  const std::vector<std::size_t> all = sizes();
  return static_cast<std::uint32_t>(std::ranges::max_element(all) - all.begin());
}

Parts connected_parts(std::size_t nodes, const std::vector<Link>& links) {
  std::vector<std::uint32_t> leader(nodes);
  std::iota(leader.begin(), leader.end(), 0u);
  const auto find = [&](std::size_t i) {
    while (leader[i] != i) i = leader[i] = leader[leader[i]];
    return static_cast<std::uint32_t>(i);
  };
  for (const Link& link : links) {
    const std::uint32_t a = find(link.a);
    const std::uint32_t b = find(link.b);
    leader[std::max(a, b)] = std::min(a, b);
  }
  for (std::size_t i = 0; i < nodes; ++i) leader[i] = find(i);
  return numbered(leader);
}

Parts strong_parts(std::size_t nodes, const std::vector<Link>& links) {
  return numbered(StrongSearch{nodes, links}.labels());
}

}  // namespace essaim::importer
