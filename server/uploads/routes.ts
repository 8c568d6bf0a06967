/** Uploads: small ones in one multipart request, large ones file by file over tus, which goes on after a cut line. */
import type { IncomingMessage } from 'node:http';
import { callbackify } from 'node:util';
import { FileStore } from '@tus/file-store';
import { Server as TusServer } from '@tus/server';
import type { Request, Response } from 'express';
import multer, { MulterError } from 'multer';
import { fileName, uploadFields, type UploadAbout, type UploadBody } from '../contract/datasets/drafts.ts';
import { pathOf, toAddress } from '../contract/paths.ts';
import { uploadRoutes as routes } from '../contract/uploads/routes.ts';
import { InputError, NotFoundError, TooLargeError } from '../errors.ts';
import type { Actor } from '../http/request.ts';
import { toStatus } from '../jobs/service.ts';
import type { Job, JobFile, Uploads } from './service.ts';
import { reply, SENT, serve, type Served } from '../http/serve.ts';
import type { FindWork } from './work.ts';
import { createUnfinished } from './unfinished.ts';

export interface ServeUploadsDeps {
  uploads: Uploads;
  findWork: FindWork;
  /** Folder of unfinished tus uploads. */
  incoming: string;
}

export interface ServedUploads {
  served: Served[];
  /** Removes what nobody went on with for a day. @returns how many. */
  sweep(): Promise<number>;
}

const MAX_FILES = 1000;
const UNFINISHED_MS = 24 * 3600_000;

export function serveUploads({ uploads, findWork, incoming }: ServeUploadsDeps): ServedUploads {
  const store = new FileStore({ directory: incoming, expirationPeriodInMilliseconds: UNFINISHED_MS });
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
      const { files, about } = body ? await takeTus(body, actor) : await readMultipart(request, response, uploads);
      return accepted(await uploads.start(files, about, actor.name));
    }),
    serve(routes.getWork, ({ actor }) => findWork(actor)),
    serve(routes.answerJob, async ({ params: { id }, body, actor }) => accepted(await uploads.answer(id, body, actor.name))),
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

/** Streams the parts of a multipart request into the object store; nothing is held in memory. */
async function readMultipart(request: Request, response: Response, uploads: Uploads): Promise<{ files: JobFile[]; about: UploadAbout }> {
  const { maxBytes } = uploads;
  if (Number(request.get('content-length') ?? 0) > maxBytes + 1_000_000) throw tooLarge(maxBytes);
  const files: JobFile[] = [];
  let left = maxBytes;
  async function keep({ originalname, stream }: Express.Multer.File): Promise<object> {
    const name = fileName.safeParse(originalname);
    if (!name.success) {
      stream.resume();
      throw new InputError('upload.name', `${JSON.stringify(originalname.slice(0, 80))} is not a file name.`);
    }
    const { key, bytes, sha256 } = await uploads.store(stream, left);
    left -= bytes;
    files.push({ name: name.data, key, bytes, sha256 });
    return {};
  }
  const storage: multer.StorageEngine = {
    _handleFile: (_request, file, done) => callbackify(keep)(file, done),
    // What a failed request had stored already is collected as an object that nothing names.
    _removeFile: (_request, _file, done) => done(null),
  };
  const parse = multer({
    storage,
    preservePath: true,
    defParamCharset: 'utf8',
    limits: { files: MAX_FILES, fields: 10, fieldSize: 10_000, fileSize: maxBytes },
  }).any();
  await new Promise<void>((resolve, reject) => void parse(request, response, (error: unknown) => (error ? reject(toProblem(error, maxBytes)) : resolve())));
  return { files, about: uploadFields.parse(request.body) };
}

function toProblem(error: unknown, maxBytes: number): Error {
  if (error instanceof MulterError)
    return error.code === 'LIMIT_FILE_SIZE' ? tooLarge(maxBytes) : new InputError('upload.form', `The upload cannot be read: ${error.message}.`);
  return error instanceof Error && /boundary|unexpected end of form|malformed part/i.test(error.message)
    ? new InputError('upload.form', `The upload was interrupted or is not a multipart form (${error.message}). Send it again.`)
    : (error as Error);
}

function tooLarge(maxBytes: number): TooLargeError {
  return new TooLargeError('upload.too-large', `The upload is larger than the ${Math.round(maxBytes / 1e6)} MB allowed here. Zip it, or leave levels out.`);
}
