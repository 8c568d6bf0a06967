/** What was found of changes that were planted. */
import type { FeatureTable } from '../../../server/contract/admin.ts';
import type { VersionChanges } from '../../../server/contract/boundaries/changes.ts';
import type { AdminLevel } from '../../../server/contract/ids.ts';
import type { Planted } from './planted.ts';

export interface Judged {
  right: number;
  wrong: { planted: Planted; found: string[] }[];
  /** Greatest error of a share; of land that was transferred by itself, since noise along a strip is much of it. */
  worstShare: number;
  worstTransfer: number;
}

/** `drawn`: the new version as it was drawn, whose noise moves the lines between heirs too. */
export function judge(changes: VersionChanges, level: AdminLevel, truth: Planted[], drawn: FeatureTable): Judged {
  const relations = changes.levels.find((each) => each.level === level)!.relations;
  const rowOf = new Map(relations.map((row) => [`${row.source?.pcode ?? ''}>${row.target?.pcode ?? ''}`, row]));
  const areaOf = new Map<string, number>(drawn.units.map(({ pcode, areaSqKm }) => [pcode, areaSqKm]));
  const judged: Judged = { right: 0, wrong: [], worstShare: 0, worstTransfer: 0 };
  for (const planted of truth) {
    const rows = planted.shares.map(({ source, target }) => rowOf.get(`${source}>${target}`));
    if (!rows.every((row) => row && (row.relation === planted.relation || row.also?.some((also) => also === planted.relation) === true))) {
      judged.wrong.push({ planted, found: rows.map((row) => (row ? `${row.relation} ${row.shareOfSource}` : 'nothing')) });
      continue;
    }
    judged.right++;
    const isParted = planted.sources.length === 1 && planted.targets.length > 1;
    const whole = planted.targets.reduce((sum, code) => sum + areaOf.get(code)!, 0);
    planted.shares.forEach(({ target, share }, i) => {
      const error = Math.abs(rows[i]!.shareOfSource! - (isParted ? areaOf.get(target)! / whole : share));
      if (planted.relation === 'transferred') judged.worstTransfer = Math.max(judged.worstTransfer, error);
      else judged.worstShare = Math.max(judged.worstShare, error);
    });
  }
  return judged;
}
