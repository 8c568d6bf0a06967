/**
 * A repair of uploaded layers: planned, decided about, carried out (decision 0024). Layers in, layers out, so that what was repaired is
 * read, checked and tiled like any upload.
 */
import type { FeatureTable, GeometryColumn } from '../../contract/admin.ts';
import type { RepairDecisions, RepairOperation, RepairOptionsAsked, RepairOutcome, RepairPlan, StoredRepair } from '../../contract/boundaries/repair.ts';
import { FORMAT, repairOptions } from '../../contract/boundaries/repair.ts';
import type { AdminLevel, Iso3 } from '../../contract/ids.ts';
import type { RawLayer } from '../../formats/raw.ts';
import { Geos } from '../../geometry/overlay/geos.ts';
import { normalizeBoundaries, type NormalizeOptions } from '../normalize/boundaries.ts';
import type { NormalizedBoundaries, UploadedLevel } from '../normalize/model.ts';
import { carryDecisions } from './decide.ts';
import { replaceGeometry } from './layers.ts';
import { worstFirst } from './operations.ts';
import type { UpperLevel } from './follow.ts';
import { upperLevels } from './follow.ts';
import type { OutlineFault } from './outlineOperations.ts';
import { keysOf } from './owners/rulers.ts';
import { LevelSession } from './session.ts';
import { applyTexts } from './texts/apply.ts';
import { planTexts } from './texts/plan.ts';

export interface RepairAsk {
  country: Iso3;
  /** What a person said of layers and columns, as for an ingest. */
  said?: NormalizeOptions['said'];
  options?: RepairOptionsAsked;
  /** The country as it is to end, in polygons of WGS 84: the units of the deepest complete level are led to it (edge match). */
  outline?: Pick<RawLayer, 'geometry'>;
}

/** One level before and after, row by row, as the proof wants it. */
export interface RepairedLevel {
  level: AdminLevel;
  keys: string[];
  pcodes: string[];
  names: string[];
  before: GeometryColumn;
  after: GeometryColumn;
  /** null for a level that follows the deepest. */
  operations: RepairOperation[] | null;
}

export interface Applied {
  layers: RawLayer[];
  outcome: RepairOutcome;
  levels: RepairedLevel[];
}

/** Layers made ready: the plan is there, and any decisions can be carried out again and again. */
export interface OpenRepair {
  plan: RepairPlan;
  /** The deepest complete level, then levels that cover part of the country. */
  sessions: readonly LevelSession[];
  apply: (decisions: RepairDecisions, unfit?: string[]) => Applied;
}

/** @throws InputError `input.not-boundaries` where no layer holds an admin level. */
export async function planRepair(layers: RawLayer[], ask: RepairAsk): Promise<RepairPlan> {
  return (await openRepair(layers, ask)).plan;
}

/**
 * Carries a stored repair out on layers: those it was planned for, or the next upload of the same source. What was decided is taken over
 * as far as it fits; the rest waits or is said to be unfit.
 */
export async function applyPlan(layers: RawLayer[], stored: StoredRepair, ask: Omit<RepairAsk, 'options'>): Promise<Applied & StoredRepair> {
  const open = await openRepair(layers, { ...ask, options: stored.plan.options });
  const { decisions, unfit } = carryDecisions(stored.plan, stored.decisions, open.plan);
  return { ...open.apply(decisions, unfit), plan: open.plan, decisions };
}

export async function openRepair(layers: RawLayer[], { country, said, options: asked, outline }: RepairAsk): Promise<OpenRepair> {
  const options = repairOptions.parse(asked ?? {});
  const boundaries = normalizeBoundaries(layers, { country, said });
  const geos = await Geos.create();
  const own = boundaries.levels.filter(({ level, partial }) => partial || level === boundaries.deepestComplete);
  // The deepest complete level comes first: upper levels follow it.
  own.sort((p, q) => Number(p.partial) - Number(q.partial));
  const sessions = own.map((uploaded) => {
    const ancestors = (row: number) => uploaded.lineage.map((codes) => codes[row] ?? '').filter((code) => code !== '');
    return {
      uploaded,
      session: new LevelSession(
        { table: uploaded.table, ancestors, faults: findFaults(geos, uploaded.table), outline: uploaded.partial ? undefined : outline?.geometry },
        options,
      ),
    };
  });
  const [base] = sessions;
  const uppers = upperLevels(
    boundaries.levels.filter(({ level }) => level < boundaries.deepestComplete),
    base!.uploaded,
  );
  const isPlanned = base!.session.plan.operations.length > 0 || !base!.session.isReadable;
  const follows = uppers.flatMap((upper) => {
    const operation = isPlanned ? null : upper.propose(base!.uploaded.table.geometry, findFaults(geos, upper.uploaded.table), options);
    return operation ? [operation] : [];
  });
  const plan: RepairPlan = {
    format: FORMAT,
    country,
    levels: sessions.map(({ session: { plan } }) => ({ level: plan.level, source: plan.source, units: plan.units, widths: plan.widths })),
    options,
    operations: worstFirst([...follows, ...sessions.flatMap(({ session }) => session.plan.operations)]),
    offers: worstFirst(sessions.flatMap(({ session }) => session.plan.offers)),
    ...planTexts(boundaries, options.validOn),
    notes: [...sessions.flatMap(({ session }) => session.plan.notes), ...uppers.flatMap(({ notes }) => notes)],
  };
  return {
    plan,
    sessions: sessions.map(({ session }) => session),
    apply: (decisions, unfit = []) => apply({ layers, boundaries, plan, sessions, uppers, follows }, decisions, unfit),
  };
}

/** Rows that GEOS calls invalid: its answer is everybody's answer. */
function findFaults(geos: Geos, table: FeatureTable): OutlineFault[] {
  return [...table.units.keys()].flatMap((row) => {
    if (table.geometry.kinds[row] !== 3) return [];
    const fault = geos.validity(table, row);
    return fault ? [{ row, at: fault.at }] : [];
  });
}

interface Opened {
  layers: RawLayer[];
  boundaries: NormalizedBoundaries;
  plan: RepairPlan;
  sessions: { uploaded: UploadedLevel; session: LevelSession }[];
  uppers: UpperLevel[];
  follows: RepairOperation[];
}

function apply({ layers, boundaries, plan, sessions, uppers, follows }: Opened, decisions: RepairDecisions, unfit: string[]): Applied {
  const results = sessions.map(({ uploaded, session }) => ({ uploaded, session, result: session.apply(decisions) }));
  const base = results[0]!;
  const changed = base.result.geometry !== base.uploaded.table.geometry;
  const isAccepted = ({ id }: { id: string }) => decisions.operations[id]?.verdict === 'accepted';
  const dissolved = uppers.flatMap((upper) => {
    const { uploaded } = upper;
    const follow = follows.find(({ level }) => level === uploaded.level);
    const after = changed || (follow && isAccepted(follow)) ? upper.follow(base.result.geometry) : null;
    return after ? [{ uploaded, after }] : [];
  });
  const repaired = [...results.map(({ uploaded, result }) => ({ uploaded, after: result.geometry })), ...dissolved];
  const units = results.flatMap(({ result }) => result.units).sort((p, q) => q.share - p.share || (p.id < q.id ? -1 : 1));
  const waiting = [...follows.filter(({ id }) => !decisions.operations[id]).map(({ id }) => id), ...results.flatMap(({ result }) => result.waiting)];
  const texts = [...plan.texts, ...plan.textOffers].filter(isAccepted);
  const replaced = replaceGeometry(layers, repaired);
  const worded = applyTexts(boundaries, layers, texts);
  return {
    layers: worded.map((layer, i) => (layer === layers[i] ? replaced[i]! : { ...replaced[i]!, columns: layer.columns })),
    outcome: {
      applied: worstFirst([...follows.filter(isAccepted), ...results.flatMap(({ result }) => result.applied)]),
      texts,
      refused: [
        ...follows.filter(({ id }) => decisions.operations[id]?.verdict === 'refused').map(({ id }) => id),
        ...results.flatMap(({ result }) => result.refused),
      ],
      waiting,
      units,
      unfit,
      complete: waiting.length === 0 && units.every(({ asks, accepted }) => !asks || accepted),
    },
    levels: repaired
      .map(({ uploaded, after }): RepairedLevel => {
        const { table } = uploaded;
        const own = results.find((result) => result.uploaded === uploaded);
        return {
          level: table.level,
          keys: own?.session.keys ?? keysOf(table),
          pcodes: table.units.map(({ pcode }) => pcode),
          names: table.units.map(({ names }) => names[0]?.name ?? ''),
          before: table.geometry,
          after,
          operations: own?.result.applied ?? null,
        };
      })
      .sort((p, q) => p.level - q.level),
  };
}
