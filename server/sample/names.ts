/** Invented place names, the same in Latin, Arabic and Cyrillic letters because all three are spelled from one row of sounds. */
import type { Random } from './random.ts';

/** Latin (French spelling), Arabic, Cyrillic: the order of `lang`, `lang1`, `lang2`. */
export type PlaceName = readonly [latin: string, arabic: string, cyrillic: string];
export const LANGUAGES = ['fr', 'ar', 'ru'] as const;

type Sound = readonly [string, string, string];
const sounds = (text: string): Sound[] => text.split(' ').map((sound) => sound.split(',') as unknown as Sound);
/** Frequent sounds stand here more than once. */
const OPENINGS = sounds(
  'b,ب,б b,ب,б d,د,д d,د,д f,ف,ф g,غ,г k,ك,к k,ك,к l,ل,л l,ل,л l,ل,л m,م,м m,م,м m,م,м n,ن,н n,ن,н r,ر,р r,ر,р r,ر,р s,س,с s,س,с t,ت,т t,ت,т v,ف,в v,ف,в z,ز,з ch,ش,ш j,ج,ж h,ه,х',
);
const MIDDLES = sounds('nd,ند,нд mb,مب,мб rk,رك,рк lm,لم,лм nt,نت,нт lv,لف,лв nd,ند,нд ng,نغ,нг st,ست,ст ld,لد,лд rd,رد,рд');
const VOWELS = sounds('a,ا,а a,ا,а a,ا,а a,ا,а é,ي,е é,ي,е i,ي,и i,ي,и i,ي,и o,و,о o,و,о ou,و,у ou,و,у ô,و,о');
const INITIALS = sounds('a,أ,а é,إي,э i,إي,и o,أو,о ou,أو,у');
const ENDINGS = sounds(
  'a,ة,а a,ة,а a,ا,а é,ي,е é,ي,е i,ي,и o,و,о ou,و,у an,ان,ан el,يل,ель ar,ار,ар in,ين,ин our,ور,ур or,ور,ор ès,يس,ес anne,ان,ан elle,يل,ель',
);
const DIRECTIONS: PlaceName[] = [
  ['Nord', 'الشمالية', 'Север'],
  ['Sud', 'الجنوبية', 'Юг'],
  ['Est', 'الشرقية', 'Восток'],
  ['Ouest', 'الغربية', 'Запад'],
  ['Centre', 'الوسطى', 'Центр'],
];
/** Real names that the sounds could hit by chance. */
const REAL = new Set(
  'malawi manila havana dakar kano lima mali goma lagos banana kigali bamako sofia medina madina samara kasala nairobi panama canada kenya rwanda zambia namibia angola tonga samoa roma milano verona kinshasa luanda lusaka harare maputo sahara'.split(
    ' ',
  ),
);

export const COUNTRY = { iso2: 'XN', iso3: 'XNV', name: ['Narivela', 'ناريفيلا', 'Наривела'] as PlaceName };

/** Letters without accents, in lower case: what a careless hand would type. */
export const fold = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const join = (parts: readonly Sound[]): PlaceName => {
  const spell = (script: 0 | 1 | 2) => parts.map((part) => part[script]).join('');
  const capital = (text: string) => text.charAt(0).toLocaleUpperCase('fr') + text.slice(1);
  return [capital(spell(0)), spell(1), capital(spell(2))];
};

function inventRoot(random: Random, syllables: number): PlaceName {
  const parts: Sound[] = [];
  if (random.next() < 0.14) parts.push(random.pick(INITIALS));
  for (let i = 0; i < syllables; i++) {
    parts.push(i > 0 && random.next() < 0.2 ? random.pick(MIDDLES) : random.pick(OPENINGS));
    parts.push(i === syllables - 1 ? random.pick(ENDINGS) : random.pick(VOWELS));
  }
  const name = join(parts);
  return REAL.has(fold(name[0])) ? inventRoot(random, syllables) : name;
}

const withDirection = (root: PlaceName, direction: PlaceName): PlaceName => [
  `${root[0]} ${direction[0]}`,
  `${root[1]} ${direction[1]}`,
  `${root[2]} ${direction[2]}`,
];

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + Number(a[i - 1] !== b[j - 1])));
    row = next;
  }
  return row[b.length]!;
}

/**
 * Names for the children of one parent: unique among themselves in every script, some the parent's own, some in pairs of directions,
 * some borrowed from `elsewhere` (names given under other parents; new ones are added to it).
 */
export function nameSiblings(random: Random, count: number, parent: PlaceName | null, elsewhere: PlaceName[]): PlaceName[] {
  const names: PlaceName[] = [];
  const taken = new Set<string>();
  const folded: string[] = [];
  const isFree = (name: PlaceName) => name.every((text) => !taken.has(fold(text)));
  const add = (name: PlaceName) => {
    names.push(name);
    folded.push(fold(name[0]));
    for (const text of name) taken.add(fold(text));
  };
  if (parent && count > 2 && random.next() < 0.35) add(parent);
  if (count >= 6 && random.next() < 0.3) {
    const root = inventRoot(random, 2);
    const first = random.below(2) * 2;
    if (isFree(root)) for (const direction of DIRECTIONS.slice(first, first + 2)) add(withDirection(root, direction));
  }
  let tries = 0;
  while (names.length < count) {
    const repeat = parent && elsewhere.length > 40 && random.next() < 0.04;
    const name = repeat ? random.pick(elsewhere) : inventRoot(random, random.next() < (count > 60 ? 0.1 : 0.35) ? 2 : 3);
    // Siblings two typing errors apart could not be told from each other by anybody; where space gets tight, one must do.
    const apart = tries++ < 20 * count ? 4 : 2;
    const own = fold(name[0]);
    if (!isFree(name) || (count <= 200 && folded.some((other) => Math.abs(other.length - own.length) < apart && distance(other, own) < apart))) continue;
    if (!repeat) elsewhere.push(name);
    add(name);
  }
  return names;
}
