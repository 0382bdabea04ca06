// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "engine/core/hash.h"
#include "engine/event/event.h"

namespace essaim {

/// Who sees a column change, and when.
enum class Sharing : std::uint8_t {
  own,       ///< only the process of the row reads and writes it
  published  ///< its process writes; everybody reads what it held when the current window opened
};

/// How a column of whole numbers enters a ledger: the sum of all entries times their signs, plus what is under way
/// in messages, may not change. Stocks and sinks count up, sources count down.
struct LedgerEntry {
  std::string_view ledger;  ///< "food", "money", "people"; empty: in none
  int sign = 0;             ///< +1 stock or sink, -1 source
};

/// The name of an arithmetic type by its kind and width, the same on every platform.
template <class T>
constexpr std::string_view type_name() {
  constexpr std::array<std::array<std::string_view, 4>, 3> names = {
      {{"u8", "u16", "u32", "u64"}, {"i8", "i16", "i32", "i64"}, {"", "", "f32", "f64"}}};
  const std::size_t kind = std::is_floating_point_v<T> ? 2 : std::is_signed_v<T> ? 1 : 0;
  return names[kind][static_cast<std::size_t>(std::bit_width(sizeof(T)) - 1)];
}

/// One registered column, whatever its type: what digests, checkpoints and ledgers see.
struct ColumnInfo {
  std::string name;
  std::uint32_t element_bytes = 0;
  std::string_view type;  ///< of its elements: "f64", "u32", ...
  Sharing sharing = Sharing::own;
  LedgerEntry entry;
  std::vector<std::byte> values;   ///< rows x element_bytes, as the processor stores them (lowest byte first)
  std::vector<std::byte> pending;  ///< published columns: what their processes wrote since the window opened
};

/// Typed view of a registered column. Cheap to copy; lives as long as its table.
template <class T>
class Column {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  Column() = default;
  Column(T* data, std::uint32_t rows) : data_{data}, rows_{rows} {}

  T& operator[](std::uint32_t row) const { return data_[row]; }
  std::uint32_t rows() const { return rows_; }
  std::span<const T> values() const { return {data_, rows_}; }

 private:
  T* data_ = nullptr;
  std::uint32_t rows_ = 0;
};

/// A published column: everybody reads the value that the current window opened with; the process of a row writes the
/// next one through `Context::publish`. So no reader depends on who was handled first.
template <class T>
class Published {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  Published() = default;
  Published(T* current, T* next, std::uint32_t rows, std::uint32_t column)
      : current_{current}, next_{next}, rows_{rows}, column_{column} {}

  const T& operator[](std::uint32_t row) const { return current_[row]; }
  const T& latest(std::uint32_t row) const { return next_[row]; }  ///< for the row's own process only
  T& next(std::uint32_t row) const { return next_[row]; }          ///< for Context::publish
  std::span<const T> values() const { return {current_, rows_}; }
  std::uint32_t column() const { return column_; }
  void initialise(std::uint32_t row, T value) const { current_[row] = next_[row] = value; }  ///< before the run

 private:
  T* current_ = nullptr;
  T* next_ = nullptr;
  std::uint32_t rows_ = 0;
  std::uint32_t column_ = 0;
};

/// All processes of one kind (households, shops, ...) and their state, column by column.
class Table {
 public:
  Table(std::string name, ProcessId first, std::uint32_t rows) : name_{std::move(name)}, first_{first}, rows_{rows} {}

  const std::string& name() const { return name_; }
  std::uint32_t rows() const { return rows_; }
  ProcessId process(std::uint32_t row) const { return ProcessId{first_.index() + row}; }
  std::uint32_t row(ProcessId process) const { return process.index() - first_.index(); }

  template <class T>
  Column<T> add(std::string_view column, LedgerEntry entry = {}) {
    static_assert(std::is_arithmetic_v<T>);
    ColumnInfo& info = register_column(column, sizeof(T), Sharing::own, entry);
    info.type = type_name<T>();
    return {reinterpret_cast<T*>(info.values.data()), rows_};
  }

  template <class T>
  Published<T> publish(std::string_view column) {
    static_assert(std::is_arithmetic_v<T>);
    ColumnInfo& info = register_column(column, sizeof(T), Sharing::published, {});
    info.type = type_name<T>();
    return {reinterpret_cast<T*>(info.values.data()), reinterpret_cast<T*>(info.pending.data()), rows_,
            static_cast<std::uint32_t>(columns_.size() - 1)};
  }

  std::span<const std::unique_ptr<ColumnInfo>> columns() const { return columns_; }
  void commit(std::uint32_t column, std::uint32_t row);  ///< makes one published value visible
  /// True if the next value of that published column at that row lies at `place`.
  bool holds_next(std::uint32_t column, std::uint32_t row, const void* place) const;

 private:
  ColumnInfo& register_column(std::string_view column, std::size_t bytes, Sharing sharing, LedgerEntry entry);

  std::string name_;
  ProcessId first_;
  std::uint32_t rows_;
  std::vector<std::unique_ptr<ColumnInfo>> columns_;
};

/// All tables of one run. Every number that a handler may change lives here, so that a digest, a ledger or a checkpoint
/// covers whole models.
class World {
 public:
  Table& add_table(std::string_view name, std::uint32_t rows);
  /// Members of processes: rows that are no processes of their own and get no events, such as the persons of a street.
  /// Each belongs to one process, which alone reads and writes it; the model says which.
  Table& add_members(std::string_view name, std::uint32_t rows);

  std::uint32_t processes() const { return processes_; }
  std::span<const std::unique_ptr<Table>> tables() const { return tables_; }
  Table& table_of(ProcessId process) const;
  std::uint32_t table_number(ProcessId process) const;

  void digest(Sha256& sha) const;                          ///< table and column names, then values
  std::int64_t ledger_sum(std::string_view ledger) const;  ///< over all columns that enter it

 private:
  std::vector<std::unique_ptr<Table>> tables_;
  std::vector<std::uint32_t> first_;  ///< first process of each table
  std::uint32_t processes_ = 0;
};

}  // namespace essaim
