// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace essaim {

/// Ends the program after printing where a promise between our own functions was broken.
///
/// Not for a person's mistake (scenarios report those with file, line and cure) and not for a model's
/// broken invariant (models call `Context::fail`, which ends one replicate and lets the others go on).
[[noreturn]] void broken_contract(const char* condition, const char* file, int line);

}  // namespace essaim

/// A condition that our own callers must meet; always checked, also in release builds.
#define ESSAIM_EXPECTS(condition) \
  ((condition) ? static_cast<void>(0) : ::essaim::broken_contract(#condition, __FILE__, __LINE__))
