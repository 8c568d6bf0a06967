/** A ZIP archive in memory (APPNOTE 6.3), deflated, names in UTF-8, dates fixed so that the same files give the same bytes. Up to 4 GB. */
import { crc32, deflateRawSync } from 'node:zlib';

export function writeZip(files: { name: string; bytes: Uint8Array }[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const data = deflateRawSync(bytes);
    const label = new TextEncoder().encode(name);
    // What the local header and the directory entry have in common, needed version first and extra length last.
    const common = new Uint8Array(26);
    const view = new DataView(common.buffer);
    view.setUint16(0, 20, true);
    view.setUint16(2, 0x0800, true);
    view.setUint16(4, 8, true);
    // 1980-01-01, the first day a ZIP knows.
    view.setUint16(8, 0x21, true);
    view.setUint32(10, crc32(bytes), true);
    view.setUint32(14, data.length, true);
    view.setUint32(18, bytes.length, true);
    view.setUint16(22, label.length, true);
    const local = Uint8Array.of(0x50, 0x4b, 3, 4, ...common, ...label);
    parts.push(local, data);
    const entry = new Uint8Array(16);
    new DataView(entry.buffer).setUint32(10, offset, true);
    directory.push(Uint8Array.of(0x50, 0x4b, 1, 2, 20, 0, ...common, ...entry.subarray(0, 14), ...label));
    offset += local.length + data.length;
  }
  const size = directory.reduce((sum, entry) => sum + entry.length, 0);
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, files.length, true);
  view.setUint16(10, files.length, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  return concat([...parts, ...directory, end]);
}

export function concat(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
