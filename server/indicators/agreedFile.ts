/** The agreed list as a table, with the headings of the export of the registry of indicators, so that either is read by the other. Pure. */
import type { Indicator, IndicatorBody, IndicatorKind, MeasureType } from '../contract/indicators/indicators.ts';
import { indicatorBody } from '../contract/indicators/indicators.ts';
import { InputError } from '../errors.ts';
import type { ExportColumn } from '../formats/columns.ts';
import type { UploadFile } from '../formats/raw.ts';
import { cellText, type RawTable } from '../formats/tables/rawTable.ts';
import { readTables } from '../formats/tables/table.ts';
import { foldName } from '../matching/fold.ts';
import { createSectorTable } from '../matching/sectors.ts';
import { problemText } from '../words/problems.ts';

/** Heading of the registry's export, and the headings that are taken for it. */
const HEADINGS = {
  'Global Clusters': ['global clusters', 'cluster', 'clusters', 'sector', 'secteur', 'cluster mondial'],
  Code: ['code', 'indicator code', 'ir code', 'code de l indicateur', 'codigo'],
  'Sub-domain': ['sub domain', 'subdomain', 'sous domaine'],
  Title: ['title', 'indicator', 'indicator title', 'indicator name', 'titre', 'indicateur', 'titulo', 'indicador'],
  Description: ['description', 'definition', 'descripcion'],
  'Unit of Measurement': ['unit of measurement', 'unit', 'unite de mesure', 'unidad de medida'],
  'Unit Description': ['unit description'],
  Denominator: ['denominator', 'denominateur', 'denominador'],
  Numerator: ['numerator', 'numerateur', 'numerador'],
  Disaggregation: ['disaggregation', 'disaggregations', 'desagregation', 'desagregacion'],
  'Key indicator': ['key indicator', 'key', 'indicateur cle', 'indicador clave'],
  Types: ['types', 'type'],
  'Response Monitoring': ['response monitoring'],
  Standards: ['standards', 'standard', 'normes'],
  Threshold: ['threshold', 'seuil', 'umbral'],
  'Guidance on phases': ['guidance on phases'],
  'Phase applicability': ['phase applicability'],
  'General guidance': ['general guidance'],
  'Guidance for pre-crisis/baseline': ['guidance for pre crisis baseline'],
  Comments: ['comments', 'comment', 'commentaires'],
  'Data Sources': ['data sources', 'data source', 'source', 'sources de donnees'],
  'Sector cross-tagging': ['sector cross tagging'],
} as const;
type Heading = keyof typeof HEADINGS;

/** What a row of the file became. */
export interface ListRow {
  row: number;
  /** null: the row has no code, or what it says cannot be an indicator. */
  body: IndicatorBody | null;
  fault: string | null;
}

/** @throws InputError `indicators.list-file` where no sheet has codes and titles */
export async function readList(file: UploadFile, sectors: string): Promise<ListRow[]> {
  const tables = await readTables(file, { onUnknownEncoding: 'assume' });
  const table = createSectorTable(sectors);
  for (const each of tables) {
    if (each.hidden) continue;
    const at = columnsOf(each);
    if (!at.has('Code') || !at.has('Title')) continue;
    return Array.from({ length: each.rows }, (_, i) => toRow(each, i, at, (text) => table.sure(text) ?? null));
  }
  throw new InputError('indicators.list-file', problemText('indicators.list-file'));
}

function columnsOf({ columns }: RawTable): Map<Heading, number> {
  const at = new Map<Heading, number>();
  for (const [column, { name }] of columns.entries()) {
    const text = foldName(name);
    const [heading] = (Object.entries(HEADINGS) as [Heading, readonly string[]][]).find(([, words]) => words.includes(text)) ?? [];
    if (heading && !at.has(heading)) at.set(heading, column);
  }
  return at;
}

/** What stands in no field of its own, kept by its heading. */
const KEPT: readonly Heading[] = [
  'Sub-domain',
  'Types',
  'Response Monitoring',
  'Threshold',
  'Guidance on phases',
  'Phase applicability',
  'General guidance',
  'Guidance for pre-crisis/baseline',
  'Comments',
  'Sector cross-tagging',
];

function toRow(table: RawTable, i: number, at: ReadonlyMap<Heading, number>, sectorOf: (text: string) => string | null): ListRow {
  const row = table.rowNumbers[i]!;
  const text = (heading: Heading): string => {
    const column = at.get(heading);
    return column === undefined ? '' : cellText(table.columns[column]!.cells[i] ?? null);
  };
  const code = text('Code').replaceAll(/\s+/g, '-');
  const [numerator, denominator, unit] = [text('Numerator'), text('Denominator'), text('Unit of Measurement')];
  const measure = measureOf(unit, `${text('Title')} ${text('Unit Description')}`, denominator);
  const parsed = indicatorBody.safeParse({
    code,
    title: { en: text('Title').slice(0, 300) },
    definition: text('Description') ? { en: text('Description').slice(0, 4000) } : {},
    sector: sectorOf(text('Global Clusters')),
    kind: kindOf(text('Types')),
    measure,
    unit: [unit, text('Unit Description')].filter(Boolean).join(': ').slice(0, 120),
    numerator: numerator.slice(0, 1000),
    denominator: denominator.slice(0, 1000),
    additive: { units: measure === 'people' || measure === 'things', time: /reach|assist|distribut|deliver/i.test(text('Title')) ? 'flow' : 'stock' },
    disaggregations: disaggregationsOf(text('Disaggregation')),
    source: text('Data Sources').slice(0, 500),
    standard: text('Standards').slice(0, 500),
    key: /^(yes|y|oui|si|true|1|x|key)$/i.test(text('Key indicator')),
    external: { ir: code.slice(0, 80) },
    notes: KEPT.flatMap((heading) => (text(heading) ? [`${heading}: ${text(heading)}`] : []))
      .join('\n')
      .slice(0, 4000),
  });
  if (parsed.success) return { row, body: parsed.data, fault: null };
  return { row, body: null, fault: code === '' ? 'code' : (parsed.error.issues[0]?.path.join('.') ?? 'code') };
}

function measureOf(unit: string, words: string, denominator: string): MeasureType {
  const text = foldName(`${unit} ${words}`);
  if (/\b(percentage|percent|proportion|share|pourcentage|porcentaje)\b|%/.test(text) || (denominator !== '' && !/^n ?\/? ?a$/i.test(denominator)))
    return 'share';
  if (/\b(rate|ratio|per 1 ?000|per 10 ?000|taux|tasa)\b/.test(text)) return 'rate';
  if (/\b(index|score|phase|severity|scale|indice)\b/.test(text)) return 'index';
  return /\b(individuals?|people|persons?|children|women|personnes?|personas)\b/.test(text) ? 'people' : 'things';
}

function kindOf(types: string): IndicatorKind {
  const text = foldName(types);
  if (/\b(output|process|response|activity|reponse|respuesta)\b/.test(text)) return 'response';
  return /\b(baseline|context|contexte|contexto)\b/.test(text) ? 'context' : /\bseverity\b/.test(text) ? 'severity' : 'needs';
}

function disaggregationsOf(text: string): IndicatorBody['disaggregations'] {
  const folded = foldName(text);
  const words = {
    sex: /\b(sex|gender|sexe|sexo|genero)\b/,
    age: /\b(age|ages|edad|idade)\b/,
    group: /\b(group|status|population|groupe|grupo)\b/,
    disability: /\bdisab\w*|handicap\w*|discapacidad\b/,
    phase: /\bphase\b/,
  } as const;
  return (Object.keys(words) as (keyof typeof words)[]).filter((key) => words[key].test(folded));
}

/** The list with the registry's headings, and after them what the registry does not have. */
export function listColumns(indicators: readonly Indicator[]): ExportColumn[] {
  const of = (name: string, value: (each: Indicator) => string | null): ExportColumn => ({ name, type: 'text', values: indicators.map(value) });
  const kept = (each: Indicator, heading: string) =>
    each.notes
      .split('\n')
      .find((line) => line.startsWith(`${heading}: `))
      ?.slice(heading.length + 2) ?? null;
  return [
    of('Global Clusters', ({ sector }) => sector),
    of('Code', ({ code }) => code),
    of('Sub-domain', (each) => kept(each, 'Sub-domain')),
    of('Title', ({ title }) => title['en'] ?? Object.values(title)[0] ?? ''),
    of('Description', ({ definition }) => definition['en'] ?? Object.values(definition)[0] ?? null),
    of('Unit of Measurement', ({ unit }) => unit.split(': ')[0] ?? null),
    of('Unit Description', ({ unit }) => unit.split(': ').slice(1).join(': ') || null),
    of('Denominator', ({ denominator }) => denominator || null),
    of('Numerator', ({ numerator }) => numerator || null),
    of('Disaggregation', ({ disaggregations }) => disaggregations.join(', ') || null),
    of('Key indicator', ({ key }) => (key ? 'yes' : 'no')),
    ...(['Types', 'Response Monitoring'] as const).map((heading) => of(heading, (each) => kept(each, heading))),
    of('Standards', ({ standard }) => standard || null),
    ...(['Threshold', 'Guidance on phases', 'Phase applicability', 'General guidance', 'Guidance for pre-crisis/baseline', 'Comments'] as const).map(
      (heading) => of(heading, (each) => kept(each, heading)),
    ),
    of('Data Sources', ({ source }) => source || null),
    of('Sector cross-tagging', (each) => kept(each, 'Sector cross-tagging')),
    of('Kind', ({ kind }) => kind),
    of('Measure', ({ measure }) => measure),
    of('Additive over units', ({ additive }) => (additive.units ? 'yes' : 'no')),
    of('Stock or flow', ({ additive }) => additive.time),
    of('Direction', ({ direction }) => direction),
    of('Frequency', ({ frequency }) => frequency || null),
    of('Owner', ({ owner }) => owner),
    of('State', ({ state }) => state),
    of('Agreed on', ({ agreed }) => agreed?.on ?? null),
    of('Decision', ({ agreed }) => agreed?.decision ?? null),
    of('Retired on', ({ retired }) => retired?.on ?? null),
    of('Replaced by', ({ retired }) => retired?.replacedBy ?? null),
  ];
}
