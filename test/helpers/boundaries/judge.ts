/** What was found of changes that were planted. */
import type { FeatureTable } from '../../../server/contract/admin.ts';
import type { VersionChanges } from '../../../server/contract/boundaries/changes.ts';
import type { AdminLevel } from '../../../server/contract/ids.ts';
import type { Planted } from './planted.ts';
import { scanShared } from './scan.ts';

export interface Judged {
  right: number;
  wrong: { planted: Planted; found: string[] }[];
  /** Greatest error of a share; of land that was transferred by itself, since noise along a strip is much of it. */
  worstShare: number;
  worstTransfer: number;
}

/**
 * Shares are held against the ground that both drawings have in common, measured by other means (scan.ts): the noise of the new version moves the lines
 * between heirs too, so that what was planted is not what was drawn.
 */
export function judge(changes: VersionChanges, level: AdminLevel, truth: Planted[], before: FeatureTable, drawn: FeatureTable): Judged {
  const relations = changes.levels.find((each) => each.level === level)!.relations;
  const rowOf = new Map(relations.map((row) => [`${row.source?.pcode ?? ''}>${row.target?.pcode ?? ''}`, row]));
  const rowsOf = ({ units }: FeatureTable) => new Map<string, number>(units.map(({ pcode }, row) => [pcode, row]));
  const [rowsBefore, rowsAfter] = [rowsOf(before), rowsOf(drawn)];
  const judged: Judged = { right: 0, wrong: [], worstShare: 0, worstTransfer: 0 };
  for (const planted of truth) {
    const rows = planted.shares.map(({ source, target }) => rowOf.get(`${source}>${target}`));
    if (!rows.every((row) => row && (row.relation === planted.relation || row.also?.some((also) => also === planted.relation) === true))) {
      judged.wrong.push({ planted, found: rows.map((row) => (row ? `${row.relation} ${row.shareOfSource}` : 'nothing')) });
      continue;
    }
    judged.right++;
    planted.shares.forEach(({ source, target, share }, i) => {
      if (planted.relation === 'transferred') {
        judged.worstTransfer = Math.max(judged.worstTransfer, Math.abs(rows[i]!.shareOfSource! - share));
        return;
      }
      const heirs = relations.flatMap((row) => (row.source?.pcode === source && row.target !== null ? [row.target.pcode] : []));
      const ground = heirs.length === 1 ? [1] : scanShared(before, rowsBefore.get(source)!, drawn, heirs.map((code) => rowsAfter.get(code)!)); // prettier-ignore
      const truth = ground[heirs.indexOf(target)]! / ground.reduce((sum, each) => sum + each, 0);
      judged.worstShare = Math.max(judged.worstShare, Math.abs(rows[i]!.shareOfSource! - truth));
    });
  }
  return judged;
}
