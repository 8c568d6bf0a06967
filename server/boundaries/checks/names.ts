/** Family N: names. COD-AB specification 0.1.0-draft, "Names"; cod.md §1.4 and §2.6. Judged on the values as they came, since normalizing trims them. */
import countries from '../../../data/countries.json' with { type: 'json' };
import subdivisions from '../../../data/subdivisions.json' with { type: 'json' };
import type { Finding, FindingItem, Severity } from '../../contract/finding.ts';
import { foldName } from '../../matching/fold.ts';
import { editSimilarity } from '../../matching/similarity.ts';
import { clause } from '../../words/clauses.ts';
import { finding, type FindingCode } from '../../words/findings.ts';
import type { ItemDraft } from '../../words/findings.ts';
import type { UploadedLevel } from '../normalize/model.ts';
import { iso2Of } from '../../matching/countries.ts';
import type { BoundaryContext } from './context.ts';
import type { Check, CheckOutcome } from '../../checks/check.ts';
import { isMixedWord, lettersOf, lostLetters, LOST_MARKS, repairMojibake, scriptsOf } from './letters.ts';
import type { Script } from './letters.ts';
import { itemAt, rawColumn, tally } from './columns.ts';

/** One name column of a level: the first is the one shown by default. */
interface NameColumn {
  standard: string;
  lang: string;
  primary: boolean;
  /** Index of the row and the text as it came; blank cells are left out. */
  texts: { index: number; text: string }[];
  blanks: number[];
}

/** A finding that touches most rows is one sentence about the column: its list is cut (N20). */
const ROLL_UP = { share: 0.5, rows: 5, items: 20 };

function nameColumns(level: UploadedLevel): NameColumn[] {
  return ['', '1', '2', '3'].flatMap((slot, position) => {
    const standard = `adm${level.level}_name${slot}`;
    const raw = rawColumn(level, standard);
    if (!raw) return [];
    const blanks: number[] = [];
    const texts = raw.flatMap((value, index) => {
      const text = value === null ? '' : String(value);
      if (text.trim()) return [{ index, text }];
      blanks.push(index);
      return [];
    });
    return [{ standard, lang: level.languages[position] ?? 'und', primary: slot === '', texts, blanks }];
  });
}

function report(
  level: UploadedLevel,
  column: NameColumn | null,
  code: FindingCode,
  severity: Severity,
  items: ItemDraft[],
  params: Record<string, string | number> = {},
): Finding[] {
  const most = items.length >= ROLL_UP.rows && items.length > level.table.units.length * ROLL_UP.share;
  const listed = most ? items.slice(0, ROLL_UP.items) : items;
  return finding(code, severity, level.level, listed, { column: column?.standard ?? '', ...params }, items.length);
}

const at = (level: UploadedLevel, code: string, { index, text }: { index: number; text: string }, values?: FindingItem['values']) =>
  itemAt(level, code, [index], show(text), values);

/** Blanks and invisible characters are drawn, so that the person sees what is wrong. */
export function show(text: string): string {
  return `“${text.replace(/[\u0000-\u001f\u007f-\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u2066-\u206f\u3000\ufeff]/gu, (mark) => `⟨U+${mark.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`)}”`;
}

/** A check that looks at each text by itself. */
const eachText =
  (code: FindingCode, severity: Severity, isWrong: (text: string, column: NameColumn) => boolean | FindingItem['values']) =>
  ({ boundaries }: BoundaryContext) =>
    boundaries.levels.flatMap((level) =>
      nameColumns(level).flatMap((column) => {
        const items = column.texts.flatMap((each) => {
          const wrong = isWrong(each.text, column);
          return wrong ? [at(level, code, each, wrong === true ? undefined : wrong)] : [];
        });
        return report(level, column, code, severity, items);
      }),
    );

const eachLevel = (run: (level: UploadedLevel, context: BoundaryContext) => Finding[]) => (context: BoundaryContext) =>
  context.boundaries.levels.flatMap((level) => run(level, context));

/** N1: every unit has a name. Other languages are asked for only where the column is nearly full. */
export function checkNamePresent(level: UploadedLevel): Finding[] {
  return nameColumns(level).flatMap((column) => {
    const items = column.blanks
      .filter((index) => !level.partial || level.table.units[index]!.pcode)
      .map((index) =>
        itemAt(level, 'name.missing', [index], (level.table.units[index]!.pcode as string) || clause('row', { row: level.table.source.rowNumber[index]! })),
      );
    if (column.primary) return report(level, column, 'name.missing', 'error', items);
    return column.texts.length >= level.table.units.length * 0.9 ? report(level, column, 'name.missing-other', 'warning', items, { lang: column.lang }) : [];
  });
}

/** Odd blanks and characters that nobody sees; joiners are letters in Persian, Urdu and Indic writing. */
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u00a0\u00ad\u1680\u2000-\u200b\u200e\u200f\u2028-\u202f\u205f-\u2064\u2066-\u206f\u3000\ufeff]/u;
const WHITESPACE = /^[ \t\r\n]|[ \t\r\n]$|[ ]{2,}|[\t\r\n]/;
const ROMAN = /^[IVXLC]+$/;

/** N7: all capitals or all small, in a script that has both. */
function isCaseWrong(text: string): boolean {
  if (/^[A-Z]{2,5}$/.test(text.trim())) return false;
  const words = text.split(/[\s\-/()]+/u).filter((word) => /\p{L}/u.test(word) && !ROMAN.test(word));
  const letters = words.join('').replace(/[^\p{Lu}\p{Ll}]/gu, '');
  if (letters.length < 3) return false;
  return !/\p{Ll}/u.test(letters) || !/\p{Lu}/u.test(letters);
}

const PLACEHOLDER = /^(n[/_.]?a\.?|n\.a\.|null|none|nil|unknown|undefined|no name|noname|sans nom|sin nombre|inconnu|desconocido|غير معروف|x+|-+|\?+|\.+)$/iu;
const SPECIAL_AREA = /^(disputed|conflict|contested|unspecified|unassigned|no man'?s land)\b/iu;
/** `al-` is judged too: it is written small inside a name. */
const PARTICLE = /\s(?:(?:De|Do|Da|Di|Du|Dos|Das|Del|Des|Van|Von|Of|Et|And)(?=\s)|(?:Al|El)-(?=\p{L}))/u;

/** N11: the unit's own code, or something built like the level's codes, inside its name. */
export function checkCodeInName(level: UploadedLevel): Finding[] {
  return nameColumns(level).flatMap((column) =>
    report(
      level,
      column,
      'name.code-inside',
      'warning',
      column.texts
        .filter(({ index, text }) => {
          const code = level.table.units[index]!.pcode as string;
          return (code.length >= 3 && text.includes(code) && text.trim() !== code) || /(^|[\s(])[A-Z]{2}\d{4,}(\)|\s|$)/.test(text);
        })
        .map((each) => at(level, 'name.code-inside', each)),
    ),
  );
}

/** N10: a placeholder instead of a name, or the code itself; special areas are a warning to be accepted. */
export function checkPlaceholder(level: UploadedLevel): Finding[] {
  return nameColumns(level).flatMap((column) => {
    const empty = column.texts.filter(
      ({ index, text }) => (PLACEHOLDER.test(text.trim()) && lostLetters(text) === null) || text.trim() === level.table.units[index]!.pcode,
    );
    const special = column.texts.filter(({ index, text }) => SPECIAL_AREA.test(text.trim()) && !empty.some((each) => each.index === index));
    return [
      ...report(
        level,
        column,
        'name.placeholder',
        'error',
        empty.map((each) => at(level, 'name.placeholder', each)),
      ),
      ...report(
        level,
        column,
        'name.special-area',
        'warning',
        special.map((each) => at(level, 'name.special-area', each)),
      ),
    ];
  });
}

/** N12: letters of the declared language. */
export function checkLetters(level: UploadedLevel): Finding[] {
  return nameColumns(level).flatMap((column) => {
    const allowed = lettersOf(column.lang);
    if (!allowed) return [];
    const strange = new Map<string, number>();
    const wrong = column.texts.flatMap((each) => {
      // N6 tells of marks that stand for lost letters.
      const isLost = lostLetters(each.text) !== null;
      const letters = [
        ...new Set(
          [...each.text.normalize('NFC')].filter(
            (letter) => !allowed.has(letter) && !WHITESPACE.test(letter) && !INVISIBLE.test(letter) && !(isLost && LOST_MARKS.includes(letter)),
          ),
        ),
      ];
      for (const letter of letters) strange.set(letter, (strange.get(letter) ?? 0) + 1);
      return letters.length > 0 ? [at(level, 'name.letters', each, { characters: letters.join(' ') })] : [];
    });
    const characters = [...strange]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 12)
      .map(([letter]) => letter)
      .join(' ');
    return report(level, column, 'name.letters', 'warning', wrong, { lang: column.lang, characters });
  });
}

/** N13: two scripts in one word is a slip; a few names in another script than their column is a question. */
export function checkScripts(level: UploadedLevel): Finding[] {
  return nameColumns(level).flatMap((column) => {
    const mixed = column.texts.filter(({ text }) => text.split(/\s+/u).some(isMixedWord));
    const scripts = column.texts.map(({ text }) => scriptsOf(text)[0]).filter((script): script is Script => script !== undefined);
    const usual = tally(scripts)[0]?.[0];
    const strays = column.texts.filter((each) => !mixed.includes(each) && usual !== undefined && scriptsOf(each.text).some((script) => script !== usual));
    return [
      ...report(
        level,
        column,
        'name.mixed-word',
        'error',
        mixed.map((each) => at(level, 'name.mixed-word', each)),
      ),
      ...report(
        level,
        column,
        'name.mixed-column',
        'warning',
        strays.map((each) => at(level, 'name.mixed-column', each)),
        { script: usual ?? '' },
      ),
    ];
  });
}

/** N14 and N15: the same, or nearly the same, name twice under one parent. The same code as well is check P6 or G9. */
export function checkSiblings(level: UploadedLevel): Finding[] {
  if (level.level === 0) return [];
  const [column] = nameColumns(level);
  if (!column) return [];
  const groups = Map.groupBy(column.texts, ({ index, text }) => `${level.table.units[index]!.parentPcode ?? ''}|${foldName(text)}`);
  const same: ItemDraft[] = [];
  const near: ItemDraft[] = [];
  for (const list of groups.values()) {
    if (new Set(list.map(({ index }) => level.table.units[index]!.pcode)).size < 2) continue;
    const spellings = new Set(list.map(({ text }) => text.trim()));
    const detail = list.map(({ index, text }) => `${text.trim()} (${level.table.units[index]!.pcode || '–'})`).join(', ');
    const exact = spellings.size < list.length;
    (exact ? same : near).push(
      itemAt(
        level,
        exact ? 'name.duplicate' : 'name.near-duplicate',
        list.map(({ index }) => index),
        detail,
      ),
    );
  }
  return [...report(level, column, 'name.duplicate', 'warning', same), ...report(level, column, 'name.near-duplicate', 'info', near)];
}

/** N16: the country is named as UN M49 names it in that language. */
export function checkCountryName({ boundaries }: BoundaryContext): CheckOutcome {
  const country = countries.find(({ iso3 }) => iso3 === boundaries.country);
  const level = boundaries.levels.find((each) => each.level === 0);
  if (!country) return { skipped: clause('skipped.not-in-m49', { country: boundaries.country }) };
  if (!level) return { skipped: clause('skipped.no-adm0') };
  return nameColumns(level).flatMap((column) => {
    const official = (country.names as Record<string, string>)[column.lang];
    const wrong = official ? column.texts.filter(({ text }) => text.trim() !== official) : [];
    return report(
      level,
      column,
      'name.country',
      'warning',
      wrong.map((each) => at(level, 'name.country', each, { expected: official! })),
      { expected: official ?? '', lang: column.lang },
    );
  });
}

/** N17: adm1 names that ISO 3166-2 spells in another way or does not know. The standard lags behind reforms, so it is a note. */
export function checkSubdivisionNames({ boundaries }: BoundaryContext): CheckOutcome {
  const iso2 = iso2Of(boundaries.country);
  const listed = iso2 ? Object.values((subdivisions as Record<string, Record<string, string>>)[iso2] ?? {}) : [];
  const level = boundaries.levels.find((each) => each.level === 1);
  if (listed.length === 0) return { skipped: clause('skipped.no-subdivisions', { country: boundaries.country }) };
  const column = level && nameColumns(level)[0];
  if (!column || (scriptsOf(column.texts[0]?.text ?? '')[0] ?? 'Latin') !== 'Latin') return { skipped: clause('skipped.no-romanised-adm1') };
  const known = new Set(listed.map(foldName));
  const items = column.texts
    .filter(({ text }) => !known.has(foldName(text)))
    .map((each) => {
      const nearest = listed.toSorted((a, b) => editSimilarity(foldName(b), foldName(each.text)) - editSimilarity(foldName(a), foldName(each.text)))[0]!;
      return at(level, 'name.iso3166-2', each, { nearest });
    });
  return report(level, column, 'name.iso3166-2', 'info', items);
}

const ABBREVIATIONS: [short: RegExp, long: RegExp, label: string][] = [
  [/\bSt\.?\s/u, /\bSaint\s/u, 'St / Saint'],
  [/\bMt\.?\s/u, /\bMount\s/u, 'Mt / Mount'],
  [/\bSta\.?\s/u, /\bSanta\s/u, 'Sta / Santa'],
  [/\bSto\.?\s/u, /\bSanto\s/u, 'Sto / Santo'],
  [/\bN\.\s/u, /\bNorth\s/u, 'N. / North'],
  [/\bS\.\s/u, /\bSouth\s/u, 'S. / South'],
  [/\bDist\.?(\s|$)/u, /\bDistrict\b/u, 'Dist. / District'],
];

/** N18: one column, one way to shorten a word. */
export function checkAbbreviations(level: UploadedLevel): Finding[] {
  return nameColumns(level).flatMap((column) => {
    const items = ABBREVIATIONS.flatMap(([short, long, label]) => {
      const shortened = column.texts.filter(({ text }) => short.test(text));
      const full = column.texts.filter(({ text }) => long.test(text));
      return shortened.length > 0 && full.length > 0
        ? [
            itemAt(
              level,
              'name.abbreviation',
              shortened.map(({ index }) => index),
              `${label}: ${shortened.length} / ${full.length}`,
            ),
          ]
        : [];
    });
    return report(level, column, 'name.abbreviation', 'info', items);
  });
}

/** N19: names without a declared language cannot be shown to the right reader. */
export function checkNameLanguage(level: UploadedLevel): Finding[] {
  return nameColumns(level).flatMap((column) =>
    column.lang === 'und' && column.texts.length > 0
      ? report(level, column, 'name.language', 'warning', [itemAt(level, 'name.language', [column.texts[0]!.index], column.standard)])
      : [],
  );
}

const SPEC = 'COD-AB specification, Names';
export const nameChecks: Check<BoundaryContext>[] = [
  { id: 'N1', spec: SPEC, run: eachLevel(checkNamePresent) },
  { id: 'N2', spec: SPEC, run: eachText('name.long', 'warning', (text) => text.length > 100) },
  { id: 'N3', spec: SPEC, run: eachText('name.whitespace', 'warning', (text) => WHITESPACE.test(text)) },
  { id: 'N4', spec: SPEC, run: eachText('name.invisible', 'warning', (text) => INVISIBLE.test(text)) },
  { id: 'N5', spec: `${SPEC}: NFC`, run: eachText('name.unnormalized', 'info', (text) => text !== text.normalize('NFC')) },
  {
    id: 'N6',
    spec: SPEC,
    run: (context) => [
      ...eachText('name.encoding', 'error', (text) => {
        const repaired = repairMojibake(text);
        return repaired ? { repaired } : false;
      })(context),
      ...eachText('name.lost-letters', 'error', (text) => lostLetters(text) === 'surely')(context),
      ...eachText('name.lost-letters', 'warning', (text) => lostLetters(text) === 'maybe')(context),
    ],
  },
  { id: 'N7', spec: `${SPEC}: Case`, run: eachText('name.case', 'warning', isCaseWrong) },
  { id: 'N8', spec: `${SPEC}: Case`, run: eachText('name.particle', 'info', (text) => PARTICLE.test(text)) },
  {
    id: 'N9',
    spec: SPEC,
    run: eachText('name.no-letter', 'error', (text) => !/\p{L}/u.test(text) && !PLACEHOLDER.test(text.trim()) && lostLetters(text) === null),
  },
  { id: 'N10', spec: SPEC, run: eachLevel(checkPlaceholder) },
  { id: 'N11', spec: SPEC, run: eachLevel(checkCodeInName) },
  { id: 'N12', spec: `${SPEC}: Language (Unicode CLDR exemplars)`, run: eachLevel(checkLetters) },
  { id: 'N13', spec: SPEC, run: eachLevel(checkScripts) },
  { id: 'N14', spec: SPEC, run: eachLevel(checkSiblings) },
  { id: 'N16', spec: 'UN M49', run: checkCountryName },
  { id: 'N17', spec: 'ISO 3166-2', run: checkSubdivisionNames },
  { id: 'N18', spec: SPEC, run: eachLevel(checkAbbreviations) },
  { id: 'N19', spec: 'COD-AB specification, Languages', run: eachLevel(checkNameLanguage) },
];
