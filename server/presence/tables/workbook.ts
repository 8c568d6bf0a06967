/** A 3W as tables: areas by cluster, organisations by area, and all of it as a workbook that says on its first sheet what it counts. Pure. */
import type { AdminUnit } from '../../contract/admin.ts';
import type { DatasetVersion } from '../../contract/datasets/dataset.ts';
import type { Lang } from '../../contract/languages.ts';
import { measurePresence, possibleOf } from '../../contract/presence/measure.ts';
import type { MatrixAnswer, OrganisationsAnswer, RecordsAnswer, SummaryAnswer } from '../../contract/presence/api.ts';
import type { ExportColumn, ExportValue } from '../../formats/columns.ts';
import type { CodeTable } from '../../matching/sectors.ts';
import { carriedSentences } from '../../words/carried.ts';
import { say, type WordId } from '../../words/words.ts';
import type { AreaList } from './matrix.ts';

export interface Sheet {
  name: string;
  columns: ExportColumn[];
}

/** Names of codes, in a language. */
export interface Names {
  lang: Lang;
  sectors: CodeTable;
  orgTypes: CodeTable;
}

const nameOf = (code: string, table: CodeTable, lang: Lang) => table.get(code)?.names[lang] || code;
const column = (name: string, values: ExportValue[]): ExportColumn => ({
  name,
  type: values.some((value) => typeof value === 'number') ? 'number' : 'text',
  values,
});

/**
 * One row for each unit that any row is placed in, and above them one for the country, of level 0, whose numbers count each organisation once.
 * Withheld numbers are empty, and the last column says so.
 */
export function matrixColumns(matrix: MatrixAnswer, country: string, { lang, sectors }: Names): ExportColumn[] {
  const { units, heads, counts, unitTotals, sectorTotals, total, level, empty, possible } = matrix;
  const why = (values: (number | null)[]) => (values.includes(null) ? say(lang, empty === 'withheld' ? 'table.withheld' : 'table.unstated') : null);
  return [
    column(say(lang, 'table.level'), [0, ...units.map(() => level)]),
    column(say(lang, 'table.pcode'), [country, ...units.map(({ pcode }) => pcode)]),
    column(say(lang, 'table.area'), [say(lang, 'table.allAreas'), ...units.map(({ name }) => name)]),
    { ...column(say(lang, 'table.allClusters'), [total, ...unitTotals]), type: 'number' },
    ...(possible ? [{ ...column(say(lang, 'table.possibleMost'), [null, ...possible]), type: 'number' as const }] : []),
    ...heads.map(({ code, parent }, i): ExportColumn => {
      const own = nameOf(code, sectors, lang);
      const name = parent === null ? own : `${nameOf(parent, sectors, lang)} – ${own}`;
      return { ...column(name, [sectorTotals[i]!, ...counts.map((row) => row[i]!)]), type: 'number' };
    }),
    column(say(lang, 'table.empty'), [why([total, ...sectorTotals]), ...counts.map((row, i) => why([unitTotals[i]!, ...row]))]),
  ];
}

/** One row for each organisation in each unit. */
export function listColumns(areas: readonly AreaList[], level: number, { lang, sectors, orgTypes }: Names): ExportColumn[] {
  const rows = areas.flatMap(({ pcode, name, organisations }) => organisations.map((each) => ({ pcode, name, ...each })));
  return [
    column(
      say(lang, 'table.level'),
      rows.map(() => level),
    ),
    column(
      say(lang, 'table.pcode'),
      rows.map(({ pcode }) => pcode),
    ),
    column(
      say(lang, 'table.area'),
      rows.map(({ name }) => name),
    ),
    column(
      say(lang, 'table.acronym'),
      rows.map(({ organisation }) => organisation.acronym),
    ),
    column(
      say(lang, 'table.organisation'),
      rows.map(({ organisation }) => organisation.name),
    ),
    column(
      say(lang, 'table.type'),
      rows.map(({ organisation: { type } }) => (type === null ? null : nameOf(type, orgTypes, lang))),
    ),
    column(
      say(lang, 'table.clusters'),
      rows.map((row) => row.sectors.map((code) => nameOf(code, sectors, lang)).join('; ')),
    ),
    column(
      say(lang, 'table.records'),
      rows.map(({ records }) => records),
    ),
  ];
}

function organisationColumns({ organisations }: OrganisationsAnswer, { lang, sectors, orgTypes }: Names): ExportColumn[] {
  return [
    column(
      say(lang, 'table.acronym'),
      organisations.map(({ acronym }) => acronym),
    ),
    column(
      say(lang, 'table.organisation'),
      organisations.map(({ name }) => name),
    ),
    column(
      say(lang, 'table.type'),
      organisations.map(({ type }) => (type === null ? null : nameOf(type, orgTypes, lang))),
    ),
    column(
      say(lang, 'table.clusters'),
      organisations.map((each) => each.sectors.map((code) => nameOf(code, sectors, lang)).join('; ')),
    ),
    column(
      say(lang, 'table.units'),
      organisations.map(({ units }) => units),
    ),
    column(
      say(lang, 'table.records'),
      organisations.map(({ records }) => records),
    ),
  ];
}

/** Every unit of the boundaries at the level, whether anything is reported of it or not. */
function areaColumns(summary: SummaryAnswer, units: readonly AdminUnit[], { lang }: Names): ExportColumn[] {
  const { level, byPcode, definition } = summary;
  const known = new Map(units.map((unit) => [`${unit.level} ${unit.pcode}`, unit]));
  const own = units.filter((unit) => unit.level === level).toSorted((a, b) => (a.pcode < b.pcode ? -1 : 1));
  const chainOf = (unit: AdminUnit): AdminUnit[] => {
    const parent = unit.parentPcode === null ? undefined : known.get(`${unit.level - 1} ${unit.parentPcode}`);
    return parent ? [...chainOf(parent), unit] : [unit];
  };
  const chains = own.map(chainOf);
  const values = measurePresence(
    summary,
    own.map((unit, i) => [unit.pcode, chains[i]!.filter((each) => each.level > 0 && each !== unit).map(({ pcode }) => pcode)] as const),
    { is: 'count' },
  );
  const levels = Array.from({ length: level }, (_, i) => i + 1);
  const part = (i: number, at: number) => chains[i]!.find((each) => each.level === at);
  const all = own.map(({ pcode }) => values.get(pcode)!);
  return [
    ...levels.flatMap((at) => [
      column(
        `adm${at}_pcode`,
        own.map((_, i) => part(i, at)?.pcode ?? null),
      ),
      column(
        `adm${at}_name`,
        own.map((_, i) => part(i, at)?.names[0]?.name ?? null),
      ),
    ]),
    {
      ...column(
        say(lang, `table.${definition.unit}`),
        all.map((value) => (typeof value === 'number' ? value : value === 'zero' ? 0 : null)),
      ),
      type: 'number',
    },
    ...(summary.carried?.rows
      ? [
          {
            ...column(
              say(lang, 'table.possibleMost'),
              own.map(({ pcode }) => possibleOf(summary, pcode)),
            ),
            type: 'number' as const,
          },
        ]
      : []),
    column(
      say(lang, 'table.clusterCount'),
      own.map(({ pcode }) => byPcode[pcode]?.sectors ?? null),
    ),
    column(
      say(lang, 'table.records'),
      own.map(({ pcode }) => byPcode[pcode]?.records ?? null),
    ),
    column(
      say(lang, 'table.empty'),
      all.map((value) => (typeof value === 'number' || value === 'zero' ? null : say(lang, `table.${value}`))),
    ),
  ];
}

function recordColumns({ records }: Pick<RecordsAnswer, 'records'>, { lang, sectors }: Names): ExportColumn[] {
  const list = (parts: readonly string[]) => parts.join('; ');
  return [
    column(
      say(lang, 'table.row'),
      records.map(({ row }) => row),
    ),
    column(
      say(lang, 'table.implementing'),
      records.map(({ organisations }) => list(organisations.implementing)),
    ),
    column(
      say(lang, 'table.programming'),
      records.map(({ organisations }) => list(organisations.programming)),
    ),
    column(
      say(lang, 'table.funding'),
      records.map(({ organisations }) => list(organisations.funding)),
    ),
    column(
      say(lang, 'table.clusters'),
      records.map((record) => list(record.sectors.map((code) => nameOf(code, sectors, lang)))),
    ),
    column(
      say(lang, 'table.status'),
      records.map(({ status }) => say(lang, `table.${status}`)),
    ),
    column(
      say(lang, 'table.from'),
      records.map(({ start }) => start),
    ),
    column(
      say(lang, 'table.to'),
      records.map(({ end }) => end),
    ),
    column(
      say(lang, 'table.activity'),
      records.map(({ activity }) => activity),
    ),
    {
      ...column(
        say(lang, 'table.people'),
        records.map(({ people }) => people),
      ),
      type: 'number',
    },
    column(
      say(lang, 'table.level'),
      records.map(({ level }) => level),
    ),
    column(
      say(lang, 'table.pcode'),
      records.map(({ pcode }) => pcode),
    ),
    column(
      say(lang, 'table.stated'),
      records.map(({ stated }) => stated.map(({ name, code }) => [name, code].filter(Boolean).join(' ')).join(' > ')),
    ),
    column(
      say(lang, 'table.inDoubt'),
      records.map(({ question }) => say(lang, question === null ? 'table.no' : 'table.yes')),
    ),
  ];
}

export interface WorkbookParts {
  version: DatasetVersion;
  country: { code: string; name: string };
  summary: SummaryAnswer;
  matrix: MatrixAnswer;
  units: readonly AdminUnit[];
  /** null of a sensitive 3W, which names none. */
  named: { areas: readonly AreaList[]; organisations: OrganisationsAnswer; records: Pick<RecordsAnswer, 'records' | 'total'> } | null;
  /** Where the same is asked again. */
  link: string;
}

/** The definition first; then areas, areas by cluster, organisations by area, organisations, and the rows that are counted. */
export function workbookSheets(parts: WorkbookParts, names: Names): Sheet[] {
  const { summary, matrix, units, named, country } = parts;
  const { lang } = names;
  const sheet = (name: WordId, columns: ExportColumn[]): Sheet => ({ name: say(lang, name), columns });
  return [
    sheet('table.about', aboutColumns(parts, lang)),
    ...(units.length > 0 ? [sheet('table.areas', areaColumns(summary, units, names))] : []),
    sheet('table.matrix', matrixColumns(matrix, country.code, names)),
    ...(named
      ? [
          sheet('table.lists', listColumns(named.areas, summary.level, names)),
          sheet('table.organisations', organisationColumns(named.organisations, names)),
          sheet('table.rows', recordColumns(named.records, names)),
        ]
      : []),
  ];
}

function aboutColumns({ version, country, summary, named, link }: WorkbookParts, lang: Lang): ExportColumn[] {
  const { metadata } = version;
  const { totals, definitionText, level, boundaries } = summary;
  const known = (value: number | null) => value ?? say(lang, 'table.withheld');
  const facts: [WordId, ExportValue][] = [
    ['table.title', metadata.title || country.name],
    ['table.definition', definitionText[lang]],
    ['table.level', level],
    ['table.total', totals.count ?? say(lang, totals.reason ? 'table.withheld' : 'table.unstated')],
    ['table.unionNote', say(lang, 'table.union')],
    ['table.counted', known(totals.records)],
    ['table.aboveOnly', known(totals.knownOnlyAbove)],
    ['table.notPlaced', known(totals.notPlaced)],
    ['table.undated', known(totals.undated)],
    ['table.dataset', `${version.dataset} ${version.version}`],
    ['table.boundaries', boundaries ? `${boundaries.dataset} ${boundaries.version}` : null],
    ['table.carried', summary.carried ? carriedSentences(summary.carried, String, lang).join(' ') : null],
    ['table.published', version.publishedAt?.slice(0, 10) ?? null],
    ['table.source', [...new Set([metadata.source, metadata.contributor].filter(Boolean))].join('; ')],
    ['table.license', metadata.license],
    ['table.caveats', metadata.caveats],
    ['table.link', link],
    ...(named && named.records.total > named.records.records.length
      ? [['table.rows', say(lang, 'table.cut', { shown: named.records.records.length, total: named.records.total })] as [WordId, string]]
      : []),
    ...(named ? [] : [['table.sensitive', say(lang, 'table.sensitiveWhy')] as [WordId, string]]),
  ];
  const told = facts.filter(([, value]) => value !== null && value !== '');
  return [
    { name: say(lang, 'table.about'), type: 'text', values: told.map(([id]) => say(lang, id)) },
    { name: country.name, type: 'mixed', values: told.map(([, value]) => value) },
  ];
}
