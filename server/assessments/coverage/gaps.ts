/** Units that nobody assessed, with the people in them. Pure. */
import type { GapsAnswer } from '../../contract/assessments/coverage.ts';
import { COLLECTED } from '../../contract/assessments/assessments.ts';
import { coverAt } from './cover.ts';
import type { Ground } from './ground.ts';
import { isAsked, lastDay, sectorsOf, type Asked, type Counted } from './measure.ts';

export interface People {
  /** By code of the units of the level; null: no population is published. */
  of: ReadonlyMap<string, number> | null;
  source: GapsAnswer['population'];
}

/** `months` back from a day; of days that a month has not, the last it has. */
export function monthsBefore(today: string, months: number): string {
  const [year, month, day] = today.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(day, last))).toISOString().slice(0, 10);
}

/** Data collected on `since` or later fill a gap, and so does what is going on now. What is planned does not. */
export function findGaps(ground: Ground, all: readonly Counted[], asked: Asked & { since: string }, people: People): GapsAnswer {
  const { scope, level, since, today } = asked;
  const records = all.filter((record) => isAsked(record, asked) && record.status !== 'planned');
  const covers = coverAt(ground, level, records);
  const filled = new Set<string>();
  const above = new Set<string>();
  const last = new Map<string, string>();
  for (const [i, record] of records.entries()) {
    const day = lastDay(record, today);
    const isNow = record.status === 'ongoing';
    const counts = isNow || (day !== null && day >= since);
    for (const pcode of covers[i]!.own) {
      if (counts) filled.add(pcode);
      if (day !== null && COLLECTED.includes(record.status) && day > (last.get(pcode) ?? '')) last.set(pcode, day);
    }
    if (counts) for (const pcode of covers[i]!.above) above.add(pcode);
  }
  const gaps = ground
    .unitsAt(level)
    .filter(({ pcode }) => !filled.has(pcode))
    .map(({ pcode, names, parentPcode }) => ({
      pcode,
      name: names[0]?.name ?? '',
      parent: parentPcode,
      population: people.of?.get(pcode) ?? null,
      last: last.get(pcode) ?? null,
      above: above.has(pcode),
    }))
    .toSorted((a, b) => (b.population ?? -1) - (a.population ?? -1) || (a.pcode < b.pcode ? -1 : 1));
  const sum = (list: readonly { population: number | null }[]) =>
    people.of === null ? null : list.reduce((total, { population }) => total + (population ?? 0), 0);
  const without = gaps.filter((gap) => !gap.above);
  return {
    scope,
    version: ground.version,
    level,
    since,
    sectors: sectorsOf(records, asked.sector, asked.ofGroups),
    gaps,
    people: sum(gaps),
    withoutAny: { units: without.length, people: sum(without) },
    population: people.source,
    units: ground.unitsAt(level).length,
  };
}
