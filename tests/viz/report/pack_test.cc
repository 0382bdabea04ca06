// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "viz/report/pack.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <array>
#include <limits>
#include <string>
#include <vector>

namespace essaim::report {
namespace {

TEST(Base64, meets_the_vectors_of_rfc_4648) {
  EXPECT_EQ(base64(""), "");
  EXPECT_EQ(base64("f"), "Zg==");
  EXPECT_EQ(base64("fo"), "Zm8=");
  EXPECT_EQ(base64("foo"), "Zm9v");
  EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
  EXPECT_EQ(base64("\xff\xfe\xfd"), "//79");
}

std::string inflated(const std::string& bytes) {
  z_stream stream{};
  inflateInit2(&stream, 15 + 16);
  std::string in = bytes;
  std::string out(200'000, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(in.data());  // NOLINT: zlib's bytes are unsigned
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());  // NOLINT
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

TEST(Gzip, gives_back_what_it_took_and_the_same_bytes_each_time) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "jour " + std::to_string(i % 97);
  EXPECT_EQ(inflated(gzipped(text)), text);
  EXPECT_EQ(inflated(gzipped("")), "");
  EXPECT_EQ(gzipped(text), gzipped(text));
  EXPECT_LT(gzipped(text).size(), text.size() / 10);
}

/// The format of the header, read anew.
std::vector<std::int64_t> codes(const std::string& bytes) {
  std::vector<std::int64_t> found;
  std::int64_t value = 0;
  int shift = 0;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    value |= std::int64_t{byte & 127} << shift;
    shift += 7;
    if (byte < 128) {
      found.push_back(value);
      value = 0;
      shift = 0;
    }
  }
  return found;
}

TEST(CurveWriter, writes_changes_of_whole_steps_gaps_and_hidden_counts) {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  CurveWriter writer;
  const std::array<double, 6> shares{0.1234, 0.1224, none, 0.1, 0.1, 30'000};
  writer.curve(shares, 1000, false);  // in percent with one decimal
  EXPECT_EQ(codes(writer.bytes()),
            (std::vector<std::int64_t>{2 + 2 * 123, 2 + 1, 0, 2 + 2 * 22 - 1, 2, 2 + 2 * 29'999'900}));
  CurveWriter people;
  const std::array<double, 4> persons{0, 10, 11, 12};
  people.curve(persons, 1, true);
  EXPECT_EQ(codes(people.bytes()), (std::vector<std::int64_t>{2, 1, 2 + 22, 2 + 2})) << "nobody is shown, ten are not";
}

}  // namespace
}  // namespace essaim::report
