const size = 624;
const distance = 397;

/**
 * The Mersenne Twister MT19937 of Matsumoto and Nishimura (1998), seeded as NumPy's `RandomState` seeds it.
 * The same seed gives the same stream as NumPy.
 */
export class MersenneTwister {
  /** Empty until the first draw. */
  private state: Uint32Array = new Uint32Array(0);
  private position = size;

  constructor(private readonly seed: number) {}

  /** A copy that continues with the same stream from here. */
  copy(): MersenneTwister {
    const copy = new MersenneTwister(this.seed);
    copy.state = this.state.slice();
    copy.position = this.position;
    return copy;
  }

  /** The next 32 random bits, as a number from 0 to 2 ** 32 - 1. */
  uint32(): number {
    if (this.position === size) this.twist();
    let y = this.state[this.position++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    y ^= y >>> 18;
    return y >>> 0;
  }

  /** A number in [0, 1) with 53 random bits. */
  double(): number {
    const high = this.uint32() >>> 5;
    const low = this.uint32() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
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
    if (this.state.length === 0) this.state = seededState(this.seed);
    const { state } = this;
    for (let i = 0; i < size; i++) {
      const next = i < size - 1 ? i + 1 : 0;
      const distant = i < size - distance ? i + distance : i + distance - size;
      const bits = (state[i] & 0x80000000) | (state[next] & 0x7fffffff);
      state[i] = state[distant] ^ (bits >>> 1) ^ (-(bits & 1) & 0x9908b0df);
    }
    this.position = 0;
  }
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
