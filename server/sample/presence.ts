/** A 3W workbook of one month with the dirt that real ones have (reference: 3W workbooks profiled row by row), and the truth of each row. */
import type { Country, SampleUnit } from './country.ts';
import { fold, nameSiblings } from './names.ts';
import { createOrganisations, SECTORS, STATUSES, type Organisation, type Status } from './organisations.ts';
import { instructions, lists } from './presenceSheets.ts';
import { createRandom, type Random } from './random.ts';
import type { Sheet, SheetCell } from './xlsx.ts';

/** Why a row's place is hard to find; `clean` where code and name agree. */
export const PLACE_CAUSES = [
  'clean',
  'code-only',
  'name-only',
  'parent-only',
  'code-iso3-prefix',
  'code-lost-zero',
  'code-lower-case',
  'code-blanks',
  'name-typo',
  'name-no-accents',
  'name-arabic',
  'name-with-note',
  'codes-swapped',
  'parent-mismatch',
  'code-retired',
  'contested',
  'code-error-value',
  'no-place',
] as const;
export type PlaceCause = (typeof PLACE_CAUSES)[number];

/** What a person who knew the country would say of a row. */
export interface PresenceTruth {
  /** Row of the sheet, 1-based, as Excel counts. */
  row: number;
  /** Deepest unit that is certain; null where the row cannot be placed. */
  pcode: string | null;
  level: number | null;
  cause: PlaceCause;
  /** The two codes between which only a person can decide. */
  candidates?: string[];
  organisation: string;
  sectors: string[];
  status: Status | null;
  start: string | null;
  end: string | null;
}

export interface Presence {
  /** `xnv_3w_mai2025`. */
  name: string;
  sheets: Sheet[];
  mainSheet: string;
  /** 1-based row of the column heads; the HXL row follows it. */
  headerRow: number;
  blankRows: number[];
  totalRow: number;
  organisations: Organisation[];
  truth: PresenceTruth[];
}

const PERIOD = '2025-05';
const SHEET = '3W Opérationnel';
const HEADER_ROW = 5;
const NBSP = '\u00a0';

/** Likelihood of each cause, in hundredths; the rest is clean. */
const ODDS: [PlaceCause, number][] = [
  ['code-only', 6],
  ['name-only', 8],
  ['parent-only', 4],
  ['code-iso3-prefix', 6],
  ['code-lost-zero', 3],
  ['code-lower-case', 2],
  ['code-blanks', 2],
  ['name-typo', 7],
  ['name-no-accents', 4],
  ['name-arabic', 3],
  ['name-with-note', 2],
  ['parent-mismatch', 1],
  ['code-retired', 2],
  ['contested', 2],
  ['code-error-value', 1],
  ['no-place', 1],
];

interface Place {
  /** Name and code of levels 1, 2, 3, as far as they go. */
  names: string[];
  codes: string[];
}

/** Makes the workbook: about three activities for each deepest unit, at most 20,000. */
export function createPresence(country: Country, seed: number): Presence {
  const random = createRandom(seed, 400);
  const depth = Math.min(3, country.levels.length - 1);
  const wanted = Math.min(20_000, Math.max(120, 3 * country.levels.at(-1)!.units.length));
  const organisations = createOrganisations(random, Math.min(140, 30 + Math.round(wanted / 40)));
  const rows: SheetCell[][] = [];
  const truth: PresenceTruth[] = [];
  const blankRows: number[] = [];
  let reached = 0;
  const firstRow = HEADER_ROW + 2;
  const push = (place: Place, where: Pick<PresenceTruth, 'pcode' | 'level' | 'cause' | 'candidates'>, organisation: Organisation) => {
    const row = firstRow + rows.length;
    const activity = describeActivity(random, organisation);
    const people = random.next() < 0.8 ? Math.round(20 * Math.exp(2.2 * random.next() * random.next() + 2 * random.next())) : 0;
    reached += people;
    const cells: SheetCell[] = [];
    for (let i = 0; i < depth; i++) cells.push(dress(random, place.names[i] ?? null), place.codes[i] ?? null);
    rows.push([
      truth.length + 1,
      ...activity.who,
      activity.sector,
      ...cells,
      activity.status,
      activity.start,
      activity.end,
      people,
      random.next() < 0.1 ? `Voir avec le point focal${NBSP}` : null,
    ]);
    truth.push({ row, ...where, organisation: organisation.id, ...activity.truth });
  };
  while (truth.length < wanted) {
    const unit = drawUnit(random, country, depth);
    const organisation = organisations[Math.floor(organisations.length * random.next() ** 1.6)]!;
    if (random.next() < 0.02 && unit.level >= 2) {
      const sibling = otherChild(random, country, unit);
      if (!sibling) continue;
      // Two neighbours' codes changed places: name and code of both rows are valid but disagree.
      for (const [named, coded] of [
        [unit, sibling],
        [sibling, unit],
      ] as const) {
        const place = placeOf(country, named);
        place.codes[place.codes.length - 1] = coded.pcode;
        push(place, { pcode: null, level: null, cause: 'codes-swapped', candidates: [named.pcode, coded.pcode] }, organisation);
      }
    } else {
      const { place, ...where } = soil(random, country, unit, drawCause(random));
      push(place, where, organisation);
    }
    if (random.next() < 0.06) {
      blankRows.push(firstRow + rows.length);
      rows.push([]);
    }
  }
  const totalRow = firstRow + rows.length;
  const levelHeads = ['Province', 'District', 'Commune'].slice(0, depth);
  const header = [
    'N°',
    'ORGANISATION *',
    'ACCRONYME',
    "Type d'organisation",
    'CLUSTER\n(Choisir dans la liste déroulante)\nPour les projets humanitaires uniquement',
    ...levelHeads.flatMap((head, i) => [`${head} *`, i === 1 ? 'Code Distrct' : `Code ${head}`]),
    'ETAT PROJET',
    'DATE DEBUT\n(jj/mm/aaaa)',
    'DATE FIN',
    'Personnes atteintes',
    'COMMENTAIRE',
  ];
  const tags = [
    '',
    '#org+name+impl',
    '#org+acronym+impl',
    '#org+type+impl',
    '#sector+cluster+name',
    ...levelHeads.flatMap((_, i) => [`#adm${i + 1}+name`, `#adm${i + 1}+code`]),
    '#status',
    '#date+start',
    '#date+end',
    '#reached',
    '',
  ];
  const total: SheetCell[] = ['TOTAL', ...Array<null>(header.length - 3).fill(null), reached, null];
  const sheets: Sheet[] = [
    { name: 'LISEZ-MOI', rows: instructions(country, PERIOD), bold: [0], widths: [90] },
    {
      name: SHEET,
      rows: [
        [`${country.name[0]} : qui fait quoi, où (3W), mai 2025`],
        [],
        ['Les champs marqués * sont obligatoires'],
        [],
        header,
        tags.map((tag) => tag || null),
        ...rows,
        total,
      ],
      bold: [0, HEADER_ROW - 1],
      widths: [6, 38, 12, 18, 28],
    },
    { name: 'Listes', hidden: true, rows: lists(country), bold: [0] },
  ];
  return { name: `${country.iso3.toLowerCase()}_3w_mai2025`, sheets, mainSheet: SHEET, headerRow: HEADER_ROW, blankRows, totalRow, organisations, truth };
}

function placeOf(country: Country, unit: SampleUnit): Place {
  const place: Place = { names: [], codes: [] };
  for (let level = unit.level, at = unit.row; level > 0; level--) {
    const own = country.levels[level]!.units[at]!;
    place.names.unshift(own.name[0]);
    place.codes.unshift(own.pcode);
    at = own.parent;
  }
  return place;
}

/** People work where people are; most report the third level where there is one, some only the second. */
function drawUnit(random: Random, country: Country, depth: number): SampleUnit {
  const deepest = country.levels.length - 1;
  const { units } = country.levels[deepest]!;
  let unit = units[random.below(units.length)]!;
  for (let i = 0; i < 2; i++) {
    const other = units[random.below(units.length)]!;
    if (country.weight[other.row]! > country.weight[unit.row]!) unit = other;
  }
  const level = depth === 3 && random.next() < 0.35 ? 2 : depth;
  while (unit.level > level) unit = country.levels[unit.level - 1]!.units[unit.parent]!;
  return unit;
}

function drawCause(random: Random): PlaceCause {
  let at = random.next() * 100;
  for (const [cause, odds] of ODDS) if ((at -= odds) < 0) return cause;
  return 'clean';
}

function otherChild(random: Random, country: Country, unit: SampleUnit): SampleUnit | null {
  const siblings = country.levels[unit.level]!.units.filter((other) => other.parent === unit.parent && other !== unit);
  return siblings.length > 0 ? random.pick(siblings) : null;
}

/** The place as a tired colleague wrote it, and what is true of it. */
function soil(
  random: Random,
  country: Country,
  unit: SampleUnit,
  cause: PlaceCause,
): { place: Place } & Pick<PresenceTruth, 'pcode' | 'level' | 'cause' | 'candidates'> {
  const place = placeOf(country, unit);
  const last = place.codes.length - 1;
  const right = { pcode: unit.pcode, level: unit.level, cause };
  const clean = { place, ...right, cause: 'clean' as const };
  const nameOnly = (name: string) => {
    place.codes.fill('');
    place.names[last] = name;
    return { place: { names: place.names, codes: [] }, ...right };
  };
  switch (cause) {
    case 'code-only':
      return { place: { names: [], codes: place.codes }, ...right };
    case 'name-only':
      return nameOnly(unit.name[0]);
    case 'parent-only': {
      if (unit.level < 2) return clean;
      const parent = country.levels[unit.level - 1]!.units[unit.parent]!;
      return { place: placeOf(country, parent), pcode: parent.pcode, level: parent.level, cause };
    }
    case 'code-iso3-prefix':
      return { place: { ...place, codes: place.codes.map((code) => country.iso3 + code.slice(2)) }, ...right };
    case 'code-lost-zero': {
      const code = loseZero(country, unit);
      if (!code) return clean;
      place.codes[last] = code;
      return { place, ...right };
    }
    case 'code-lower-case':
      place.codes[last] = unit.pcode.toLowerCase();
      return { place, ...right };
    case 'code-blanks':
      place.codes[last] = ` ${unit.pcode.slice(0, 2)}${NBSP}${unit.pcode.slice(2)} `;
      return { place, ...right };
    case 'name-typo':
      return nameOnly(mistype(random, unit.name[0]));
    case 'name-no-accents': {
      const plain = unit.name[0].normalize('NFD').replace(/\p{M}/gu, '');
      return plain === unit.name[0] ? clean : nameOnly(plain);
    }
    case 'name-arabic':
      return nameOnly(unit.name[1]);
    case 'name-with-note':
      return nameOnly(`${unit.name[0]} (chef-lieu)`);
    case 'parent-mismatch': {
      // The row's own code and name agree; only the province beside them is another one.
      const provinces = country.levels[1]!.units;
      const other = provinces[random.below(provinces.length)]!;
      if (last === 0 || other.pcode === place.codes[0]) return clean;
      place.names[0] = other.name[0];
      place.codes[0] = other.pcode;
      return { place, ...right, candidates: [unit.pcode, other.pcode] };
    }
    case 'code-retired': {
      // A unit of the previous list that was merged since: neither its code nor its name exists any more.
      const siblings = country.levels[unit.level]!.units.filter((other) => other.parent === unit.parent).length;
      const width = unit.pcode.length - (place.codes[last - 1] ?? country.iso2).length;
      const number = siblings + 1 + random.below(3);
      if (String(number).length > width) return clean;
      place.codes[last] = (place.codes[last - 1] ?? country.iso2) + String(number).padStart(width, '0');
      place.names[last] = nameSiblings(random, 1, null, [])[0]![0];
      return { place, pcode: null, level: null, cause };
    }
    case 'contested': {
      // The trap: the name exists under its former parent, but the row says that nobody agrees to whom it belongs.
      const code = `${country.iso2}${'9'.repeat(country.levels[1]!.units[0]!.pcode.length - 2)}`;
      return {
        place: { names: ['Zone contestée', ...place.names.slice(1)], codes: place.codes.map((_, i) => code + '01'.repeat(i)) },
        pcode: null,
        level: null,
        cause,
      };
    }
    case 'code-error-value':
      place.codes[last] = '#N/A';
      return { place, ...right };
    case 'no-place':
      return { place: { names: [], codes: [] }, pcode: null, level: null, cause };
    default:
      return { place, ...right };
  }
}

/** The code without one of its zeros, where that gives no other unit's code. */
function loseZero(country: Country, unit: SampleUnit): string | null {
  const at = unit.pcode.lastIndexOf('0');
  if (at < 2 || unit.pcode.slice(at + 1) === '') return null;
  const code = unit.pcode.slice(0, at) + unit.pcode.slice(at + 1);
  return country.levels.some(({ units }) => units.some((other) => other.pcode === code)) ? null : code;
}

/** One wrong letter in a short name, two in a long one; the first letter stays. */
function mistype(random: Random, name: string): string {
  let letters = Array.from(name);
  for (let edits = name.length < 8 ? 1 : 2; edits > 0; edits--) {
    const at = 1 + random.below(letters.length - 1);
    const kind = random.below(4);
    if (kind === 0) letters.splice(at, 1);
    else if (kind === 1) letters.splice(at, 0, letters[at]!);
    else if (kind === 2 && at + 1 < letters.length) letters = [...letters.slice(0, at), letters[at + 1]!, letters[at]!, ...letters.slice(at + 2)];
    else letters[at] = random.pick(Array.from('aeioulnrst'));
  }
  const wrong = letters.join('');
  return fold(wrong) === fold(name) ? mistype(random, name) : wrong;
}

/** Blanks, NBSP and capitals that come with copying. */
function dress(random: Random, name: string | null): string | null {
  if (name === null) return null;
  const at = random.next();
  if (at < 0.03) return `${name} `;
  if (at < 0.05) return `${NBSP}${name}`;
  if (at < 0.07) return name.toLocaleUpperCase('fr');
  return name;
}

function describeActivity(random: Random, organisation: Organisation) {
  const fused = random.next() < 0.25;
  const spelled = random.next() < 0.06 ? organisation.name.toLocaleUpperCase('fr') : random.next() < 0.06 ? `${organisation.name} ` : organisation.name;
  const sectors = [random.pick(SECTORS)];
  if (random.next() < 0.08) {
    const other = random.pick(SECTORS);
    if (other !== sectors[0]) sectors.push(other);
  }
  const english = random.next() < 0.15;
  const status: Status = random.next() < 0.7 ? 'ongoing' : random.pick(['completed', 'planned', 'suspended'] as const);
  const noStatus = random.next() < 0.04;
  const day = (month: number) => `2025-${String(month).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`;
  const start = random.next() < 0.05 ? null : day(1 + random.below(5));
  const end = random.next() < 0.1 ? null : day(5 + random.below(8));
  return {
    who: [fused ? `${organisation.name} (${organisation.acronym})` : spelled, fused ? null : organisation.acronym, organisation.type] as SheetCell[],
    sector: sectors.map((sector) => (english ? sector.en : sector.fr)).join(random.pick([' / ', '; ', ' & '])),
    status: noStatus ? null : random.pick(STATUSES[status]),
    start: writeDate(random, start),
    end: writeDate(random, end),
    truth: { sectors: sectors.map(({ code }) => code), status: noStatus ? null : status, start, end },
  };
}

/** Most are dates, some are text in one order or another. */
function writeDate(random: Random, date: string | null): SheetCell {
  if (date === null) return null;
  const [year, month, day] = date.split('-') as [string, string, string];
  const at = random.next();
  return at < 0.7 ? { date } : at < 0.88 ? `${day}/${month}/${year}` : at < 0.96 ? date : `${day}.${month}.${year}`;
}
