// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace essaim::term {

enum class Language : unsigned char { fr, en };

}  // namespace essaim::term
