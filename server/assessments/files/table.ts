/** Assessments as tables: one row each; a workbook with their places and what may be had of them; rows by sector and unit with HXL tags. */
import type { Area, Assessment } from '../../contract/assessments/assessments.ts';
import { ARTIFACTS } from '../../contract/assessments/assessments.ts';
import type { Lang } from '../../contract/languages.ts';
import type { ExportColumn } from '../../formats/columns.ts';
import { toCsv, writeXlsx } from '../../formats/tables/write.ts';
import { landingOf, type Ground } from '../coverage/ground.ts';
import { titleIn, windowOf } from '../model.ts';

type Value = string | number | boolean | null;
type Column = [heading: string, of: (each: Assessment) => Value];

const AND = '; ';
const names = (bodies: Assessment['leads']) => bodies.map(({ name }) => name).join(AND);
const writtenOf = ({ pcode, code, name }: Area): string => code ?? pcode ?? name ?? '';

const columnsIn = (lang: Lang): Column[] => [
  ['id', ({ id }) => id],
  ['title', (each) => titleIn(each, lang)],
  ['lead', ({ leads }) => names(leads)],
  ['participants', ({ participants, participantsText }) => [names(participants), participantsText ?? ''].filter(Boolean).join(AND)],
  ['donors', ({ donors }) => names(donors)],
  ['groups', ({ groups }) => groups.join(AND)],
  ['sectors', ({ sectors }) => sectors.join(AND)],
  ['population_groups', ({ populations }) => populations.join(AND)],
  ['family', ({ family }) => family],
  ['assessment_type', ({ type }) => type],
  ['coordination', ({ coordination }) => coordination],
  ['status', ({ status }) => status],
  ['collection_start', (each) => windowOf(each)?.start ?? null],
  ['collection_end', ({ collectionEnd }) => collectionEnd],
  ['published_on', ({ publishedOn }) => publishedOn],
  ['next_round', ({ nextRound }) => nextRound],
  ['frequency', ({ frequency }) => frequency],
  ['coverage_level', ({ coverage }) => coverage.of],
  ['places', ({ coverage }) => coverage.areas.map(writtenOf).join(AND)],
  ['place_names', ({ coverage }) => coverage.areas.flatMap(({ name }) => name ?? []).join(AND)],
  ['coverage_details', ({ coverage }) => coverage.text],
  ['level_of_representation', ({ representative }) => representative],
  ['technique', ({ methods }) => methods.map(({ technique }) => technique).join(AND)],
  ['sample_size', ({ sampleSize }) => sampleSize],
  ['unit_of_measurement', ({ sampleUnit }) => sampleUnit],
  ['languages', ({ languages }) => languages.join(AND)],
  ['objective', ({ objective }) => objective],
  ['methodology', ({ methodology }) => methodology],
  ...ARTIFACTS.flatMap((kind): Column[] => {
    const find = ({ artifacts }: Assessment) => artifacts.find((each) => each.kind === kind);
    const heading = kind.replaceAll('-', '_');
    return [
      [`${heading}_access`, (each) => find(each)?.access ?? null],
      [`${heading}_link`, (each) => find(each)?.link ?? null],
    ];
  }),
  ['record', ({ state }) => state],
  ['updated', ({ updatedAt }) => updatedAt],
];

/** UTF-8 with a byte order mark, RFC 4180; a text that a spreadsheet would run as a formula is defused. */
export function writeTable(assessments: readonly Assessment[], lang: Lang): Uint8Array<ArrayBuffer> {
  const columns = columnsIn(lang);
  return toCsv([columns.map(([heading]) => heading), ...assessments.map((each) => columns.map(([, of]) => of(each)))]);
}

/** Three sheets: assessments, places, artifacts. */
export function writeWorkbook(assessments: readonly Assessment[], lang: Lang): Promise<Uint8Array> {
  const areas = assessments.flatMap((each) => each.coverage.areas.map((area) => ({ each, area })));
  const artifacts = assessments.flatMap((each) => each.artifacts.map((artifact) => ({ each, artifact })));
  const places: [string, (row: (typeof areas)[number]) => Value][] = [
    ['assessment', ({ each }) => each.id],
    ['title', ({ each }) => titleIn(each, lang)],
    ['level', ({ area }) => area.level],
    ['stated_code', ({ area }) => area.code],
    ['stated_name', ({ area }) => area.name],
    ['pcode', ({ area }) => area.pcode],
    ['pcode_level', ({ area }) => area.unitLevel],
    ['boundaries', ({ area }) => area.version],
  ];
  const had: [string, (row: (typeof artifacts)[number]) => Value][] = [
    ['assessment', ({ each }) => each.id],
    ['title', ({ each }) => titleIn(each, lang)],
    ['kind', ({ artifact }) => artifact.kind],
    ['access', ({ artifact }) => artifact.access],
    ['sensitivity', ({ artifact }) => artifact.class],
    ['link', ({ artifact }) => artifact.link],
    ['how_to_ask', ({ artifact }) => artifact.how],
    ['group', ({ artifact }) => artifact.contact?.group ?? null],
    ['mailbox', ({ artifact }) => artifact.contact?.mailbox ?? null],
  ];
  const sheet = <Row>(name: string, columns: readonly [string, (row: Row) => Value][], rows: readonly Row[]) => ({
    name,
    columns: columns.map(([heading, of]): ExportColumn => ({ name: heading, type: 'text', values: rows.map(of) }) as ExportColumn),
  });
  return writeXlsx([sheet('assessments', columnsIn(lang), assessments), sheet('places', places, areas), sheet('artifacts', had, artifacts)], {
    rightToLeft: lang === 'ar',
  });
}

/** One row for each assessment, sector and place, so that each column holds one value. */
export function writeHxl(assessments: readonly Assessment[], ground: Ground, lang: Lang): Uint8Array<ArrayBuffer> {
  const levels = ground.levels.filter((level) => level > 0);
  const headings = [
    'Assessment',
    'Title',
    'Lead',
    'Partners',
    'Sector',
    ...levels.flatMap((level) => [`Admin ${level} code`, `Admin ${level}`]),
    'Start',
    'End',
    'Status',
  ];
  const tags = ['#activity+code', '#activity+name', '#org+lead', '#org+partner', '#sector+cluster', ...levels.flatMap((level) => [`#adm${level}+code`, `#adm${level}+name`]), '#date+start', '#date+end', '#status']; // prettier-ignore
  const rows = assessments.flatMap((each) => {
    const window = windowOf(each);
    const places = each.coverage.areas.flatMap((area) => landingOf(ground, area)?.unit ?? []);
    const units = places.length > 0 ? [...new Set(places)] : [null];
    return (each.sectors.length > 0 ? each.sectors : ['']).flatMap((sector) =>
      units.map((unit) => [
        each.id,
        titleIn(each, lang),
        names(each.leads),
        names(each.participants),
        sector,
        ...levels.flatMap((level) => {
          const above = unit === null ? undefined : ground.tree.ancestorAt(unit, level);
          return [above?.pcode ?? null, above?.names[0]?.name ?? null];
        }),
        window?.start ?? null,
        each.collectionEnd,
        each.status,
      ]),
    );
  });
  return toCsv([headings, tags, ...rows]);
}
