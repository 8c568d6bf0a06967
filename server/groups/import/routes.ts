/** Routes of sheets that are read into the structure; for whoever manages it. */
import type { Request, Response } from 'express';
import multer, { MulterError } from 'multer';
import type { Scope } from '../../contract/groups/groups.ts';
import { groupRoutes as routes } from '../../contract/groups/routes.ts';
import { InputError, TooLargeError } from '../../errors.ts';
import { reply, serve, type Served } from '../../http/serve.ts';
import type { Groups } from '../service.ts';
import { requireRight, type WhoMay } from '../who.ts';
import type { Imports } from './service.ts';

export interface ServeImportsDeps {
  groups: Pick<Groups, 'acting'>;
  imports: Imports;
  whoMay: WhoMay;
}

/** More than any sheet about coordination. */
const MAX_BYTES = 5_000_000;

export function serveImports({ groups, imports, whoMay }: ServeImportsDeps): Served[] {
  async function requireManager(request: Request, scope: Scope): Promise<void> {
    const rights = await whoMay(request, scope);
    requireRight(rights, rights.manage);
  }
  /** Cells hold names and addresses. */
  const personal = <T>(body: T, status?: number) => reply(body, { cache: 'private', ...(status === undefined ? {} : { status }) });

  return [
    serve(routes.listImports, async ({ params: { scope }, request }) => {
      await requireManager(request, scope);
      return personal({ imports: await imports.list(scope) });
    }),
    serve(routes.readImport, async ({ params: { scope }, query: { lang }, request, response, actor }) => {
      await requireManager(request, scope);
      const file = await readFile(request, response);
      return personal(await imports.read(groups.acting(scope, actor.name), file, lang), 201);
    }),
    serve(routes.getImport, async ({ params: { scope, import: id }, query: { lang }, request }) => {
      await requireManager(request, scope);
      return personal(await imports.get(scope, id, lang));
    }),
    serve(routes.answerImport, async ({ params: { scope, import: id }, query: { lang }, body, request }) => {
      await requireManager(request, scope);
      return personal(await imports.say(scope, id, body, lang));
    }),
    serve(routes.applyImport, async ({ params: { scope, import: id }, query: { lang }, body: { withDoubts }, request, actor }) => {
      await requireManager(request, scope);
      return personal(await imports.apply(groups.acting(scope, actor.name), id, withDoubts, lang));
    }),
    serve(routes.dropImport, async ({ params: { scope, import: id }, request }) => {
      await requireManager(request, scope);
      await imports.drop(scope, id);
    }),
  ];
}

/** @throws InputError `import.form`, TooLargeError `import.too-large` */
async function readFile(request: Request, response: Response): Promise<{ name: string; bytes: Uint8Array }> {
  const parse = multer({
    storage: multer.memoryStorage(),
    defParamCharset: 'utf8',
    limits: { files: 1, fields: 5, fieldSize: 1000, fileSize: MAX_BYTES },
  }).single('file');
  await new Promise<void>((resolve, reject) => void parse(request, response, (error: unknown) => (error ? reject(toProblem(error)) : resolve())));
  if (!request.file) throw formProblem('There is no file in it');
  return { name: request.file.originalname.split(/[\\/]/).at(-1)!.slice(0, 200) || 'sheet', bytes: request.file.buffer };
}

const formProblem = (why: string) => new InputError('import.form', `${why}. Send one file, as multipart/form-data, in the field file.`);

function toProblem(error: unknown): Error {
  if (error instanceof MulterError && error.code === 'LIMIT_FILE_SIZE')
    return new TooLargeError('import.too-large', `The file is larger than ${MAX_BYTES / 1e6} MB. Delete the sheets that are no structure.`);
  return error instanceof Error ? formProblem(`The form cannot be read (${error.message})`) : (error as Error);
}
