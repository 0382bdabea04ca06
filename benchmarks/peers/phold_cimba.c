// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// usage: phold_cimba PROCESSES EVENTS
// PHOLD (benchmarks/engine/phold.h) on Cimba's event queue, through its public interface: delays of 0.1 plus an
// exponential of mean 0.9, one event in four for a process drawn at random, 16 events a process. Prints the events it
// handled and the seconds of the processor they took, without starting. Cimba's own random numbers.

#define _POSIX_C_SOURCE 200809L  // clock_gettime, where the compiler is asked for plain C

#include <cimba.h>
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static uint64_t processes;
static uint64_t handled;
static uint64_t *turns;  // by process: a little state, as ours has

static double delay(void) { return 0.1 + cmb_random_exponential(0.9); }

static void turn(void *subject, void *object) {
  (void)object;
  uint64_t *mine = subject;
  ++*mine;
  ++handled;
  uint64_t *next = cmb_random() < 0.25 ? &turns[cmb_random_sfc64() % processes] : mine;
  cmb_event_schedule(turn, next, NULL, cmb_time() + delay(), 0);
}

static double processor_s(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

int main(int count, char **words) {
  if (count != 3) {
    fprintf(stderr, "usage: phold_cimba PROCESSES EVENTS\n");
    return 2;
  }
  processes = strtoull(words[1], NULL, 10);
  const uint64_t events = strtoull(words[2], NULL, 10);
  turns = calloc(processes, sizeof *turns);
  if (processes == 0 || turns == NULL) return 2;
  cmb_random_initialize(2026);
  cmb_event_queue_initialize(0.0);
  for (uint64_t process = 0; process < processes; ++process) {
    for (int i = 0; i < 16; ++i) cmb_event_schedule(turn, &turns[process], NULL, delay(), 0);
  }
  while (handled < 16 * processes) cmb_event_execute_next();  // as long as it takes to be mixed
  const uint64_t before = handled;
  const double start_s = processor_s();
  while (handled < before + events) cmb_event_execute_next();
  printf("%" PRIu64 " %.6f\n", handled - before, processor_s() - start_s);
  return 0;
}
