import { type Content, protocolVersion } from "./Message";

/** The versions that a `kernel_info_reply` names. */
export interface Versions {
  nablab: string;
  typescript: string;
  /** What it runs on, such as `Node 26.10.0`. */
  platform: string;
}

/** The content of a `kernel_info_reply`. */
export function describeKernel({ nablab, typescript, platform }: Versions): Content {
  return {
    status: "ok",
    protocol_version: protocolVersion,
    implementation: "nablab",
    implementation_version: nablab,
    language_info: {
      name: "typescript",
      version: typescript,
      mimetype: "text/typescript",
      file_extension: ".ts",
      pygments_lexer: "typescript",
      // A name, which every front end knows: clients of the Rust family refuse objects with keys of their own.
      codemirror_mode: "typescript",
      nbconvert_exporter: "script",
    },
    banner: `nablab ${nablab}: TypeScript ${typescript} on ${platform}`,
    debugger: false,
    help_links: [{ text: "TypeScript", url: "https://www.typescriptlang.org/docs/" }],
  };
}
