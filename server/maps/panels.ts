/** One small map, or column of a table, for each cluster or organisation: the same count of one after the other, with the same classes. */
import type { AdminLevel } from '../contract/ids.ts';
import type { PrintLang } from '../contract/languages.ts';
import { MOST_ORGANISATIONS } from '../contract/maps/paper.ts';
import type { CountDefinition } from '../contract/presence/presence.ts';
import type { Emptiness, MapPanel } from './facts.ts';
import { measurePresence } from '../contract/presence/measure.ts';
import { codeName, withOwnSectors } from '../matching/sectors.ts';
import type { Presence, PresenceRequest } from '../presence/service.ts';
import { inEachPrinted } from '../words/words.ts';

export interface PanelsAsked {
  request: PresenceRequest;
  level: AdminLevel;
  definition: CountDefinition;
  /** Codes above each unit, and what the map of all together shows of it. */
  above: [pcode: string, above: string[]][];
  whole: Map<string, number | Emptiness>;
}

interface ClustersAsked extends PanelsAsked {
  /** The sectors of the file. */
  sectors: { code: string; parent: string | null; text?: string | undefined }[];
  /** Areas of responsibility too, each after its cluster; else they count with it alone. */
  finest: boolean;
}

interface Part {
  code: string;
  parent: string | null;
  names: Record<PrintLang, string>;
  /** What of the definition is its own. */
  own: Partial<CountDefinition>;
}

/** Those with most first, as on the page. Areas of responsibility count with their cluster. */
export async function countClusters(presence: Pick<Presence, 'summarize' | 'sectorTable'>, asked: ClustersAsked): Promise<MapPanel[]> {
  const { definition, sectors, finest } = asked;
  const table = withOwnSectors(presence.sectorTable, sectors);
  const clusters = [...new Set(sectors.map(({ code, parent }) => parent ?? code))];
  const wanted = clusters.filter((code) => definition.sectors.length === 0 || definition.sectors.includes(code));
  const below = finest ? sectors.filter(({ code, parent }) => parent !== null && (wanted.includes(parent) || definition.sectors.includes(code))) : [];
  const part = (code: string, parent: string | null): Part => ({
    code,
    parent,
    names: inEachPrinted((lang) => codeName(table, code, 'sector', lang)),
    own: { sectors: [code] },
  });
  const shown = await countEach(presence, asked, [...wanted.map((code) => part(code, null)), ...below.map(({ code, parent }) => part(code, parent))]);
  // Areas of responsibility follow the cluster that they are part of; of one that is not shown they stand by themselves.
  const tops = shown.filter(({ parent }) => parent === null || !shown.some(({ code }) => code === parent));
  return tops.flatMap((top) => [top, ...shown.filter(({ parent }) => parent === top.code)]);
}

/**
 * The organisations with most activities, as on the page; `all` is how many there are.
 * @throws ForbiddenError `presence.sensitive`: of a sensitive 3W nobody is named
 */
export async function countOrganisations(
  presence: Pick<Presence, 'summarize' | 'listOrganisations'>,
  asked: PanelsAsked,
): Promise<{ panels: MapPanel[]; all: number }> {
  const { organisations } = await presence.listOrganisations(asked.request, asked.definition, null);
  const called = Map.groupBy(organisations, ({ acronym, name }) => acronym ?? name);
  const parts = organisations.slice(0, MOST_ORGANISATIONS).map(({ id, acronym, name }): Part => {
    const short = acronym ?? name;
    // Two that share an acronym are told apart by what it stands for.
    const text = called.get(short)!.length > 1 && name !== short ? `${short} – ${name}` : short;
    return { code: id, parent: null, names: inEachPrinted(() => text), own: { orgs: [id] } };
  });
  const panels = await countEach(presence, asked, parts);
  return { panels: panels.map((panel) => ({ ...panel, organisations: null })), all: organisations.length };
}

async function countEach(
  presence: Pick<Presence, 'summarize'>,
  { request, level, definition, above, whole }: PanelsAsked,
  parts: readonly Part[],
): Promise<MapPanel[]> {
  const panels = await Promise.all(
    parts.map(async ({ code, parent, names, own }): Promise<MapPanel> => {
      const count = await presence.summarize(request, level, { ...definition, ...own });
      const values = new Map<string, number | Emptiness>();
      for (const [pcode, value] of measurePresence(count, above, { is: 'count' })) {
        const all = whole.get(pcode)!;
        // An area with others is reported on, and has none of this one; what is hidden in the whole stays so.
        if (typeof all !== 'number' && all !== 'possible') values.set(pcode, all);
        else values.set(pcode, typeof value === 'number' || value === 'noData' || value === 'withheld' || value === 'possible' ? value : 'zero');
      }
      const { organisations, count: total } = count.totals;
      return { code, parent, names, total, values, organisations, units: [...values.values()].filter((value) => typeof value === 'number').length };
    }),
  );
  return panels.toSorted((a, b) => (b.total ?? 0) - (a.total ?? 0));
}
