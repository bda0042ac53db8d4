const size = 624;
const distance = 397;
const unit = 2 ** -53;

/**
 * The Mersenne Twister MT19937 of Matsumoto and Nishimura (1998), seeded as NumPy's `RandomState` seeds it.
 * The same seed gives the same stream as NumPy.
 */
export class MersenneTwister {
  /** Empty until the first draw. */
  private state: Uint32Array = new Uint32Array(0);
  /** What is drawn from the state: all of it at once, which takes a third of the time. */
  private draws: Uint32Array = new Uint32Array(0);
  private position = size;

  constructor(private readonly seed: number) {}

  /** A copy that continues with the same stream from here. */
  copy(): MersenneTwister {
    const copy = new MersenneTwister(this.seed);
    copy.state = this.state.slice();
    copy.draws = this.draws.slice();
    copy.position = this.position;
    return copy;
  }

  /** The next 32 random bits, as a number from 0 to 2 ** 32 - 1. */
  uint32(): number {
    if (this.position === size) this.twist();
    return this.draws[this.position++];
  }

  /** A number in [0, 1) with 53 random bits. */
  double(): number {
    const { position } = this;
    if (position + 2 <= size) {
      this.position = position + 2;
      return ((this.draws[position] >>> 5) * 67108864 + (this.draws[position + 1] >>> 6)) * unit;
    }
    const high = this.uint32() >>> 5;
    const low = this.uint32() >>> 6;
    return (high * 67108864 + low) * unit;
  }

  /** A whole number from 0 to `max`: masked draws until one is small enough. */
  interval(max: number): number {
    if (max === 0) return 0;
    if (max > 0xffffffff) return this.wideInterval(max);
    const mask = 0xffffffff >>> Math.clz32(max);
    for (;;) {
      const value = (this.uint32() & mask) >>> 0;
      if (value <= max) return value;
    }
  }

  private wideInterval(max: number): number {
    const mask = 0xffffffff >>> Math.clz32(Math.floor(max / 2 ** 32));
    for (;;) {
      const high = (this.uint32() & mask) >>> 0;
      const value = high * 2 ** 32 + this.uint32();
      if (value <= max) return value;
    }
  }

  /** Fills the state the first time, so that a generator that is never used costs nothing. */
  private twist(): void {
    if (this.state.length === 0) {
      this.state = seededState(this.seed);
      this.draws = new Uint32Array(size);
    }
    const { state, draws } = this;
    for (let i = 0; i < size - distance; i++) state[i] = mixed(state[i], state[i + 1], state[i + distance]);
    for (let i = size - distance; i < size - 1; i++)
      state[i] = mixed(state[i], state[i + 1], state[i + distance - size]);
    state[size - 1] = mixed(state[size - 1], state[0], state[distance - 1]);
    for (let i = 0; i < size; i++) draws[i] = tempered(state[i]);
    this.position = 0;
  }
}

function mixed(word: number, next: number, distant: number): number {
  const bits = (word & 0x80000000) | (next & 0x7fffffff);
  return distant ^ (bits >>> 1) ^ (-(bits & 1) & 0x9908b0df);
}

function tempered(word: number): number {
  let y = word ^ (word >>> 11);
  y ^= (y << 7) & 0x9d2c5680;
  y ^= (y << 15) & 0xefc60000;
  return y ^ (y >>> 18);
}

function seededState(seed: number): Uint32Array {
  const state = new Uint32Array(size);
  state[0] = seed;
  for (let i = 1; i < size; i++) {
    const previous = state[i - 1] ^ (state[i - 1] >>> 30);
    state[i] = Math.imul(previous, 1812433253) + i;
  }
  return state;
}
