/**
 * A draw from the binomial distribution: how many of `n` trials succeed, each with the probability `p`. The same numbers
 * in the same order as NumPy's legacy generator (`legacy_random_binomial` and `random_binomial_btpe`).
 */
export function binomial(n: number, p: number, uniform: () => number): number {
  if (n === 0 || p === 0) return 0;
  if (p > 0.5) return n - few(n, 1 - p, uniform);
  return few(n, p, uniform);
}

function few(n: number, p: number, uniform: () => number): number {
  return p * n <= 30 ? byInversion(n, p, uniform) : byRejection(n, p, uniform);
}

/** Adds up probabilities from 0 on until they exceed a uniform number. */
function byInversion(n: number, p: number, uniform: () => number): number {
  const q = 1 - p;
  const none = Math.exp(n * Math.log(q));
  const bound = Math.floor(Math.min(n, n * p + 10 * Math.sqrt(n * p * q + 1)));
  let count = 0;
  let probability = none;
  let u = uniform();
  while (u > probability) {
    count += 1;
    if (count > bound) {
      count = 0;
      probability = none;
      u = uniform();
    } else {
      u -= probability;
      probability = ((n - count + 1) * p * probability) / (count * q);
    }
  }
  return count;
}

/** The regions of the envelope: a triangle in the middle, a parallelogram around it, exponential tails. */
function envelope(n: number, p: number) {
  const r = Math.min(p, 1 - p);
  const q = 1 - r;
  const fm = n * r + r;
  const m = Math.floor(fm);
  const p1 = Math.floor(2.195 * Math.sqrt(n * r * q) - 4.6 * q) + 0.5;
  const xm = m + 0.5;
  const xl = xm - p1;
  const xr = xm + p1;
  const c = 0.134 + 20.5 / (15.3 + m);
  const left = (fm - xl) / (fm - xl * r);
  const laml = left * (1 + left / 2);
  const right = (xr - fm) / (xr * q);
  const lamr = right * (1 + right / 2);
  const p2 = p1 * (1 + 2 * c);
  const p3 = p2 + c / laml;
  const p4 = p3 + c / lamr;
  return { r, q, m, p1, p2, p3, p4, xm, xl, xr, c, laml, lamr, nrq: n * r * q };
}

/** Algorithm BTPE of Kachitvichyanukul and Schmeiser (1988). */
function byRejection(n: number, p: number, uniform: () => number): number {
  const e = envelope(n, p);
  for (;;) {
    const u = uniform() * e.p4;
    let v = uniform();
    let y: number;
    if (u <= e.p1) return Math.floor(e.xm - e.p1 * v + u);
    if (u <= e.p2) {
      const x = e.xl + (u - e.p1) / e.c;
      v = v * e.c + 1 - Math.abs(e.m - x + 0.5) / e.p1;
      if (v > 1) continue;
      y = Math.floor(x);
    } else if (u <= e.p3) {
      y = Math.floor(e.xl + Math.log(v) / e.laml);
      if (y < 0 || v === 0) continue;
      v *= (u - e.p2) * e.laml;
    } else {
      y = Math.floor(e.xr - Math.log(v) / e.lamr);
      if (y > n || v === 0) continue;
      v *= (u - e.p3) * e.lamr;
    }
    if (isAccepted(y, v, n, e)) return y;
  }
}

function isAccepted(y: number, v: number, n: number, e: ReturnType<typeof envelope>): boolean {
  const k = Math.abs(y - e.m);
  if (k <= 20 || k >= e.nrq / 2 - 1) return v <= density(y, n, e);
  const rho = (k / e.nrq) * ((k * (k / 3 + 0.625) + 0.16666666666666666) / e.nrq + 0.5);
  const t = (-k * k) / (2 * e.nrq);
  const logarithm = Math.log(v);
  if (logarithm < t - rho) return true;
  if (logarithm > t + rho) return false;
  return logarithm <= logDensity(y, n, e);
}

/** The probability of y relative to that of the most frequent count. */
function density(y: number, n: number, { r, q, m }: ReturnType<typeof envelope>): number {
  const s = r / q;
  const a = s * (n + 1);
  let f = 1;
  for (let i = m + 1; i <= y; i++) f *= a / i - s;
  for (let i = y + 1; i <= m; i++) f /= a / i - s;
  return f;
}

/** The logarithm of the same, by Stirling's formula. */
function logDensity(y: number, n: number, { r, q, m, xm }: ReturnType<typeof envelope>): number {
  const x1 = y + 1;
  const f1 = m + 1;
  const z = n + 1 - m;
  const w = n - y + 1;
  return (
    xm * Math.log(f1 / x1) +
    (n - m + 0.5) * Math.log(z / w) +
    (y - m) * Math.log((w * r) / (x1 * q)) +
    stirling(f1) +
    stirling(z) +
    stirling(x1) +
    stirling(w)
  );
}

function stirling(x: number): number {
  const x2 = x * x;
  return (13680 - (462 - (132 - (99 - 140 / x2) / x2) / x2) / x2) / x / 166320;
}
