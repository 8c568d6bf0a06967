/** Indicators under the tags that HXL and IPC have for them: an indicator, an area and a period a row, people by status beside each other. */
import type { PopulationStatus } from '../../contract/indicators/terms.ts';
import { toCsv } from '../../formats/tables/write.ts';
import type { ExportValue } from '../../formats/columns.ts';
import { CHAIN_COLUMNS, chainOf, exportRows, titleIn, type ExportParts, type ExportRow } from './rows.ts';

const HEAD: [heading: string, tag: string][] = [
  ['indicator', '#indicator+code'],
  ['indicator_name', '#indicator+name'],
  ['sector', '#sector+code'],
  ...CHAIN_COLUMNS,
  ['area', '#loc+name'],
  ['period_start', '#date+start'],
  ['period_end', '#date+end'],
  ['period_type', '#period+v_ipc'],
  ['phase', '#severity+v_ipc'],
  ['category', '#meta+category'],
  ['population', '#population'],
  ['affected', '#affected'],
  ['in_need', '#inneed'],
  ['targeted', '#targeted'],
  ['reached', '#reached'],
  ['severity', '#severity+num'],
  ['people_in_phase', '#affected+num'],
  ['share_in_phase', '#affected+pct'],
  ['value', '#value+num'],
];
const FIRST = HEAD.findIndex(([heading]) => heading === 'population');
const STATUSES: readonly PopulationStatus[] = ['all', 'AFF', 'INN', 'TGT', 'REA'];
const PERIOD_TYPES = { observed: 'current', projected1: 'first projection', projected2: 'second projection', target: 'target', baseline: 'baseline' } as const;

/** Where the value of a row stands. */
function columnOf({ series, indicator }: ExportRow): number {
  const at = (heading: string) => HEAD.findIndex(([own]) => own === heading);
  if (series.phase !== null) return at(indicator.measure === 'share' ? 'share_in_phase' : 'people_in_phase');
  if (indicator.measure === 'index') return at('severity');
  return indicator.measure === 'people' ? FIRST + STATUSES.indexOf(series.status) : at('value');
}

export function writeHxlCsv({ data, units }: ExportParts): Uint8Array {
  const lines = new Map<string, ExportValue[]>();
  const indexOf = new Map(data.areas.map((area, i) => [area, i]));
  for (const row of exportRows(data)) {
    const { series, indicator, area } = row;
    const { type, period, phase, analysis, dimensions } = series;
    const key = JSON.stringify([series.indicator, indexOf.get(area), type, period, phase, analysis, dimensions]);
    const chain = chainOf(area, units);
    const line = lines.get(key) ?? [
      indicator.code,
      titleIn(indicator, 'en'),
      indicator.sector,
      ...([1, 2, 3] as const).flatMap((level) => [chain[level]?.pcode ?? null, chain[level]?.name ?? null]),
      area.name,
      period?.start ?? null,
      period?.end ?? null,
      PERIOD_TYPES[type],
      phase,
      Object.values(dimensions).join(' ') || null,
      ...HEAD.slice(FIRST).map(() => null),
    ];
    line[columnOf(row)] = row.value;
    lines.set(key, line);
  }
  return toCsv([HEAD.map(([heading]) => heading), HEAD.map(([, tag]) => tag), ...lines.values()]);
}
