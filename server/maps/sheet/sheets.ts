/** Sheets of maps, kept: what a sheet is made of is its key, so the same map gives the same bytes. */
import type { FeatureTable } from '../../contract/admin.ts';
import { toDatasetKind, type DatasetKind } from '../../contract/ids.ts';
import type { PaintedQuery } from '../../contract/maps/sheets.ts';
import { ForbiddenError, NotSupportedError } from '../../errors.ts';
import { openAtlas } from '../../ground/atlas.ts';
import { buildCoverage, type Coverage } from '../../geometry/coverage.ts';
import type { Presence } from '../../presence/service.ts';
import type { Results } from '../../store/results.ts';
import { problemText } from '../../words/problems.ts';
import type { MapFacts } from '../facts.ts';
import { keyOfFacts } from '../render/pictureKey.ts';
import { loadSheetFonts, SHEET_FONTS, type SheetFonts } from './fonts.ts';
import type { Heights } from './layout.ts';
import type { Box } from './projection.ts';
import { landWithin } from './ground.ts';
import { buildSheet, type SheetOptions } from './model.ts';
import { buildMultiples, isMultiples } from './multiples.ts';
import type { OrganisationsByArea } from './table.ts';
import type { Typst } from '../typst/typst.ts';

export type SheetKind = 'pdf' | 'svg' | 'png';

export interface MadeSheet {
  bytes: Uint8Array;
  /** Letters that no font of sheets has; a PDF with any is no PDF/UA. */
  missing: string[];
}

export interface SheetsDeps {
  results: Results;
  mayClose: (kind: DatasetKind) => boolean;
  presence: Pick<Presence, 'listByArea'>;
  typst: Typst;
}

export type Sheets = ReturnType<typeof createSheets>;

/** Raised where the layout changes, since kept sheets are of the one before. */
export const LAYOUT = 4;

export function createSheets({ results, mayClose, presence, typst }: SheetsDeps) {
  const coverages = new WeakMap<FeatureTable, Coverage>();
  const coverageOf = (table: FeatureTable) => {
    const coverage = coverages.get(table) ?? buildCoverage(table, []);
    coverages.set(table, coverage);
    return coverage;
  };
  const atlas = openAtlas();
  const landOf = (box: Box) => landWithin(atlas.world, box);
  let fonts: SheetFonts | undefined;
  /** @throws NotSupportedError `sheet.absent` */
  const loaded = (): SheetFonts => {
    try {
      return (fonts ??= loadSheetFonts());
    } catch (error) {
      throw new NotSupportedError('sheet.absent', problemText('sheet.absent'), { cause: error });
    }
  };

  /** As somebody unknown asks: a sheet is for whoever may see the map. */
  async function organisationsOf({ spec: { data }, table, boundary, presence: counted }: MapFacts): Promise<OrganisationsByArea> {
    if (data.kind !== 'presence' || !counted) return null;
    if (counted.suppressBelow !== null) return 'closed';
    const request = { dataset: data.dataset, version: data.version as never, trusted: false, onto: boundary.version };
    try {
      const lists = await presence.listByArea(request, table.level, data.definition);
      return { byArea: new Map(lists.map(({ pcode, organisations }) => [pcode, organisations.map(({ organisation }) => organisation)])) };
    } catch (error) {
      if (error instanceof ForbiddenError) return 'closed';
      throw error;
    }
  }

  /** A sheet as the data that the template reads. `whole`: what is drawn, where that is more than what is spoken of. */
  async function layOut(
    { facts, whole, organisations }: { facts: MapFacts; whole: MapFacts | null; organisations: OrganisationsByArea },
    options: Omit<SheetOptions, 'fontNames'>,
    goOn: () => void,
  ): Promise<Record<string, unknown>> {
    const own = loaded();
    const measured = async (given: Record<string, unknown>) => {
      const { bytes } = await typst({ data: given, as: 'sizes', page: 1, dpi: 72, repair: false });
      goOn();
      return JSON.parse(Buffer.from(bytes).toString()) as Heights;
    };
    const parts = { facts, whole, coverage: coverageOf((whole ?? facts).table), organisations, landOf, fonts: own };
    const build = options.place === undefined && isMultiples(facts) ? buildMultiples : buildSheet;
    const { data } = await build(parts, { ...options, fontNames: SHEET_FONTS }, measured);
    goOn();
    return data;
  }

  async function make(facts: MapFacts, kind: SheetKind, query: PaintedQuery, link: string | null, goOn: () => void): Promise<MadeSheet> {
    const { paper, orientation, lang = facts.spec.lang, grey = false, page = 1, dpi = '150' } = query;
    loaded();
    const organisations = await organisationsOf(facts);
    goOn();
    const data = await layOut({ facts, whole: null, organisations }, { paper, orientation, lang, grey, link }, goOn);
    const { bytes, missing } = await typst({ data, as: kind, page, dpi: Number(dpi), repair: true });
    return { bytes, missing };
  }

  return {
    organisationsOf,
    layOut,
    print: (data: Record<string, unknown>) => typst({ data, as: 'pdf', page: 1, dpi: 72, repair: true }),
    /**
     * @param link address of the map, printed with a code; null for a map that is not stored
     * @param goOn may throw where nobody waits any more
     * @throws NotSupportedError `sheet.absent`, NotFoundError `sheet.page`, UnavailableError `sheet.too-long`
     */
    async make(facts: MapFacts, kind: SheetKind, query: PaintedQuery, link: string | null, goOn: () => void = () => {}): Promise<MadeSheet> {
      const isLasting = facts.data === null || !mayClose(toDatasetKind(facts.data.dataset));
      // The day that was asked for is in the facts, as the day that was found.
      const { date: _date, known: _known, ...form } = query;
      const key = ['sheet', LAYOUT, kind, form, link, keyOfFacts(facts)];
      // What could not be written stands before the bytes: one text, one blank line.
      const kept = await results.get(key, isLasting, async () => {
        const { bytes, missing } = await make(facts, kind, query, link, goOn);
        return new Uint8Array(Buffer.concat([Buffer.from(`${JSON.stringify(missing)}\n`), bytes]));
      });
      const at = kept.indexOf(10);
      return { bytes: kept.subarray(at + 1), missing: JSON.parse(Buffer.from(kept.subarray(0, at)).toString()) as string[] };
    },
  };
}
