// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "engine/record/results_reader.h"
#include "viz/report/live_blocks.h"
#include "viz/term/locale.h"

namespace essaim::report {

/// Bytes that a page may have at most: it must pass by e-mail and open at once.
inline constexpr std::size_t largest_page = 3'000'000;

/// The numbers of a file do not fit into a page: curves and maps may be left out, numbers may not.
class PageTooLarge : public std::runtime_error {
 public:
  PageTooLarge(std::size_t size, std::size_t limit);
  std::size_t size() const { return size_; }    ///< bytes that the page would have without curves and maps
  std::size_t limit() const { return limit_; }  ///< bytes

 private:
  std::size_t size_;
  std::size_t limit_;
};

/// One offline page of a results file: the app and the data in one text. The same bytes for the same file.
///
/// What a page shows first is packed first: the curves of the primary indicators, then maps, then the other curves,
/// then single draws. What no longer fits is left out, and the page says so; its numbers are always complete. Throws
/// `PageTooLarge` if they do not fit. Each series of the file is read once.
/// With `live`, the page simulates on its own what a room composes; without, or where it no longer fits, it does not.
/// `app` is the page without data (`page_app()`); `language` is the one that it opens in, it speaks both.
std::string page_of(const std::shared_ptr<const record::ResultsReader>& reader, std::string_view app,
                    term::Language language, const LiveBlocks* live = nullptr, std::size_t limit = largest_page);

}  // namespace essaim::report
