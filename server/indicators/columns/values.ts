/** Columns of values: of what, of whom, of which sector, by tag, heading, groups above and the sheet. Pure. */
import type { ValueRole } from '../../contract/indicators/columns.ts';
import { conceptOf } from '../../contract/indicators/concepts.ts';
import { ALL_SECTORS } from '../../contract/indicators/indicators.ts';
import { foldName } from '../../matching/fold.ts';
import type { Facts, Known } from './facts.ts';
import type { Head } from './heads.ts';
import { why, type Candidate } from './keys.ts';
import { readValueTag, readValueWords, saysAll, type ValueWords } from './words.ts';

export interface TagDiffers {
  column: number;
  heading: string;
  tag: string;
}

export interface ReadValue {
  candidate: Candidate;
  /** The tag says another status than the heading. */
  differs: boolean;
}

/** Cells that are numbers, of those that hold something, for a column of values. */
const NUMBERS = 0.6;
/** Words around the name of a sector. */
const AROUND = /\b(cluster|pin|severity|final|total|people|in need|affected|target(ed)?|reached|figures|aor|secteur|sector|besoin)\b/giu;

/** @param titles of the sheet and the table: said of all columns alike */
export function readValue(head: Head, hxl: string | null, facts: Facts, titles: readonly string[], known: Pick<Known, 'sector'>): ReadValue | null {
  if (facts.filled > 0 && facts.numbers < NUMBERS) return null;
  const own = [head.name, ...head.groups.toReversed()].filter(Boolean);
  const said = readValueWords(own);
  const tagged = hxl === null ? null : readValueTag(hxl);
  const sector = sectorOf(own, hxl, known);
  // What the sheet is called says it for columns that are named after a sector, and for no other.
  const ofSheet = said ?? tagged ?? (sector === null ? null : readValueWords(titles));
  const words = pick(said, tagged) ?? ofSheet;
  if (!words) return null;
  const concept = conceptOf(words.concept);
  const role: ValueRole = {
    is: 'value',
    indicator: words.concept,
    sector: isBySector(words.concept) ? (sector ?? (words.concept === 'PEOPLE' || words.concept === 'SEVERITY' ? ALL_SECTORS : null)) : null,
    status: words.status,
    measure: concept?.measure ?? 'people',
    ...(words.type === undefined ? {} : { type: words.type }),
    ...(words.phase === undefined ? {} : { phase: words.phase }),
    ...(words.group === undefined ? {} : { group: words.group }),
  };
  const reasons = [
    ...(said ? [why('why.heading', said.weight, { word: head.name })] : []),
    ...(tagged ? [why('why.tag', tagged.weight, { tag: hxl! })] : []),
    ...(!said && !tagged ? [why('why.heading', 1.5, { word: [...titles.slice(0, 1), head.name].join(': ') })] : []),
    ...(facts.filled > 0 ? [why('why.numbers', facts.numbers, facts.told(facts.numbers))] : [why('why.empty', 0)]),
  ];
  const differs = said !== null && tagged !== null && (said.concept !== tagged.concept || said.status !== tagged.status);
  return { candidate: { role, reasons }, differs };
}

const NUMBER = /^(numbers?|nombre|numero|population|population in phase|people|value|valeur|valor|estimate|estimation|count)$/;
const FRACTION = /^(percentage|percent|pourcentage|porcentaje|percentagem|share|fraction|population fraction( in phase)?)$/;

/** Of tables in which rows say what a value is: of which phase, which indicator, of whom. The column only says that it holds values. */
export function readPlainValue({ name }: Head, facts: Facts, rowsSay: ReadonlySet<string>): ReadValue | null {
  const text = foldName(name.replaceAll('_', ' '));
  const isShare = FRACTION.test(text);
  if ((!NUMBER.test(text) && !isShare) || facts.numbers < NUMBERS) return null;
  const concept = rowsSay.has('phase')
    ? isShare
      ? 'IPC-SHARE'
      : 'IPC'
    : isShare
      ? null
      : rowsSay.has('indicator')
        ? 'VALUE'
        : rowsSay.has('status')
          ? 'PEOPLE'
          : null;
  if (concept === null) return null;
  const measure = conceptOf(concept)?.measure ?? 'things';
  const reasons = [why('why.heading', 2, { word: name }), why('why.numbers', facts.numbers, facts.told(facts.numbers))];
  return { candidate: { role: { is: 'value', indicator: concept, sector: null, status: 'all', measure }, reasons }, differs: false };
}

/** What a person sees is the heading; a tag says what it leaves open: of whom, and that it counts households. */
function pick(said: ValueWords | null, tagged: ValueWords | null): ValueWords | null {
  if (!said || !tagged) return said ?? tagged;
  return tagged.concept.startsWith('IDP') || tagged.concept.startsWith('RETURNEES') || tagged.concept.startsWith('REFUGEES')
    ? { ...said, concept: tagged.concept, status: 'all' }
    : said;
}

const isBySector = (concept: string): boolean => concept === 'PEOPLE' || concept === 'SEVERITY';

function sectorOf(texts: readonly string[], hxl: string | null, known: Pick<Known, 'sector'>): string | null {
  const attributes = hxl?.split('+').slice(1) ?? [];
  if (texts.some((text) => /\b(preliminary|preliminaire|preliminar|provisional)\b/.test(foldName(text)))) return 'PRELIMINARY';
  for (const text of texts) {
    const found = known.sector(text) ?? known.sector(text.replace(AROUND, ' ').trim());
    if (found) return found;
    if (saysAll(text) || /^(population|total)$/.test(foldName(text))) return ALL_SECTORS;
  }
  for (const attribute of attributes) {
    const found = attribute === 'total' ? ALL_SECTORS : known.sector(attribute);
    if (found) return found;
  }
  return null;
}

/** Two columns of one table never are the same thing: the later ones go by their own heading. */
export function tellApart(candidates: readonly { role: ValueRole; head: Head }[]): ValueRole[] {
  const seen = new Set<string>();
  return candidates.map(({ role, head }) => {
    const key = (sector: string | null) => JSON.stringify([role.indicator, sector, role.status, role.phase, role.type, role.sex, role.age, role.group]);
    let { sector } = role;
    for (let i = 1; seen.has(key(sector)); i++) sector = i === 1 ? slug(head.name) : `${slug(head.name)}-${i}`;
    seen.add(key(sector));
    return sector === role.sector ? role : { ...role, sector };
  });
}

/** `General Protection` → `GENERAL-PROTECTION`. */
export const slug = (text: string): string =>
  foldName(text)
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 20)
    .replace(/-$/, '') || 'OTHER';
