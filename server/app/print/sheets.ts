/** Sheets for the command line: over a store, without a server. */
import {
  BOUNDARIES,
  INDICATORS,
  LAYER,
  POPULATION,
  PRESENCE,
  toBoundariesId,
  toDatasetKind,
  toIso3,
  type AdminLevel,
  type DatasetId,
  type VersionTag,
} from '../../contract/ids.ts';
import type { PrintLang } from '../../contract/languages.ts';
import type { Cleared } from '../../contract/maps/clearance.ts';
import { orNull } from '../../errors.ts';
import type { MapSpec } from '../../contract/maps/map.ts';
import type { Orientation, Panels, Paper, SeriesBy, SeriesForm, Theme } from '../../contract/maps/paper.ts';
import type { DisclaimerKey } from '../../contract/maps/disclaimers.ts';
import { unsaidIn } from '../../disclaimers/notes.ts';
import type { Publisher } from '../../disclaimers/publishers.ts';
import { boundsOf } from '../../maps/render/picture.ts';
import { createFactsAsOf } from '../../maps/asOf.ts';
import { withClearance, type FindTag } from '../../maps/clearance/versions.ts';
import { createMapFacts } from '../../maps/findFacts.ts';
import { createFindGround } from '../../maps/ground.ts';
import { unknownMap } from '../../maps/service.ts';
import type { Book } from '../../maps/series/book.ts';
import { keepSeries } from '../../maps/series/keep.ts';
import { createSeries, type MakeProgress } from '../../maps/series/make.ts';
import { factsInPanels } from '../../maps/sheet/inPanels.ts';
import { createSheets, type MadeSheet, type SheetKind } from '../../maps/sheet/sheets.ts';
import { completeSpec, themeSpec } from './theme.ts';
import { createTypst } from '../../maps/typst/typst.ts';
import { createMapStore } from '../../maps/store.ts';
import { createResults } from '../../store/results.ts';
import { mayClose } from '../kinds.ts';
import type { Store } from '../store.ts';
import { openTables } from '../tables.ts';
import { findPolicyBy, openHoldings } from '../workgroup/sensitivity.ts';

export interface SheetAsked {
  theme?: Theme | undefined;
  level?: AdminLevel | undefined;
  paper: Paper;
  orientation?: Orientation | undefined;
  lang?: PrintLang | undefined;
  dpi: '150' | '300';
  grey: boolean;
  draft: boolean;
  date?: string | undefined;
  known?: string | undefined;
  /** Of a map that counts a 3W. */
  panels?: Panels | undefined;
}

export interface DatasetRef {
  dataset: DatasetId;
  version: VersionTag | 'current';
}

const THEME_OF = {
  [BOUNDARIES]: 'boundaries',
  [POPULATION]: 'people',
  [PRESENCE]: 'presence',
  [LAYER]: 'boundaries',
  [INDICATORS]: 'boundaries',
} as const satisfies Record<string, Theme>;
/** Levels below it are too fine for a page where nobody asked for them. */
const DEEPEST = 2;

export interface SheetsAbout {
  /** Maps are drafts until they are cleared. */
  clearance: boolean;
  publisher: Publisher;
}

/** A map, and who cleared it where it is a saved one. */
interface Printed {
  spec: MapSpec;
  cleared?: Cleared | null;
}

/** Paper, and what whoever makes the map is to be told of it. */
export interface ToldSheet extends MadeSheet {
  /** Places in view that the publisher has no text for. */
  unsaid: DisclaimerKey[];
}

export function openSheets(store: Store, { clearance, publisher }: SheetsAbout) {
  const { db, datasets } = store;
  const now = () => new Date();
  const tables = openTables({ ...store, findPolicy: findPolicyBy(openHoldings(db, 0)), now });
  const results = createResults();
  const findTag: FindTag = async (id, ref) => (await orNull(datasets.getVersion(id, ref)))?.version ?? null;
  const ofSpec = createMapFacts({ datasets, ...tables, publisher, findGround: createFindGround({ datasets, results }) });
  const factsOf = withClearance(ofSpec, { clearance, findTag });
  const factsAsOf = createFactsAsOf({ factsOf, findAsOf: (...asked) => datasets.findAsOf(...asked) });
  const typst = createTypst();
  const sheets = createSheets({ results, mayClose, presence: tables.presence, typst });

  /** What is printed as a draft is one, whoever has cleared it. */
  const drawn = ({ spec, cleared = null }: Printed, { draft, date, known, panels }: Pick<SheetAsked, 'draft' | 'date' | 'known' | 'panels'>) =>
    factsInPanels((one, day) => factsAsOf(one, day, draft ? null : cleared), draft ? { ...spec, status: 'draft' } : spec, { date, known, panels });

  async function make(
    { spec, cleared = null }: Printed,
    kind: SheetKind,
    { paper, orientation, lang, dpi, grey, draft, date, known, panels }: SheetAsked,
  ): Promise<ToldSheet> {
    const facts = await drawn({ spec, cleared }, { draft, date, known, panels });
    const unsaid = unsaidIn(publisher, boundsOf(facts.spec, facts.table));
    return { ...(await sheets.make(facts, kind, { paper, orientation, lang, dpi, grey }, null)), unsaid };
  }

  async function specOfMap(id: string): Promise<Printed> {
    const map = await createMapStore(db).findMap(id);
    if (!map) throw unknownMap(id);
    return map;
  }
  async function specOfDataset({ dataset, version }: DatasetRef, asked: SheetAsked): Promise<MapSpec> {
    const { theme = THEME_OF[toDatasetKind(dataset)], lang = 'en' } = asked;
    // A layer is shown on the boundaries that are current.
    const isLayer = toDatasetKind(dataset) === LAYER;
    const { levels } = await datasets.getVersion(isLayer ? toBoundariesId(toIso3(dataset)) : dataset, isLayer ? 'current' : version);
    const known = levels.map(({ level }) => level);
    // A population of deep units only is shown by the least deep of them.
    const shallow = known.filter((level) => level <= DEEPEST);
    const level = asked.level ?? ((shallow.length > 0 ? Math.max(...shallow) : known.length > 0 ? Math.min(...known) : 0) as AdminLevel);
    const spec = themeSpec({ dataset, version, theme, level, lang });
    return completeSpec(spec, await factsAsOf(spec, asked), lang);
  }

  const series = createSeries({ sheets, factsOf, presence: tables.presence, kept: keepSeries(''), stamp: '', now });

  /** Nothing of it is kept. */
  async function makeSeries(
    { spec, cleared = null }: Printed,
    by: SeriesBy,
    as: SeriesForm,
    asked: SheetAsked,
    onProgress?: MakeProgress,
  ): Promise<Book & Pick<ToldSheet, 'unsaid'>> {
    const { paper, orientation, lang, grey, draft, date, known } = asked;
    const facts = await drawn({ spec, cleared }, { draft, date, known });
    const unsaid = unsaidIn(publisher, boundsOf(facts.spec, facts.table));
    return { ...(await series.print(facts, as, { by, paper, orientation, lang, grey }, null, onProgress ?? (() => {}))), unsaid };
  }

  return {
    async seriesOfMap(id: string, by: SeriesBy, as: SeriesForm, asked: SheetAsked, onProgress?: MakeProgress) {
      return makeSeries(await specOfMap(id), by, as, asked, onProgress);
    },
    async seriesOfDataset(ref: DatasetRef, by: SeriesBy, as: SeriesForm, asked: SheetAsked, onProgress?: MakeProgress) {
      return makeSeries({ spec: await specOfDataset(ref, asked) }, by, as, asked, onProgress);
    },
    async ofMap(id: string, kind: SheetKind, asked: SheetAsked): Promise<ToldSheet> {
      return make(await specOfMap(id), kind, asked);
    },
    async ofDataset(ref: DatasetRef, kind: SheetKind, asked: SheetAsked): Promise<ToldSheet> {
      return make({ spec: await specOfDataset(ref, asked) }, kind, asked);
    },
  };
}
