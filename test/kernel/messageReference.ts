import type { Message } from "../../src/kernel/protocol/Message";

/** What a field holds: a JSON type, one of some texts, a list, or an object of values. */
type Shape = "text" | "whole" | "flag" | "object" | "any" | readonly string[] | { listOf: Shape } | { mapOf: Shape };
type Fields = Record<string, Shape>;

const formats: Shape = { mapOf: "any" };
const error: Fields = { ename: "text", evalue: "text", traceback: { listOf: "text" } };
const show: Fields = { data: formats, metadata: "object" };

/** The fields of each message that a kernel publishes, in version 5.4 of the protocol. */
const published: Record<string, Fields> = {
  status: { execution_state: ["starting", "busy", "idle"] },
  execute_input: { code: "text", execution_count: "whole" },
  execute_result: { ...show, execution_count: "whole" },
  display_data: { ...show, transient: "object" },
  update_display_data: { ...show, transient: "object" },
  stream: { name: ["stdout", "stderr"], text: "text" },
  error,
  clear_output: { wait: "flag" },
  comm_close: { comm_id: "text", data: "object" },
  iopub_welcome: { subscription: "text" },
};

/** The fields of each reply that succeeds. */
const replies: Record<string, Fields> = {
  kernel_info_reply: {
    protocol_version: "text",
    implementation: "text",
    implementation_version: "text",
    language_info: "object",
    banner: "text",
    debugger: "flag",
    help_links: { listOf: "object" },
  },
  execute_reply: { execution_count: "whole", payload: { listOf: "object" }, user_expressions: "object" },
  complete_reply: { matches: { listOf: "text" }, cursor_start: "whole", cursor_end: "whole", metadata: "object" },
  inspect_reply: { found: "flag", data: formats, metadata: "object" },
  history_reply: { history: { listOf: "any" } },
  comm_info_reply: { comms: "object" },
  interrupt_reply: {},
  shutdown_reply: { restart: "flag" },
};

/** What does not agree with the reference in a message that was published. */
export function publishedFaults({ header, content }: Message): string[] {
  return [...headerFaults(header), ...faultsOf(header.msg_type, content, published[header.msg_type])];
}

/** What does not agree with the reference in a reply. */
export function replyFaults({ header, content }: Message): string[] {
  const { msg_type } = header;
  if (msg_type === "is_complete_reply") {
    const indent: Fields = content.status === "incomplete" ? { indent: "text" } : {};
    return faultsOf(msg_type, content, { status: ["complete", "incomplete", "invalid", "unknown"], ...indent });
  }
  const status: Fields = { status: ["ok", "error", "aborted"] };
  const count: Fields = msg_type === "execute_reply" ? { execution_count: "whole" } : {};
  const rest: Record<string, Fields> = { ok: replies[msg_type], error: { ...error, ...count }, aborted: count };
  const expected = msg_type in replies ? { ...status, ...rest[String(content.status)] } : undefined;
  return [...headerFaults(header), ...faultsOf(msg_type, content, expected)];
}

function headerFaults(header: Message["header"]): string[] {
  const texts = ["msg_id", "msg_type", "session", "username", "date", "version"];
  const expected = Object.fromEntries(texts.map((name) => [name, "text" as const]));
  return faultsOf(`header of ${header.msg_type}`, { ...header }, expected);
}

function faultsOf(type: string, content: Record<string, unknown>, fields: Fields | undefined): string[] {
  if (!fields) return [`${type} is not in the reference`];
  const wrong = Object.entries(fields).filter(([name, shape]) => !fits(content[name], shape));
  const other = Object.keys(content).filter((name) => !(name in fields));
  return [
    ...wrong.map(
      ([name, shape]) => `${type}.${name} is ${JSON.stringify(content[name])}, not ${JSON.stringify(shape)}`,
    ),
    ...other.map((name) => `${type}.${name} is not in the reference`),
  ];
}

function fits(value: unknown, shape: Shape): boolean {
  if (typeof shape === "string") return simple[shape](value);
  if ("listOf" in shape) return Array.isArray(value) && value.every((item) => fits(item, shape.listOf));
  if ("mapOf" in shape)
    return simple.object(value) && Object.values(value as object).every((item) => fits(item, shape.mapOf));
  return shape.includes(String(value));
}

const simple: Record<string, (value: unknown) => boolean> = {
  text: (value) => typeof value === "string",
  whole: Number.isInteger,
  flag: (value) => typeof value === "boolean",
  object: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  any: (value) => value !== undefined,
};
