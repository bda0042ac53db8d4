import { readFileSync } from "node:fs";
import path from "node:path";
import { type Content, protocolVersion } from "../../protocol/Message";
import { packageRoot } from "../packageRoot";

/** The content of a `kernel_info_reply`. */
export function kernelInfo(): Content {
  const version = versionIn(path.join(packageRoot, "package.json"));
  // Not read from TypeScript itself, which only the compiler's thread loads.
  const typescript = versionIn(require.resolve("typescript/package.json"));
  return {
    status: "ok",
    protocol_version: protocolVersion,
    implementation: "nablab",
    implementation_version: version,
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
    banner: `nablab ${version}: TypeScript ${typescript} on Node ${process.versions.node}`,
    debugger: false,
    help_links: [{ text: "TypeScript", url: "https://www.typescriptlang.org/docs/" }],
  };
}

function versionIn(manifest: string): string {
  return (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;
}
