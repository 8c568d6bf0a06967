/** A level as a table: as it is, or on other boundaries with method, range and original codes of every unit, and a line for all that is left over. Pure. */
import type { AsOfAnswer } from '../../contract/datasets/asOf.ts';
import { toIso3 } from '../../contract/ids.ts';
import type { ShownLevel, ShownPopulation } from '../../contract/population/carried.ts';
import { dayColumns, type ExportColumn, type ExportValue } from '../../formats/columns.ts';
import { writeCsv } from '../files.ts';
import { totalOf } from './portions.ts';

/** Of the deepest level of the answer, whose figures are those of all others. `method` of lines of people who are in no unit is `remainder`, and their code is empty. */
export function writeShownCsv(answer: ShownPopulation, asOf?: Pick<AsOfAnswer, 'date' | 'known'>): Uint8Array {
  const level = answer.levels.toSorted((a, b) => b.level - a.level)[0]!;
  const columns = columnsOf(answer, level);
  return writeCsv([...columns, ...dayColumns(asOf, columns[0]!.values.length)], columns[0]!.values.length);
}

/** `sle_admpop_adm2_2022_on_v02`, without its ending. */
export function fileNameOf({ dataset, levels, carried }: ShownPopulation): string {
  const { level, year } = levels.toSorted((a, b) => b.level - a.level)[0]!;
  return `${toIso3(dataset).toLowerCase()}_admpop_adm${level}${year === null ? '' : `_${year}`}${carried ? `_on_${carried.to}` : ''}`;
}

function columnsOf({ dataset, carried: about }: ShownPopulation, shown: ShownLevel): ExportColumn[] {
  const { level, year, groups, pcodes, values, carried, source } = shown;
  const left = carried?.remainders ?? [];
  const text = (name: string, own: ExportValue[], rest: ExportValue[] = left.map(() => null)): ExportColumn => ({
    name,
    type: 'text',
    values: [...own, ...rest],
  });
  const number = (name: string, own: (number | null)[], rest: (number | null)[] = left.map(() => null)): ExportColumn => ({
    name,
    type: 'number',
    values: [...own, ...rest],
  });
  const all = (value: ExportValue) => ({ own: pcodes.map(() => value), rest: left.map(() => value) });
  const constant = (name: string, value: ExportValue) => text(name, all(value).own, all(value).rest);
  const head = [
    { ...constant('year', year), type: 'number' as const },
    constant('ISO3', toIso3(dataset)),
    ...(carried && level > 0 ? [text(`ADM${level - 1}_PCODE`, carried.parents)] : []),
    ...(carried ? [text(`ADM${level}_NAME`, carried.names)] : []),
    text(`ADM${level}_PCODE`, pcodes),
    ...groups.map(({ key }, g) =>
      number(
        key,
        values[g]!,
        left.map((one) => one.values[g]!),
      ),
    ),
  ];
  if (!carried || !about) return [...head, constant('source', source || null)];
  const total = Math.max(0, totalOf(groups));
  return [
    ...head,
    text('method', carried.methods, left.map(() => 'remainder')), // prettier-ignore
    number('people_low', carried.low[total] ?? []),
    number('people_high', carried.high[total] ?? []),
    text('divided_by', carried.basis.map((each) => each.join(' ') || null)), // prettier-ignore
    text('original_pcodes', carried.original.map((each) => each.join(' ')), left.map(({ pcode }) => pcode)), // prettier-ignore
    text('original_name', pcodes.map(() => null), left.map(({ name }) => name || null)), // prettier-ignore
    text('remainder_reason', pcodes.map(() => null), left.map(({ why }) => why)), // prettier-ignore
    constant('boundaries_from', about.from),
    constant('boundaries_to', about.to),
    constant('source', source || null),
  ];
}
