/** Uploads: small ones in one multipart request, large ones file by file over tus, which goes on after a cut line. */
import { mkdirSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { FileStore } from '@tus/file-store';
import { Server as TusServer } from '@tus/server';
import type { Request, Response } from 'express';
import { uploadFields, type UploadAbout, type UploadBody } from '../contract/datasets/drafts.ts';
import { toDatasetId } from '../contract/ids.ts';
import { pathOf, toAddress } from '../contract/paths.ts';
import { uploadRoutes as routes } from '../contract/uploads/routes.ts';
import { InputError, NotFoundError } from '../errors.ts';
import type { Actor, Authorize } from '../http/request.ts';
import { toStatus } from '../jobs/service.ts';
import type { Job, JobFile, Uploads } from './service.ts';
import { reply, SENT, serve, serveAbout, type Served } from '../http/serve.ts';
import { mayReadDrafts } from '../catalogue/visible.ts';
import { readForm, tooLarge } from './form.ts';
import type { FindWork } from './work.ts';
import { createUnfinished } from './unfinished.ts';

export interface ServeUploadsDeps {
  uploads: Uploads;
  authorize: Authorize;
  findWork: FindWork;
  /** Folder of unfinished tus uploads. */
  incoming: string;
}

export interface ServedUploads {
  served: Served[];
  /** Removes what nobody went on with for a day. @returns how many. */
  sweep(): Promise<number>;
}

const UNFINISHED_MS = 24 * 3600_000;

/** What of the package's store is public: its own making of the folder is private, and takes place here. */
const PublicStore = FileStore as unknown as new (options: ConstructorParameters<typeof FileStore>[0]) => Pick<FileStore, keyof FileStore>;

/** The folder is there before anybody asks. The package makes it some time later and throws where nobody can catch it, which ends the process. */
class Incoming extends PublicStore {
  checkOrCreateDirectory(): void {
    mkdirSync(this.directory, { recursive: true });
  }
}

export function serveUploads({ uploads, authorize, findWork, incoming }: ServeUploadsDeps): ServedUploads {
  const store = new Incoming({ directory: incoming, expirationPeriodInMilliseconds: UNFINISHED_MS });
  const unfinished = createUnfinished(incoming, uploads.maxBytes);
  /** Ids of files that are being begun, by request. */
  const begun = new WeakMap<IncomingMessage, string>();
  const tus = new TusServer({
    path: pathOf('beginFile'),
    datastore: store,
    relativeLocation: true,
    maxSize: uploads.maxBytes,
    namingFunction: (request) => begun.get(request.runtime!.node!.req as IncomingMessage)!,
  });

  const accepted = (job: Job) => reply(toStatus(job), { headers: { Location: toAddress('getJob', { id: job.id }) } });

  /** Finished tus uploads become objects; their temporary files go. */
  async function takeTus({ files: named, ...about }: UploadBody, actor: Actor): Promise<{ files: JobFile[]; about: UploadAbout }> {
    const files: JobFile[] = [];
    let left = uploads.maxBytes;
    for (const { id, name } of named) {
      unfinished.requireOwn(actor, id);
      const upload = await store.getUpload(id).catch(() => undefined);
      if (!upload || upload.offset !== upload.size)
        throw new NotFoundError('upload.unfinished', `${name} did not arrive completely, or was sent more than a day ago. Send it again.`);
      const { key, bytes, sha256 } = await uploads.store(store.read(id), left);
      left -= bytes;
      files.push({ name, key, bytes, sha256 });
    }
    for (const { id } of named) {
      await store.remove(id).catch(() => undefined);
      unfinished.end(id);
    }
    return { files, about };
  }

  async function takeForm(request: Request, response: Response): Promise<{ files: JobFile[]; about: UploadAbout }> {
    const { files, fields } = await readForm(request, response, uploads);
    return { files, about: uploadFields.parse(fields) };
  }

  async function handTus({ request, response }: { request: Request; response: Response }): Promise<typeof SENT> {
    // The protocol's library reads the address itself.
    request.url = request.originalUrl;
    await tus.handle(request, response);
    return SENT;
  }

  async function beginTus({ request, response, actor }: { request: Request; response: Response; actor: Actor }): Promise<typeof SENT> {
    const bytes = Number(request.get('upload-length') ?? NaN);
    // What has no length has no bound before it is there.
    if (!Number.isSafeInteger(bytes) || bytes < 0) throw new InputError('upload.length', 'State the size of the file in bytes with Upload-Length.');
    if (bytes > uploads.maxBytes) throw tooLarge(uploads.maxBytes);
    const id = await unfinished.begin(actor, bytes);
    begun.set(request, id);
    await handTus({ request, response }).finally(async () => {
      // A file whose first bytes broke off is there.
      if (!(await store.getUpload(id).catch(() => undefined))) unfinished.end(id);
    });
    return SENT;
  }

  /** With a file that the one who asks has begun. */
  const handOwn = (asked: { params: { id: string }; actor: Actor; request: Request; response: Response }) => {
    unfinished.requireOwn(asked.actor, asked.params.id);
    return handTus(asked);
  };

  const served = [
    serve(routes.startUpload, async ({ body, actor, request, response }) => {
      if (body?.kind && body.country) await authorize(request, 'upload.create', toDatasetId(body.kind, body.country, body.slug));
      const { files, about } = body ? await takeTus(body, actor) : await takeForm(request, response);
      return accepted(await uploads.start(files, about, actor.name, (id) => authorize(request, 'upload.create', id)));
    }),
    serve(routes.getWork, ({ actor, request }) => findWork(actor, (id) => mayReadDrafts(authorize, request, id))),
    serveAbout(
      routes.answerJob,
      async ({ params: { id } }) => [await uploads.aboutJob(id)],
      async ({ params: { id }, body, actor }) => accepted(await uploads.answer(id, body, actor.name)),
    ),
    serve(routes.beginFile, beginTus),
    serve(routes.findFile, handOwn),
    serve(routes.sendFile, handOwn),
    serve(routes.deleteFile, async (asked) => {
      await handOwn(asked);
      if (asked.response.statusCode === 204) unfinished.end(asked.params.id);
      return SENT;
    }),
  ];
  const sweep = async () => {
    const removed = await tus.cleanUpExpiredUploads();
    unfinished.refresh();
    return removed;
  };
  return { served, sweep };
}
