/** Thread shell of detect.ts: kind by content, country by file names, else by content. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Iso3 } from '../contract/ids.ts';
import { CodmapError } from '../errors.ts';
import { iso3Of } from '../ingest/normalize/countries.ts';
import { detectOneCountry } from '../ingest/normalize/detectCountry.ts';
import { readUpload } from '../ingest/read/upload.ts';
import { FileObjects } from '../store/objects.ts';
import type { DetectData, DetectMessage } from './detect.ts';
import { findGdal } from './gdal.ts';
import type { IngestFile } from './ingest.ts';
import { detectKind } from './pipelines.ts';

const data = workerData as DetectData;
const objects = new FileObjects(data.objectsRoot);
const files = await Promise.all(
  data.files.map(async ({ name, key, sha256 }): Promise<IngestFile> => ({ name, sha256, key, source: await objects.openSource(key) })),
);

/** `sle_admin2.geojson`: all names that begin with a country's code begin with the same one. */
function countryOfNames(): Iso3 | null {
  const codes = new Set(files.map(({ name }) => iso3Of(/^([a-z]{3})[_-]/i.exec(name.split(/[\\/]/).at(-1)!)?.[1] ?? '')));
  const [only] = codes;
  return codes.size === 1 ? (only ?? null) : null;
}

/** Questions about encoding and coordinates are left to the ingest, which asks them when the country is known. */
async function countryOfContent(): Promise<Iso3 | null> {
  return detectOneCountry((await readUpload(files, { outside: await findGdal(), attributesOnly: true })).layers);
}

const post = (message: DetectMessage) => parentPort!.postMessage(message);
try {
  const kind = data.kind ?? (await detectKind(files));
  post({ kind, country: data.country ?? countryOfNames() ?? (kind === 'cod-ab' ? await countryOfContent() : null) });
} catch (error) {
  // A fault of the upload is an answer; any other is ours and ends the thread.
  if (!(error instanceof CodmapError)) throw error;
  post({ code: error.code, detail: error.message });
} finally {
  for (const { source } of files) source.close();
}
