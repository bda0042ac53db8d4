import type { Element } from "./parseXml";

/** What an element may contain: attributes with their types (`!` if required), and children in this order. */
interface Rule {
  attributes: Record<string, "text" | "count" | "seconds" | "text!" | "count!">;
  children: string[];
  mixed?: boolean;
}

/**
 * The essentials of the JUnit XSD that Jenkins' xUnit plugin and most readers use: which elements and attributes exist,
 * which are required, and their types.
 */
const rules: Record<string, Rule> = {
  testsuites: {
    attributes: {
      name: "text",
      time: "seconds",
      tests: "count",
      failures: "count",
      disabled: "count",
      errors: "count",
    },
    children: ["testsuite"],
  },
  testsuite: {
    attributes: {
      name: "text!",
      tests: "count!",
      failures: "count",
      errors: "count",
      skipped: "count",
      disabled: "count",
      time: "seconds",
      timestamp: "text",
      hostname: "text",
      id: "text",
      package: "text",
      file: "text",
    },
    children: ["properties", "testcase", "system-out", "system-err"],
  },
  testcase: {
    attributes: { name: "text!", classname: "text!", time: "seconds", status: "text", assertions: "count" },
    children: ["skipped", "error", "failure", "system-out", "system-err"],
  },
  failure: { attributes: { type: "text!", message: "text" }, children: [], mixed: true },
  error: { attributes: { type: "text!", message: "text" }, children: [], mixed: true },
  skipped: { attributes: { type: "text", message: "text" }, children: [], mixed: true },
  "system-out": { attributes: {}, children: [], mixed: true },
};

/** The problems of a report, one per line; empty if it is valid. */
export function violationsOf(element: Element): string[] {
  const rule = rules[element.name];
  if (!rule) return [`<${element.name}> is unknown`];
  return [
    ...attributeViolations(element, rule),
    ...childViolations(element, rule),
    ...(element.name === "testsuite" ? countViolations(element) : []),
    ...element.children.flatMap(violationsOf),
  ];
}

function attributeViolations({ name, attributes }: Element, rule: Rule): string[] {
  const unknown = Object.keys(attributes).filter((attribute) => !(attribute in rule.attributes));
  const wrong = Object.entries(rule.attributes).filter(([attribute, type]) => {
    const value = attributes[attribute];
    if (value === undefined) return type.endsWith("!");
    if (type.startsWith("count")) return !/^\d+$/.test(value);
    return type === "seconds" && !/^\d+(\.\d+)?$/.test(value);
  });
  return [...unknown, ...wrong.map(([attribute]) => attribute)].map((attribute) => `${attribute} of <${name}>`);
}

function childViolations({ name, children, text }: Element, rule: Rule): string[] {
  const places = children.map((child) => rule.children.indexOf(child.name));
  const misplaced = children.filter((_, i) => places[i] < 0 || (i > 0 && places[i] < places[i - 1]));
  const hasText = !rule.mixed && text.trim() !== "";
  return [...misplaced.map((child) => `<${child.name}> in <${name}>`), ...(hasText ? [`text in <${name}>`] : [])];
}

/** Readers take the attributes for the truth, and complain where the cases tell another. */
function countViolations({ attributes, children }: Element): string[] {
  const cases = children.filter(({ name }) => name === "testcase");
  const having = (name: string): number =>
    cases.filter((one) => one.children.some((child) => child.name === name)).length;
  const skipped = having("skipped");
  const counted = {
    ...{ tests: cases.length, failures: having("failure"), errors: having("error") },
    ...(skipped > 0 || attributes.skipped !== undefined ? { skipped } : {}),
  };
  return Object.entries(counted).flatMap(([name, count]) =>
    Number(attributes[name]) === count ? [] : [`${name} is ${attributes[name]}, but there are ${count}`],
  );
}
