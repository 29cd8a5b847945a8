import { gunzipSync } from "node:zlib";

export type TarFile = { path: string; bytes: Uint8Array };

const blockBytes = 512;

/** The regular files of a .tar.gz. Source: POSIX ustar; GNU and pax long names are taken over where they stand before a file. */
export function readTar(archive: Uint8Array): TarFile[] {
  const data = gunzipSync(archive);
  const files: TarFile[] = [];
  let longName: string | null = null;
  for (let at = 0; at + blockBytes <= data.length; ) {
    const header = data.subarray(at, at + blockBytes);
    const name = textOf(header, 0, 100);
    if (name === "") break;
    const size = Number.parseInt(textOf(header, 124, 12), 8) || 0;
    const bytes = data.subarray(at + blockBytes, at + blockBytes + size);
    const type = String.fromCharCode(header[156] ?? 0);
    const prefix = textOf(header, 345, 155);
    const path = longName ?? (prefix === "" ? name : `${prefix}/${name}`);
    longName = longNameOf(type, bytes);
    if (type === "0" || type === "\0") files.push({ path, bytes });
    at += blockBytes + Math.ceil(size / blockBytes) * blockBytes;
  }
  return files;
}

function textOf(header: Uint8Array, from: number, length: number): string {
  return (
    Buffer.from(header.subarray(from, from + length))
      .toString("utf8")
      .split("\0", 1)[0] ?? ""
  );
}

function longNameOf(type: string, bytes: Uint8Array): string | null {
  if (type === "L") return Buffer.from(bytes).toString("utf8").split("\0", 1)[0] ?? null;
  return type === "x"
    ? (Buffer.from(bytes)
        .toString("utf8")
        .match(/ path=([^\n]+)\n/)?.[1] ?? null)
    : null;
}
