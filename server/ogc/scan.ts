/** One reading of a stored GeoJSON file: where each feature's geometry lies, its box and its properties. As our writers write it: one feature a line. */
import { boxOf, fieldsOf, packProperties, queryablesOf, uniqueIds, validityOf, type GeometryName, type Rows, type Value } from './rows.ts';

/** Features of a stored file: where the geometry of each begins and ends, in bytes. */
export interface StoredRows extends Rows {
  from: Float64Array;
  to: Float64Array;
}

const HEAD = Buffer.from('{"type":"Feature","properties":');
const MIDDLE = Buffer.from('},"geometry":');
const [OPEN, CLOSE, LINE, MINUS, DOT, ZERO, NINE] = [123, 125, 10, 45, 46, 48, 57];

/** Reads through a file in pieces, so that it is never in memory whole. */
export class Scanner {
  private readonly properties: Record<string, Value>[] = [];
  private readonly spans: number[] = [];
  private readonly boxes: number[] = [];
  private line = Buffer.alloc(0);
  private isInGeometry = false;
  private depth = 0;
  private at = 0;
  private geometryType = '';
  // The number at hand.
  private digits = 0;
  private scale = 0;
  private sign = 1;
  private isNumber = false;
  private isLat = false;
  private box = [Infinity, Infinity, -Infinity, -Infinity];

  /** The next bytes of the file. */
  push(bytes: Uint8Array): void {
    let i = 0;
    while (i < bytes.length) i = this.isInGeometry ? this.readGeometry(bytes, i) : this.readHead(bytes, i);
    this.at += bytes.length;
  }

  /** Up to where a geometry begins, or the end of the line. */
  private readHead(bytes: Uint8Array, from: number): number {
    const end = bytes.indexOf(LINE, from);
    const until = end < 0 ? bytes.length : end;
    const before = this.line.length;
    const line = Buffer.concat([this.line, bytes.subarray(from, until)]);
    const found = line.subarray(0, HEAD.length).equals(HEAD) ? line.indexOf(MIDDLE, Math.max(0, before - MIDDLE.length)) : -1;
    if (found >= 0) {
      this.properties.push(JSON.parse(line.subarray(HEAD.length, found + 1).toString('utf8')) as Record<string, Value>);
      const start = from + (found + MIDDLE.length - before);
      this.spans.push(this.at + start);
      this.line = Buffer.alloc(0);
      [this.isInGeometry, this.depth, this.isNumber, this.isLat] = [true, 0, false, false];
      this.box = [Infinity, Infinity, -Infinity, -Infinity];
      this.geometryType ||= /"type":"(\w+)"/.exec(line.subarray(found).toString('latin1').slice(0, 60))?.[1] ?? '';
      return start;
    }
    this.line = end < 0 ? line : Buffer.alloc(0);
    return end < 0 ? bytes.length : end + 1;
  }

  /** Numbers of a geometry into its box, to the brace that closes it; `null` ends with the brace of the feature. */
  private readGeometry(bytes: Uint8Array, from: number): number {
    let { digits, scale, sign, isNumber, isLat } = this;
    const { box } = this;
    let i = from;
    for (; i < bytes.length; i++) {
      const byte = bytes[i]!;
      if (byte >= ZERO && byte <= NINE) {
        digits = isNumber ? digits * 10 + (byte - ZERO) : byte - ZERO;
        if (!isNumber) [isNumber, scale] = [true, 0];
        else if (scale > 0) scale *= 10;
        continue;
      }
      if (byte === DOT) {
        scale = 1;
        continue;
      }
      if (isNumber) {
        const value = (sign * digits) / (scale || 1);
        const lower = isLat ? 1 : 0;
        if (value < box[lower]!) box[lower] = value;
        if (value > box[lower + 2]!) box[lower + 2] = value;
        [isNumber, isLat, sign] = [false, !isLat, 1];
      }
      if (byte === MINUS) sign = -1;
      else if (byte === OPEN) this.depth++;
      else if (byte === CLOSE && --this.depth <= 0) break;
    }
    Object.assign(this, { digits, scale, sign, isNumber, isLat });
    if (i === bytes.length) return i;
    // A geometry closes its own brace; of none, the brace is that of the feature.
    this.spans.push(this.at + i + (this.depth === 0 ? 1 : 0));
    this.boxes.push(...(box[0]! > box[2]! ? [NaN, NaN, NaN, NaN] : box));
    this.isInGeometry = false;
    return this.depth === 0 ? i + 1 : i;
  }

  /** @param level of admin units; null of lines and points */
  finish(level: number | null): StoredRows {
    const { properties } = this;
    const spans = Float64Array.from(this.spans);
    const boxes = Float64Array.from(this.boxes);
    const fields = fieldsOf(properties);
    const code = (each: Record<string, Value>) => (each[level === null ? 'pcode' : `adm${level}_pcode`] ?? null) as string | null;
    return {
      ids: uniqueIds(properties.map(code)),
      boxes,
      bbox: boxOf(boxes),
      geometry: toName(this.geometryType),
      fields,
      ...packProperties(properties),
      queryables: queryablesOf(fields, properties, level),
      validity: validityOf(properties),
      from: spans.filter((_, i) => i % 2 === 0),
      to: spans.filter((_, i) => i % 2 === 1),
    };
  }
}

const toName = (type: string): GeometryName => (type === 'MultiLineString' || type === 'Point' ? type : 'MultiPolygon');
