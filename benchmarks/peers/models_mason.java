// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// Standard models on MASON's public interface, with the rules and figures of JuliaDynamics' ABMFrameworksComparison.
// Called as `ModelsMason ROW SECONDS SEED`: makes a model and runs it, each time with another seed, for at least
// SECONDS of the processor, and prints how many runs and how many seconds that were, all threads of the virtual machine
// together. Three times as long before that, in which it compiles what is hot, is not counted.

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import sim.engine.RandomSequence;
import sim.engine.SimState;
import sim.engine.Steppable;
import sim.engine.Stoppable;
import sim.field.continuous.Continuous2D;
import sim.field.grid.ObjectGrid2D;
import sim.field.grid.SparseGrid2D;
import sim.util.Bag;
import sim.util.Double2D;
import sim.util.Int2D;

/** Schelling's segregation; with `settle`, who was happy once is not asked again. */
final class Schelling extends SimState {
  static final int SIDE = 40, PEOPLE = 1000, WANTED = 3;
  final boolean settle;
  final ObjectGrid2D grid = new ObjectGrid2D(SIDE, SIDE);
  final Bag free = new Bag();

  Schelling(long seed, boolean settle) {
    super(seed);
    this.settle = settle;
  }

  @Override
  public void start() {
    super.start();
    for (int x = 0; x < SIDE; ++x) {
      for (int y = 0; y < SIDE; ++y) free.add(new Int2D(x, y));
    }
    free.shuffle(random);
    Person[] people = new Person[PEOPLE];
    for (int i = 0; i < PEOPLE; ++i) {
      people[i] = new Person((Int2D) free.removeNondestructively(free.numObjs - 1), i % 2);
      grid.set(people[i].home.x, people[i].home.y, people[i]);
    }
    RandomSequence asked = new RandomSequence(people.clone());
    schedule.scheduleRepeating(asked, 0, 1.0);
    if (settle) schedule.scheduleRepeating(state -> asked.replaceSteppables(unhappy(people)), 1, 1.0);
  }

  private static Steppable[] unhappy(Person[] people) {
    List<Steppable> left = new ArrayList<>();
    for (Person person : people) {
      person.settled |= person.happy;
      if (!person.settled) left.add(person);
    }
    return left.toArray(new Steppable[0]);
  }

  static final class Person implements Steppable {
    Int2D home;
    final int group;
    boolean happy, settled;

    Person(Int2D home, int group) {
      this.home = home;
      this.group = group;
    }

    @Override
    public void step(SimState state) {
      Schelling town = (Schelling) state;
      Object[][] field = town.grid.field;
      int alike = -1; // it counts itself
      for (int x = Math.max(home.x - 1, 0); x <= Math.min(home.x + 1, SIDE - 1); ++x) {
        for (int y = Math.max(home.y - 1, 0); y <= Math.min(home.y + 1, SIDE - 1); ++y) {
          Person other = (Person) field[x][y];
          if (other != null && other.group == group) ++alike;
        }
      }
      happy = alike >= WANTED;
      if (happy) return;
      int chosen = town.random.nextInt(town.free.numObjs);
      Int2D to = (Int2D) town.free.get(chosen);
      town.free.set(chosen, home);
      field[home.x][home.y] = null;
      field[to.x][to.y] = this;
      home = to;
    }
  }
}

/** 200 birds in a square of 100 that wraps round. */
final class Flocking extends SimState {
  static final int BIRDS = 200;
  static final double EXTENT = 100, VISION = 5;
  final Continuous2D space = new Continuous2D(VISION, EXTENT, EXTENT);
  final Bag near = new Bag();

  Flocking(long seed) {
    super(seed);
  }

  @Override
  public void start() {
    super.start();
    Bird[] birds = new Bird[BIRDS];
    for (int i = 0; i < BIRDS; ++i) {
      Double2D to = new Double2D(random.nextGaussian(), random.nextGaussian());
      birds[i] = new Bird(new Double2D(random.nextDouble() * EXTENT, random.nextDouble() * EXTENT), to.normalize());
      space.setObjectLocation(birds[i], birds[i].at);
    }
    schedule.scheduleRepeating(new RandomSequence(birds));
  }

  static final class Bird implements Steppable {
    Double2D at, to;

    Bird(Double2D at, Double2D to) {
      this.at = at;
      this.to = to;
    }

    @Override
    public void step(SimState state) {
      Flocking flock = (Flocking) state;
      Continuous2D space = flock.space;
      Bag near = space.getNeighborsExactlyWithinDistance(at, VISION, true, true, true, flock.near);
      double n = 0, cohereX = 0, cohereY = 0, separateX = 0, separateY = 0, matchX = 0, matchY = 0;
      for (int i = 0; i < near.numObjs; ++i) {
        Bird other = (Bird) near.objs[i];
        if (other == this) continue;
        double dx = space.tdx(other.at.x, at.x), dy = space.tdy(other.at.y, at.y);
        n += 1;
        cohereX += dx;
        cohereY += dy;
        matchX += other.to.x;
        matchY += other.to.y;
        if (dx * dx + dy * dy >= 1) continue;
        separateX -= dx;
        separateY -= dy;
      }
      n = Math.max(n, 1);
      double u = to.x + (0.03 * cohereX + 0.015 * separateX + 0.05 * matchX) / n;
      double v = to.y + (0.03 * cohereY + 0.015 * separateY + 0.05 * matchY) / n;
      to = new Double2D(u, v).normalize();
      at = new Double2D(space.stx(at.x + to.x), space.sty(at.y + to.y));
      space.setObjectLocation(this, at);
    }
  }
}

/** Wolves, sheep and grass on a meadow of 25 x 25 that wraps round; a wolf eats in its own cell. */
final class WolfSheep extends SimState {
  static final int SIDE = 25, REGROWTH = 20;
  final SparseGrid2D grid = new SparseGrid2D(SIDE, SIDE);
  final int[][] grows = new int[SIDE][SIDE];
  int acts = 0;

  WolfSheep(long seed) {
    super(seed);
  }

  @Override
  public void start() {
    super.start();
    for (int[] column : grows) {
      for (int y = 0; y < SIDE; ++y) column[y] = random.nextBoolean() ? 0 : 1 + random.nextInt(REGROWTH);
    }
    for (int i = 0; i < 60; ++i) new Animal(this, false, random.nextInt(SIDE), random.nextInt(SIDE)).feed(this);
    for (int i = 0; i < 40; ++i) new Animal(this, true, random.nextInt(SIDE), random.nextInt(SIDE)).feed(this);
    schedule.scheduleRepeating(0.0, 2, state -> grow());
  }

  private void grow() {
    for (int[] column : grows) {
      for (int y = 0; y < SIDE; ++y) column[y] -= column[y] > 0 ? 1 : 0;
    }
  }

  static final class Animal implements Steppable {
    final boolean wolf;
    double energy;
    boolean alive = true;
    private final Stoppable turns;

    Animal(WolfSheep meadow, boolean wolf, int x, int y) {
      this.wolf = wolf;
      meadow.grid.setObjectLocation(this, x, y);
      // Sheep before wolves; one born now acts from the next step on. MASON shuffles those of one time and order.
      turns = meadow.schedule.scheduleRepeating(Math.max(meadow.schedule.getTime() + 1, 0), wolf ? 1 : 0, this);
    }

    private double gain() {
      return wolf ? 13 : 5;
    }

    void feed(WolfSheep meadow) {
      energy = 1 + meadow.random.nextDouble() * (2 * gain() - 1);
    }

    void die(WolfSheep meadow) {
      alive = false;
      turns.stop();
      meadow.grid.remove(this);
    }

    private boolean eats(WolfSheep meadow, Int2D at) {
      if (!wolf) {
        if (meadow.grows[at.x][at.y] != 0) return false;
        meadow.grows[at.x][at.y] = REGROWTH;
        return true;
      }
      Bag here = meadow.grid.getObjectsAtLocation(at.x, at.y);
      int sheep = 0;
      for (int i = 0; i < here.numObjs; ++i) sheep += ((Animal) here.objs[i]).wolf ? 0 : 1;
      if (sheep == 0) return false;
      int chosen = meadow.random.nextInt(sheep);
      for (int i = 0; i < here.numObjs; ++i) {
        Animal other = (Animal) here.objs[i];
        if (other.wolf || chosen-- > 0) continue;
        other.die(meadow);
        return true;
      }
      return false;
    }

    @Override
    public void step(SimState state) {
      if (!alive) return;
      WolfSheep meadow = (WolfSheep) state;
      ++meadow.acts;
      int box = meadow.random.nextInt(8); // of 3 x 3, without the middle
      if (box >= 4) ++box;
      Int2D from = meadow.grid.getObjectLocation(this);
      Int2D at = new Int2D((from.x + SIDE + box % 3 - 1) % SIDE, (from.y + SIDE + box / 3 - 1) % SIDE);
      meadow.grid.setObjectLocation(this, at);
      energy += eats(meadow, at) ? gain() - 1 : -1;
      if (energy < (wolf ? 0 : 1)) {
        die(meadow);
      } else if (meadow.random.nextBoolean(wolf ? 0.1 : 0.2)) {
        energy /= 2;
        new Animal(meadow, wolf, at.x, at.y).energy = energy;
      }
    }
  }
}

final class ModelsMason {
  private static SimState make(String row, long seed) {
    switch (row) {
      case "schelling/small":
        return new Schelling(seed, false);
      case "schelling/small/settle":
        return new Schelling(seed, true);
      case "flocking/small":
        return new Flocking(seed);
      case "wolf_sheep/small":
        return new WolfSheep(seed);
      default:
        throw new IllegalArgumentException(row + " is no known row");
    }
  }

  private static void play(String row, long seed) {
    SimState state = make(row, seed);
    state.start();
    int steps = row.startsWith("schelling") ? 20 : 100;
    for (int i = 0; i < steps; ++i) state.schedule.step(state);
    state.finish();
  }

  private static double now() {
    var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }

  public static void main(String[] arguments) {
    if (arguments.length != 3) {
      System.err.println("usage: ModelsMason ROW SECONDS SEED");
      System.exit(2);
    }
    double seconds = Double.parseDouble(arguments[1]);
    long seed = Long.parseLong(arguments[2]);
    for (double begin = now(); now() - begin < 3 * seconds; ) play(arguments[0], seed++);
    int runs = 0;
    double begin = now();
    for (; now() - begin < seconds; ++runs) play(arguments[0], seed++);
    System.out.println(runs + " " + (now() - begin));
  }
}
