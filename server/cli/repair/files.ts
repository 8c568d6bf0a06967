/** `codmap repair`: a plan for boundary files, in words; and the same carried out as people decided, with its proof. Stores nothing. */
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportLevels, type ExportFormat } from '../../boundaries/files/formats.ts';
import { judgeBoundaries } from '../../boundaries/pipeline.ts';
import { acceptUnits, acceptUpTo, carryDecisions, NO_DECISIONS } from '../../boundaries/repair/decide.ts';
import { isWaiting, prove, proofFailed, repairFiles } from '../../boundaries/repairing/carryOut.ts';
import { writeProofCsv } from '../../boundaries/repairing/proofCsv.ts';
import { writeProofHtml } from '../../boundaries/repairing/proofHtml.ts';
import { readOutline, requireSameOutline } from '../../boundaries/repairing/outline.ts';
import { openUpload } from '../../boundaries/repairing/work.ts';
import { boundaryAnswers } from '../../contract/boundaries/columns.ts';
import { storedRepair, type RepairOptionsAsked, type StoredRepair, type UnitChange } from '../../contract/boundaries/repair.ts';
import type { RepairSummary } from '../../contract/boundaries/repairSummary.ts';
import { COMMAND_LINE } from '../../contract/given.ts';
import { NO_COUNTRY, toBoundariesId, type Iso3 } from '../../contract/ids.ts';
import type { Lang } from '../../contract/languages.ts';
import { InputError } from '../../errors.ts';
import { refuseFaults } from '../../words/faults.ts';
import { hashOfFiles } from '../../catalogue/datasets.ts';
import { withFiles } from '../files.ts';
import type { IngestFile } from '../../jobs/source.ts';
import type { IngestOptions } from '../../kinds/kind.ts';
import { findGdal } from '../../outside/gdal.ts';

type OnProgress = (stage: string, done: number, total: number) => void;

export interface RepairRequest {
  files: IngestFile[];
  /** How the files are to be read, as for an ingest. */
  options: IngestOptions;
  /** A file with the outline of the country that units are led to. */
  edge?: string | undefined;
  onProgress: OnProgress;
}

/** @throws InputError as an ingest does where the files cannot be read */
export async function planFiles(request: RepairRequest & { country: Iso3 | undefined; repair: RepairOptionsAsked }): Promise<StoredRepair> {
  const { plan } = await openUpload(await toReading(request, request.country ?? NO_COUNTRY), request.repair, request.onProgress);
  return { plan, decisions: NO_DECISIONS };
}

/** A plan with decisions, as `--plan --out` wrote it, as the page of a draft gives it, or as it is stored with a version. @throws InputError `input.missing`, `repair.plan` */
export function readPlan(path: string): StoredRepair {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new InputError('input.missing', `There is no readable file ${path}. Check the path.`, { cause: error });
  }
  const refuse = (why: string) =>
    new InputError('repair.plan', `${path} holds no plan of a repair: ${why}. Use one that codmap repair --plan --out has written.`);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw refuse((error as Error).message);
  }
  const parsed = storedRepair.safeParse(json);
  if (!parsed.success) throw refuseFaults('repair.plan', 'plan', parsed.error, { file: path });
  return parsed.data;
}

export interface ApplyRequest extends RepairRequest {
  stored: StoredRepair;
  out: string;
  format: ExportFormat;
  lang: Lang;
  disclaimer: string;
  /** Accepts what may be accepted together and is no wider, in metres. */
  acceptUpTo?: number | undefined;
  /** Accepts, for this reason, every unit that changes so much that it has to be accepted on its own. */
  accept?: string | undefined;
}

export type AppliedFiles =
  | { done: true; files: string[]; summary: RepairSummary; undecided: number }
  /** What nobody has accepted yet; nothing was written. */
  | { done: false; waiting: UnitChange[]; accepted: number };

/** @throws InputError `repair.outline-missing`, `repair.outline-other`, `repair.proof-failed`, and as an ingest does where the files cannot be read */
export async function applyToFiles(request: ApplyRequest): Promise<AppliedFiles> {
  const { files, options, stored, onProgress, accept, acceptUpTo: upTo } = request;
  const who = { by: COMMAND_LINE, at: new Date().toISOString() };
  const reading = await toReading(request, stored.plan.country);
  requireSameOutline(stored.plan, reading.outline?.told);
  const open = await openUpload(reading, stored.plan.options, onProgress);
  const { decisions: carried, unfit } = carryDecisions(stored.plan, stored.decisions, open.plan);
  let decisions = upTo === undefined ? carried : acceptUpTo(open.plan, carried, upTo, who);
  const { outcome, levels } = open.apply(decisions, unfit);
  const waiting = outcome.units.filter(isWaiting);
  const accepted = outcome.applied.length + outcome.texts.length;
  if (accepted === 0 || (waiting.length > 0 && accept === undefined)) return { done: false, waiting, accepted };
  if (accept !== undefined) decisions = acceptUnits(waiting, decisions, { ...who, reason: accept });
  onProgress('prove', 0, 1);
  const { proof } = await prove({ outcome, levels }, { plan: open.plan, decisions });
  if (!proof.ok) throw proofFailed(proof);
  const { repaired, published, metadata } = await judgeBoundaries(
    files,
    {
      country: stored.plan.country,
      dataset: toBoundariesId(stored.plan.country),
      sha256: hashOfFiles(files),
      today: who.at.slice(0, 10),
      ...options,
      said: reading.said,
      repair: { plan: open.plan, decisions },
      outline: reading.outline?.geojson,
    },
    reading.outside ? { outside: reading.outside } : {},
    onProgress,
  );
  const told = repaired!;
  const layers = await exportLevels(request.format, published, null, { country: stored.plan.country, version: null });
  const title = metadata.title || stored.plan.country;
  const written: [file: string, bytes: Uint8Array | string][] = [
    [layers.file, layers.bytes],
    ...repairFiles(told).map(({ file, bytes }): [string, Uint8Array] => [file, bytes]),
    ['proof.csv', writeProofCsv(told, request.lang)],
    ['proof.html', writeProofHtml(told, request.lang, { title, disclaimer: request.disclaimer })],
  ];
  await mkdir(request.out, { recursive: true });
  for (const [file, bytes] of written) await writeFile(join(request.out, file), bytes);
  return { done: true, files: written.map(([file]) => join(request.out, file)), summary: told.summary, undecided: outcome.waiting.length };
}

async function toReading({ files, options, edge }: RepairRequest, country: Iso3) {
  const { columns = [], layers = [] } = boundaryAnswers.parse(options);
  const outside = await findGdal();
  const outline = edge === undefined ? undefined : await withFiles([edge], { hash: false }, (own) => readOutline(own, outside));
  return {
    outline,
    files,
    country,
    encoding: options.encoding,
    crs: options.crs,
    said: { columns, layers },
    remembered: [],
    outside,
  };
}
