// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// Why the page does not simulate: what a person can do about it differs. Told by the sentences `page.room.failed.*`.

/// The browser lacks or forbids what it takes; the simulator in the file cannot be read; a run broke off; a worker says
/// nothing any more.
export type Fault = "forbidden" | "damaged" | "broken" | "silent";

export class SimulatorError extends Error {
  constructor(
    readonly fault: Fault,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause));
  }
}

export const faultOf = (failure: unknown): Fault => (failure instanceof SimulatorError ? failure.fault : "broken");

/// Does it; whatever goes wrong has this reason.
export async function because<T>(fault: Fault, does: () => Promise<T>): Promise<T> {
  try {
    return await does();
  } catch (cause) {
    throw cause instanceof SimulatorError ? cause : new SimulatorError(fault, cause);
  }
}
