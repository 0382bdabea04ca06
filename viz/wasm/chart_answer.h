// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

// Charts for the page: what to lay out comes as bytes (viz/live/codec.h; viz/web/src/charts/geometry.ts writes them),
// what was laid out goes back as JSON:
//
//     {"width": w, "height": h, "layers": [[role, [mark, ...]], ...]}
//
// with marks ["line", role, x1, y1, x2, y2], ["path", role, d], ["rect", role, x, y, width, height, radius],
// ["circle", role, x, y, radius] and ["text", role, x, y, size, anchor, text].

namespace essaim::wasm {

/// The chart of curves that the bytes tell of, with "frame": [x, y, width, height] and "from_zero". Empty if they are
/// none.
std::string curve_answer(std::string_view bytes);
/// [low, high] of what its lines reach; [] if they reach nothing.
std::string domain_answer(std::string_view bytes);
std::string dot_answer(std::string_view bytes);

}  // namespace essaim::wasm
