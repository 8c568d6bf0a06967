/** From files that have arrived to a job in the queue: what they are is found out, or asked for. */
import type { BoundaryLayerAnswer } from '../contract/boundaries/columns.ts';
import type { AnswerBody, UploadAbout } from '../contract/datasets/drafts.ts';
import { mergeOverlay, type LayerSaid } from '../contract/overlays/layer.ts';
import {
  LAYER,
  MAX_SLUG,
  mayHaveSlug,
  toDatasetId,
  toDatasetKind,
  toIso3,
  titleOfSlug,
  toSlug,
  type DatasetId,
  type DatasetKind,
  type Iso3,
} from '../contract/ids.ts';
import { ConflictError, InputError, NotFoundError, QuestionError } from '../errors.ts';
import { problemText } from '../words/problems.ts';
import type { Job, JobFile, JobQueue } from '../jobs/queue.ts';
import type { ObjectStore, StoredObject } from '../store/objects/objects.ts';
import type { Datasets } from '../catalogue/datasets.ts';

export type { Job, JobFile };

/** Looks into stored files; both null where they do not say. */
export type Detect = (
  files: JobFile[],
  known: { kind: DatasetKind | undefined; country: Iso3 | undefined },
) => Promise<{ kind: DatasetKind; country: Iso3 | null }>;

export interface UploadsDeps {
  datasets: Datasets;
  jobs: JobQueue;
  objects: Pick<ObjectStore, 'putStream' | 'head'>;
  detect: Detect;
  maxBytes: number;
}

export type Uploads = ReturnType<typeof createUploads>;

/**
 * Receives the files of an upload, at most `maxBytes` together, finds out what they are, and queues the job.
 * @throws InputError and QuestionError `upload.*` about what was sent, NotFoundError and ConflictError `job.*` about what was queued
 */
export function createUploads({ datasets, jobs, objects, detect, maxBytes }: UploadsDeps) {
  /** A layer that is there gets a new version, and another one a name: which of the two it is only a person knows. */
  async function askSlug(files: readonly JobFile[], country: Iso3): Promise<QuestionError> {
    const layers = (await datasets.listDatasets())
      .filter(({ id }) => toDatasetKind(id) === LAYER && toIso3(id) === country)
      .map(({ id }) => toSlug(id)!)
      .map((slug) => ({ slug, title: titleOfSlug(slug) }));
    return new QuestionError('upload.layer', problemText('upload.layer'), {
      details: { kind: LAYER, country, proposed: slugOf(files[0]!.name, country), layers },
    });
  }

  return {
    maxBytes,

    /** Stores one file as it streams in. @throws TooLargeError beyond `limit`, which is what the upload has left. */
    store: (stream: AsyncIterable<Uint8Array>, limit: number): Promise<StoredObject> => objects.putStream('uploads', stream, limit),

    /** @param mayUpload asked once it is known which dataset it is; what it throws is thrown. @throws QuestionError `upload.country` where neither the person nor the files say which country it is. */
    async start(files: JobFile[], about: UploadAbout, by: string, mayUpload: (dataset: DatasetId) => Promise<unknown>): Promise<Job> {
      if (files.length === 0) throw new InputError('upload.empty', problemText('upload.empty'));
      const names = files.map(({ name }) => name);
      const twice = names.find((name, i) => names.indexOf(name) !== i);
      if (twice) throw new InputError('upload.twice', `Two files are called ${twice}. Give them different names, or upload them in their folders.`);
      const { kind, country, slug, ...options } = about;
      const found = kind && country ? { kind, country } : await detect(files, { kind, country });
      const chosen = country ?? found.country;
      if (!chosen) throw new QuestionError('upload.country', problemText('upload.country'), { details: { kind: kind ?? found.kind } });
      const is = kind ?? found.kind;
      if (is === LAYER && slug === undefined) throw await askSlug(files, chosen);
      const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
      const dataset = toDatasetId(is, chosen, mayHaveSlug(is) ? slug : undefined);
      await mayUpload(dataset);
      return datasets.registerUpload(dataset, files, given, by);
    },

    async aboutJob(id: string): Promise<DatasetId> {
      const job = await jobs.find(id);
      if (!job) throw new NotFoundError('job.unknown', 'There is no such job here.');
      return job.dataset;
    },

    /** The next job on the same files, with the answer to the question at which the last one stopped. */
    async answer(id: string, answers: AnswerBody, by: string): Promise<Job> {
      const job = await jobs.find(id);
      if (!job) throw new NotFoundError('job.unknown', 'There is no such job here.');
      if (job.state !== 'failed') throw new ConflictError('job.no-question', 'This upload is not waiting for an answer.');
      for (const { key, name } of job.input.files) {
        if (!(await objects.head(key))) throw new NotFoundError('upload.gone', `${name} is no longer kept. Upload the files again.`);
      }
      const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined));
      const { columns = [], layers = [] } = job.input.options as Pick<AnswerBody, 'columns' | 'layers'>;
      // A table may lack two things, which are asked one after the other.
      const said = {
        ...(answers.columns ? { columns: [...columns, ...answers.columns] } : {}),
        ...(answers.overlay ? { overlay: mergeOverlay(job.input.options['overlay'] as LayerSaid | undefined, answers.overlay) } : {}),
        ...(layers.length > 0 || answers.layers ? { layers: [...withoutSaid(layers, answers), ...(answers.layers ?? [])] } : {}),
      };
      return datasets.registerUpload(job.dataset, job.input.files, { ...job.input.options, ...given, ...said }, by);
    },
  };
}

/** What is answered for all layers takes back what was said of single ones, which led to the question. */
function withoutSaid(layers: readonly BoundaryLayerAnswer[], { crs, encoding }: AnswerBody): BoundaryLayerAnswer[] {
  return layers.map((layer) => {
    const left = { ...layer };
    if (crs !== undefined) delete left.crs;
    if (encoding !== undefined) delete left.encoding;
    return left;
  });
}

/** `irq_dtm_idp_master_list_r123.xlsx` → `dtm-idp-master-list-r123`: what is left of a name without country and ending. */
export function slugOf(name: string, country: Iso3): string {
  const words = name
    .split(/[\\/]/)
    .at(-1)!
    .replace(/\.\w{1,8}(\.gz)?$/, '')
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word, i) => word !== '' && !(i === 0 && word === country.toLowerCase()));
  let slug = '';
  for (const word of words) if (slug.length + word.length + 1 <= MAX_SLUG) slug += `${slug === '' ? '' : '-'}${word}`;
  return slug || 'layer';
}
