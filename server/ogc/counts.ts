/** Counts by unit, laid on the features of the boundaries: of a 3W what its policy lets everybody know, of a layer how many features a unit has. Pure. */
import type { LayerUnit } from '../contract/overlays/layer.ts';
import { fieldsOf, packProperties, queryablesOf, type Field, type Rows, type Value } from './rows.ts';

/** Of boundaries: what tells which unit it is. */
const OF_UNIT = /^adm\d_(pcode|name\d?)$/;

/**
 * The rows of boundaries with other properties: codes and names of the unit and those above it, then what is counted in it.
 * @param numbers fields that are counted, in their order
 * @param countsOf by P-code
 */
export function layCounts(boundaries: Rows, level: number, numbers: readonly string[], countsOf: (pcode: string) => Record<string, Value>): Rows {
  const properties = Array.from({ length: boundaries.ids.length }, (_, row) => {
    const own = JSON.parse(Buffer.from(boundaries.properties.subarray(boundaries.starts[row], boundaries.starts[row + 1])).toString('utf8')) as Record<
      string,
      Value
    >;
    const unit = Object.fromEntries(Object.entries(own).filter(([name]) => OF_UNIT.test(name)));
    return { ...unit, ...countsOf(String(own[`adm${level}_pcode`] ?? '')) };
  });
  const fields = fieldsOf(properties).map((field): Field =>
    numbers.includes(field.name) ? { name: field.name, type: field.type === 'number' ? 'number' : 'integer' } : field,
  );
  return { ...boundaries, fields, ...packProperties(properties), queryables: queryablesOf(fields, properties, level), validity: null };
}

export const PRESENCE_NUMBERS = ['organisations', 'sectors', 'records', 'people'];

/** Of a unit: null is not known, or withheld. */
interface Told {
  organisations: number | null;
  sectors: number | null;
  records: number | null;
  people: number | null;
  reason?: string | undefined;
}

/** A unit in which something is reported and nothing is counted has none; of the others nobody knows. */
export function presenceCounts({ byPcode, reported }: { byPcode: Readonly<Record<string, Told>>; reported: readonly string[] }) {
  const known = new Set(reported);
  return (pcode: string): Record<string, Value> => {
    const found = byPcode[pcode];
    const none = known.has(pcode) ? 0 : null;
    const [organisations, sectors, records] = found ? [found.organisations, found.sectors, found.records] : [none, none, none];
    return { organisations, sectors, records, people: found?.people ?? null, reason: found?.reason ?? (found || known.has(pcode) ? null : 'not-reported') };
  };
}

/** Of a layer of which everybody is given counts; null: withheld. */
export function layerCounts(units: readonly LayerUnit[]) {
  const byCode = new Map(units.map(({ pcode, features }) => [pcode, features]));
  return (pcode: string): Record<string, Value> => {
    const features = byCode.get(pcode);
    return { features: features ?? null, reason: features === null ? 'withheld' : features === undefined ? 'not-reported' : null };
  };
}
