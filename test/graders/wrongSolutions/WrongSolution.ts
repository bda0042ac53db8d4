/** A mistake that learners make: one function is wrong, and all the others are the reference's. */
export interface WrongSolution {
  fault: string;
  /** The function that has the mistake, and so the only one that may lose points. */
  function: string;
  /** Makes the mistake in the reference's text of the function. */
  write(reference: string): string;
}

/** Each pair is a part of the reference's function, which occurs once, and what is written there instead. */
export function edit(fault: string, name: string, ...pairs: [from: string, to: string][]): WrongSolution {
  const write = (reference: string): string =>
    pairs.reduce((text, [from, to]) => {
      const parts = text.split(from);
      if (parts.length !== 2) throw new Error(`${name} has ${parts.length - 1} times "${from}"; needs 1: "${fault}"`);
      return parts.join(to);
    }, reference);
  return { fault, function: name, write };
}

/** The whole function is written in another way, perhaps with something beside it. */
export function whole(fault: string, name: string, code: string): WrongSolution {
  return { fault, function: name, write: () => code };
}
