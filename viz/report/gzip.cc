// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include <zlib.h>

#include "engine/core/error.h"
#include "viz/report/pack.h"

namespace essaim::report {

std::string gzipped(std::string_view bytes) {
  constexpr int gzip_window = 15 + 16;  // 16 asks zlib for a gzip header
  z_stream stream{};
  ESSAIM_EXPECTS(deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzip_window, 9, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string result(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // NOLINT: zlib does not write to it
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(result.data());  // NOLINT: zlib's bytes are unsigned
  stream.avail_out = static_cast<uInt>(result.size());
  const int end = deflate(&stream, Z_FINISH);
  result.resize(stream.total_out);
  deflateEnd(&stream);
  ESSAIM_EXPECTS(end == Z_STREAM_END);
  return result;
}

std::string packed(std::string_view bytes) { return base64(gzipped(bytes)); }

}  // namespace essaim::report
