// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/record/durable.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <span>
#include <utility>
#include <vector>

#include "engine/core/hash.h"

namespace essaim::record {

namespace {

constexpr std::string_view seal_mark = "ESSAIMS1";
constexpr std::size_t seal_size = 24;
constexpr std::size_t lanes = 8;
constexpr std::size_t block_size = std::size_t{1} << 20;  // a multiple of what one turn of the lanes takes

[[noreturn]] void fail(const std::filesystem::path& path, int error, const std::string& doing) {
  Problem problem = Problem::failed;
  if (error == ENOSPC || error == EDQUOT || error == EFBIG) problem = Problem::disk_full;
  if (error == EACCES || error == EROFS || error == EPERM || error == ENOTDIR) problem = Problem::cannot_create;
  if (error == ENOENT) problem = Problem::not_found;
  throw StorageError{problem, path.string(), "cannot " + doing + " (" + std::strerror(error) + ")"};
}

/// An open file of the operating system.
class Descriptor {
 public:
  Descriptor(const std::filesystem::path& path, int flags)
      : path_{path}, number_{::open(path.c_str(), flags | O_CLOEXEC, 0666)} {
    if (number_ < 0) fail(path, errno, "open");
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }

  void write(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t done = ::write(number_, bytes.data(), bytes.size());
      if (done < 0 && errno == EINTR) continue;
      if (done < 0) fail(path_, errno, "write");
      bytes.remove_prefix(static_cast<std::size_t>(done));
    }
  }
  /// Fills the buffer unless the file ends before; says how much it read.
  std::size_t read(std::span<std::byte> buffer) {
    std::size_t filled = 0;
    while (filled < buffer.size()) {
      const ssize_t done = ::read(number_, buffer.data() + filled, buffer.size() - filled);
      if (done < 0 && errno == EINTR) continue;
      if (done < 0) fail(path_, errno, "read");
      if (done == 0) break;
      filled += static_cast<std::size_t>(done);
    }
    return filled;
  }
  void go_to(std::uint64_t byte) {
    if (::lseek(number_, static_cast<off_t>(byte), SEEK_SET) < 0) fail(path_, errno, "read");
  }
  std::uint64_t size() const {
    struct stat found{};
    if (::fstat(number_, &found) != 0) fail(path_, errno, "read the size");
    if (S_ISDIR(found.st_mode)) {
      throw StorageError{Problem::not_results, path_.string(),
                         "is a directory (expected a results file); if it holds the blocks of a batch, "
                         "`essaim merge` makes one file of them"};
    }
    return static_cast<std::uint64_t>(found.st_size);
  }
  void synchronise() {
    if (::fsync(number_) != 0) fail(path_, errno, "bring to the disk");
  }
  void close() {
    if (::close(std::exchange(number_, -1)) != 0) fail(path_, errno, "close");
  }

 private:
  std::filesystem::path path_;
  int number_;
};

std::uint64_t word_at(const std::byte* bytes) {
  std::uint64_t word = 0;
  for (int i = 7; i >= 0; --i) word = (word << 8) | std::to_integer<std::uint64_t>(bytes[i]);
  return word;
}

/// Eight independent chains, so that checking keeps up with the disk. Each step is a bijection of the chain and of
/// the word, hence a single changed word cannot go unnoticed.
class Checksum {
 public:
  /// All calls but the last take whole blocks.
  void add(std::span<std::byte> bytes, std::size_t used) {
    const std::size_t turn = lanes * sizeof(std::uint64_t);
    const std::size_t padded = (used + turn - 1) / turn * turn;
    std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(used), bytes.begin() + static_cast<std::ptrdiff_t>(padded),
              std::byte{0});
    for (std::size_t at = 0; at < padded; at += turn) {
      for (std::size_t lane = 0; lane < lanes; ++lane) {
        chain_[lane] = mix64(chain_[lane] ^ word_at(bytes.data() + at + lane * sizeof(std::uint64_t)));
      }
    }
  }
  std::uint64_t value(std::uint64_t length) const {
    std::uint64_t sum = mix64(length);
    for (const std::uint64_t chain : chain_) sum = mix64(sum ^ chain);
    return sum;
  }

 private:
  std::array<std::uint64_t, lanes> chain_{1, 2, 3, 4, 5, 6, 7, 8};
};

std::uint64_t checksum(Descriptor& file, std::uint64_t length) {
  std::vector<std::byte> buffer(block_size);
  Checksum sum;
  for (std::uint64_t left = length; left > 0;) {
    const std::size_t wanted = static_cast<std::size_t>(std::min<std::uint64_t>(left, block_size));
    if (file.read(std::span{buffer}.first(wanted)) != wanted) break;
    sum.add(buffer, wanted);
    left -= wanted;
  }
  return sum.value(length);
}

std::string seal_text(std::uint64_t length, std::uint64_t sum) {
  std::string text{seal_mark};
  for (const std::uint64_t value : {length, sum}) {
    for (int shift = 0; shift < 64; shift += 8) text += static_cast<char>(static_cast<unsigned char>(value >> shift));
  }
  return text;
}

/// Whether a seal for so many bytes stands behind them, whatever its checksum.
bool ends_as_sealed(Descriptor& file, std::uint64_t length) {
  std::array<std::byte, seal_size> found{};
  file.go_to(length);
  const std::string expected = seal_text(length, 0);
  return file.read(found) == seal_size &&
         std::memcmp(found.data(), expected.data(), seal_mark.size() + sizeof(std::uint64_t)) == 0;
}

void synchronise_directory(const std::filesystem::path& directory) {
  Descriptor opened{directory.empty() ? "." : directory, O_RDONLY | O_DIRECTORY};
  opened.synchronise();
}

}  // namespace

void seal(const std::filesystem::path& file) {
  Descriptor opened{file, O_RDWR | O_APPEND};
  const std::uint64_t length = opened.size();
  opened.write(seal_text(length, checksum(opened, length)));
  opened.close();
}

bool has_seal(const std::filesystem::path& file) {
  Descriptor opened{file, O_RDONLY};
  const std::uint64_t size = opened.size();
  return size >= seal_size && ends_as_sealed(opened, size - seal_size);
}

void check_seal(const std::filesystem::path& file) {
  Descriptor opened{file, O_RDONLY};
  const std::uint64_t size = opened.size();
  if (size == 0) throw StorageError{Problem::damaged, file.string(), "is empty"};
  const std::uint64_t length = size < seal_size ? 0 : size - seal_size;
  if (size >= seal_size && ends_as_sealed(opened, length)) {
    opened.go_to(0);
    const std::string expected = seal_text(length, checksum(opened, length));
    std::array<std::byte, seal_size> found{};
    const std::size_t read = opened.read(found);
    if (read == seal_size && std::memcmp(found.data(), expected.data(), seal_size) == 0) return;
  }
  opened.go_to(0);
  std::array<std::byte, 8> start{};
  opened.read(start);
  if (std::memcmp(start.data(), "\211HDF\r\n\032\n", start.size()) != 0) {
    throw StorageError{Problem::not_results, file.string(), "is not a results file, or its first bytes are damaged"};
  }
  throw StorageError{Problem::damaged, file.string(),
                     "is damaged (bytes were changed, cut off or added since it was written); restore a copy, or run "
                     "the scenario that its inputs state again"};
}

void publish(const std::filesystem::path& part, const std::filesystem::path& final_name) {
  Descriptor file{part, O_RDONLY};
  file.synchronise();
  file.close();
  if (::rename(part.c_str(), final_name.c_str()) != 0) fail(final_name, errno, "rename to this name");
  synchronise_directory(final_name.parent_path());
}

void write_durably(const std::filesystem::path& file, std::string_view bytes) {
  write_durably(file, [bytes](const TextSink& write) { write(bytes); });
}

void write_durably(const std::filesystem::path& file, const std::function<void(const TextSink&)>& fill) {
  const std::filesystem::path part = part_of(file);
  Descriptor opened{part, O_WRONLY | O_CREAT | O_TRUNC};
  fill([&opened](std::string_view bytes) { opened.write(bytes); });
  opened.close();
  publish(part, file);
}

std::vector<std::byte> read_whole(const std::filesystem::path& file) {
  Descriptor opened{file, O_RDONLY};
  std::vector<std::byte> bytes(static_cast<std::size_t>(opened.size()));
  bytes.resize(opened.read(bytes));
  return bytes;
}

std::filesystem::path part_of(const std::filesystem::path& file) { return file.string() + ".part"; }

void require_writable_directory(const std::filesystem::path& directory) {
  const std::filesystem::path shown = directory.empty() ? std::filesystem::path{"."} : directory;
  std::error_code ignored;
  if (!std::filesystem::is_directory(shown, ignored)) {
    throw StorageError{Problem::cannot_create, shown.string(), "is not an existing directory; create it first"};
  }
  std::string probe = (shown / ".essaim-XXXXXX").string();
  const int number = ::mkstemp(probe.data());
  if (number < 0) fail(shown, errno, "write in this directory");
  ::close(number);
  ::unlink(probe.c_str());
}

FileLock::FileLock(const std::filesystem::path& file)
    : number_{::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)} {
  if (number_ < 0) fail(file, errno, "open");
  if (::flock(number_, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) return;
  ::close(number_);
  throw StorageError{Problem::cannot_create, file.string(),
                     "is in use (another essaim writes there now); wait for it, or choose another name"};
}

FileLock::~FileLock() { ::close(number_); }

}  // namespace essaim::record
