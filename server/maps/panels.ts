/** One small map, or column of a table, for each cluster: the same count of one cluster after the other, with the classes of the whole. */
import type { AdminLevel } from '../contract/ids.ts';
import type { Emptiness, MapPanel } from './facts.ts';
import type { CountDefinition } from '../contract/presence/presence.ts';
import { measurePresence } from '../contract/presence/measure.ts';
import { codeName, withOwnSectors } from '../matching/sectors.ts';
import type { Presence, PresenceRequest } from '../presence/service.ts';
import { inEachPrinted } from '../words/words.ts';

export interface PanelsAsked {
  request: PresenceRequest;
  level: AdminLevel;
  definition: CountDefinition;
  /** The sectors of the file. */
  sectors: { code: string; parent: string | null; text?: string | undefined }[];
  /** Codes above each unit, and what the map of all clusters shows of it. */
  above: [pcode: string, above: string[]][];
  whole: Map<string, number | Emptiness>;
  /** Areas of responsibility too, each after its cluster; else they count with it alone. */
  finest: boolean;
}

/** Those with most first, as on the page. Areas of responsibility count with their cluster. */
export async function countPanels(
  presence: Pick<Presence, 'summarize' | 'sectorTable'>,
  { request, level, definition, sectors, above, whole, finest }: PanelsAsked,
): Promise<MapPanel[]> {
  const table = withOwnSectors(presence.sectorTable, sectors);
  const clusters = [...new Set(sectors.map(({ code, parent }) => parent ?? code))];
  const wanted = clusters.filter((code) => definition.sectors.length === 0 || definition.sectors.includes(code));
  const below = finest ? sectors.filter(({ code, parent }) => parent !== null && (wanted.includes(parent) || definition.sectors.includes(code))) : [];
  const codes = [...wanted.map((code) => ({ code, parent: null as string | null })), ...below.map(({ code, parent }) => ({ code, parent }))];
  const panels = await Promise.all(
    codes.map(async ({ code, parent }): Promise<{ panel: MapPanel; order: number }> => {
      const count = await presence.summarize(request, level, { ...definition, sectors: [code] });
      const own = measurePresence(count, above, { is: 'count' });
      const values = new Map<string, number | Emptiness>();
      for (const [pcode, value] of own) {
        const all = whole.get(pcode)!;
        // An area with other clusters is reported on, and has none of this one; what is hidden in the whole stays so.
        if (typeof all !== 'number' && all !== 'possible') values.set(pcode, all);
        else values.set(pcode, typeof value === 'number' || value === 'noData' || value === 'withheld' || value === 'possible' ? value : 'zero');
      }
      const { organisations, count: total } = count.totals;
      const panel: MapPanel = {
        code,
        parent,
        total,
        names: inEachPrinted((lang) => codeName(table, code, 'sector', lang)),
        values,
        organisations,
        units: [...values.values()].filter((value) => typeof value === 'number').length,
      };
      return { panel, order: total ?? 0 };
    }),
  );
  panels.sort((a, b) => b.order - a.order);
  const shown = panels.map(({ panel }) => panel);
  // Areas of responsibility follow the cluster that they are part of; of one that is not shown they stand by themselves.
  const tops = shown.filter(({ parent }) => parent === null || !shown.some(({ code }) => code === parent));
  return tops.flatMap((top) => [top, ...shown.filter(({ parent }) => parent === top.code)]);
}
