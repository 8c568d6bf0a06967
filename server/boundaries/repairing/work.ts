/** The long steps of a repair in progress, from uploaded files to what is kept of them: the plan, and what the decisions come to with its proof. */
import type { RepairOptionsAsked, RepairOutcome, RepairPlan, StoredRepair } from '../../contract/boundaries/repair.ts';
import type { RepairProof } from '../../contract/boundaries/proof.ts';
import type { RepairState } from '../../contract/boundaries/repairRoutes.ts';
import type { Iso3, VersionTag } from '../../contract/ids.ts';
import type { UploadFile } from '../../formats/raw.ts';
import type { OutsideTools } from '../../formats/reader.ts';
import { readUpload } from '../../formats/upload.ts';
import type { Place } from '../../overlays/slice.ts';
import { toReadSaid } from '../columns/reading.ts';
import { resolveSaid, type BoundarySaid, type RememberedLayer } from '../columns/said.ts';
import { carryDecisions, NO_DECISIONS } from '../repair/decide.ts';
import { repairOutlines, repairPieces } from '../repair/pieces.ts';
import { openRepair, type OpenRepair } from '../repair/repair.ts';
import { prove } from './carryOut.ts';
import { requireOutlineHere, type GivenOutline } from './outline.ts';
import { writeProofGeojson } from './proofGeojson.ts';

/** The files with all that was said of how to read them. */
export interface RepairReading {
  files: UploadFile[];
  country: Iso3;
  encoding?: string | undefined;
  crs?: string | undefined;
  said: BoundarySaid;
  remembered: readonly RememberedLayer[];
  outside?: OutsideTools | undefined;
  /** The country as a person gives it: units are led to its outline. */
  outline?: GivenOutline | undefined;
}

export type RepairStage = 'read' | 'plan' | 'prove' | 'store';
export type OnRepairProgress = (stage: RepairStage, done: number, total: number) => void;

/** Layers of a map by name. */
export type RepairLayers = Record<string, Place[]>;

/** Decisions about an earlier plan, and the version that they were made for; null for this very one. */
export interface Earlier extends StoredRepair {
  from: VersionTag | null;
}

export interface PlanMade extends StoredRepair {
  plan: RepairPlan;
  carried: RepairState['carried'];
  layers: RepairLayers;
}

export interface ProofMade {
  outcome: RepairOutcome;
  proof: RepairProof;
  geojson: string;
  layers: RepairLayers;
}

/** Reads the files as an ingest would. @throws InputError, QuestionError as readUpload; InputError `input.not-boundaries`, `repair.outline-elsewhere` */
export async function openUpload(reading: RepairReading, options: RepairOptionsAsked, onProgress: OnRepairProgress): Promise<OpenRepair> {
  const { files, country, encoding, crs, said, remembered, outside, outline } = reading;
  onProgress('read', 0, 1);
  const { layers } = await readUpload(files, {
    ...(encoding === undefined ? {} : { encoding }),
    ...(crs === undefined ? {} : { crs }),
    said: toReadSaid(said, remembered),
    ...(outside ? { outside } : {}),
    onProgress: (done, total) => onProgress('read', done, total),
  });
  onProgress('plan', 0, 2);
  if (outline) requireOutlineHere(layers, outline);
  const ask = { country, said: resolveSaid(layers, said, remembered), options };
  const open = await openRepair(layers, outline ? { ...ask, outline } : ask);
  onProgress('plan', 1, 2);
  return outline ? { ...open, plan: { ...open.plan, outline: outline.told } } : open;
}

/** The plan, what of earlier decisions fits it, and its places on a map. @throws as openUpload */
export async function planUpload(
  reading: RepairReading,
  options: RepairOptionsAsked,
  earlier: Earlier | null,
  onProgress: OnRepairProgress,
): Promise<PlanMade> {
  const open = await openUpload(reading, options, onProgress);
  const { plan } = open;
  const { pieces, before, after } = repairPieces(open);
  onProgress('plan', 2, 2);
  // A place as a point too, so that a slit of a metre is seen from afar.
  const places = [...plan.operations, ...plan.offers].map(({ id, level, kind, at }): Place => ({
    geometry: { type: 'Point', coordinates: at },
    properties: { op: id, level, kind },
  }));
  const layers: RepairLayers = { pieces, places, before, after };
  const hasDecisions = earlier && Object.keys({ ...earlier.decisions.operations, ...earlier.decisions.units }).length > 0;
  if (!hasDecisions) return { plan, decisions: NO_DECISIONS, carried: null, layers };
  const { decisions, unfit } = carryDecisions(earlier.plan, earlier.decisions, plan);
  const fits = Object.keys(decisions.operations).length + Object.keys(decisions.units).length;
  return { plan, decisions, carried: { from: earlier.from, fits, unfit: unfit.length }, layers };
}

/** Carries the decisions out, whatever waits, and proves the result. @throws as openUpload */
export async function proveUpload(reading: RepairReading, { plan, decisions }: StoredRepair, onProgress: OnRepairProgress): Promise<ProofMade> {
  const open = await openUpload(reading, plan.options, onProgress);
  onProgress('prove', 0, 2);
  const applied = open.apply(decisions);
  onProgress('prove', 1, 2);
  const { proof, ground } = await prove(applied, { plan, decisions });
  onProgress('prove', 2, 2);
  const concerned = new Set([...applied.outcome.units, ...applied.outcome.applied.flatMap(({ units }) => units.map((key) => ({ key })))].map(({ key }) => key));
  const repaired = applied.levels.filter(({ operations }) => operations !== null);
  return {
    outcome: applied.outcome,
    proof,
    geojson: writeProofGeojson(proof, ground),
    layers: { after: repairOutlines(repaired, concerned).after },
  };
}
