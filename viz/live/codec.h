// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "engine/core/id.h"
#include "engine/core/time.h"

// How a scenario travels inside a page: the same list of fields writes it and reads it back, so that neither can
// forget one. For a struct of one's own, declare beside the struct's list, in this namespace,
//
//     template <class Io> void fields(Io& io, Site& site) { io(site.id, site.name); }
//
// Numbers are little-endian, of the width of their type; a text or a list is its length, then its parts; what may be
// absent is one byte, then itself. Writer and reader are of the same program: there are no versions.

namespace essaim::live {

namespace codec {

template <class T>
concept Number = std::is_arithmetic_v<T> || std::is_enum_v<T>;

template <std::size_t Bytes>
using Bits = std::conditional_t<
    Bytes == 1, std::uint8_t,
    std::conditional_t<Bytes == 2, std::uint16_t, std::conditional_t<Bytes == 4, std::uint32_t, std::uint64_t>>>;

}  // namespace codec

template <class Io, class T, std::size_t N>
void fields(Io& io, std::array<T, N>& list) {
  for (T& value : list) io(value);
}
template <class Io, class A, class B>
void fields(Io& io, std::pair<A, B>& both) {
  io(both.first, both.second);
}

/// Writes fields to bytes.
class Writer {
 public:
  template <class... T>
  void operator()(T&... values) {
    (one(values), ...);
  }
  std::string take() { return std::move(bytes_); }

 private:
  template <codec::Number T>
  void one(T value) {
    const auto bits = std::bit_cast<codec::Bits<sizeof(T)>>(value);
    for (unsigned i = 0; i < sizeof(T); ++i) bytes_ += static_cast<char>(bits >> (8 * i) & 0xFFU);
  }
  void size(std::size_t count) { one(static_cast<std::uint32_t>(count)); }
  void one(std::string& text) {
    size(text.size());
    bytes_ += text;
  }
  void one(Duration duration) { one(duration.count()); }
  void one(Time time) { one(time.count()); }
  template <class Tag>
  void one(Id<Tag> id) {
    one(id.index());
  }
  template <class T>
  void one(std::vector<T>& list) {
    size(list.size());
    for (T& value : list) one(value);
  }
  template <class T>
  void one(std::optional<T>& value) {
    one(value.has_value());
    if (value) one(*value);
  }
  template <class T>
  void one(std::shared_ptr<const T>& value) {
    one(value != nullptr);
    if (value == nullptr) return;
    T copy = *value;
    one(copy);
  }
  template <class T>
    requires std::is_class_v<T>
  void one(T& value) {
    fields(*this, value);
  }

  std::string bytes_;
};

/// Reads fields back. Bytes that end too early give zeros and empty lists from there on, and `ok()` is false.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_{bytes} {}

  template <class... T>
  void operator()(T&... values) {
    (one(values), ...);
  }
  /// Everything was there, and nothing is left.
  bool ok() const { return !short_ && bytes_.empty(); }

 private:
  template <codec::Number T>
  void one(T& value) {
    codec::Bits<sizeof(T)> bits = 0;
    if (bytes_.size() < sizeof(T)) {
      short_ = true;
      bytes_ = {};
      value = T{};
      return;
    }
    for (unsigned i = 0; i < sizeof(T); ++i) {
      bits = static_cast<decltype(bits)>(bits | static_cast<decltype(bits)>(static_cast<unsigned char>(bytes_[i]))
                                                    << (8 * i));
    }
    bytes_.remove_prefix(sizeof(T));
    value = std::bit_cast<T>(bits);
  }
  void one(bool& value) {
    std::uint8_t byte = 0;
    one(byte);
    value = byte != 0;
  }
  /// A length, which cannot exceed the bytes that are left: every part takes one at least.
  std::size_t size() {
    std::uint32_t count = 0;
    one(count);
    if (count <= bytes_.size()) return count;
    short_ = true;
    bytes_ = {};
    return 0;
  }
  void one(std::string& text) {
    const std::size_t count = size();
    text = bytes_.substr(0, count);
    bytes_.remove_prefix(count);
  }
  void one(Duration& duration) {
    std::int64_t count = 0;
    one(count);
    duration = Duration::seconds(count);
  }
  void one(Time& time) {
    std::uint64_t count = 0;
    one(count);
    time = Time::at(count);
  }
  template <class Tag>
  void one(Id<Tag>& id) {
    std::uint32_t index = 0;
    one(index);
    id = Id<Tag>{index};
  }
  template <class T>
  void one(std::vector<T>& list) {
    list.resize(size());
    for (T& value : list) one(value);
  }
  template <class T>
  void one(std::optional<T>& value) {
    bool there = false;
    one(there);
    value.reset();
    if (there) one(value.emplace());
  }
  template <class T>
  void one(std::shared_ptr<const T>& value) {
    bool there = false;
    one(there);
    value.reset();
    if (!there) return;
    T read;
    one(read);
    value = std::make_shared<const T>(std::move(read));
  }
  template <class T>
    requires std::is_class_v<T>
  void one(T& value) {
    fields(*this, value);
  }

  std::string_view bytes_;
  bool short_ = false;
};

template <class T>
std::string to_bytes(T value) {
  Writer writer;
  writer(value);
  return writer.take();
}

/// What the bytes say, if they say one of these and nothing else.
template <class T>
std::optional<T> from_bytes(std::string_view bytes) {
  T value;
  Reader reader{bytes};
  reader(value);
  if (!reader.ok()) return std::nullopt;
  return value;
}

}  // namespace essaim::live
