// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/record/h5_disk.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "engine/record/h5_call.h"

namespace essaim::record::h5 {

namespace {

/// What the library carries from the property list to the driver.
struct DriverInfo {
  Disk* disk;
};

/// An open file; the library knows it by its first member.
struct DriverFile {
  H5FD_t base;
  std::shared_ptr<Disk> disk;
  int number = -1;
  haddr_t allocated = 0;  ///< end of what the library has laid out
  haddr_t written = 0;    ///< end of the file
};

DriverFile& mine(H5FD_t* file) { return *reinterpret_cast<DriverFile*>(file); }
const DriverFile& mine(const H5FD_t* file) { return *reinterpret_cast<const DriverFile*>(file); }

H5FD_t* open_file(const char* name, unsigned flags, hid_t access, haddr_t) {
  const auto* info = static_cast<const DriverInfo*>(H5Pget_driver_info(access));
  if (!info || (flags & H5F_ACC_TRUNC) == 0) return nullptr;
  const int number = ::open(name, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (number < 0) {
    info->disk->note_failure(errno);
    return nullptr;
  }
  auto* file = new DriverFile{};
  file->disk = info->disk->shared_from_this();
  file->number = number;
  return &file->base;
}

herr_t close_file(H5FD_t* file) {
  DriverFile* const opened = &mine(file);
  if (::close(opened->number) != 0) opened->disk->note_failure(errno);
  delete opened;
  return 0;
}

int compare(const H5FD_t* a, const H5FD_t* b) { return mine(a).number - mine(b).number; }

/// The library gathers small pieces into larger ones, as for its own driver, and leaves no trace of ours in the file.
herr_t query(const H5FD_t*, unsigned long* features) {
  if (features) {
    *features = H5FD_FEAT_AGGREGATE_METADATA | H5FD_FEAT_ACCUMULATE_METADATA | H5FD_FEAT_DATA_SIEVE |
                H5FD_FEAT_AGGREGATE_SMALLDATA | H5FD_FEAT_DEFAULT_VFD_COMPATIBLE;
  }
  return 0;
}

haddr_t get_allocated(const H5FD_t* file, H5FD_mem_t) { return mine(file).allocated; }

herr_t set_allocated(H5FD_t* file, H5FD_mem_t, haddr_t end) {
  mine(file).allocated = end;
  return 0;
}

haddr_t get_written(const H5FD_t* file, H5FD_mem_t) { return mine(file).written; }

/// What was never written reads as zeros.
herr_t read_bytes(H5FD_t* file, H5FD_mem_t, hid_t, haddr_t at, size_t size, void* bytes) {
  auto* next = static_cast<char*>(bytes);
  std::memset(next, 0, size);
  while (size > 0) {
    const ssize_t done = ::pread(mine(file).number, next, size, static_cast<off_t>(at));
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) mine(file).disk->note_failure(errno);
    if (done <= 0) break;
    next += done, at += static_cast<haddr_t>(done), size -= static_cast<size_t>(done);
  }
  return 0;
}

herr_t write_bytes(H5FD_t* file, H5FD_mem_t, hid_t, haddr_t at, size_t size, const void* bytes) {
  DriverFile& opened = mine(file);
  opened.written = std::max(opened.written, at + size);
  const auto* next = static_cast<const char*>(bytes);
  while (size > 0) {
    const ssize_t done = ::pwrite(opened.number, next, size, static_cast<off_t>(at));
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) {
      opened.disk->note_failure(errno);
      break;
    }
    next += done, at += static_cast<haddr_t>(done), size -= static_cast<size_t>(done);
  }
  return 0;
}

/// The end of the file becomes the end of what is laid out.
herr_t truncate_file(H5FD_t* file, hid_t, hbool_t) {
  DriverFile& opened = mine(file);
  if (opened.written == opened.allocated) return 0;
  if (::ftruncate(opened.number, static_cast<off_t>(opened.allocated)) != 0) opened.disk->note_failure(errno);
  opened.written = opened.allocated;
  return 0;
}

const H5FD_class_t& driver_class() {
  static const H5FD_class_t driver = [] {
    H5FD_class_t made{};
    made.name = "essaim";
    made.maxaddr = (haddr_t{1} << 62) - 1;
    made.fc_degree = H5F_CLOSE_SEMI;
    made.fapl_size = sizeof(DriverInfo);
    made.open = open_file;
    made.close = close_file;
    made.cmp = compare;
    made.query = query;
    made.get_eoa = get_allocated;
    made.set_eoa = set_allocated;
    made.get_eof = get_written;
    made.read = read_bytes;
    made.write = write_bytes;
    made.truncate = truncate_file;
    const H5FD_mem_t one_list[] = H5FD_FLMAP_DICHOTOMY;
    std::copy(std::begin(one_list), std::end(one_list), made.fl_map);
    return made;
  }();
  return driver;
}

}  // namespace

void use_disk(std::int64_t access, Disk& disk, const std::string& where) {
  static const hid_t driver = checked(H5FDregister(&driver_class()), where, "prepare");
  const DriverInfo info{&disk};
  checked(H5Pset_driver(access, driver, &info), where, "prepare");
}

void require_sound(const Disk& disk, const std::string& where) {
  const int error = disk.failure();
  if (error == 0) return;
  Problem problem = Problem::failed;
  if (error == ENOSPC || error == EDQUOT || error == EFBIG) problem = Problem::disk_full;
  if (error == EACCES || error == EROFS || error == EPERM) problem = Problem::cannot_create;
  if (error == ENOENT) problem = Problem::not_found;
  throw StorageError{problem, where, std::string{"cannot write ("} + std::strerror(error) + ")"};
}

}  // namespace essaim::record::h5
