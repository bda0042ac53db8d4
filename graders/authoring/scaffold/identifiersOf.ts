/** What an assignment is called in TypeScript. */
export interface Identifiers {
  /** `softmaxRegression`, in the registry. */
  value: string;
  /** `SoftmaxRegression`, the interface of its signatures. */
  type: string;
}

/** @param slug such as `softmax-regression` */
export function identifiersOf(slug: string): Identifiers {
  const type = slug
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
  return { value: type.charAt(0).toLowerCase() + type.slice(1), type };
}
