/** What is known of the features of a collection while their geometry stays where it is stored. Types, and how columns are read. Pure. */

export type FieldType = 'string' | 'number' | 'integer' | 'date';
export interface Field {
  name: string;
  type: FieldType;
}

export type Value = string | number | boolean | null;

/** Shapes of a collection: one for all its features. */
export type GeometryName = 'MultiPolygon' | 'MultiLineString' | 'Point' | 'MultiPoint';

/** Features in the order of the file. */
export interface Rows {
  /** Unique among them. */
  ids: string[];
  /** West, south, east, north of each in degrees; NaN where it has no geometry. */
  boxes: Float64Array;
  /** Of all; null where none has geometry. */
  bbox: [number, number, number, number] | null;
  geometry: GeometryName;
  fields: Field[];
  /** JSON objects one after the other; feature i has `properties[starts[i] … starts[i + 1])`. */
  properties: Uint8Array;
  starts: Uint32Array;
  /** By name: columns that features can be asked for by. */
  queryables: Map<string, Value[]>;
  /** Days from and to which each holds, as stated. Absent: no feature says. */
  validity: { on: (string | null)[]; to: (string | null)[] } | null;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What a column holds, told from its values; strings where all are empty. */
export function typeOf(values: readonly Value[]): FieldType {
  let [texts, days, numbers, whole] = [0, 0, 0, true];
  for (const value of values) {
    if (value === null) continue;
    if (typeof value === 'number') {
      numbers++;
      whole &&= Number.isInteger(value);
    } else {
      texts++;
      if (typeof value === 'string' && DAY.test(value)) days++;
    }
  }
  if (texts > 0) return days === texts && numbers === 0 ? 'date' : 'string';
  if (numbers === 0) return 'string';
  return whole ? 'integer' : 'number';
}

export interface Table {
  properties: Record<string, Value>[];
}

/** Names of columns in their order, each with its type. */
export function fieldsOf(properties: readonly Record<string, Value>[]): Field[] {
  const names = [...new Set(properties.flatMap((each) => Object.keys(each)))];
  return names.map((name) => {
    const type = typeOf(properties.map((each) => each[name] ?? null));
    // Codes and names are texts also where none is stated.
    return { name, type: /^(area_sqkm|center_l(at|on))$/.test(name) ? 'number' : /^valid_(on|to)$/.test(name) ? 'date' : type };
  });
}

/** JSON of each, one after the other. */
export function packProperties(properties: readonly Record<string, Value>[]): Pick<Rows, 'properties' | 'starts'> {
  const parts = properties.map((each) => Buffer.from(JSON.stringify(each)));
  const starts = new Uint32Array(parts.length + 1);
  for (const [i, { length }] of parts.entries()) starts[i + 1] = starts[i]! + length;
  return { properties: Buffer.concat(parts), starts };
}

/** Columns with codes and names, which people ask by; besides, of a level, `pcode` (its own), `parent` (of the level above) and `name`. */
export function queryablesOf(fields: readonly Field[], properties: readonly Record<string, Value>[], level: number | null): Map<string, Value[]> {
  const found = new Map<string, Value[]>();
  for (const { name } of fields)
    if (/^(adm\d_(pcode|name\d?)|pcode|parent_pcode|name\d?|adm_level|(left|right)_pcod|year|reason)$/.test(name))
      found.set(
        name,
        properties.map((each) => each[name] ?? null),
      );
  if (level === null) return found;
  const short = [
    ['pcode', `adm${level}_pcode`],
    ['parent', `adm${level - 1}_pcode`],
    ['name', `adm${level}_name`],
  ] as const;
  for (const [name, own] of short) if (found.has(own)) found.set(name, found.get(own)!);
  return found;
}

/** Days of features where they have such columns. */
export function validityOf(properties: readonly Record<string, Value>[]): Rows['validity'] {
  if (!properties.some((each) => 'valid_on' in each || 'valid_to' in each)) return null;
  const day = (value: Value | undefined) => (typeof value === 'string' && DAY.test(value) ? value : null);
  return { on: properties.map((each) => day(each['valid_on'])), to: properties.map((each) => day(each['valid_to'])) };
}

/** Ids that are unique: those given, and where one is empty or there already, with the place of the feature. */
export function uniqueIds(given: readonly (string | null)[]): string[] {
  const taken = new Set<string>();
  return given.map((each, i) => {
    let id = each || `row-${i + 1}`;
    if (taken.has(id)) id = `${id}-${i + 1}`;
    taken.add(id);
    return id;
  });
}

/** West, south, east, north of all. */
export function boxOf(boxes: Float64Array): Rows['bbox'] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < boxes.length; i += 4) {
    if (Number.isNaN(boxes[i]!)) continue;
    west = Math.min(west, boxes[i]!);
    south = Math.min(south, boxes[i + 1]!);
    east = Math.max(east, boxes[i + 2]!);
    north = Math.max(north, boxes[i + 3]!);
  }
  return west > east ? null : [west, south, east, north];
}
