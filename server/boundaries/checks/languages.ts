/** Families L (languages), D (dates) and R (version): columns that say one thing about a whole layer. cod.md §1.2, §1.5 and §2.6. */
import type { Finding, Severity } from '../../contract/finding.ts';
import { verbatim } from '../../words/clauses.ts';
import { finding, type FindingCode } from '../../words/findings.ts';
import type { ItemDraft } from '../../words/findings.ts';
import { readDate } from '../../matching/dates.ts';
import { isRomanized, scriptOf, toLanguage } from '../normalize/languages.ts';
import type { UploadedLevel } from '../normalize/model.ts';
import type { BoundaryContext } from './context.ts';
import type { Check } from '../../checks/check.ts';
import { itemAt, rawColumn, tally } from './columns.ts';
import type { Cell } from './columns.ts';

const eachLevel = (run: (level: UploadedLevel, context: BoundaryContext) => Finding[]) => (context: BoundaryContext) =>
  context.boundaries.levels.flatMap((level) => run(level, context));

function report(
  level: UploadedLevel | null,
  code: FindingCode,
  severity: Severity,
  items: ItemDraft[],
  params: Record<string, string | number> = {},
): Finding[] {
  return finding(code, severity, level?.level ?? null, items, params);
}

/** One item for a fault of a whole column: it has no place and no rows of its own. */
const whole = (code: string, level: UploadedLevel | null, detail: string): ItemDraft => ({
  id: `${code}/${level?.level ?? '-'}/${detail}`,
  pcodes: [],
  rows: [],
  clause: verbatim(detail),
});
const isBlank = (value: Cell) => value === null || String(value).trim() === '';
const distinct = (values: Cell[]) => tally(values.filter((value) => !isBlank(value)).map((value) => String(value).trim()));

/** L1: `lang` is there, filled and the same in every row. Older layers say it in their headings instead, which is a note. */
export function checkLanguageColumns(level: UploadedLevel): Finding[] {
  const lang = rawColumn(level, 'lang');
  if (!lang) {
    const known = level.languages.length > 0 && level.languages[0] !== 'und';
    return report(level, known ? 'lang.from-headings' : 'lang.missing', known ? 'info' : 'warning', [whole('lang.missing', level, 'lang')], {
      languages: level.languages.join(', '),
    });
  }
  const blank = lang.flatMap((value, index) => (isBlank(value) ? [index] : []));
  const findings = report(level, 'lang.blank', 'warning', blank.length > 0 ? [itemAt(level, 'lang.blank', blank, `${blank.length} / ${lang.length}`)] : []);
  for (const standard of ['lang', 'lang1', 'lang2', 'lang3']) {
    const values = distinct(rawColumn(level, standard) ?? []);
    if (values.length > 1)
      findings.push(
        ...report(
          level,
          'lang.varies',
          'warning',
          [whole('lang.varies', level, `${standard}: ${values.map(([value, count]) => `${value} (${count})`).join(', ')}`)],
          { column: standard },
        ),
      );
  }
  return findings;
}

/** BCP 47's own for a language that is not stated, which exports write; that nothing states it is told by N19. */
const UNDETERMINED = 'und';

/** L2: a code of BCP 47 that exists. */
export function checkLanguageCodes(level: UploadedLevel): Finding[] {
  const items = ['lang', 'lang1', 'lang2', 'lang3'].flatMap((standard) =>
    distinct(rawColumn(level, standard) ?? [])
      .filter(([value]) => value.toLowerCase() !== UNDETERMINED && toLanguage(value.split('-')[0]!) !== value.split('-')[0]!.toLowerCase())
      .map(([value]) => whole('lang.unknown', level, `${standard} = ${value}`)),
  );
  return report(level, 'lang.unknown', 'warning', items);
}

const nameTexts = (level: UploadedLevel, slot: number) =>
  (rawColumn(level, `adm${level.level}_name${slot || ''}`) ?? []).filter((value) => !isBlank(value)).map(String);

/** L3: the first names are in Latin letters. Judged by the letters themselves: every list of romanised languages is too short. */
export function checkRomanized(level: UploadedLevel): Finding[] {
  const script = scriptOf(nameTexts(level, 0).join(' '));
  return script && script !== 'Latn' ? report(level, 'lang.not-romanized', 'warning', [whole('lang.not-romanized', level, script)], { script }) : [];
}

/** L4: a lower level has no language that the level above lacks. */
export function checkLanguageDepth({ boundaries }: BoundaryContext): Finding[] {
  return boundaries.levels.slice(1).flatMap((level, index) => {
    const above = boundaries.levels[index]!;
    const extra = level.languages.filter((lang) => lang !== 'und' && !above.languages.includes(lang));
    return above.languages.some((lang) => lang !== 'und')
      ? report(
          level,
          'lang.deeper',
          'info',
          extra.map((lang) => whole('lang.deeper', level, lang)),
          { above: above.level },
        )
      : [];
  });
}

/** Words and letters that give a language away; a label is doubted only on evidence for another and none for itself. */
const EVIDENCE: Record<string, RegExp> = {
  fr: /\b(du|des|les|aux|sous|ville|nord|sud|ouest|est|haut|haute|bas|basse)\b|[œèêëçùûîï]/iu,
  es: /\b(del|los|las|san|santa|rio|villa)\b|[ñ¿¡]/iu,
  pt: /\b(dos|das|são|vila|norte)\b|[ãõ]/iu,
  en: /\b(north|south|east|west|upper|lower|central|city|town|island|islands|river)\b/iu,
};

/** L5: a label that does not fit its names: `EN` over French. */
export function checkLanguageFits(level: UploadedLevel): Finding[] {
  const items = level.languages.flatMap((lang, slot) => {
    const texts = nameTexts(level, slot);
    if (texts.length < 5) return [];
    const script = scriptOf(texts.join(' '));
    if (lang !== 'und' && script && (script === 'Latn') !== isRomanized(lang)) return [whole('lang.label', level, `${lang}: ${script}`)];
    const share = (of: string) => (EVIDENCE[of] ? texts.filter((text) => EVIDENCE[of]!.test(text)).length / texts.length : 0);
    const rival = Object.keys(EVIDENCE)
      .filter((of) => of !== lang)
      .map((of) => [of, share(of)] as const)
      .toSorted((a, b) => b[1] - a[1])[0]!;
    return EVIDENCE[lang] && rival[1] >= 0.15 && share(lang) < rival[1] / 4
      ? [whole('lang.label', level, `${lang} → ${rival[0]}? (${Math.round(rival[1] * 100)} %)`)]
      : [];
  });
  return report(level, 'lang.label', 'info', items);
}

/** D1: `valid_on` is there, filled, and one day for the layer; D2: `valid_to` likewise, empty for what is valid now. */
export function checkValidOn(level: UploadedLevel): Finding[] {
  const values = rawColumn(level, 'valid_on');
  if (!values) return report(level, 'date.missing', 'warning', [whole('date.missing', level, 'valid_on')], { column: 'valid_on' });
  const blank = values.filter(isBlank).length;
  const days = distinct(values);
  return [
    ...report(level, 'date.blank', 'warning', blank > 0 ? [whole('date.blank', level, `${blank} / ${values.length}`)] : [], {
      column: 'valid_on',
      rows: blank,
    }),
    ...report(
      level,
      'date.varies',
      'warning',
      days.length > 1
        ? [
            whole(
              'date.varies',
              level,
              days
                .slice(0, 6)
                .map(([day, count]) => `${day} (${count})`)
                .join(', '),
            ),
          ]
        : [],
      { column: 'valid_on' },
    ),
  ];
}

export function checkValidTo(level: UploadedLevel): Finding[] {
  const values = rawColumn(level, 'valid_to');
  if (!values) return report(level, 'date.missing', 'warning', [whole('date.missing', level, 'valid_to')], { column: 'valid_to' });
  const retired = values.flatMap((value, index) => ('iso' in readDate(value) ? [index] : []));
  return report(level, 'date.retired', 'warning', retired.length > 0 ? [itemAt(level, 'date.retired', retired, String(values[retired[0]!]))] : [], {
    rows: retired.length,
  });
}

/** D3: no end before its start, no day to come, no 1899 or 1970 that stands for "none", nothing unreadable. */
export function checkDateOrder(level: UploadedLevel, { today }: BoundaryContext): Finding[] {
  const on = rawColumn(level, 'valid_on') ?? [];
  const to = rawColumn(level, 'valid_to') ?? [];
  const rows: Record<'date.order' | 'date.future' | 'date.artefact' | 'date.unreadable', number[]> = {
    'date.order': [],
    'date.future': [],
    'date.artefact': [],
    'date.unreadable': [],
  };
  for (let index = 0; index < level.table.units.length; index++) {
    const start = readDate(on[index] ?? null);
    const end = readDate(to[index] ?? null);
    if ('iso' in start && 'iso' in end && end.iso < start.iso) rows['date.order'].push(index);
    if ('iso' in start && start.iso > today) rows['date.future'].push(index);
    if ([start, end].some((reading) => 'empty' in reading && reading.artefact)) rows['date.artefact'].push(index);
    if ([start, end].some((reading) => 'unreadable' in reading)) rows['date.unreadable'].push(index);
  }
  return (Object.entries(rows) as [keyof typeof rows, number[]][]).flatMap(([code, list]) =>
    report(level, code, 'warning', list.length > 0 ? [itemAt(level, code, list, `${on[list[0]!] ?? '–'} … ${to[list[0]!] ?? '–'}`)] : [], {
      rows: list.length,
    }),
  );
}

/** D4: a year without review. D5: one day for all levels. */
export function checkDateAge({ boundaries, today }: BoundaryContext): Finding[] {
  const days = boundaries.levels.flatMap((level) => level.table.units.flatMap(({ validOn }) => validOn ?? []));
  const newest = days.toSorted().at(-1);
  if (!newest) return [];
  const years = (Date.parse(today) - Date.parse(newest)) / (365.25 * 86_400_000);
  return years > 1 ? report(null, 'date.stale', 'info', [whole('date.stale', null, newest)], { newest, years: Math.floor(years) }) : [];
}

export function checkDateAcrossLevels({ boundaries }: BoundaryContext): Finding[] {
  const first = boundaries.levels.flatMap((level) => (level.table.units[0]?.validOn ? [`adm${level.level}: ${level.table.units[0].validOn}`] : []));
  const different = new Set(first.map((each) => each.slice(6)));
  return different.size > 1 ? report(null, 'date.levels', 'info', [whole('date.levels', null, first.join(', '))], { days: first.join(', ') }) : [];
}

/** R1: one version, written `v01` or `v01.02`. It is filled by us, so a missing one is a note to the person who signs. */
export function checkVersion(level: UploadedLevel): Finding[] {
  const values = rawColumn(level, 'version');
  if (!values) return report(level, 'version.missing', 'warning', [whole('version.missing', level, 'version')]);
  const versions = distinct(values);
  return [
    ...report(
      level,
      'version.varies',
      'warning',
      versions.length > 1 ? [whole('version.varies', level, versions.map(([value, count]) => `${value} (${count})`).join(', '))] : [],
    ),
    ...report(
      level,
      'version.pattern',
      'warning',
      versions.filter(([value]) => !/^v\d{2}(\.\d{2})?$/.test(value)).map(([value]) => whole('version.pattern', level, value)),
    ),
    ...report(level, 'version.missing', 'warning', versions.length === 0 ? [whole('version.missing', level, 'version')] : []),
  ];
}

const SPEC = 'COD-AB specification';
export const languageChecks: Check<BoundaryContext>[] = [
  { id: 'L1', spec: `${SPEC}, Languages`, run: eachLevel(checkLanguageColumns) },
  { id: 'L2', spec: `${SPEC}, Languages (BCP 47)`, run: eachLevel(checkLanguageCodes) },
  { id: 'L3', spec: `${SPEC}, Languages`, run: eachLevel(checkRomanized) },
  { id: 'L4', spec: 'hdx-cod-ab-checker, language_hierarchy', run: checkLanguageDepth },
  { id: 'L5', spec: 'Published layers label French or Portuguese names EN', run: eachLevel(checkLanguageFits) },
];
export const dateChecks: Check<BoundaryContext>[] = [
  { id: 'D1', spec: `${SPEC}, Dates`, run: eachLevel(checkValidOn) },
  { id: 'D2', spec: `${SPEC}, Dates`, run: eachLevel(checkValidTo) },
  { id: 'D3', spec: `${SPEC}, Dates`, run: eachLevel(checkDateOrder) },
  { id: 'D4', spec: 'OCHA review cycle of 12 months', run: checkDateAge },
  { id: 'D5', spec: `${SPEC}, Dates`, run: checkDateAcrossLevels },
  { id: 'R1', spec: `${SPEC}, Versions`, run: eachLevel(checkVersion) },
];
