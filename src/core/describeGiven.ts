/** What a function was given, as its error says it. Arrays are told by their shape: their class is built on this. */
export function describeGiven(value: unknown): string {
  if (value === undefined) return "nothing (undefined)";
  if (value === null) return "null";
  if (typeof value === "function") return "a function";
  if (typeof value === "string") return `the text ${JSON.stringify(value.slice(0, 20))}`;
  if (typeof value !== "object") return `the ${typeof value} ${String(value)}`;
  if (Array.isArray(value)) return "a list";
  if ("shape" in value && Array.isArray(value.shape)) return `an array of shape (${value.shape.join(", ")})`;
  const keys = Object.keys(value).slice(0, 5);
  return keys.length > 0 ? `an object with the keys ${keys.join(", ")}` : "an empty object";
}
