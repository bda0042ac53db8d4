/** A place on an axis, and what is written there. */
export interface Tick {
  at: number;
  label: string;
}

/** Round numbers between two values, about `count` of them. */
export function linearTicks(low: number, high: number, count: number): Tick[] {
  const rough = (high - low) / Math.max(count, 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10);
  if (!Number.isFinite(step) || step <= 0) return [];
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const at = (first + i) * step;
    return { at, label: labelOf(at, step) };
  });
}

/** Powers of ten between two logarithms. */
export function logarithmicTicks(low: number, high: number, count: number): Tick[] {
  const step = Math.max(1, Math.ceil((high - low) / Math.max(count, 1)));
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const at = (first + i) * step;
    return { at, label: `10${superscript(at)}` };
  });
}

function labelOf(value: number, step: number): string {
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const text = digits > 6 || Math.abs(value) >= 1e6 ? Number(value.toPrecision(6)).toString() : value.toFixed(digits);
  return text.replace(/^-(?=.*[1-9])/, "−").replace(/^-/, "");
}

function superscript(value: number): string {
  return [...String(value)].map((character) => "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"["-0123456789".indexOf(character)]).join("");
}
