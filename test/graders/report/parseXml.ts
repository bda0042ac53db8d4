/** An element of an XML document, as far as test reports need it: no namespaces, and only numeric entities. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

/**
 * Parses XML strictly: every element closed, every attribute quoted and unique, no character that XML 1.0 forbids.
 *
 * @throws Error when the text is not well-formed
 */
export function parseXml(xml: string): Element {
  const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.exec(xml);
  if (forbidden) throw new Error(`a character that XML does not allow at ${forbidden.index}`);
  const document: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [document];
  const token = /<\?xml [^?<]*\?>|<(\/?)([A-Za-z_][\w.-]*)((?:\s+[\w.:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/uy;
  while (token.lastIndex < xml.length) {
    const start = token.lastIndex;
    const match = token.exec(xml);
    if (!match) throw new Error(`not well-formed at ${start}: ${xml.slice(start, start + 60)}`);
    const [, closing, name, attributes, selfClosing, text] = match;
    const current = open[open.length - 1];
    if (text !== undefined) current.text += decode(text);
    else if (closing) {
      if (current.name !== name) throw new Error(`</${name}> closes <${current.name}>`);
      open.pop();
    } else if (name) {
      const element = { name, attributes: readAttributes(attributes), children: [], text: "" };
      current.children.push(element);
      if (!selfClosing) open.push(element);
    }
  }
  if (open.length !== 1) throw new Error(`<${open[open.length - 1].name}> is not closed`);
  if (document.children.length !== 1) throw new Error("a document has one root");
  return document.children[0];
}

function readAttributes(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, value] of text.matchAll(/([\w.:-]+)="([^"]*)"/g)) {
    if (name in attributes) throw new Error(`${name} is there twice`);
    attributes[name] = decode(value);
  }
  return attributes;
}

function decode(text: string): string {
  return text.replace(/&([^;]*);?/g, (reference, name: string) => {
    const number = /^#(\d+)$/.exec(name);
    if (!number || !reference.endsWith(";")) throw new Error(`${reference} is no reference`);
    return String.fromCodePoint(Number(number[1]));
  });
}
