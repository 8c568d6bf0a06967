/** A stored repair carried out on the layers of an upload and proved: what is read on from here is the repaired drawing (decision 0024). */
import { createHash } from 'node:crypto';
import type { RepairProof } from '../../contract/boundaries/proof.ts';
import type { RepairDecisions, RepairOutcome, RepairPlan, StoredRepair, UnitChange } from '../../contract/boundaries/repair.ts';
import type { RepairSummary } from '../../contract/boundaries/repairSummary.ts';
import { InputError } from '../../errors.ts';
import type { RawLayer } from '../../formats/raw.ts';
import type { NewArtifact } from '../../kinds/summary.ts';
import { problemText } from '../../words/problems.ts';
import { proveRepair, type ProvedRepair } from '../proof/prove.ts';
import { applyPlan, type Applied, type RepairAsk } from '../repair/repair.ts';
import { parseOutline } from './outline.ts';
import { writeProofGeojson } from './proofGeojson.ts';

/** A repair with the outline that its plan leads units to, as `outline.geojson` has it. */
export interface EnclosedRepair extends StoredRepair {
  outline?: Uint8Array | undefined;
}

export interface CarriedOut extends EnclosedRepair {
  layers: RawLayer[];
  outcome: RepairOutcome;
  proof: RepairProof;
  ground: ProvedRepair['ground'];
  summary: RepairSummary;
}

/** The artifact `repair`: what `codmap repair --apply` reads, and what came of it. */
export interface RepairFile extends StoredRepair {
  outcome: RepairOutcome;
}

/** Units named in a sentence. */
const NAMED = 10;

/**
 * What of it fits these layers is done; what does not is in `outcome.unfit`.
 * @throws InputError `repair.outline-missing` where the plan leads units to an outline that is not there, `repair.units-wait` where a unit changes as nobody has accepted, `repair.proof-failed` where the proof fails
 */
export async function carryOut(layers: RawLayer[], stored: EnclosedRepair, ask: Omit<RepairAsk, 'options' | 'outline'>): Promise<CarriedOut> {
  const { outline } = stored;
  const led = stored.plan.outline;
  if (led && !outline) throw new InputError('repair.outline-missing', problemText('repair.outline-missing'));
  const { plan: made, decisions, ...applied } = await applyPlan(layers, stored, outline ? { ...ask, outline: { geometry: await parseOutline(outline) } } : ask);
  const plan: RepairPlan = led ? { ...made, outline: led } : made;
  const waiting = applied.outcome.units.filter(isWaiting);
  if (waiting.length > 0) throw unitsWait(waiting);
  const { proof, ground } = await prove(applied, { plan, decisions });
  if (!proof.ok) throw proofFailed(proof);
  return {
    plan,
    decisions,
    outline,
    layers: applied.layers,
    outcome: applied.outcome,
    proof,
    ground,
    summary: summarize(applied.outcome, proof, decisions, plan),
  };
}

export const prove = ({ outcome, levels }: Pick<Applied, 'outcome' | 'levels'>, { plan, decisions }: StoredRepair): Promise<ProvedRepair> =>
  proveRepair({ levels, decisions, complete: outcome.complete && outcome.refused.length === 0, widthM: plan.options.widthM ?? 0 });

export const isWaiting = ({ asks, accepted }: UnitChange): boolean => asks && !accepted;

function unitsWait(units: UnitChange[]): InputError {
  const named = units.slice(0, NAMED).map(({ name, pcode }) => `${name} (${pcode})`);
  const more = units.length > NAMED ? ` and ${units.length - NAMED} more` : '';
  return new InputError(
    'repair.units-wait',
    `${units.length} unit(s) would change by more than 0.1 % of their area, lose a part or vanish, and nobody has accepted that: ${named.join(', ')}${more}. Look at the repair again, and accept them one by one or refuse the operations. Nothing was changed.`,
  );
}

export function proofFailed({ checks }: RepairProof): InputError {
  const failed = checks.filter(({ status }) => status === 'failed');
  const told = failed.map(
    ({ code, level, units }) => `${code} (adm${level}${units.length > 0 && units[0] !== '*' ? `: ${units.slice(0, NAMED).join(', ')}` : ''})`,
  );
  return new InputError(
    'repair.proof-failed',
    `The proof of the repair failed, so nothing was changed: ${told.join('; ')}. Refuse the operations of these units and prove it again, and send the files to who maintains this server.`,
  );
}

export function summarize(
  outcome: RepairOutcome,
  { furthestM, moved }: RepairProof,
  decisions: RepairDecisions,
  { outline }: Pick<RepairPlan, 'outline'>,
): RepairSummary {
  const { applied, texts, units, unfit } = outcome;
  return {
    operations: applied.length,
    borders: new Set(applied.map(({ level, border }) => `${level} ${border}`)).size,
    texts: texts.reduce((sum, { rows }) => sum + rows.length, 0),
    units: units.length,
    unfit: unfit.length,
    furthestM,
    moved,
    filledM2: applied.reduce((sum, { filledM2 }) => sum + filledM2, 0),
    cutM2: applied.reduce((sum, { cutM2 }) => sum + cutM2, 0),
    ...(outline ? { outline } : {}),
    hash: hashOf(decisions),
  };
}

/** Of what was accepted and turned, whoever did and when. */
export function hashOf({ operations }: RepairDecisions): string {
  const accepted = Object.entries(operations).flatMap(([id, { verdict, turned }]) => (verdict === 'accepted' ? [`${id}${turned ? ' turned' : ''}`] : []));
  return createHash('sha256').update(accepted.toSorted().join('\n')).digest('hex');
}

const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

/** Repair, outline and proof as files of the version. Names of who decided are in both JSON files, and not in the GeoJSON. */
export function repairFiles({ plan, decisions, outline, outcome, proof, ground }: CarriedOut): NewArtifact[] {
  return [
    { kind: 'repair', file: 'repair.json', mediaType: 'application/json', bytes: json({ plan, decisions, outcome } satisfies RepairFile) },
    ...(outline ? [{ kind: 'outline' as const, file: 'outline.geojson', mediaType: 'application/geo+json', bytes: outline }] : []),
    { kind: 'proof', file: 'proof.json', mediaType: 'application/json', bytes: json(proof) },
    { kind: 'proof', file: 'proof.geojson', mediaType: 'application/geo+json', bytes: new TextEncoder().encode(writeProofGeojson(proof, ground)) },
  ];
}
