/** A 3W as tables: areas by cluster, organisations by area, and all of it as a workbook that says on its first sheet what it counts. Pure. */
import type { AdminUnit } from '../../contract/admin.ts';
import type { DatasetVersion } from '../../contract/datasets/dataset.ts';
import type { Lang } from '../../contract/languages.ts';
import { measurePresence } from '../../contract/presence/measure.ts';
import type { MatrixAnswer, OrganisationsAnswer, RecordsAnswer, SummaryAnswer } from '../../contract/presence/api.ts';
import type { ExportColumn, ExportValue } from '../../formats/columns.ts';
import type { CodeTable } from '../../matching/sectors.ts';
import type { Text } from '../../words/text.ts';
import { WORDS } from './words.ts';
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

const say = (text: Text, lang: Lang) => text[lang];
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
  const { units, heads, counts, unitTotals, sectorTotals, total, level, empty } = matrix;
  const why = (values: (number | null)[]) => (values.includes(null) ? say(empty === 'withheld' ? WORDS.withheld : WORDS.unstated, lang) : null);
  return [
    column(say(WORDS.level, lang), [0, ...units.map(() => level)]),
    column(say(WORDS.pcode, lang), [country, ...units.map(({ pcode }) => pcode)]),
    column(say(WORDS.area, lang), [say(WORDS.allAreas, lang), ...units.map(({ name }) => name)]),
    { ...column(say(WORDS.allClusters, lang), [total, ...unitTotals]), type: 'number' },
    ...heads.map(({ code, parent }, i): ExportColumn => {
      const own = nameOf(code, sectors, lang);
      const name = parent === null ? own : `${nameOf(parent, sectors, lang)} – ${own}`;
      return { ...column(name, [sectorTotals[i]!, ...counts.map((row) => row[i]!)]), type: 'number' };
    }),
    column(say(WORDS.empty, lang), [why([total, ...sectorTotals]), ...counts.map((row, i) => why([unitTotals[i]!, ...row]))]),
  ];
}

/** One row for each organisation in each unit. */
export function listColumns(areas: readonly AreaList[], level: number, { lang, sectors, orgTypes }: Names): ExportColumn[] {
  const rows = areas.flatMap(({ pcode, name, organisations }) => organisations.map((each) => ({ pcode, name, ...each })));
  return [
    column(
      say(WORDS.level, lang),
      rows.map(() => level),
    ),
    column(
      say(WORDS.pcode, lang),
      rows.map(({ pcode }) => pcode),
    ),
    column(
      say(WORDS.area, lang),
      rows.map(({ name }) => name),
    ),
    column(
      say(WORDS.acronym, lang),
      rows.map(({ organisation }) => organisation.acronym),
    ),
    column(
      say(WORDS.organisation, lang),
      rows.map(({ organisation }) => organisation.name),
    ),
    column(
      say(WORDS.type, lang),
      rows.map(({ organisation: { type } }) => (type === null ? null : nameOf(type, orgTypes, lang))),
    ),
    column(
      say(WORDS.clusters, lang),
      rows.map((row) => row.sectors.map((code) => nameOf(code, sectors, lang)).join('; ')),
    ),
    column(
      say(WORDS.records, lang),
      rows.map(({ records }) => records),
    ),
  ];
}

function organisationColumns({ organisations }: OrganisationsAnswer, { lang, sectors, orgTypes }: Names): ExportColumn[] {
  return [
    column(
      say(WORDS.acronym, lang),
      organisations.map(({ acronym }) => acronym),
    ),
    column(
      say(WORDS.organisation, lang),
      organisations.map(({ name }) => name),
    ),
    column(
      say(WORDS.type, lang),
      organisations.map(({ type }) => (type === null ? null : nameOf(type, orgTypes, lang))),
    ),
    column(
      say(WORDS.clusters, lang),
      organisations.map((each) => each.sectors.map((code) => nameOf(code, sectors, lang)).join('; ')),
    ),
    column(
      say(WORDS.units, lang),
      organisations.map(({ units }) => units),
    ),
    column(
      say(WORDS.records, lang),
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
  const counted = { organisations: WORDS.organisations, activities: WORDS.activities, people: WORDS.people }[definition.unit];
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
        say(counted, lang),
        all.map((value) => (typeof value === 'number' ? value : value === 'zero' ? 0 : null)),
      ),
      type: 'number',
    },
    column(
      say(WORDS.clusterCount, lang),
      own.map(({ pcode }) => byPcode[pcode]?.sectors ?? null),
    ),
    column(
      say(WORDS.records, lang),
      own.map(({ pcode }) => byPcode[pcode]?.records ?? null),
    ),
    column(
      say(WORDS.empty, lang),
      all.map((value) => (typeof value === 'number' || value === 'zero' ? null : say(WORDS[value], lang))),
    ),
  ];
}

function recordColumns({ records }: Pick<RecordsAnswer, 'records'>, { lang, sectors }: Names): ExportColumn[] {
  const list = (parts: readonly string[]) => parts.join('; ');
  return [
    column(
      say(WORDS.row, lang),
      records.map(({ row }) => row),
    ),
    column(
      say(WORDS.implementing, lang),
      records.map(({ organisations }) => list(organisations.implementing)),
    ),
    column(
      say(WORDS.programming, lang),
      records.map(({ organisations }) => list(organisations.programming)),
    ),
    column(
      say(WORDS.funding, lang),
      records.map(({ organisations }) => list(organisations.funding)),
    ),
    column(
      say(WORDS.clusters, lang),
      records.map((record) => list(record.sectors.map((code) => nameOf(code, sectors, lang)))),
    ),
    column(
      say(WORDS.status, lang),
      records.map(({ status }) => say(WORDS[status], lang)),
    ),
    column(
      say(WORDS.from, lang),
      records.map(({ start }) => start),
    ),
    column(
      say(WORDS.to, lang),
      records.map(({ end }) => end),
    ),
    column(
      say(WORDS.activity, lang),
      records.map(({ activity }) => activity),
    ),
    {
      ...column(
        say(WORDS.people, lang),
        records.map(({ people }) => people),
      ),
      type: 'number',
    },
    column(
      say(WORDS.level, lang),
      records.map(({ level }) => level),
    ),
    column(
      say(WORDS.pcode, lang),
      records.map(({ pcode }) => pcode),
    ),
    column(
      say(WORDS.stated, lang),
      records.map(({ stated }) => stated.map(({ name, code }) => [name, code].filter(Boolean).join(' ')).join(' > ')),
    ),
    column(
      say(WORDS.inDoubt, lang),
      records.map(({ question }) => say(question === null ? WORDS.no : WORDS.yes, lang)),
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
  const sheet = (text: Text, columns: ExportColumn[]): Sheet => ({ name: say(text, lang), columns });
  return [
    sheet(WORDS.about, aboutColumns(parts, lang)),
    ...(units.length > 0 ? [sheet(WORDS.areas, areaColumns(summary, units, names))] : []),
    sheet(WORDS.matrix, matrixColumns(matrix, country.code, names)),
    ...(named
      ? [
          sheet(WORDS.lists, listColumns(named.areas, summary.level, names)),
          sheet(WORDS.organisations, organisationColumns(named.organisations, names)),
          sheet(WORDS.rows, recordColumns(named.records, names)),
        ]
      : []),
  ];
}

function aboutColumns({ version, country, summary, named, link }: WorkbookParts, lang: Lang): ExportColumn[] {
  const { metadata } = version;
  const { totals, definitionText, level, boundaries } = summary;
  const known = (value: number | null) => value ?? say(WORDS.withheld, lang);
  const facts: [Text, ExportValue][] = [
    [WORDS.title, metadata.title || country.name],
    [WORDS.definition, definitionText[lang]],
    [WORDS.level, level],
    [WORDS.total, totals.count ?? say(totals.reason ? WORDS.withheld : WORDS.unstated, lang)],
    [WORDS.unionNote, say(WORDS.union, lang)],
    [WORDS.counted, known(totals.records)],
    [WORDS.aboveOnly, known(totals.knownOnlyAbove)],
    [WORDS.notPlaced, known(totals.notPlaced)],
    [WORDS.undated, known(totals.undated)],
    [WORDS.dataset, `${version.dataset} ${version.version}`],
    [WORDS.boundaries, boundaries ? `${boundaries.dataset} ${boundaries.version}` : null],
    [WORDS.published, version.publishedAt?.slice(0, 10) ?? null],
    [WORDS.source, [...new Set([metadata.source, metadata.contributor].filter(Boolean))].join('; ')],
    [WORDS.license, metadata.license],
    [WORDS.caveats, metadata.caveats],
    [WORDS.link, link],
    ...(named && named.records.total > named.records.records.length
      ? [
          [WORDS.rows, say(WORDS.cut, lang).replace('{shown}', String(named.records.records.length)).replace('{total}', String(named.records.total))] as [
            Text,
            string,
          ],
        ]
      : []),
    ...(named ? [] : [[WORDS.sensitive, say(WORDS.sensitiveWhy, lang)] as [Text, string]]),
  ];
  const told = facts.filter(([, value]) => value !== null && value !== '');
  return [
    { name: say(WORDS.about, lang), type: 'text', values: told.map(([text]) => say(text, lang)) },
    { name: country.name, type: 'mixed', values: told.map(([, value]) => value) },
  ];
}
