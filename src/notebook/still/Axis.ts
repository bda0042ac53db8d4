import type { AxisLayout } from "./Trace";
import { linearTicks, logarithmicTicks, type Tick } from "./ticks";

export type Range = readonly [low: number, high: number];

/** One axis on the picture: which pixel a value has, and its ticks. */
export class Axis {
  readonly ticks: Tick[];
  private readonly span: Range;

  /**
   * @param range the values that it shows; logarithms of them if it is logarithmic
   * @param pixels where the first and the last of them are
   */
  constructor(
    readonly layout: AxisLayout,
    readonly range: Range,
    readonly pixels: Range,
  ) {
    const [low, high] = range;
    this.span = low < high ? range : [low - 0.5, high + 0.5];
    this.ticks = givenTicks(layout) ?? this.roundTicks();
  }

  private roundTicks(): Tick[] {
    const [first, last] = this.pixels;
    const ticksOf = this.layout.type === "log" ? logarithmicTicks : linearTicks;
    return ticksOf(this.span[0], this.span[1], Math.abs(last - first) / (first > last ? 45 : 80));
  }

  /** The pixel of a value. */
  at(value: number): number {
    return this.place(this.layout.type === "log" ? Math.log10(value) : value);
  }

  /** The pixel of a tick. */
  place(value: number): number {
    const [low, high] = this.span;
    const [first, last] = this.layout.autorange === "reversed" ? [this.pixels[1], this.pixels[0]] : this.pixels;
    return first + ((value - low) / (high - low)) * (last - first);
  }

  /** How many pixels a unit takes. */
  get scale(): number {
    return Math.abs((this.pixels[1] - this.pixels[0]) / (this.span[1] - this.span[0]));
  }

  /** The same axis in a part of its space, in the middle. */
  shrunkTo(scale: number): Axis {
    const [first, last] = this.pixels;
    const unused = (1 - scale / this.scale) / 2;
    const inset = unused * (last - first);
    return new Axis(this.layout, this.range, [first + inset, last - inset]);
  }
}

function givenTicks({ tickvals, ticktext = [] }: AxisLayout): Tick[] | undefined {
  return tickvals?.map((at, i) => ({ at, label: ticktext[i] ?? String(at) }));
}
