import { type DefaultTreeAdapterTypes, parse } from "parse5";

type Node = DefaultTreeAdapterTypes.Node;

export interface PageElement {
  name: string;
  attributes: Record<string, string>;
  /** Of the element and what is in it. */
  text: string;
}

/** Elements without an end tag. */
const empty = ["br", "meta"];

/**
 * The elements of an HTML page as a browser sees them, in document order.
 *
 * @throws Error when the page has a parse error, or an element that is not closed or not opened
 */
export function readPage(page: string): PageElement[] {
  const errors: string[] = [];
  const document = parse(page, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startLine }) => {
      // The plot library brings some along, and browsers take them as they are.
      if (code !== "control-character-in-input-stream") errors.push(`${code} in line ${startLine}`);
    },
  });
  const elements = elementsIn(document, errors);
  if (errors.length > 0) throw new Error(errors.join("; "));
  return elements;
}

function elementsIn(node: Node, errors: string[]): PageElement[] {
  const inside = "childNodes" in node ? node.childNodes.flatMap((child) => elementsIn(child, errors)) : [];
  if (!("tagName" in node)) return inside;
  const { tagName: name, attrs, sourceCodeLocation: place } = node;
  if (!place) errors.push(`<${name}> is not in the page`);
  else if (!place.endTag && !empty.includes(name)) errors.push(`<${name}> in line ${place.startLine} is not closed`);
  const attributes = Object.fromEntries(attrs.map((attribute) => [attribute.name, attribute.value]));
  return [{ name, attributes, text: textOf(node) }, ...inside];
}

function textOf(node: Node): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}
