/**
 * A heading → what it may mean. Words count in their context: a heading that only mentions an organisation inside a sentence, a question or an
 * instruction says little, "Number of …", "Nombre d'…" and "ID …" turn the meaning, and of several notions in one heading none is sure.
 */
import type { Clause } from '../../contract/finding.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import { ORG_ROLES, type OrgRole, type PresenceRole } from '../../contract/presence/columns.ts';
import { clause } from '../../words/clauses.ts';
import { foldName } from '../../matching/fold.ts';
import { org, place, simple, type Hint } from './hints.ts';
import * as W from './words.ts';

/** What a heading says plainly weighs so much; a word that is only mentioned next to nothing. */
const PLAIN = 4;
const MENTIONED = 0.15;
/** From so many words on a heading is a sentence. */
const SENTENCE = 9;

interface Parsed {
  /** The heading without what stands in brackets or behind them, folded; and that rest. */
  core: string;
  aside: string;
  /** Asks, instructs or is long. */
  asks: boolean;
  /** `# of …` */
  counts: boolean;
}

/** "Region_Name", "WoredaPcod", "adm2Code", "l'organisation" → words. */
export function headingWords(heading: string): string {
  return foldName(
    heading
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .replace(/(\p{L})(\d)/gu, '$1 $2')
      .replace(/(\d)(\p{L})/gu, '$1 $2')
      .replace(/['’`ʼ]/gu, ' '),
  );
}

function parse(heading: string): Parsed {
  const numbered = heading.replace(/^\s*(?:[a-z]{0,2}\d+(?:\.\d+)*\s*[.):_-]\s*)+/iu, '');
  const at = numbered.search(/[([{]/u);
  const before = at < 0 ? numbered : numbered.slice(0, at);
  const hasCore = /\p{L}/u.test(before);
  const core = headingWords(hasCore ? before : numbered);
  const aside = hasCore && at >= 0 ? headingWords(numbered.slice(at)) : '';
  const asks = /[?؟¿]/u.test(numbered) || W.ASKING.test(core) || core.split(' ').length >= SENTENCE;
  return { core, aside, asks, counts: /^\s*#/u.test(numbered) };
}

/** BCP 47 of a column that says its language: `ADM1_FR`, `Name (Arabic)`. */
export function languageOf(heading: string, hxl: string | null): string | null {
  const tag = hxl === null ? undefined : /\+i_?([a-z]{2})\b|\+(en|fr|es|ar|pt|ru|uk)\b/.exec(hxl);
  if (tag) return tag[1] ?? tag[2]!;
  const suffix = /[\s_\-.(]\(?(en|fr|es|ar|pt|ru|uk)\)?\s*$/i.exec(heading)?.[1];
  if (suffix && (suffix === suffix.toLowerCase() || suffix === suffix.toUpperCase()) && /[_(\-.]/.test(heading)) return suffix.toLowerCase();
  const word =
    /\b(english|french|spanish|arabic|anglais|français|francais|arabe|inglés|ingles|español|francés)\b|(?:بال)?(عربية|انجليزية|إنجليزية|فرنسية)/iu.exec(
      heading,
    );
  return word ? (LANGUAGES[foldName(word[1] ?? word[2]!)] ?? null) : null;
}
const LANGUAGES: Record<string, string> = Object.fromEntries(
  [
    ['en', 'english anglais inglés ingles انجليزية إنجليزية'],
    ['fr', 'french français francais francés فرنسية'],
    ['es', 'spanish español'],
    ['ar', 'arabic arabe عربية'],
  ].flatMap(([tag, list]) => list!.split(' ').map((word) => [foldName(word), tag!])),
);

/** @param levels those a code without a level in its heading may be of */
export function headingHints(heading: string, levels: readonly AdminLevel[]): Hint[] {
  if (!heading.trim()) return [];
  const parsed = parse(heading);
  return [...orgHints(parsed), ...placeHints(parsed, levels), ...sectorHints(parsed), ...timeHints(parsed), ...otherHints(parsed)];
}

/** A text that is plainly a heading of a 3W, by itself: from this weight on. */
const CLEAR = 2.4;

/** What a text plainly heads; undefined for anything else. */
export function plainRole(text: string): PresenceRole | undefined {
  const best = headingHints(text, [1, 2, 3, 4]).reduce<Hint | undefined>((top, hint) => (hint.weight > (top?.weight ?? 0) ? hint : top), undefined);
  return best && best.weight >= CLEAR ? best.role : undefined;
}

/** How much a notion of the heading weighs, and how that is said: plainly, or only mentioned. */
function saying({ core, aside, asks }: Parsed, pattern: RegExp): { factor: number; why: Clause } | undefined {
  const inCore = pattern.exec(core);
  const found = inCore ?? pattern.exec(aside);
  if (!found) return undefined;
  return inCore && !asks
    ? { factor: 1, why: clause('why.heading', { word: found[0] }) }
    : { factor: MENTIONED, why: clause('why.heading-mentions', { word: found[0] }) };
}

const NAME_OF = /(?:^| )(?:name|nom|nombre|nome|اسم)(?: [\p{L}\p{M}]+){0,3} /u;

/** "What is the name of your organisation?" asks for it all the same. */
const asksForName = ({ core }: Parsed) => {
  const at = NAME_OF.exec(core);
  return at !== null && W.ORG.test(core.slice(at.index)) && !W.COUNT_FRENCH.test(core);
};

function orgHints(parsed: Parsed): Hint[] {
  const { core, counts } = parsed;
  const has = (pattern: RegExp) => pattern.test(core);
  const isNamed = asksForName(parsed);
  const said = [W.ORG, W.PARTNER, W.DONOR, W.FUNDING, W.BODY]
    .map((pattern) => saying(isNamed ? { ...parsed, asks: false } : parsed, pattern))
    .find((each) => each !== undefined);
  const acronym = has(W.ACRONYM);
  if (!said || (said.factor < 1 && W.WHO.test(core))) {
    if (W.WHO.test(core)) return [{ role: org('implementing', 'name'), weight: 3, why: clause('why.heading', { word: core }) }];
    if (W.LEADS_ALONE.test(core)) return [{ role: org('programming', 'name'), weight: 3, why: clause('why.heading', { word: core }) }];
    // "Acronyme" by itself is that of the organisation; "Acronyme cluster" is not.
    if (!acronym || parsed.asks) return [];
    return has(W.SECTOR) || has(W.DONOR) || has(W.ACTIVITY)
      ? [{ role: org('implementing', 'acronym'), weight: -PLAIN, why: clause('why.heading-other', { word: W.SECTOR.exec(core)?.[0] ?? core }) }]
      : [{ role: org('implementing', 'acronym'), weight: 2.8, why: clause('why.heading', { word: W.ACRONYM.exec(core)![0] }) }];
  }
  const roles = orgRoles(core, said.factor);
  const not = (code: 'why.heading-counts' | 'why.heading-id' | 'why.heading-other', pattern: RegExp): Hint[] =>
    (['name', 'acronym'] as const).flatMap((part) =>
      ORG_ROLES.map((role) => ({
        role: org(role, part),
        weight: -PLAIN,
        why: clause(code, { word: pattern.exec(core)?.[0] ?? '#' }),
      })),
    );
  if (!isNamed && (counts || has(W.COUNT) || has(W.COUNT_FRENCH))) return not('why.heading-counts', has(W.COUNT_FRENCH) ? W.COUNT_FRENCH : W.COUNT);
  if (has(W.CONTACT)) return not('why.heading-other', W.CONTACT);
  if (has(W.TYPE)) return roles.map(([role, weight]) => ({ role: org(role, 'type'), weight, why: said.why }));
  if (has(W.ID)) return not('why.heading-id', W.ID);
  if (has(W.COMMENT) && !has(W.NAME)) return not('why.heading-other', W.COMMENT);
  // Other notions beside it: "Cluster lead organisation", "Partner region". None is sure.
  const isMixed =
    !isNamed && [W.OTHER, W.SECTOR, W.ACTIVITY, W.STATUS, W.PROJECT, W.REACHED, W.LATITUDE, W.LONGITUDE, ...W.LEVELS.map(([, pattern]) => pattern)].some(has);
  const clear = isMixed ? 0.5 : 1;
  return roles.flatMap(([role, weight]) =>
    acronym
      ? [
          { role: org(role, 'acronym'), weight: weight * clear, why: said.why },
          { role: org(role, 'name'), weight: weight * clear * 0.4, why: said.why },
        ]
      : [
          { role: org(role, 'name'), weight: weight * clear, why: said.why },
          // A column of organisations may hold their acronyms (caf: ACTEUR beside Description_Acteur).
          { role: org(role, 'acronym'), weight: weight * clear * (has(W.NAME) ? 0.25 : 0.6), why: said.why },
        ],
  );
}

/** Which part the organisation plays. A plain "organisation" is the one that works there, unless another column says so more plainly. */
function orgRoles(core: string, factor: number): [role: OrgRole, weight: number][] {
  const has = (pattern: RegExp) => pattern.test(core);
  const weighed = (list: [OrgRole, number][]) => list.map(([role, weight]): [OrgRole, number] => [role, weight * factor]);
  if (has(W.DONOR)) return weighed([['funding', PLAIN]]);
  if (has(W.FUNDING)) return weighed([['funding', 2.6]]);
  if (has(W.IMPLEMENT)) return weighed([['implementing', PLAIN]]);
  if (/(?:^| )(reporting|principal|principale|prime) /u.test(`${core} `) && has(W.LEAD))
    return weighed([
      ['programming', 2.8],
      ['implementing', 2.4],
    ]);
  if (has(W.LEAD))
    return weighed([
      ['programming', PLAIN],
      ['implementing', 1],
    ]);
  if (!has(W.ORG) && !has(W.PARTNER)) return weighed([['implementing', 2.4]]);
  return has(W.PARTNER) && !has(W.ORG)
    ? weighed([
        ['implementing', 3],
        ['programming', 2.2],
      ])
    : weighed([
        ['implementing', 3.2],
        ['programming', 2.4],
      ]);
}

const NUMBERED_LEVEL = /(?:^| )(?:adm|admin|administrative|level|niveau|nivel|p code|pcode|pcod|مستوى) ?(?:level |niveau |nivel )?([0-5])(?: |$)/u;

function placeHints(parsed: Parsed, levels: readonly AdminLevel[]): Hint[] {
  const { core } = parsed;
  const has = (pattern: RegExp) => pattern.test(core);
  if (has(W.TYPE) || has(W.CONTACT) || has(W.LATITUDE) || has(W.LONGITUDE)) return [];
  const coded = has(W.PCODE) || has(W.ID);
  const part = coded ? ('code' as const) : ('name' as const);
  const mixed = has(W.ORG) || has(W.PARTNER) ? 0.4 : 1;
  const numbered = NUMBERED_LEVEL.exec(core);
  if (numbered && !parsed.asks) {
    const level = Number(numbered[1]) as AdminLevel;
    return [{ role: place(level, part), weight: PLAIN * mixed, why: clause('why.heading', { word: numbered[0].trim() }) }];
  }
  const hints: Hint[] = [];
  const isCounted = parsed.counts || has(W.COUNT) || has(W.COUNT_FRENCH);
  for (const [own, pattern] of W.LEVELS) {
    const said = saying(parsed, pattern);
    if (!said) continue;
    if (isCounted && !has(W.PCODE)) {
      hints.push({ role: place(own, 'name'), weight: -PLAIN, why: clause('why.heading-counts', { word: core }) });
      continue;
    }
    // The word for a level differs by country ("Region" is adm1 here, adm2 there): what the cells hold says which it is.
    for (const level of [1, 2, 3, 4] as const)
      if (level === own || levels.length === 0 || levels.includes(level))
        hints.push({ role: place(level, part), weight: said.factor * mixed * (level === own ? 3 : Math.abs(level - own) === 1 ? 1.2 : 0.5), why: said.why });
  }
  if (hints.length === 0 && has(W.COUNTRY) && !parsed.asks)
    return [{ role: place(0, part), weight: 3, why: clause('why.heading', { word: W.COUNTRY.exec(core)![0] }) }];
  const code = hints.length === 0 ? saying(parsed, W.PCODE) : undefined;
  if (code) for (const level of levels) if (level > 0) hints.push({ role: place(level, 'code'), weight: 3 * code.factor, why: code.why });
  return hints;
}

function sectorHints(parsed: Parsed): Hint[] {
  const { core } = parsed;
  const has = (pattern: RegExp) => pattern.test(core);
  const sub = saying(parsed, W.SUBSECTOR);
  if (sub)
    return [
      { role: simple('subsector'), weight: PLAIN * sub.factor, why: sub.why },
      { role: simple('sector'), weight: 1.2 * sub.factor, why: sub.why },
    ];
  const said = saying(parsed, W.SECTOR);
  if (!said) {
    const weak = saying(parsed, W.SECTOR_WEAK);
    return weak ? [{ role: simple('sector'), weight: 1.6 * weak.factor, why: weak.why }] : [];
  }
  if (parsed.counts || has(W.COUNT) || has(W.COUNT_FRENCH))
    return [{ role: simple('sector'), weight: -PLAIN, why: clause('why.heading-counts', { word: core }) }];
  if (has(W.CONTACT)) return [];
  const other = has(W.ORG) || has(W.PARTNER) ? 0.5 : has(W.ACTIVITY) || has(W.LEAD) || has(W.STATUS) ? 0.45 : has(W.ACRONYM) || has(W.ID) ? 0.8 : 1;
  return [
    { role: simple('sector'), weight: PLAIN * said.factor * other, why: said.why },
    { role: simple('subsector'), weight: 1 * said.factor * other, why: said.why },
  ];
}

function timeHints(parsed: Parsed): Hint[] {
  const { core } = parsed;
  const has = (pattern: RegExp) => pattern.test(core);
  const hints: Hint[] = [];
  const isForm = has(W.FORM) && !has(W.MONTH) && !has(W.START) && !has(W.END);
  if (isForm) {
    const why = clause('why.heading-form', { word: W.FORM.exec(core)![0] });
    return (['start', 'end', 'period'] as const).map((is) => ({ role: simple(is), weight: -PLAIN, why }));
  }
  const isOther = [W.ORG, W.PARTNER, W.SECTOR, W.STATUS, W.REACHED, W.NOT_REACHED].some(has) ? 0.4 : 1;
  for (const [is, pattern] of [
    ['start', W.START],
    ['end', W.END],
  ] as const) {
    const said = saying(parsed, pattern);
    if (said) hints.push({ role: simple(is), weight: (has(W.DATE) ? PLAIN : 3.2) * said.factor * isOther, why: said.why });
  }
  for (const [is, pattern, weight] of [
    ['quarter', W.QUARTER, 3.5],
    ['year', W.YEAR, 3.5],
    ['month', W.MONTH, 3.5],
  ] as const) {
    const said = saying(parsed, pattern);
    if (said) hints.push({ role: simple(is), weight: weight * said.factor * isOther, why: said.why });
  }
  if (hints.length === 0) {
    const said = saying(parsed, W.DATE);
    if (said) hints.push({ role: simple('period'), weight: 2 * said.factor * isOther, why: said.why });
  }
  return hints;
}

function otherHints(parsed: Parsed): Hint[] {
  const { core } = parsed;
  const has = (pattern: RegExp) => pattern.test(core);
  const hints: Hint[] = [];
  const add = (is: Parameters<typeof simple>[0], pattern: RegExp, weight: number) => {
    const said = saying(parsed, pattern);
    if (said) hints.push({ role: simple(is), weight: weight * said.factor, why: said.why });
  };
  add('lat', W.LATITUDE, PLAIN);
  add('lon', W.LONGITUDE, PLAIN);
  if (!has(W.ID) && !has(W.COUNT)) add('status', W.STATUS, 3.5);
  add('modality', W.MODALITY, 3.5);
  if (!has(W.CONTACT)) add('activity', W.ACTIVITY, has(W.STATUS) || has(W.TYPE) || has(W.ID) || has(W.ORG) || has(W.COUNT) ? 1.6 : has(W.DESCRIBING) ? 2 : 3.2);
  if (!has(W.TYPE) && !has(W.ID)) add('locality', W.LOCALITY, has(W.ORG) || has(W.PARTNER) || has(W.COUNT) ? 1 : 3);
  const reached = saying(parsed, W.REACHED);
  // "Beneficiaries (households)"
  if ((has(W.NOT_REACHED) || W.NOT_REACHED.test(parsed.aside)) && reached)
    hints.push({
      role: simple('people'),
      weight: -PLAIN,
      why: clause('why.heading-other', { word: (W.NOT_REACHED.exec(core) ?? W.NOT_REACHED.exec(parsed.aside))![0] }),
    });
  else if (reached && !has(W.TYPE) && !has(W.COMMENT))
    hints.push({ role: simple('people'), weight: (has(W.PART) ? 1.2 : 3.6) * reached.factor, why: reached.why });
  return hints;
}
