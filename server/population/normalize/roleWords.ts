/** Roles of population columns in words, and the finding that names the columns that the numbers rest on. */
import type { Clause, Finding } from '../../contract/finding.ts';
import type { PopulationColumn, PopulationColumnRole } from '../../contract/population/columns.ts';
import { clause } from '../../words/clauses.ts';
import { finding } from '../../words/findings.ts';
import { groupKey } from './columns.ts';

const SAMPLES = 3;

export function roleClause(role: PopulationColumnRole): Clause {
  if (role.is === 'group') return clause('role.group', { group: role.other ?? groupKey(role.sex, role.ageFrom, role.ageTo) });
  if (role.is !== 'pcode' && role.is !== 'name') return clause(`role.${role.is}`);
  const part = role.is === 'pcode' ? 'code' : 'name';
  return role.level === null ? clause(`role.place-${part}`) : clause('role.place', { level: String(role.level), part });
}

export function columnsUsed(columns: readonly PopulationColumn[]): Finding[] {
  const code = 'population.columns-used';
  const used = columns.filter(({ role }) => role.is !== 'ignore');
  return finding(
    code,
    'info',
    null,
    used.map(({ file, sheet, column, heading, samples, role, confidence, reasons }) => ({
      id: `${code}/${file}/${sheet}/${column}`,
      pcodes: [],
      rows: [],
      clause: clause('column.used', {
        role: roleClause(role),
        column: clause('column.sampled', { heading: heading || clause('column.numbered', { number: column + 1 }), samples: samples.slice(0, SAMPLES) }),
        percent: Math.round(confidence * 100),
        why: reasons.slice(0, SAMPLES).map((reason) => reason.clause),
      }),
    })),
  );
}
