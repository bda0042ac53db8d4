/** How all numbers of one array are written: in common notation and padded to a common width. */
export type FloatFormat = (value: number) => string;

const precision = 8;

/**
 * NumPy's rule for printing floats (`numpy.core.arrayprint.FloatingFormat` with default options): the fewest digits
 * that tell the numbers apart, at most 8 after the point, in scientific notation if the magnitudes call for it.
 */
export function floatFormat(values: ArrayLike<number>): FloatFormat {
  const finite = Array.from(values).filter(Number.isFinite);
  const format = needsExponent(finite) ? scientific(finite) : positional(finite);
  const width = Math.max(format.width, ...nonFiniteWidths(values));
  return (value) => (Number.isFinite(value) ? format.write(value) : nonFinite(value)).padStart(width);
}

interface Notation {
  width: number;
  write: FloatFormat;
}

function needsExponent(finite: number[]): boolean {
  let max = 0;
  let min = Infinity;
  for (const value of finite) {
    const magnitude = Math.abs(value);
    if (magnitude === 0) continue;
    if (magnitude > max) max = magnitude;
    if (magnitude < min) min = magnitude;
  }
  return max > 0 && (max >= 1e8 || min < 1e-4 || max / min > 1000);
}

function positional(finite: number[]): Notation {
  let left = 0;
  let right = 0;
  for (const value of finite) {
    const [whole, fraction] = fixedDigits(value).split(".");
    left = Math.max(left, whole.length);
    right = Math.max(right, fraction.length);
  }
  const write = (value: number): string => {
    const [whole, fraction] = fixedDigits(value).split(".");
    return `${whole.padStart(left)}.${fraction.padEnd(right)}`;
  };
  return { width: left + right + 1, write };
}

function scientific(finite: number[]): Notation {
  let left = 0;
  let right = 0;
  let exponentDigits = 0;
  for (const value of finite) {
    const { whole, fraction, exponent } = scientificDigits(value);
    left = Math.max(left, whole.length);
    right = Math.max(right, fraction.length);
    exponentDigits = Math.max(exponentDigits, exponent.length - 1);
  }
  const write = (value: number): string => {
    const { whole, fraction, exponent } = filledDigits(value, right);
    const power = exponent[0] + exponent.slice(1).padStart(exponentDigits, "0");
    return `${whole.padStart(left)}.${fraction}e${power}`;
  };
  return { width: left + right + exponentDigits + 3, write };
}

/**
 * The digits with a fraction as long as its neighbours'. Below the normal numbers, the few digits that tell numbers apart
 * are fewer than the number has, and NumPy goes on with those instead of zeros: -4.9e-324 beside 2.5e+000.
 */
function filledDigits(value: number, length: number): ScientificDigits {
  const digits = scientificDigits(value);
  const isSubnormal = value !== 0 && Math.abs(value) < 2 ** -1022;
  const exact = isSubnormal && digits.fraction.length < length ? splitScientific(value.toExponential(length)) : digits;
  return { ...exact, fraction: exact.fraction.padEnd(length, "0") };
}

/** `-12.5`, `3.`, `0.33333333`: shortest digits, at most 8 after the point, trailing zeros dropped. */
function fixedDigits(value: number): string {
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  const magnitude = Math.abs(value);
  const shortest = shortestFixed(magnitude);
  const [whole, fraction] = shortest.split(".");
  if (fraction.length <= precision) return `${sign}${whole}.${fraction}`;
  return sign + roundFixed(magnitude).replace(/0+$/, "");
}

/** The shortest digits that read back as the value, without an exponent, always with a point. */
function shortestFixed(magnitude: number): string {
  const text = String(magnitude);
  if (text.includes("e")) {
    const [digits, power] = text.split("e");
    const exponent = Number(power);
    if (exponent > 0) return `${BigInt(magnitude)}.`;
    return `0.${"0".repeat(-exponent - 1)}${digits.replace(".", "")}`;
  }
  return text.includes(".") ? text : `${text}.`;
}

/** Rounded to 8 digits after the point, exact halves to the even digit; `toFixed` would round them up. */
function roundFixed(magnitude: number): string {
  const exact = magnitude.toFixed(60);
  const cut = exact.indexOf(".") + 1 + precision;
  if (/^50*$/.test(exact.slice(cut)) && Number(exact[cut - 1]) % 2 === 0) return exact.slice(0, cut);
  return magnitude.toFixed(precision);
}

interface ScientificDigits {
  whole: string;
  fraction: string;
  exponent: string;
}

function scientificDigits(value: number): ScientificDigits {
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  const magnitude = Math.abs(value);
  const shortest = magnitude.toExponential();
  const text = fractionLength(shortest) <= precision ? shortest : roundScientific(magnitude);
  const { whole, fraction, exponent } = splitScientific(text);
  return { whole: sign + whole, fraction: fraction.replace(/0+$/, ""), exponent };
}

function splitScientific(text: string): ScientificDigits {
  const [digits, power] = text.split("e");
  const [whole, fraction = ""] = digits.split(".");
  return { whole, fraction, exponent: power[0] + power.slice(1).padStart(2, "0") };
}

function fractionLength(text: string): number {
  const point = text.indexOf(".");
  return point < 0 ? 0 : text.indexOf("e") - point - 1;
}

function roundScientific(magnitude: number): string {
  const exact = magnitude.toExponential(60);
  const [digits, power] = exact.split("e");
  const cut = 2 + precision;
  const half = /^50*$/.test(digits.slice(cut));
  if (half && Number(digits[cut - 1]) % 2 === 0) return `${digits.slice(0, cut)}e${power}`;
  return magnitude.toExponential(precision);
}

function nonFinite(value: number): string {
  if (Number.isNaN(value)) return "nan";
  return value < 0 ? "-inf" : "inf";
}

function nonFiniteWidths(values: ArrayLike<number>): number[] {
  const widths = new Set<number>();
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) widths.add(nonFinite(values[i]).length);
  }
  return [...widths];
}

/** One number as Python prints a float: `0.5`, `3.0`, `1e-05`, `nan`. */
export function formatScalar(value: number): string {
  if (!Number.isFinite(value)) return nonFinite(value);
  const magnitude = Math.abs(value);
  if (magnitude !== 0 && (magnitude < 1e-4 || magnitude >= 1e16)) {
    const [digits, power] = value.toExponential().split("e");
    return `${digits}e${power[0]}${power.slice(1).padStart(2, "0")}`;
  }
  const text = Object.is(value, -0) ? "-0" : String(value);
  return text.includes(".") ? text : `${text}.0`;
}
