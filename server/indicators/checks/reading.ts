/** Checks of what was read of a file, and of where its areas are. */
import type { Check } from '../../checks/check.ts';
import type { IndicatorData } from '../../contract/indicators/data.ts';
import { clause } from '../../words/clauses.ts';
import { finding } from '../../words/findings.ts';
import { columnClause, roleClause } from '../columns/ask.ts';
import { item } from '../../checks/items.ts';
import type { IndicatorContext } from './context.ts';

const SPEC = 'Codmap: every row of a file of indicators is accounted for';

export const readingCheck: Check<IndicatorContext> = {
  id: 'V1',
  spec: SPEC,
  run: ({ data, normalized, reads, previous, yearOf }) => {
    const used = data.columnsRead.filter(({ role }) => role.is !== 'ignore');
    const left = data.sheets.filter((sheet) => sheet.left !== null);
    const dropped = reads.flatMap(({ table }) =>
      table.droppedRows.map(({ rowNumber, reason, text }) =>
        item('indicators.rows-left-out', `${table.sheet}/${rowNumber}`, clause('presence.left-out', { row: rowNumber, reason, text: text.slice(0, 120) }), {
          rows: [rowNumber],
        }),
      ),
    );
    const { otherCountry = 0, ...others } = data.rows.dropped;
    return [
      ...reads.flatMap(({ table }) => table.findings),
      ...finding(
        'indicators.columns-used',
        'info',
        null,
        used.map((column) =>
          item(
            'indicators.columns-used',
            `${column.sheet}/${column.column}`,
            clause('column.used', {
              role: roleClause(column.role),
              column: columnClause(column),
              percent: Math.round(column.confidence * 100),
              why: column.reasons.slice(0, 3).map((reason) => reason.clause),
            }),
          ),
        ),
      ),
      ...finding(
        'indicators.column-asked',
        'warning',
        null,
        data.columnQuestions.map((question) => item('indicators.column-asked', question.id, question.clause, { values: { rows: question.rows } })),
      ),
      ...finding(
        'indicators.columns-unread',
        'info',
        null,
        reads.flatMap(({ table, unread, columns }) =>
          unread.map((at) => item('indicators.columns-unread', `${table.sheet}/${at}`, columnClause(columns[at]!))),
        ),
      ),
      ...finding(
        'indicators.tag-differs',
        'info',
        null,
        reads.flatMap(({ table, differs, columns }) => differs.map((at) => item('indicators.tag-differs', `${table.sheet}/${at}`, columnClause(columns[at]!)))),
      ),
      ...finding(
        'indicators.sheets-left',
        'info',
        null,
        left.map(({ file, sheet, rows, left: why }) =>
          item('indicators.sheets-left', `${file}/${sheet}`, clause('indicators.sheet', { sheet, rows, why: why!.replaceAll('-', '') })),
        ),
      ),
      ...finding(
        'indicators.rows-left-out',
        'info',
        null,
        dropped,
        {},
        Object.values(others).reduce((sum, count) => sum + count, 0),
      ),
      ...finding(
        'indicators.other-country',
        'info',
        null,
        Object.entries(data.rows.otherCountries).map(([country, rows]) =>
          item('indicators.other-country', country, clause('indicators.country-rows', { country, rows })),
        ),
        {},
        otherCountry,
      ),
      ...period(data, normalized.dates !== null, yearOf),
      ...layoutChanged(data, previous),
      ...listed(data),
    ];
  },
};

function period(data: IndicatorData, hasDates: boolean, yearOf: IndicatorContext['yearOf']) {
  if (hasDates || data.series.some((series) => series.period !== null)) return [];
  if (data.period === null) return finding('indicators.no-period', 'warning', null, [], {}, 1);
  const isOfName = yearOf !== null && data.period.start === `${yearOf.year}-01-01` && data.period.end === `${yearOf.year}-12-31`;
  return isOfName ? finding('indicators.year-of-name', 'info', null, [], { year: String(yearOf.year), name: yearOf.from }, 1) : [];
}

const layoutsOf = ({ sheets }: IndicatorData) =>
  [...new Set(sheets.flatMap(({ left, layout }) => (left === null && layout ? [layout] : [])))].toSorted().join(', ');

function layoutChanged(data: IndicatorData, previous: IndicatorData | null) {
  const [before, now] = [previous ? layoutsOf(previous) : '', layoutsOf(data)];
  return finding('indicators.layout-changed', 'warning', null, [], { before, now }, previous && before !== now ? 1 : 0);
}

/** Codes that the agreed list does not have, or has retired. Where a country has no list everything is proposed, and nobody is told so. */
function listed({ list, indicators }: IndicatorData) {
  if (list === null) return [];
  const of = (state: string, code: 'indicators.not-listed' | 'indicators.retired') =>
    indicators.filter((each) => each.state === state).map((each) => item(code, each.code, `${each.code} ${each.title['en'] ?? ''}`.trim()));
  return [
    ...finding('indicators.not-listed', 'info', null, of('proposed', 'indicators.not-listed')),
    ...finding('indicators.retired', 'warning', null, of('retired', 'indicators.retired')),
  ];
}

export const placeCheck: Check<IndicatorContext> = {
  id: 'V2',
  spec: 'Codmap: an area that is no unit keeps its own name, with the reason, and is summed apart',
  run: ({ data, normalized, country }) => {
    if (!data.boundaries) return finding('indicators.no-boundaries', 'error', null, [], { country }, 1);
    const apart = [...data.areas.entries()].filter(([, { pcode, shares }]) => pcode === null && shares.length === 0);
    const mapped = [...data.areas.entries()].filter(([, { shares }]) => shares.length > 0);
    const rows = apart.reduce((sum, [, area]) => sum + area.rows, 0);
    const styles = new Map<string, Set<string>>();
    for (const { pcode, unitLevel, stated } of data.areas) {
      const code = stated.find(({ level }) => level === unitLevel)?.code;
      if (pcode !== null && code) styles.set(pcode, (styles.get(pcode) ?? new Set()).add(code.toUpperCase()));
    }
    const twice = [...styles].filter(([, codes]) => codes.size > 1);
    return [
      ...finding(
        'indicators.not-placed',
        'warning',
        null,
        apart.map(([at, { name, reason, rows: count }]) =>
          item('indicators.not-placed', at, clause('indicators.area', { name: name || '–', reason: (reason ?? 'other').replaceAll('-', ''), rows: count }), {
            values: { rows: count },
          }),
        ),
        {},
        rows,
      ),
      ...finding(
        'indicators.code-repaired',
        'info',
        null,
        data.repairs.map(({ level, before, after, rows: count }) =>
          item('indicators.code-repaired', `${level}/${before}`, clause('indicators.repaired', { rows: count, before, after }), {
            pcodes: [after],
            values: { rows: count },
          }),
        ),
        {},
        data.repairs.reduce((sum, each) => sum + each.rows, 0),
      ),
      ...finding(
        'indicators.name-differs',
        'info',
        null,
        [...normalized.areasRead.differs].map((at) => {
          const { stated, pcode } = data.areas[at]!;
          return item('indicators.name-differs', at, stated.map(({ code, name }) => [code, name].filter(Boolean).join(' ')).join(' / '), {
            pcodes: pcode === null ? [] : [pcode],
          });
        }),
      ),
      ...finding(
        'indicators.mapped',
        'info',
        null,
        mapped.map(([at, { name, shares }]) =>
          item(
            'indicators.mapped',
            at,
            clause('indicators.mapped', { name, units: shares.map(({ pcode, share }) => `${pcode} ${Math.round(share * 100)} %`) }),
          ),
        ),
      ),
      ...finding(
        'indicators.code-styles',
        'warning',
        null,
        twice.map(([pcode, codes]) =>
          item('indicators.code-styles', pcode, clause('indicators.styles', { unit: pcode, codes: [...codes] }), { pcodes: [pcode] }),
        ),
      ),
    ];
  },
};
