/** What is missing in a structure on a day, or is about to be: data, worded by server/words (clauses `gap.…`). Pure; the day comes in. */
import { nameIn } from '../contract/groups/names.ts';
import type { Capacity, Gap as SaidGap, Group } from '../contract/groups/groups.ts';
import type { Lang } from '../contract/languages.ts';
import { clause, type ClauseCode } from '../words/clauses.ts';
import { sayClause } from '../words/words.ts';
import { addDays, findManagers, hasEnded, holdsOn, stands, type Structure } from './structure.ts';
import { HELD } from './words.ts';

/** Groups that coordinate a sector, which need a lead and an IM focal point. */
const COORDINATING: readonly Group['type'][] = ['cluster', 'sector', 'aor', 'sub-cluster'];
/** An appointment that ends within so many days is said. */
const ENDING_DAYS = 30;
/** Not changed for so long, a group may not be what it says any more. */
const STALE_DAYS = 183;
/** A co-lead that ended longer ago is missed by nobody: not every group has one. */
const REMEMBERED_DAYS = 365;

/** Of documents the room above tells (server/documents/notices.ts). */
type OwnCode = Exclude<SaidGap['code'], 'review-due' | 'review-overdue'>;
export type Gap = Omit<SaidGap, 'text' | 'code' | 'document'> & { code: OwnCode };

/** What each is called as a clause, with `group`, `organisation`, `role` and `day` as they apply. */
const CLAUSES: Record<Gap['code'], ClauseCode> = {
  'no-lead': 'gap.no-lead',
  'no-imo': 'gap.no-imo',
  'lead-ended': 'gap.lead-ended',
  'co-lead-ended': 'gap.co-lead-ended',
  'imwg-chair-not-in-iccg': 'gap.imwg-chair-not-in-iccg',
  'appointment-ending': 'gap.appointment-ending',
  'group-stale': 'gap.group-stale',
};
/** The gap in words. @param structure that it was found in */
export function sayGap({ code, group, organisation, role, since }: Gap, { groups, organisations }: Structure, lang: Lang): string {
  const by = organisations.find(({ id }) => id === organisation);
  const params = {
    group: nameIn(groups.find(({ id }) => id === group)?.names ?? {}, lang),
    organisation: by ? (by.acronym ?? nameIn({ en: by.name, ...by.names }, lang)) : '',
    role: role ? clause(HELD[role]) : '',
    day: since ?? '',
  };
  return sayClause(clause(CLAUSES[code], params), lang) ?? code;
}

/**
 * @param today YYYY-MM-DD
 * @param members whether those who ask are members: what ends soon is told to nobody else
 */
export function findGaps(structure: Structure, today: string, members: boolean): Gap[] {
  return structure.groups
    .filter(({ status }) => status === 'active')
    .flatMap((group) => [
      ...(COORDINATING.includes(group.type) ? [...leadGaps(structure, group, today), ...imoGap(structure, group, today)] : []),
      ...(members ? endingGaps(structure, group, today) : []),
      ...staleGap(group, today),
    ])
    .concat(chairGaps(structure, today));
}

/** The last of them to end; undefined where none has ended. */
const lastEnded = <T extends { end: string | null; state?: string }>(list: readonly T[], today: string): T | undefined =>
  list.filter((each) => hasEnded(each, today) || (each.state === 'ended' && each.end !== null)).toSorted((a, b) => b.end!.localeCompare(a.end!))[0];

function leadGaps({ seats }: Structure, { id: group }: Group, today: string): Gap[] {
  const own = (capacity: Capacity) => seats.filter((seat) => seat.group === group && seat.capacity === capacity);
  const found: Gap[] = [];
  const leads = own('lead');
  if (!leads.some((seat) => holdsOn(seat, today))) {
    const last = lastEnded(leads, today);
    found.push(last ? { group, code: 'lead-ended', since: last.end!, organisation: last.organisation } : { group, code: 'no-lead' });
  }
  const coLeads = own('co-lead');
  const last = lastEnded(coLeads, today);
  if (last && last.end! >= addDays(today, -REMEMBERED_DAYS) && !coLeads.some((seat) => holdsOn(seat, today)))
    found.push({ group, code: 'co-lead-ended', since: last.end!, organisation: last.organisation });
  return found;
}

function imoGap({ appointments }: Structure, { id: group }: Group, today: string): Gap[] {
  const imos = appointments.filter((each) => each.group === group && each.role === 'imo' && (each.state === 'active' || each.state === 'ended'));
  if (imos.some((each) => stands(each, today))) return [];
  const last = lastEnded(imos, today);
  return [{ group, code: 'no-imo', ...(last ? { since: last.end! } : {}) }];
}

/** Of whoever holds more than plain membership: a year before, hundreds of members would end on the same day. */
function endingGaps({ appointments }: Structure, { id: group }: Group, today: string): Gap[] {
  const until = addDays(today, ENDING_DAYS);
  return appointments
    .filter((each) => each.group === group && each.role !== 'member' && stands(each, today) && each.end !== null && each.end <= until)
    .map(({ role, organisation, end }) => ({ group, code: 'appointment-ending', since: end!, role, ...(organisation ? { organisation } : {}) }));
}

function staleGap({ id: group, updatedAt }: Group, today: string): Gap[] {
  const since = updatedAt.slice(0, 10);
  return since < addDays(today, -STALE_DAYS) ? [{ group, code: 'group-stale', since }] : [];
}

/** The chair of the group for information management is a member of the ICCG, where there is one. */
function chairGaps({ groups, appointments }: Structure, today: string): Gap[] {
  const imwg = findManagers(groups);
  const iccg = groups.find(({ type, status }) => type === 'iccg' && status === 'active');
  if (!imwg || imwg.status !== 'active' || !iccg) return [];
  const standing = appointments.filter((each) => stands(each, today));
  const seated = new Set(standing.filter(({ group }) => group === iccg.id).map(({ person }) => person));
  return standing
    .filter(({ group, role, person }) => group === imwg.id && role === 'chair' && !seated.has(person))
    .map(({ role, organisation }) => ({ group: imwg.id, code: 'imwg-chair-not-in-iccg', role, ...(organisation ? { organisation } : {}) }));
}
