// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/calendar.h"
#include "engine/world/field.h"
#include "scenarios/reader/document.h"

// Typed reading of one entry of a table. Each function refuses what does not fit, at the value's place, with what is
// allowed and how to write it.

namespace essaim::reader {

/// What a quantity must measure, and what it may be.
struct QuantityRule {
  std::string_view unit;  ///< canonical symbol
  Range allowed;
  double example = 0;  ///< in the canonical unit, for messages
};

struct WholeRange {
  std::int64_t low = 0;
  std::int64_t high = 0;
};

std::string read_text(const Document& document, const Entry& entry);  ///< not empty
std::string read_choice(const Document& document, const Entry& entry, const std::vector<std::string>& choices);
bool read_yes_or_no(const Document& document, const Entry& entry);
std::int64_t read_whole_number(const Document& document, const Entry& entry, WholeRange allowed);
double read_quantity(const Document& document, const Entry& entry, const QuantityRule& rule);
double read_quantity(const Document& document, const Node& node, std::string_view name, const QuantityRule& rule);
Date read_date(const Document& document, const Entry& entry, std::string_view example);

/// A list of texts without repeats; one text alone is a list of one.
std::vector<std::string> read_names(const Document& document, const Entry& entry);
/// The value of the i-th name that `read_names` gave, to point at it.
const Node& name_node(const Entry& entry, std::size_t i);

/// The table of `[header]`.
const Node& expect_table(const Document& document, const Entry& entry, std::string_view header);
/// The tables of `[[header]]`; an inline list of tables serves too.
const std::vector<Node>& expect_tables(const Document& document, const Entry& entry, std::string_view header);

/// Refuses the first key of `table` that is not one of `keys`.
void allow_only(const Document& document, const Node& table, const std::vector<std::string>& keys);

/// The entry, or a message at the table's place: `what` has no `key`, add `example`.
const Entry& require(const Document& document, const Node& table, std::string_view key, std::string_view what,
                     std::string_view example);

}  // namespace essaim::reader
