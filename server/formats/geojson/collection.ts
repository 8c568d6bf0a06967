/** What the members beside the features say of all of them: the coordinate system, and whether this is all. */
import type { Finding } from '../../contract/finding.ts';
import { clause } from '../../words/clauses.ts';
import { makeFinding } from '../../words/findings.ts';

/**
 * Members of a collection by which a server says that it did not send all: ArcGIS, WFS and OGC API Features (`numberReturned` adds nothing to
 * what is counted here).
 */
const LEFT_OUT: Record<string, 'flag' | 'count' | 'links'> = { exceededTransferLimit: 'flag', numberMatched: 'count', totalFeatures: 'count', links: 'links' };

/** Whether a member of a collection tells of the whole, as servers of features write it (pages, counts), and is no attribute. */
export const isAboutAll = (key: string) => Object.hasOwn(LEFT_OUT, key);

/** Gathers what members say; `value` as the reader gives it: nested ones as JSON text. */
export class CutNotes {
  /** Member that says that this is not all. */
  #by: string | null = null;
  /** How many features a member says there are. */
  #stated: { by: string; of: number } | null = null;

  read(key: string, value: unknown): void {
    const kind = LEFT_OUT[key];
    if (kind === 'flag' && (value === true || value === 'true')) this.#by ??= key;
    else if (kind === 'links' && typeof value === 'string' && /"rel":"next"/.test(value)) this.#by ??= key;
    // How many of them are here is known when all are read.
    else if (kind === 'count' && typeof value === 'number' && value > (this.#stated?.of ?? 0)) this.#stated = { by: key, of: value };
  }

  /** ArcGIS says in `properties` of the collection what others say beside its features. */
  readAll(text: unknown): void {
    if (typeof text !== 'string' || !text.startsWith('{')) return;
    for (const [key, value] of Object.entries(JSON.parse(text) as Record<string, unknown>)) if (isAboutAll(key)) this.read(key, value);
  }

  /** @param rows features that were read */
  finding(file: string, rows: number): Finding | null {
    const isShort = this.#stated !== null && this.#stated.of > rows;
    const by = isShort ? this.#stated!.by : this.#by;
    if (by === null) return null;
    const item = { id: `geojson.cut:${file}`, pcodes: [], rows: [], clause: clause('reading.cut', { member: by }) };
    return makeFinding('geojson.cut', 'error', null, [item], { file, rows, of: isShort ? this.#stated!.of : 0 }, 1);
  }
}

/** `crs` of GeoJSON 2008: a name that is a URN or an authority code. CRS84 is EPSG:4326 with the axes as GeoJSON has them. */
export function toCrs(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const name = (/"name"\s*:\s*"((?:urn:|EPSG:|OGC:|https?:)[^"]*)"/i.exec(value)?.[1] ?? value).trim();
  if (/CRS:?84$/i.test(name)) return 'EPSG:4326';
  const code = /EPSG(?:::?|\/[\d.]*\/|:[\d.]*:)(\d{4,6})$/i.exec(name)?.[1];
  return code ? `EPSG:${code}` : name;
}
