/** HXL hashtags are hints, not orders: `#org+impl+acronym`, `#adm2+code`, `#sector+cluster`. Files tag a lead as acronym, and names as codes. */
import type { AdminLevel } from '../../contract/ids.ts';
import type { OrgRole, PresenceRole } from '../../contract/presence/presence.ts';
import { clause } from '../../words/clauses.ts';
import { org, place, simple, type Hint } from './hints.ts';

/** A tag that says the part weighs so much, one that leaves it open less. */
const EXPLICIT = 3;
const GENERIC = 2.4;

const ROLES: [pattern: RegExp, role: OrgRole][] = [
  [/\+(impl|implementing|leader|partner)\b/, 'implementing'],
  [/\+(prog|programming|programme|lead)\b/, 'programming'],
  [/\+(fund|funder|funding|donor)\b/, 'funding'],
];

export function tagHints(tag: string | null): Hint[] {
  if (tag === null) return [];
  const why = clause('why.tag', { tag });
  const hint = (role: PresenceRole, weight: number): Hint => ({ role, weight, why });
  const one = (is: Parameters<typeof simple>[0], weight = EXPLICIT) => [hint(simple(is), weight)];
  const adm = /^#adm([0-5])\b/.exec(tag);
  if (adm) return [hint(place(Number(adm[1]) as AdminLevel, /\+(p?code|v_pcodes?)\b/.test(tag) ? 'code' : 'name'), EXPLICIT)];
  if (tag.startsWith('#country')) return [hint(place(0, tag.includes('+code') ? 'code' : 'name'), EXPLICIT)];
  if (tag.startsWith('#org')) return orgHints(tag, hint);
  if (tag.startsWith('#sector')) return one('sector');
  if (tag.startsWith('#subsector')) return one('subsector');
  if (tag.startsWith('#activity')) return /\+(status)\b/.test(tag) ? one('status') : /\+(code|id|type)\b/.test(tag) ? one('activity', 1) : one('activity');
  if (tag.startsWith('#status')) return one('status');
  if (tag.startsWith('#modality')) return one('modality');
  if (tag.startsWith('#loc')) return one('locality');
  // Whom somebody means to reach, and households, are not the people reached.
  if (/^#(targeted|inneed)\b/.test(tag) || /^#(reached|beneficiary|affected)\b.*\+(hh|households?)\b/.test(tag)) return one('people', -EXPLICIT * 2);
  if (
    /^#(reached|beneficiary|affected)\b/.test(tag) &&
    /\+(total|num|reached|ind|all)\b/.test(tag) &&
    !/\+(hh|households?|f|m|girls|boys|women|men)\b/.test(tag)
  )
    return one('people');
  if (tag === '#reached') return one('people', GENERIC);
  if (tag.startsWith('#geo')) return tag.includes('+lat') ? one('lat') : tag.includes('+lon') ? one('lon') : [];
  if (tag.startsWith('#date')) {
    for (const is of ['start', 'end', 'year', 'month', 'quarter'] as const) if (tag.includes(`+${is}`)) return one(is);
    return one('period', GENERIC);
  }
  return [];
}

function orgHints(tag: string, hint: (role: PresenceRole, weight: number) => Hint): Hint[] {
  const said = ROLES.find(([pattern]) => pattern.test(tag))?.[1];
  const part = tag.includes('+acronym') ? 'acronym' : tag.includes('+type') ? 'type' : 'name';
  const roles: [OrgRole, number][] = said
    ? [[said, 1]]
    : [
        ['implementing', 1],
        ['programming', 0.7],
      ];
  if (part === 'type' || part === 'acronym') return roles.map(([role, factor]) => hint(org(role, part), EXPLICIT * factor));
  const isExplicit = tag.includes('+name');
  return roles.flatMap(([role, factor]) => [
    hint(org(role, 'name'), (isExplicit ? EXPLICIT : GENERIC) * factor),
    // `#org+impl` may be anything about the organisation.
    ...(isExplicit ? [] : [hint(org(role, 'acronym'), GENERIC * 0.6 * factor)]),
  ]);
}
