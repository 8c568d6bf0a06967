/** The structure as a flat table, one row for each group. Without persons, so that it can be handed on. */
import { toCsv } from '../../formats/tables/write.ts';
import type { Capacity, Group } from '../../contract/groups/groups.ts';
import type { Lang } from '../../contract/languages.ts';
import { findGaps, sayGap } from '../gaps.ts';
import { holdsOn, stands, type Structure } from '../structure.ts';

/** Between several values of one cell. */
const AND = '; ';

/**
 * UTF-8 with a byte order mark, RFC 4180; a text that a spreadsheet would run as a formula is defused.
 * @param structure what everybody may see
 * @param on the day it shows, YYYY-MM-DD
 * @param lang of the gaps
 */
export function writeStructureCsv(structure: Structure, on: string, lang: Lang = 'en'): Uint8Array<ArrayBuffer> {
  const { groups, organisations, seats, appointments } = structure;
  const nameOf = new Map(organisations.map(({ id, name, acronym }) => [id, acronym ?? name]));
  const gaps = findGaps(structure, on, false);
  const inCapacity = ({ id }: Group, capacity: Capacity) =>
    seats.filter((seat) => seat.group === id && seat.capacity === capacity && holdsOn(seat, on)).map(({ organisation }) => nameOf.get(organisation)!);
  const inRole = ({ id }: Group, role: string) =>
    appointments
      .filter((each) => each.group === id && each.role === role && stands(each, on))
      .map(({ organisation }) => (organisation === null ? '?' : nameOf.get(organisation)!));
  const languages = [...new Set(groups.flatMap(({ names }) => Object.keys(names)))].toSorted(
    (a, b) => Number(b === 'en') - Number(a === 'en') || a.localeCompare(b),
  );

  const columns: [heading: string, of: (group: Group) => string | number | null][] = [
    ['group', ({ id }) => id],
    ...languages.map((tag): [string, (group: Group) => string] => [`name_${tag}`, ({ names }) => names[tag] ?? '']),
    ['acronym', ({ acronym }) => acronym],
    ['type', ({ type }) => type],
    ['status', ({ status }) => status],
    ['sector', ({ sector }) => sector],
    ['parent', ({ parent }) => parent],
    ['reports_to', ({ reportsTo }) => reportsTo],
    ['hub', ({ hub }) => hub],
    ['lead', (group) => inCapacity(group, 'lead').join(AND)],
    ['co_lead', (group) => inCapacity(group, 'co-lead').join(AND)],
    ['government_lead', (group) => inCapacity(group, 'government-lead').join(AND)],
    ['chair', (group) => [...inRole(group, 'chair'), ...inRole(group, 'coordinator')].join(AND)],
    ['imo', (group) => inRole(group, 'imo').join(AND)],
    ['members', (group) => inCapacity(group, 'member').join(AND)],
    ['pcodes', ({ area }) => area.join(AND)],
    ['since', ({ since }) => since],
    ['until', ({ until }) => until],
    ['mailbox', ({ mailbox }) => mailbox],
    ['website', ({ website }) => website],
    ['mirrors', ({ mirrors }) => mirrors],
    ['updated', ({ updatedAt }) => updatedAt.slice(0, 10)],
    [
      'gaps',
      ({ id }) =>
        gaps
          .filter(({ group }) => group === id)
          .map((gap) => sayGap(gap, structure, lang))
          .join(' '),
    ],
  ];
  const rows = [columns.map(([heading]) => heading), ...groups.map((group) => columns.map(([, of]) => of(group)))];
  return toCsv(rows);
}
