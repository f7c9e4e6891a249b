/** Chance that can be lived again: the same seed draws the same things. */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** A stream of its own for one case, so that others' choices, and the order of events, do not move it. */
  static of(seed: number, rank: number): Chance {
    const chance = new Chance(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(rank + 1, 0x85ebca6b));
    chance.next();
    return chance;
  }

  /** From 0 to 1, 1 excluded (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000;
  }

  /** True so many times out of one. */
  happens(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** One of them; undefined only where there is none. */
  pick<T>(among: readonly T[]): T | undefined {
    return among[Math.floor(this.next() * among.length)];
  }

  /** One of a list that is never empty. */
  one<T>(among: readonly [T, ...T[]]): T {
    return this.pick(among) ?? among[0];
  }

  /** One of them, each as often as its weight says. */
  weighted<T>(among: readonly T[], weightOf: (one: T) => number): T | undefined {
    const total = among.reduce((sum, one) => sum + weightOf(one), 0);
    if (total <= 0) return undefined;
    let left = this.next() * total;
    for (const one of among) {
      left -= weightOf(one);
      if (left < 0) return one;
    }
    return among.at(-1);
  }

  shuffle<T>(list: readonly T[]): readonly T[] {
    const drawn = list.map((one) => ({ one, rank: this.next() }));
    return drawn.sort((a, b) => a.rank - b.rank).map(({ one }) => one);
  }
}
