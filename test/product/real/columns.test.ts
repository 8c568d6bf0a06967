/** Every 3W file of ../shared/data: the columns a person would name are found without one, and every placement is looked up again by other code. */
import { describe, expect, test } from 'vitest';
import type { PresenceRole } from '../../../server/contract/presence/presence.ts';
import { roleKey } from '../../../server/presence/columns/hints.ts';
import { runPresenceIngest } from '../../../server/presence/pipeline.ts';
import { hasData, presenceOptions, realLevels } from '../../helpers/presence.ts';
import { REAL_3W, recompute } from '../../helpers/realTables.ts';
import { realUpload } from '../../helpers/workbook.ts';

if (!hasData) console.warn('real/columns.test.ts: skipped, the folder of real data is not beside this checkout');

describe.skipIf(!hasData)('real 3W files (../shared/data, skipped where absent)', () => {
  test.each(REAL_3W)('$file', async (own) => {
    const levels = await realLevels(own.country, own.boundaries);
    const result = await runPresenceIngest([realUpload(own.file)], presenceOptions(own.country, levels));
    const { data, guesses, report } = result;
    expect([data.source.sheet, data.rows.read]).toEqual([own.sheet, own.rows]);
    const used = new Map(guesses.filter(({ role }) => role.is !== 'ignore').map(({ role, heading }) => [roleKey(role), heading]));
    const key = (role: PresenceRole) => used.get(roleKey(role)) ?? null;
    const body = (role: 'implementing' | 'programming' | 'funding', part: 'name' | 'acronym') => key({ is: 'org', role, part });
    expect({
      implementing: { name: body('implementing', 'name'), acronym: body('implementing', 'acronym') },
      programming: body('programming', 'name'),
      funding: body('funding', 'name'),
      sector: key({ is: 'sector' }),
    }).toEqual({ implementing: own.implementing, programming: own.programming, funding: own.funding, sector: own.sector });
    for (const [level, heading] of own.codes) expect(key({ is: 'place', level, part: 'code' })).toBe(heading);
    for (const [level, heading] of own.names) expect(key({ is: 'place', level, part: 'name' })).toBe(heading);
    expect(
      (report.questions ?? []).map(({ id, rows }) => `${id} ×${rows}`),
      'nothing is asked about columns but their lists',
    ).toEqual(own.lists ?? []);

    const again = recompute(own, result, levels);
    expect(again.wrong.slice(0, 5)).toEqual([]);
    expect(again.placed).toBe(Object.values(data.rows.placed).reduce((sum, count) => sum + count, 0));
    // Of the spellings some are one organisation; none is lost. ("Every where" and "Everywhere" are one here and two there.)
    expect(again.organisations).toBeLessThanOrEqual(again.spellings * 1.02);
    expect(again.organisations).toBeGreaterThan(again.spellings * 0.9);
  });
});
