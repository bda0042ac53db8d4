import { setImmediate } from "node:timers/promises";
import { deflateRawSync } from "node:zlib";
import { Zip, ZipPassThrough } from "fflate";
import { words } from "../../src/words/words";
import type { Asked } from "./Route";

/** A file that the browser saves. @param name without folders; it may hold any letters */
export function download({ c }: Asked, name: string, content: Buffer | Uint8Array, type: string): Response {
  return c.body(Uint8Array.from(content), 200, headersOf(name, type));
}

/**
 * The same for a text that is made while it is sent: however large it is, little of it is in memory, and pages are answered
 * meanwhile.
 */
export function downloadText({ c }: Asked, name: string, chunks: Iterable<string>, type: string): Response {
  return c.body(streamOf(encoded(chunks)), 200, headersOf(name, type));
}

/** Several files, as one that the browser saves, made while it is sent. */
export function downloadZip(
  { c }: Asked,
  name: string,
  files: Iterable<{ path: string; content: Uint8Array }>,
): Response {
  return c.body(streamOf(zipped(files)), 200, headersOf(name, "application/zip"));
}

function headersOf(name: string, type: string): Record<string, string> {
  return {
    "Content-Type": type,
    "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    "Cache-Control": "no-store",
  };
}

function* encoded(chunks: Iterable<string>): Generator<Uint8Array> {
  for (const chunk of chunks) yield Buffer.from(chunk, "utf8");
}

function* zipped(files: Iterable<{ path: string; content: Uint8Array }>): Generator<Uint8Array> {
  const made: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    made.push(bytes);
  });
  for (const { path, content } of files) {
    const file = new DeflatedFile(path);
    zip.add(file);
    file.push(content, true);
    yield* made.splice(0);
  }
  zip.end();
  yield* made;
}

/** A file in a zip file, compressed by Node: five times as fast as fflate itself. It is pushed as a whole. */
class DeflatedFile extends ZipPassThrough {
  override compression = 8;

  protected override process(content: Uint8Array, isLast: boolean): void {
    this.ondata(null, deflateRawSync(content), isLast);
  }
}

/** So many bytes are made before others have their turn. */
const most = 64 * 2 ** 10;

/** When something cannot be made, the download breaks off: it must not look whole. */
function streamOf(chunks: Iterator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(stream) {
      await setImmediate();
      try {
        for (let size = 0; size < most; ) {
          const { done, value } = chunks.next();
          if (done) {
            stream.close();
            return;
          }
          size += value.byteLength;
          stream.enqueue(value);
        }
      } catch (error) {
        console.error(`nablab: ${words.commands.fault((error as Error).message)}`);
        stream.error(error);
      }
    },
    cancel() {
      chunks.return?.();
    },
  });
}
