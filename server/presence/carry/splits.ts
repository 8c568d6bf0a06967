/** Rows of units that were split since, grouped as the review asks about them: what a person decides holds at once where data are carried. Pure. */
import type { AdminUnit } from '../../contract/admin.ts';
import type { Fates } from '../../contract/boundaries/heirs.ts';
import type { PresenceData, ReviewGroup } from '../../contract/presence/presence.ts';
import { decisionKey } from '../../matching/places.ts';

export interface SplitsAsked {
  fates: Fates;
  /** Of the version that rows are carried to. */
  units: readonly Pick<AdminUnit, 'level' | 'pcode' | 'names'>[];
  /** The heir that a row lies in for a reason of its own; '' where nothing tells. */
  told: (row: number) => string;
}

/** Rows listed with a group; the count is of all. */
const SHOWN = 10;

/** Groups with most rows first; none is decided. */
export function listSplits({ records, places, units: placed }: PresenceData, { fates, units, told }: SplitsAsked): ReviewGroup[] {
  const names = new Map(units.map((unit) => [`${unit.level} ${unit.pcode}`, unit.names[0]?.name ?? unit.pcode]));
  const groups = new Map<string, ReviewGroup>();
  records.unit.forEach((at, row) => {
    const unit = placed[at];
    const fate = unit && fates(unit.level, unit.pcode);
    const cell = fate?.how === 'split' ? places[records.place[row]!]!.find(({ level, code, name }) => level === unit!.level && (code ?? name)) : undefined;
    if (!cell || told(row) !== '') return;
    const about = { level: unit!.level, code: cell.code, name: cell.name, parent: (placed[unit!.parent]?.pcode ?? null) as ReviewGroup['parent'] };
    const id = decisionKey(about);
    const known = groups.get(id);
    if (known) {
      known.rows++;
      if (known.sampleRows.length < SHOWN) known.sampleRows.push(records.row[row]!);
      return;
    }
    groups.set(id, {
      id,
      cause: 'unit-split',
      ...about,
      rows: 1,
      sampleRows: [records.row[row]!],
      candidates: fate!.heirs.map(({ level, pcode, share }) => ({
        pcode: pcode as ReviewGroup['candidates'][number]['pcode'],
        level,
        name: names.get(`${level} ${pcode}`) ?? pcode,
        score: share ?? 0,
        by: 'code',
      })),
      proposal: null,
      swappedWith: null,
      decision: null,
    });
  });
  return [...groups.values()].toSorted((a, b) => b.rows - a.rows);
}
