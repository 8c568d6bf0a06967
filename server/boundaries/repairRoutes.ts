/** Repairs of boundaries over HTTP: the one in progress for those who work here, the proof of one that was made for everybody. */
import type { Disclaim } from '../disclaimers/notes.ts';
import { findVisible, mayReadDrafts } from '../catalogue/visible.ts';
import type { RepairProof } from '../contract/boundaries/proof.ts';
import type { StoredRepair } from '../contract/boundaries/repair.ts';
import { planFields, repairRoutes as routes } from '../contract/boundaries/repairRoutes.ts';
import type { Artifact, DatasetVersion } from '../contract/datasets/dataset.ts';
import type { DatasetId, VersionTag } from '../contract/ids.ts';
import { toAddress } from '../contract/paths.ts';
import { InputError, NotFoundError, UnauthorizedError } from '../errors.ts';
import type { CachePolicy } from '../http/cache.ts';
import type { Authorize } from '../http/request.ts';
import { toDisposition } from '../http/send.ts';
import { page, reply, serve, type Asked, type Served } from '../http/serve.ts';
import type { JobFile } from '../jobs/queue.ts';
import { createKept } from '../kept.ts';
import { OVERLAY_ZOOM, sliceOverlays, type Overlay } from '../overlays/slice.ts';
import { problemText } from '../words/problems.ts';
import type { RepairFile } from './repairing/carryOut.ts';
import { writeProofCsv } from './repairing/proofCsv.ts';
import { writeProofHtml } from './repairing/proofHtml.ts';
import { hideNames, type RoleOf, type ToldProof } from './repairing/told.ts';
import { listOperations, listTexts } from './repairing/show.ts';
import type { RepairLayers } from './repairing/work.ts';
import type { RepairRecord } from './repairStore.ts';
import type { Repairs } from './repairService.ts';

type Request = Asked<unknown>['request'];
type Response = Asked<unknown>['response'];

export interface ServeRepairsDeps {
  repairs: Repairs;
  datasets: {
    getVersion: (id: DatasetId, ref: VersionTag | 'current') => Promise<DatasetVersion>;
    readArtifact: (artifact: Artifact) => Promise<Uint8Array>;
  };
  authorize: Authorize;
  /** Stores the one file of a multipart request; its fields as text. */
  readForm: (request: Request, response: Response) => Promise<{ files: JobFile[]; fields: unknown }>;
  roleOf: RoleOf;
  disclaim: Disclaim;
}

/** Of sliced overlays in memory, in numbers of coordinates: a map asks for some twenty tiles of one at a time. */
const OVERLAYS_KEPT = 4_000_000;
/** The page of a proof is one self-contained file: its own small style applies, and no script runs. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'";
const MEDIA = { json: 'application/json', csv: 'text/csv', geojson: 'application/geo+json', html: 'text/html' } as const;

export function serveRepairs({ repairs, datasets, authorize, readForm, roleOf, disclaim }: ServeRepairsDeps): Served[] {
  const overlays = createKept<Overlay>(OVERLAYS_KEPT, ({ size }) => size);

  const queued = (job: string) => reply({ job }, { headers: { Location: toAddress('getJob', { id: job }) } });

  const overlayOf = ({ objects: { pieces, after } }: RepairRecord): Promise<Overlay> =>
    overlays.get(`${pieces!.sha256} ${after?.sha256 ?? ''}`, async () => {
      const layers = await repairs.readObject<RepairLayers>(pieces!);
      // Once people's decisions were carried out, what comes after is what they come to.
      return sliceOverlays(after ? { ...layers, ...(await repairs.readObject<RepairLayers>(after)) } : layers);
    });

  /** The proof of the repair in progress. @throws NotFoundError `repair.not-proved` */
  async function proofInWork(
    id: DatasetId,
    ref: VersionTag | 'current',
  ): Promise<{ version: DatasetVersion; told: ToldProof; geojson: () => Promise<string> }> {
    const { version, record, plan } = await repairs.open(id, ref);
    const proved = await repairs.outcomeAndProof(record);
    if (!proved) throw new NotFoundError('repair.no-proof', `The repair of ${id} ${version.version} has not been computed yet. Compute it first.`);
    const { outcome, proof } = proved;
    return {
      version,
      told: { plan, decisions: record.decisions, outcome, proof },
      geojson: async () => JSON.stringify(await repairs.readObject(record.objects.ground!)),
    };
  }

  /** The proof of the repair that made the version. @throws NotFoundError `repair.not-repaired` */
  async function proofOf(version: DatasetVersion): Promise<{ told: ToldProof; geojson: () => Promise<string> }> {
    const find = (isMeant: (artifact: Artifact) => boolean) => version.artifacts.find(isMeant);
    const repair = find(({ kind }) => kind === 'repair');
    const json = find(({ kind, file }) => kind === 'proof' && file.endsWith('.json'));
    const places = find(({ kind, file }) => kind === 'proof' && file.endsWith('.geojson'));
    if (!repair || !json || !places)
      throw new NotFoundError('repair.not-repaired', `${version.dataset} ${version.version} was not repaired here, so there is no proof of a repair.`);
    return {
      told: { ...(await repairs.readObject<RepairFile>(repair)), proof: await repairs.readObject<RepairProof>(json) },
      geojson: async () => Buffer.from(await datasets.readArtifact(places)).toString('utf8'),
    };
  }

  return [
    serve(routes.planRepair, async ({ params: { id, version }, body, actor, request, response }) => {
      const { options, outline } = body ?? (await planForm(request, response));
      return queued(await repairs.plan(id, version, options, outline, actor.name));
    }),
    serve(routes.getRepair, ({ params: { id, version }, query: { lang } }) => repairs.state(id, version, lang)),
    serve(routes.dropRepair, async ({ params: { id, version }, actor }) => {
      await repairs.drop(id, version, actor.name);
      return {};
    }),
    serve(routes.listRepairs, async ({ params: { id, version }, query: { lang, ...asked } }) => {
      const { plan, record } = await repairs.open(id, version);
      return listOperations(plan, record.decisions, asked, lang);
    }),
    serve(routes.listTextRepairs, async ({ params: { id, version }, query: { lang, ...asked } }) => {
      const { plan, record } = await repairs.open(id, version);
      return listTexts(plan, record.decisions, asked, lang);
    }),
    serve(routes.decideRepair, ({ params: { id, version }, body, actor }) => repairs.decide(id, version, body, actor.name)),
    serve(routes.proveRepair, async ({ params: { id, version }, body: { revision }, actor }) => queued(await repairs.prove(id, version, revision, actor.name))),
    serve(routes.applyRepair, async ({ params: { id, version }, body: { revision }, actor }) => queued(await repairs.apply(id, version, revision, actor.name))),

    serve(routes.getRepairTile, async ({ params: { id, version, z, x, y } }) => {
      if (z > OVERLAY_ZOOM) throw new NotFoundError('tile.outside-zooms', `This overlay has zoom levels 0 to ${OVERLAY_ZOOM}.`);
      if (x >= 2 ** z || y >= 2 ** z) throw new NotFoundError('tile.unknown', 'There is no such tile at this zoom level.');
      const { record } = await repairs.open(id, version);
      const tile = (await overlayOf(record)).tile(z, x, y);
      return page(tile ?? '', routes.getRepairTile.answer.media, tile ? {} : { status: 204 });
    }),

    serve(routes.getRepairFile, async ({ params: { id, version } }) => {
      const { plan, record, version: own } = await repairs.open(id, version);
      const headers = { 'Content-Disposition': `attachment; filename="${id}-${own.version}-repair.json"` };
      return page(JSON.stringify({ plan, decisions: record.decisions } satisfies StoredRepair), 'application/json', { headers });
    }),

    serve(routes.getRepairOutline, async ({ params: { id, version }, query: { uploaded } }) => {
      const { bytes, name } = await repairs.outline(id, version, uploaded);
      const media = uploaded ? 'application/octet-stream' : routes.getRepairOutline.answer.media;
      return page(bytes, media, { headers: { 'Content-Disposition': toDisposition(name) } });
    }),

    serve(routes.getProof, async ({ params: { id, version: ref, format }, query: { lang, work }, request }) => {
      if (work && !(await mayReadDrafts(authorize, request, id)))
        throw new UnauthorizedError('auth.required', 'Sign in to read the proof of a repair in progress.');
      const found = work ? { ...(await proofInWork(id, ref)), cache: 'never' as CachePolicy } : await publicProof(request, id, ref);
      const { version, told, geojson, cache } = found;
      const title = version.metadata.title || `${version.dataset} ${version.version}`;
      const html = () => writeProofHtml(told, lang, { title, disclaimer: disclaim(lang) });
      const body = { json: () => JSON.stringify(told.proof), csv: () => writeProofCsv(told, lang), geojson, html }[format];
      const headers: Record<string, string> = format === 'html' ? { 'Content-Security-Policy': POLICY } : {};
      return page(await body(), MEDIA[format], { cache, headers });
    }),
  ];

  async function planForm(request: Request, response: Response) {
    const { files, fields } = await readForm(request, response);
    if (files.length === 0) throw new InputError('repair.outline-none', problemText('repair.outline-none'));
    return { ...planFields.parse(fields ?? {}), outline: files[0]! };
  }

  async function publicProof(request: Parameters<typeof findVisible>[1], id: DatasetId, ref: VersionTag | 'current') {
    const { version, cache } = await findVisible({ datasets, authorize }, request, id, ref);
    const { told, geojson } = await proofOf(version);
    const isStaff = await mayReadDrafts(authorize, request, id);
    return { version, told: isStaff ? told : await hideNames(told, id, roleOf), geojson, cache: isStaff ? ('never' as CachePolicy) : cache };
  }
}
