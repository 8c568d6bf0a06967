/**
 * Every text of the server in every language: one folder for each language, the same files and ids in each.
 * A language is its folder here and its code in contract/languages.ts; the client shows texts of `interface/` (client/i18n/load.ts).
 */
import type { Clause } from '../contract/clause.ts';
import { isLang, LANGS, PRINT_LANGS, type Lang, type PrintLang } from '../contract/languages.ts';
import type { Language } from './language.ts';
import { fill, periodText, type Values } from './say.ts';

/** Files of a language that the server says, with the ids of each. */
interface Files {
  checks: typeof import('./en/checks.ts').default;
  checklist: typeof import('./en/checklist.ts').default;
  report: typeof import('./en/report.ts').default;
  pages: typeof import('./en/pages.ts').default;
  pictures: typeof import('./en/pictures.ts').default;
  maps: typeof import('./en/maps.ts').default;
  sheets: typeof import('./en/sheets.ts').default;
  tables: typeof import('./en/tables.ts').default;
  counts: typeof import('./en/counts.ts').default;
  repair: typeof import('./en/repair.ts').default;
  crosswalk: typeof import('./en/crosswalk.ts').default;
  contactFiles: typeof import('./en/contactFiles.ts').default;
  outline: typeof import('./en/outline.ts').default;
  refusals: typeof import('./en/refusals.ts').default;
  mail: typeof import('./en/mail.ts').default;
  proposal: typeof import('./en/proposal.ts').default;
  problems: typeof import('./en/problems.ts').default;
  'problems/assessments': typeof import('./en/problems/assessments.ts').default;
  'problems/indicatorValues': typeof import('./en/problems/indicatorValues.ts').default;
  'problems/harvest': typeof import('./en/problems/harvest.ts').default;
  'problems/indicators': typeof import('./en/problems/indicators.ts').default;
  'problems/lookup': typeof import('./en/problems/lookup.ts').default;
  'problems/outside': typeof import('./en/problems/outside.ts').default;
  'problems/news': typeof import('./en/problems/news.ts').default;
  'problems/schedule': typeof import('./en/problems/schedule.ts').default;
  'problems/sheets': typeof import('./en/problems/sheets.ts').default;
  faults: typeof import('./en/faults.ts').default;
  calendar: typeof import('./en/calendar.ts').default;
  'findings/geojson': typeof import('./en/findings/geojson.ts').default;
  'findings/geometry': typeof import('./en/findings/geometry.ts').default;
  'findings/indicators': typeof import('./en/findings/indicators.ts').default;
  'findings/layers': typeof import('./en/findings/layers.ts').default;
  'findings/levels': typeof import('./en/findings/levels.ts').default;
  'findings/names': typeof import('./en/findings/names.ts').default;
  'findings/normalize': typeof import('./en/findings/normalize.ts').default;
  'findings/overlays': typeof import('./en/findings/overlays.ts').default;
  'findings/pcodes': typeof import('./en/findings/pcodes.ts').default;
  'findings/population': typeof import('./en/findings/population.ts').default;
  'findings/populationValues': typeof import('./en/findings/populationValues.ts').default;
  'findings/presence': typeof import('./en/findings/presence.ts').default;
  'findings/presenceColumns': typeof import('./en/findings/presenceColumns.ts').default;
  'findings/presenceValues': typeof import('./en/findings/presenceValues.ts').default;
  'findings/read': typeof import('./en/findings/read.ts').default;
  'findings/schema': typeof import('./en/findings/schema.ts').default;
  'findings/table': typeof import('./en/findings/table.ts').default;
  'findings/topology': typeof import('./en/findings/topology.ts').default;
  'clauses/attributes': typeof import('./en/clauses/attributes.ts').default;
  'clauses/assessments': typeof import('./en/clauses/assessments.ts').default;
  'clauses/boundaryColumns': typeof import('./en/clauses/boundaryColumns.ts').default;
  'clauses/columns': typeof import('./en/clauses/columns.ts').default;
  'clauses/contactImport': typeof import('./en/clauses/contactImport.ts').default;
  'clauses/documents': typeof import('./en/clauses/documents.ts').default;
  'clauses/geometry': typeof import('./en/clauses/geometry.ts').default;
  'clauses/groups': typeof import('./en/clauses/groups.ts').default;
  'clauses/indicators': typeof import('./en/clauses/indicators.ts').default;
  'clauses/levels': typeof import('./en/clauses/levels.ts').default;
  'clauses/overlays': typeof import('./en/clauses/overlays.ts').default;
  'clauses/population': typeof import('./en/clauses/population.ts').default;
  'clauses/presence': typeof import('./en/clauses/presence.ts').default;
  'clauses/reading': typeof import('./en/clauses/reading.ts').default;
  'clauses/skipped': typeof import('./en/clauses/skipped.ts').default;
  'clauses/structureImport': typeof import('./en/clauses/structureImport.ts').default;
  'clauses/tables': typeof import('./en/clauses/tables.ts').default;
  'interface/common': typeof import('./en/interface/common.ts').default;
  'interface/codes': typeof import('./en/interface/codes.ts').default;
  'interface/indicators/terms': typeof import('./en/interface/indicators/terms.ts').default;
  'interface/standards/pcode': typeof import('./en/interface/standards/pcode.ts').default;
  'interface/unitChanges': typeof import('./en/interface/unitChanges.ts').default;
  'interface/workgroup/series': typeof import('./en/interface/workgroup/series.ts').default;
  'workgroup/assessments': typeof import('./en/workgroup/assessments.ts').default;
}
const FILES = [
  'checks',
  'checklist',
  'report',
  'pages',
  'pictures',
  'maps',
  'sheets',
  'tables',
  'counts',
  'repair',
  'crosswalk',
  'contactFiles',
  'outline',
  'refusals',
  'mail',
  'proposal',
  'problems',
  'problems/assessments',
  'problems/indicatorValues',
  'problems/harvest',
  'problems/indicators',
  'problems/lookup',
  'problems/outside',
  'problems/news',
  'problems/schedule',
  'problems/sheets',
  'faults',
  'calendar',
  'findings/geojson',
  'findings/geometry',
  'findings/indicators',
  'findings/layers',
  'findings/levels',
  'findings/names',
  'findings/normalize',
  'findings/overlays',
  'findings/pcodes',
  'findings/population',
  'findings/populationValues',
  'findings/presence',
  'findings/presenceColumns',
  'findings/presenceValues',
  'findings/read',
  'findings/schema',
  'findings/table',
  'findings/topology',
  'clauses/attributes',
  'clauses/assessments',
  'clauses/boundaryColumns',
  'clauses/columns',
  'clauses/contactImport',
  'clauses/documents',
  'clauses/geometry',
  'clauses/groups',
  'clauses/indicators',
  'clauses/levels',
  'clauses/overlays',
  'clauses/population',
  'clauses/presence',
  'clauses/reading',
  'clauses/skipped',
  'clauses/structureImport',
  'clauses/tables',
  'interface/common',
  'interface/codes',
  'interface/indicators/terms',
  'interface/standards/pcode',
  'interface/unitChanges',
  'interface/workgroup/series',
  'workgroup/assessments',
] as const satisfies (keyof Files)[];

/** What maps, their embeds and sheets say: all that a language of print has, with the little of other files that is printed too (`print`). */
export const PRINT_FILES = ['pages', 'maps', 'pictures', 'sheets', 'counts', 'interface/codes', 'interface/indicators/terms', 'print'] as const;

type Keys<T> = T extends unknown ? keyof T : never;
export type WordId = Keys<Files[keyof Files]>;
/** What stands after a prefix: `topology.overlap` of `finding.topology.overlap`. */
export type Under<Prefix extends string> = WordId extends infer Id ? (Id extends `${Prefix}.${infer Rest}` ? Rest : never) : never;

/** The same sentence in every language. */
export type Text = Record<Lang, string>;

/** Nodes run the sources as they are; a package carries them as JavaScript. */
const suffix = import.meta.url.endsWith('.js') ? 'js' : 'ts';
const load = async <T>(lang: PrintLang, file: string) => ((await import(/* @vite-ignore */ `./${lang}/${file}.${suffix}`)) as { default: T }).default;

async function loadLanguage(lang: PrintLang): Promise<[PrintLang, { language: Language; texts: Readonly<Record<string, string>> }]> {
  const files = await Promise.all((isLang(lang) ? FILES : PRINT_FILES).map((file) => load<Record<string, string>>(lang, file)));
  return [lang, { language: await load<Language>(lang, 'language'), texts: Object.assign({}, ...files) as Record<string, string> }];
}

const LANGUAGES = new Map(await Promise.all(PRINT_LANGS.map(loadLanguage)));

export const languageOf = (lang: PrintLang): Language => LANGUAGES.get(lang)!.language;

/** All ids of the server with their patterns; for laws. */
export const patternsOf = (lang: PrintLang): Readonly<Record<string, string>> => LANGUAGES.get(lang)!.texts;

/** Whether there is such a text: ids made of stored codes may be of another version. */
export const isWord = (id: string): id is WordId => Object.hasOwn(patternsOf('en'), id);

/** A text in words. @throws where the text asks for a value that is not given */
export function say(lang: PrintLang, id: WordId, values?: Values): string {
  const { language, texts } = LANGUAGES.get(lang)!;
  return fill(texts[id]!, language, values, (clause) => (isLang(lang) ? sayClause(clause, lang) : undefined));
}

/** A text in every language. */
export function sayAll(id: WordId, values?: Values): Text {
  return inEach((lang) => say(lang, id, values));
}

export function inEach<T>(make: (lang: Lang) => T): Record<Lang, T> {
  return Object.fromEntries(LANGS.map((lang) => [lang, make(lang)])) as Record<Lang, T>;
}

export function inEachPrinted<T>(make: (lang: PrintLang) => T): Record<PrintLang, T> {
  return Object.fromEntries(PRINT_LANGS.map((lang) => [lang, make(lang)])) as Record<PrintLang, T>;
}

/** The clause in words; undefined where the catalogue does not have it (a report of a newer version). */
export function sayClause({ code, params }: Clause, lang: Lang): string | undefined {
  if (code === 'verbatim' && typeof params['text'] === 'string') return params['text'];
  const id = `clause.${code}`;
  return isWord(id) ? say(lang, id, params) : undefined;
}

/** Dates in words: a period is read, not computed with. */
export const sayPeriod = (from: string | null, to: string | null, lang: PrintLang): string => periodText(from, to, languageOf(lang));

export const sayNumber = (value: number, lang: PrintLang, options?: Intl.NumberFormatOptions): string =>
  new Intl.NumberFormat(languageOf(lang).locale, options).format(value);
