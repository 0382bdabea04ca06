// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Included before everything where Boost.Math is built for WebAssembly: it guards a table with a mutex, and a host
// without threads has none.

#define BOOST_SMART_PTR_DETAIL_LIGHTWEIGHT_MUTEX_HPP_INCLUDED

namespace boost::detail {

struct lightweight_mutex {
  struct scoped_lock {
    explicit scoped_lock(lightweight_mutex&) {}
  };
};

}  // namespace boost::detail
