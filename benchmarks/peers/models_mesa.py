# SPDX-FileCopyrightText: The Essaim authors
# SPDX-License-Identifier: Apache-2.0
"""Standard models on Mesa's public interface, with the rules and figures of JuliaDynamics' ABMFrameworksComparison.

Called as `models_mesa.py ROW SECONDS SEED`; makes a model and runs it, each time with another seed, for at least
SECONDS of the processor, and prints how many runs and how many seconds that were. One run before is not counted.
"""

import gc
import math
import sys
import time

import numpy as np
from mesa import Model
from mesa.agent import AgentSet
from mesa.discrete_space import CellAgent, OrthogonalMooreGrid
from mesa.experimental.continuous_space import ContinuousSpace, ContinuousSpaceAgent


class Person(CellAgent):
    """One of Schelling's people."""

    def __init__(self, model, cell, group):
        super().__init__(model)
        self.cell = cell
        self.group = group
        self.happy = False

    def look(self):
        alike = sum(1 for other in self.cell.neighborhood.agents if other.group == self.group)
        self.happy = alike >= self.model.wanted
        if not self.happy:
            self.cell = self.model.grid.select_random_empty_cell()


class Schelling(Model):
    """Schelling's segregation, 20 steps; with `settle`, who was happy once is not asked again."""

    steps_to_run = 20

    def __init__(self, seed, settle=False):
        super().__init__(seed=seed)
        self.wanted = 3
        self.settle = settle
        self.grid = OrthogonalMooreGrid((40, 40), torus=False, capacity=1, random=self.random)
        homes = self.random.sample(self.grid.all_cells.cells, 1000)
        self.asked = AgentSet([Person(self, home, i % 2) for i, home in enumerate(homes)], random=self.random)

    def step(self):
        self.asked.shuffle_do("look")
        if self.settle:
            self.asked.select(lambda person: not person.happy, inplace=True)


class Bird(ContinuousSpaceAgent):
    """A bird of a flock; its direction is of length 1."""

    def __init__(self, model, space, position, direction):
        super().__init__(space, model)
        self.position = position
        self.direction = direction

    def fly(self):
        near, distances = self.get_neighbors_in_radius(5.0)
        if near:
            towards = self.space.calculate_difference_vector(self.position, agents=near)
            cohere = 0.03 * towards.sum(axis=0)
            separate = -0.015 * towards[distances < 1.0].sum(axis=0)
            match = 0.05 * np.array([other.direction for other in near]).sum(axis=0)
            turned = self.direction + (cohere + separate + match) / len(near)
            self.direction = turned / math.hypot(*turned)
        self.position = self.position + self.direction


class Flocking(Model):
    """200 birds in a square of 100 that wraps round, 100 steps."""

    steps_to_run = 100

    def __init__(self, seed):
        super().__init__(seed=seed)
        space = ContinuousSpace([[0, 100], [0, 100]], torus=True, random=self.random, n_agents=200)
        for position in self.rng.random((200, 2)) * 100:
            direction = self.rng.normal(size=2)
            Bird(self, space, position, direction / math.hypot(*direction))

    def step(self):
        self.agents.shuffle_do("fly")


class Animal(CellAgent):
    """What sheep and wolves have in common: walk, hunger, a meal, death or birth."""

    def __init__(self, model, cell, energy):
        super().__init__(model)
        self.cell = cell
        self.energy = energy

    def act(self):
        self.cell = self.cell.neighborhood.select_random_cell()
        self.energy -= 1
        self.eat()
        if self.energy < self.least:
            self.remove()
        elif self.random.random() < self.births:
            self.energy /= 2
            type(self)(self.model, self.cell, self.energy)


class Sheep(Animal):
    gain, births, least = 5, 0.2, 1

    def eat(self):
        grows, at = self.model.grows, self.cell.coordinate
        if grows[at] == 0:
            grows[at] = self.model.regrowth
            self.energy += self.gain


class Wolf(Animal):
    gain, births, least = 13, 0.1, 0

    def eat(self):
        sheep = [animal for animal in self.cell.agents if isinstance(animal, Sheep)]
        if sheep:
            self.random.choice(sheep).remove()
            self.energy += self.gain


class WolfSheep(Model):
    """Wolves, sheep and grass on a meadow of 25 x 25 that wraps round, 100 steps; a wolf eats in its own cell."""

    steps_to_run = 100
    regrowth = 20

    def __init__(self, seed):
        super().__init__(seed=seed)
        self.grid = OrthogonalMooreGrid((25, 25), torus=True, capacity=None, random=self.random)
        late = self.rng.integers(1, self.regrowth + 1, (25, 25))
        self.grows = np.where(self.rng.random((25, 25)) < 0.5, 0, late)
        for kind, count in ((Sheep, 60), (Wolf, 40)):
            for cell in self.random.choices(self.grid.all_cells.cells, k=count):
                kind(self, cell, self.random.uniform(1, 2 * kind.gain))

    def step(self):
        for kind in (Sheep, Wolf):
            if kind in self.agents_by_type:
                self.agents_by_type[kind].shuffle_do("act")
        np.maximum(self.grows - 1, 0, out=self.grows)


ROWS = {
    "schelling/small": Schelling,
    "schelling/small/settle": lambda seed: Schelling(seed, settle=True),
    "flocking/small": Flocking,
    "wolf_sheep/small": WolfSheep,
}


def play(make, seed):
    model = make(seed)
    for _ in range(model.steps_to_run):
        model.step()
    return model


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in ROWS:
        sys.exit(f"usage: models_mesa.py ROW SECONDS SEED; a row is one of {', '.join(ROWS)}")
    make, seconds, seed = ROWS[sys.argv[1]], float(sys.argv[2]), int(sys.argv[3])
    play(make, seed)
    gc.collect()
    runs, begin = 0, time.process_time()
    while time.process_time() - begin < seconds:
        runs += 1
        play(make, seed + runs)
    print(runs, time.process_time() - begin)


if __name__ == "__main__":
    main()
