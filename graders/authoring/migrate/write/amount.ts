/** Points as text: rounded to two digits, without floating-point noise. */
export function formatPoints(points: number): string {
  return String(Math.round(points * 100) / 100);
}

/** `1 point`, `2.5 points`. */
export function amount(value: number, what: string): string {
  const text = formatPoints(value);
  return `${text} ${what}${text === "1" ? "" : "s"}`;
}
