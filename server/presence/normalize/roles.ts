/**
 * What each column of a 3W table holds: from HXL tags where there are any, from its heading in English, French, Spanish or Arabic,
 * and from its values, which win over the heading where they look like P-codes (a column "Title" that holds TD14, 3w.md §1.2).
 */
import type { AdminLevel } from '../../contract/ids.ts';
import type { OrgRole, PresenceRole, RoleGuess } from '../../contract/presence/presence.ts';
import { foldName } from '../../matching/fold.ts';
import type { RawColumn, RawTable } from '../../formats/tables/rawTable.ts';
import { cellText } from '../../formats/tables/rawTable.ts';
import { statusOf } from './status.ts';

export interface RoleContext {
  /** Level of a code that the boundaries know, after repair; undefined for anything else. */
  levelOfCode: (text: string) => AdminLevel | undefined;
  /** Levels at which a name, folded, occurs in the boundaries. */
  levelsOfName: (text: string) => AdminLevel[];
  /** Whether a text names a sector. */
  isSector: (text: string) => boolean;
  /** Headings by which the country calls its levels: `{ 1: ['governorate', 'محافظة'] }`. */
  levelWords?: Partial<Record<AdminLevel, string[]>>;
}

/** Distinct values looked at; enough to judge a column, cheap for 275,845 rows. */
const SAMPLE = 400;
/** Share of sampled values that must be known codes, names or sectors. */
const MOST = 0.5;

const LEVEL_WORDS: Record<number, string[]> = {
  0: ['country', 'pays', 'pais', 'البلد', 'الدوله'],
  1: [
    'region',
    'governorate',
    'province',
    'state',
    'states',
    'departement',
    'department',
    'prefecture',
    'departamento',
    'estado',
    'oblast',
    'المحافظه',
    'محافظه',
    'الولايه',
    'الاقليم',
    'المنطقه',
  ],
  2: [
    'district',
    'zone',
    'county',
    'cercle',
    'sousprefecture',
    'sous prefecture',
    'municipality',
    'municipio',
    'territoire',
    'lga',
    'raion',
    'distrito',
    'المديريه',
    'مديريه',
    'القضاء',
    'قضاء',
  ],
  3: ['woreda', 'subdistrict', 'sub district', 'commune', 'ward', 'township', 'canton', 'parroquia', 'distrito municipal', 'الناحيه', 'ناحيه', 'العزله'],
};

const CATEGORY = /\b(category|categorie|categoria|rang|rank)\b/;

/** Roles of all columns; each role of a place or an organisation is given to one column, the best. */
export function guessRoles(table: RawTable, context: RoleContext): RoleGuess[] {
  const guesses = table.columns.map((column, index) => {
    const samples = distinct(column);
    const hxl = column.hxl ? roleOfTag(column.hxl) : undefined;
    const values = roleOfValues(samples, context);
    const heading = roleOfHeading(column.name, context);
    const base = { column: index, heading: column.name, hxl: column.hxl, samples: samples.slice(0, 6) };
    // Codes are recognised by what they are; a tag or a heading may call them anything.
    if (values?.is === 'place' && values.part === 'code') return { ...base, role: values, from: 'values' as const };
    // "Partner Category" tagged #org+impl (irq) says what kind of partner, not which.
    if (hxl?.is === 'org' && CATEGORY.test(foldName(column.name))) return { ...base, role: { is: 'ignore' as const }, from: 'heading' as const };
    if (hxl) return { ...base, role: hxl, from: 'hxl' as const };
    // "Estado" is a state or a status: its values know.
    if (heading?.is === 'place' && values?.is === 'status') return { ...base, role: values, from: 'values' as const };
    if (heading) return { ...base, role: settleLevel(heading, samples, context), from: 'heading' as const };
    return { ...base, role: values ?? { is: 'ignore' as const }, from: 'values' as const };
  });
  return onlyOneEach(settleOrganisations(guesses, table));
}

function distinct(column: RawColumn): string[] {
  const seen = new Set<string>();
  for (const cell of column.cells) {
    const text = cellText(cell);
    if (text) seen.add(text);
    if (seen.size >= SAMPLE) break;
  }
  return [...seen];
}

const ROLES: [pattern: RegExp, role: OrgRole][] = [
  [/\+(impl|implementing|leader)\b/, 'implementing'],
  [/\+(prog|programming|programme)\b/, 'programming'],
  [/\+(fund|funder|funding|donor)\b/, 'funding'],
];

/** HXL hashtags are hints: `#org+impl+acronym`, `#adm2+code`, `#sector+cluster`. */
export function roleOfTag(tag: string): PresenceRole | undefined {
  const place = /^#adm([0-5])\b/.exec(tag);
  if (place) return { is: 'place', level: Number(place[1]) as AdminLevel, part: /\+(p?code|v_pcode)\b/.test(tag) ? 'code' : 'name' };
  if (tag.startsWith('#country')) return { is: 'place', level: 0, part: tag.includes('+code') ? 'code' : 'name' };
  if (tag.startsWith('#org')) {
    const part = tag.includes('+acronym') ? 'acronym' : tag.includes('+type') ? 'type' : 'name';
    // A partner beside the organisation itself implements for it (bfa); it stays visible as a role of its own.
    const role = ROLES.find(([pattern]) => pattern.test(tag))?.[1] ?? 'implementing';
    return { is: 'org', role, part };
  }
  if (tag.startsWith('#sector')) return { is: 'sector' };
  if (tag.startsWith('#subsector')) return { is: 'subsector' };
  if (tag.startsWith('#activity')) return { is: 'activity' };
  if (tag.startsWith('#status')) return { is: 'status' };
  if (tag.startsWith('#modality')) return { is: 'modality' };
  if (tag.startsWith('#loc')) return { is: 'locality' };
  if (/^#(reached|beneficiary|affected)\b/.test(tag) && /\+(total|num|reached|ind|all)\b/.test(tag)) return { is: 'people' };
  if (tag.startsWith('#geo')) return tag.includes('+lat') ? { is: 'lat' } : tag.includes('+lon') ? { is: 'lon' } : undefined;
  if (tag.startsWith('#date')) {
    if (tag.includes('+start')) return { is: 'start' };
    if (tag.includes('+end')) return { is: 'end' };
    if (tag.includes('+year')) return { is: 'year' };
    if (tag.includes('+month')) return { is: 'month' };
    if (tag.includes('+quarter')) return { is: 'quarter' };
    return { is: 'period' };
  }
  return undefined;
}

/** Heading words, folded (no accents, lower case), first match wins. The order matters: "type of organisation" before "organisation". */
const HEADINGS: [pattern: RegExp, role: PresenceRole][] = [
  [/\b(lat|latitude|latitud)\b|خط العرض/, { is: 'lat' }],
  [/\b(lon|long|longitude|longitud)\b|خط الطول/, { is: 'lon' }],
  [/\b(start|begin|debut|inicio|date from)\b|تاريخ البدايه|تاريخ البدء/, { is: 'start' }],
  [/\b(end date|date end|end|date fin|fin|finalizacion|fecha fin|date to)\b|تاريخ النهايه|تاريخ الانتهاء/, { is: 'end' }],
  [/\b(status|statut|etat projet|etat|estado|activity status)\b|الحاله/, { is: 'status' }],
  [/\b(quarter|trimestre)\b|الربع/, { is: 'quarter' }],
  [/\b(year|annee|ano)\b|السنه/, { is: 'year' }],
  [/\b(month|mois|mes|reporting month|periode|period|periodo)\b|الشهر|الفتره/, { is: 'month' }],
  [/\b(people reached|reached|personnes atteintes|beneficiaires|personas alcanzadas|alcanzadas|beneficiaries)\b|المستفيدين/, { is: 'people' }],
  [/\b(sub ?sector|sub ?cluster|sous secteur|sous cluster|subsector|area de responsabilidad|area of responsibility|aor)\b/, { is: 'subsector' }],
  [/\b(sector|secteur|cluster|grappe|sectors)\b|القطاع|قطاع|الكتله/, { is: 'sector' }],
  [/\b(modality|modalite|modalidad)\b/, { is: 'modality' }],
  [/\b(activity|activities|activite|activites|actividad|indicator|clusteractivities)\b|النشاط|الانشطه/, { is: 'activity' }],
  [/\b(village|ville|localite|localidad|site|kebele|nombre del lugar|location|settlement|camp)\b|القريه|الموقع/, { is: 'locality' }],
];

const ORG =
  /\b(organi[sz]ation|organi[sz]ations|organizacion|organisme|org|acteur|partner|partenaire|agency|agence|ong|ngo|implementadora|donor|donante|bailleur|acronym|acronyme|accronyme|accronyme|agencytype|socio)\b|المنظمه|الشريك|منظمه/;

export function roleOfHeading(heading: string, context: Pick<RoleContext, 'levelWords'>): PresenceRole | undefined {
  const words = foldName(heading);
  const spaced = words.replace(/([a-z])(\d)/g, '$1 $2').replace(/(\d)([a-z])/g, '$1 $2');
  if (!words) return undefined;

  const code = /\b(p ?code|pcod|code|codigo|cod)\b|الرمز|رمز/.test(spaced) || /p ?code?\d?$/.test(words.replace(/ /g, ''));
  const numbered = /\b(?:adm(?:in)?|p ?code|pcod|niveau|level|nivel)\s?(\d)\b/.exec(spaced);
  if (numbered && Number(numbered[1]) <= 5) return { is: 'place', level: Number(numbered[1]) as AdminLevel, part: code ? 'code' : 'name' };

  // "TypeOrganisation", "Organization_Name": words written together count apart here.
  const who = foldName(heading.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));
  if (ORG.test(who) && !/\b(project|projet|proyecto|response)\b/.test(who)) {
    const part = /\b(type|tipo|typ)\b|type$|نوع/.test(who)
      ? 'type'
      : /\b(acronym|acronyme|accronyme|sigle|siglas|acro|abbreviation)\b|اختصار/.test(who)
        ? 'acronym'
        : CATEGORY.test(who)
          ? null
          : 'name';
    const role: OrgRole = /\b(donor|donante|bailleur|fund|funding|funder)\b/.test(who)
      ? 'funding'
      : /\b(program|programme|programming|lead)\b/.test(who)
        ? 'programming'
        : 'implementing';
    return part ? { is: 'org', role, part } : undefined;
  }
  const levels = Object.entries(LEVEL_WORDS).map(
    ([level, list]) => [Number(level) as AdminLevel, [...list, ...(context.levelWords?.[Number(level) as AdminLevel] ?? []).map(foldName)]] as const,
  );
  for (const [level, list] of levels.toReversed()) {
    if (list.some((word) => new RegExp(`(^|\\s)${word}s?(\\s|$|pcode?|code)`, 'u').test(words))) return { is: 'place', level, part: code ? 'code' : 'name' };
  }
  return HEADINGS.find(([pattern]) => pattern.test(words))?.[1];
}

/** The word for a level differs by country ("Region" is adm1 here, adm2 there): the values say which level it is. */
function settleLevel(role: PresenceRole, samples: string[], context: RoleContext): PresenceRole {
  if (role.is !== 'place' || samples.length === 0) return role;
  const counts = new Map<AdminLevel, number>();
  for (const text of samples)
    for (const level of new Set(role.part === 'code' ? [context.levelOfCode(text)].filter((each) => each !== undefined) : context.levelsOfName(text)))
      counts.set(level, (counts.get(level) ?? 0) + 1);
  const stated = counts.get(role.level) ?? 0;
  const best = [...counts].toSorted((a, b) => b[1] - a[1])[0];
  return best && best[1] > samples.length * MOST && best[1] > stated * 1.5 ? { ...role, level: best[0] } : role;
}

function roleOfValues(samples: string[], context: RoleContext): PresenceRole | undefined {
  if (samples.length === 0) return undefined;
  const codes = new Map<AdminLevel, number>();
  const names = new Map<AdminLevel, number>();
  let sectors = 0;
  for (const text of samples) {
    // A bare number is no code by its looks alone: "1" may be anything.
    const level = /\p{L}/u.test(text) ? context.levelOfCode(text) : undefined;
    if (level !== undefined) codes.set(level, (codes.get(level) ?? 0) + 1);
    for (const each of new Set(context.levelsOfName(text))) names.set(each, (names.get(each) ?? 0) + 1);
    if (context.isSector(text)) sectors++;
  }
  const best = (counts: Map<AdminLevel, number>) => [...counts].toSorted((a, b) => b[1] - a[1])[0];
  const code = best(codes);
  if (code && code[1] >= samples.length * MOST) return { is: 'place', level: code[0], part: 'code' };
  const name = best(names);
  if (name && name[1] >= Math.max(3, samples.length * 0.6)) return { is: 'place', level: name[0], part: 'name' };
  if (samples.length <= 20 && samples.filter((text) => statusOf(text) !== 'unknown').length >= Math.max(2, samples.length * 0.6)) return { is: 'status' };
  if (samples.length <= 40 && sectors >= Math.max(2, samples.length * 0.6)) return { is: 'sector' };
  return undefined;
}

const keyOf = (role: PresenceRole) =>
  role.is === 'place' ? `place ${role.level} ${role.part}` : role.is === 'org' ? `org ${role.role} ${role.part}` : role.is;
const TRUST = { asked: 0, profile: 1, hxl: 2, values: 3, heading: 4 };

/** `#org+impl` may be anything about the organisation; `#org+impl+name` says which. */
const isExplicit = ({ hxl, role }: RoleGuess) => (role.is === 'org' && hxl !== null && /\+(name|acronym|type)\b/.test(hxl) ? 1 : 0);

/** Words that say who does the work, not only that there is an organisation. */
const IMPLEMENTING = /\bimplement|mise en oeuvre|ejecutor|ejecucion|executing|منفذ|التنفيذ/;
const IMPLEMENTING_TAG = /\+(impl|implementing|partner)\b/;

/**
 * Of several columns of organisations: beside one that says "implementing partner" a plain "organisation" is the one that programmes (bfa);
 * of two with names where none is called acronym, the one of short texts is the acronym (caf: ACTEUR beside Description_Acteur).
 */
function settleOrganisations(guesses: RoleGuess[], table: RawTable): RoleGuess[] {
  const isName = ({ role, from }: RoleGuess) => role.is === 'org' && role.role === 'implementing' && role.part === 'name' && from !== 'asked';
  const says = ({ heading, hxl }: RoleGuess) => IMPLEMENTING.test(foldName(heading)) || (hxl !== null && IMPLEMENTING_TAG.test(hxl));
  const names = guesses.filter(isName);
  if (names.length < 2) return guesses;
  const has = (role: OrgRole, part: string) => guesses.some((guess) => guess.role.is === 'org' && guess.role.role === role && guess.role.part === part);
  const explicit = names.filter(says);
  if (explicit.length > 0) {
    if (explicit.length === names.length || has('programming', 'name')) return guesses;
    return guesses.map((guess) => (isName(guess) && !says(guess) ? { ...guess, role: { is: 'org', role: 'programming', part: 'name' } } : guess));
  }
  if (names.length !== 2 || has('implementing', 'acronym')) return guesses;
  const [short, long] = names.map((guess) => ({ guess, length: meanLength(table.columns[guess.column]!) })).toSorted((a, b) => a.length - b.length);
  if (short!.length === 0 || short!.length > 14 || short!.length > long!.length / 1.8) return guesses;
  return guesses.map((guess) => (guess === short!.guess ? { ...guess, role: { is: 'org', role: 'implementing', part: 'acronym' } } : guess));
}

function meanLength(column: RawColumn): number {
  const texts = distinct(column);
  return texts.length === 0 ? 0 : texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
}

/** Two columns with one role: the better founded keeps it, then the more explicit tag, then the one with values; the other is left to the person. */
function onlyOneEach(guesses: RoleGuess[]): RoleGuess[] {
  const winner = new Map<string, RoleGuess>();
  const isBetter = (a: RoleGuess, b: RoleGuess) =>
    TRUST[a.from] - TRUST[b.from] || isExplicit(b) - isExplicit(a) || Number(b.samples.length > 0) - Number(a.samples.length > 0);
  for (const guess of guesses) {
    const rival = winner.get(keyOf(guess.role));
    if (!rival || isBetter(guess, rival) < 0) winner.set(keyOf(guess.role), guess);
  }
  return guesses.map((guess) => (guess.role.is === 'ignore' || winner.get(keyOf(guess.role)) === guess ? guess : { ...guess, role: { is: 'ignore' } }));
}
