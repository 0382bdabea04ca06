// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

/// A source, bundled, as a text: see build.mjs.
declare module "text:*" {
  const source: string;
  export default source;
}
