// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader/vocabulary.h"

namespace essaim::reader {

Vocabulary catalogue_vocabulary() {
  return {catalogue::shock_infos(), catalogue::measure_infos(), catalogue::parameter_infos(),
          catalogue::indicator_infos(), commune::condition_infos()};
}

}  // namespace essaim::reader
