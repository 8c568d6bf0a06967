/** One small map for each cluster: the same count of one cluster after the other, to stand side by side with the classes of the whole. */
import type { AdminLevel } from '../contract/ids.ts';
import type { Emptiness, MapPanel } from './facts.ts';
import type { CountDefinition } from '../contract/presence/presence.ts';
import { measurePresence } from '../contract/presence/measure.ts';
import { withOwnSectors } from '../matching/sectors.ts';
import type { Presence, PresenceRequest } from '../presence/service.ts';

export interface PanelsAsked {
  request: PresenceRequest;
  level: AdminLevel;
  definition: CountDefinition;
  /** The sectors of the file. */
  sectors: { code: string; parent: string | null; text?: string | undefined }[];
  /** Codes above each unit, and what the map of all clusters shows of it. */
  above: [pcode: string, above: string[]][];
  whole: Map<string, number | Emptiness>;
}

/** Those with most first, as on the page. Areas of responsibility count with their cluster. */
export async function countPanels(
  presence: Pick<Presence, 'summarize' | 'sectorTable'>,
  { request, level, definition, sectors, above, whole }: PanelsAsked,
): Promise<MapPanel[]> {
  const table = withOwnSectors(presence.sectorTable, sectors);
  const clusters = [...new Set(sectors.map(({ code, parent }) => parent ?? code))];
  const wanted = clusters.filter((code) => definition.sectors.length === 0 || definition.sectors.includes(code));
  const panels = await Promise.all(
    wanted.map(async (code): Promise<{ panel: MapPanel; order: number }> => {
      const count = await presence.summarize(request, level, { ...definition, sectors: [code] });
      const own = measurePresence(count, above, { is: 'count' });
      const values = new Map<string, number | Emptiness>();
      for (const [pcode, value] of own) {
        const all = whole.get(pcode)!;
        // An area with other clusters is reported on, and has none of this one; what is hidden in the whole stays so.
        if (typeof all !== 'number') values.set(pcode, all);
        else values.set(pcode, typeof value === 'number' || value === 'noData' || value === 'withheld' ? value : 'zero');
      }
      const names = table.get(code)?.names;
      const { organisations, count: order } = count.totals;
      const panel: MapPanel = {
        code,
        names: { en: names?.en || code, fr: names?.fr || code, es: names?.es || code, ar: names?.ar || code },
        values,
        organisations,
        units: [...values.values()].filter((value) => typeof value === 'number').length,
      };
      return { panel, order: order ?? 0 };
    }),
  );
  return panels.sort((a, b) => b.order - a.order).map(({ panel }) => panel);
}
