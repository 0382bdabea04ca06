// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/world/table.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "engine/core/error.h"

namespace essaim {

static_assert(std::endian::native == std::endian::little, "digests hash columns as they lie in memory");

ColumnInfo& Table::register_column(std::string_view column, std::size_t bytes, Sharing sharing, LedgerEntry entry) {
  for (const auto& other : columns_) ESSAIM_EXPECTS(other->name != column);
  ESSAIM_EXPECTS(entry.ledger.empty() || bytes == sizeof(std::int64_t));
  auto info = std::make_unique<ColumnInfo>();
  info->name = column;
  info->element_bytes = static_cast<std::uint32_t>(bytes);
  info->sharing = sharing;
  info->entry = entry;
  info->values.resize(bytes * rows_);
  if (sharing == Sharing::published) info->pending.resize(bytes * rows_);
  columns_.push_back(std::move(info));
  return *columns_.back();
}

void Table::commit(std::uint32_t column, std::uint32_t row) {
  ColumnInfo& info = *columns_[column];
  const std::size_t offset = std::size_t{row} * info.element_bytes;
  std::memcpy(info.values.data() + offset, info.pending.data() + offset, info.element_bytes);
}

bool Table::holds_next(std::uint32_t column, std::uint32_t row, const void* place) const {
  if (column >= columns_.size() || row >= rows_) return false;
  const ColumnInfo& info = *columns_[column];
  return info.sharing == Sharing::published && place == info.pending.data() + std::size_t{row} * info.element_bytes;
}

Table& World::add_table(std::string_view name, std::uint32_t rows) {
  tables_.push_back(std::make_unique<Table>(std::string{name}, ProcessId{processes_}, rows));
  first_.push_back(processes_);
  processes_ += rows;
  return *tables_.back();
}

Table& World::add_members(std::string_view name, std::uint32_t rows) {
  // Its range of processes is empty, so that none is found in it.
  tables_.push_back(std::make_unique<Table>(std::string{name}, ProcessId{processes_}, rows));
  first_.push_back(processes_);
  return *tables_.back();
}

std::uint32_t World::table_number(ProcessId process) const {
  ESSAIM_EXPECTS(process.index() < processes_);
  const auto after = std::upper_bound(first_.begin(), first_.end(), process.index());
  return static_cast<std::uint32_t>(after - first_.begin() - 1);
}

Table& World::table_of(ProcessId process) const { return *tables_[table_number(process)]; }

void World::digest(Sha256& sha) const {
  for (const auto& table : tables_) {
    sha.update(table->name());
    sha.update_u32(table->rows());
    for (const auto& column : table->columns()) {
      sha.update(column->name);
      sha.update_u32(column->element_bytes);
      sha.update(column->values);
    }
  }
}

std::int64_t World::ledger_sum(std::string_view ledger) const {
  std::int64_t sum = 0;
  for (const auto& table : tables_) {
    for (const auto& column : table->columns()) {
      if (column->entry.ledger != ledger) continue;
      const auto* values = reinterpret_cast<const std::int64_t*>(column->values.data());
      for (std::uint32_t row = 0; row < table->rows(); ++row) sum += column->entry.sign * values[row];
    }
  }
  return sum;
}

}  // namespace essaim
