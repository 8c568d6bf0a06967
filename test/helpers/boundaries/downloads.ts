/** Every download of a version of boundaries, checked like an upload; and the sources of the shared data that hold boundaries. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { exportLevels } from '../../../server/boundaries/files/formats.ts';
import { judgeBoundaries, runBoundaryIngest } from '../../../server/boundaries/pipeline.ts';
import type { FeatureTable } from '../../../server/contract/admin.ts';
import type { CheckResult } from '../../../server/contract/finding.ts';
import type { Iso3 } from '../../../server/contract/ids.ts';
import { readGeometryFile } from '../../../server/formats/geometryFile.ts';
import { bytesSource, type UploadFile } from '../../../server/formats/raw.ts';
import { findGdal } from '../../../server/outside/gdal.ts';

const DATA = '../shared/data';

export interface BoundarySource {
  /** What tells it from other sources of the country. */
  name: string;
  iso3: Iso3;
  folder: string;
  files: RegExp;
}

const source = (name: string, folder: string, files: RegExp, iso3 = name.slice(0, 3)): BoundarySource => ({
  name,
  iso3: iso3.toUpperCase() as Iso3,
  folder,
  files,
});

/** Each publisher of each country; the levels of one are one upload. */
export const SOURCES: BoundarySource[] = [
  source('bfa', 'bfa/ab', /itos/),
  source('bgd', 'bgd/ab', /itos/),
  source('caf', 'caf/ab', /admin\d\.parquet$/),
  source('caf new columns', 'converted', /^caf.*gpkg$/),
  source('egy', 'egy/ab', /itos/),
  source('egy malformed', 'egy/ab', /malformed/),
  source('eth', 'eth/ab', /csa_bofedb|2021_ibf/),
  source('eth itos', 'eth/ab', /itos/),
  source('eth legacy', 'eth/ab', /legacy/),
  source('gtm', 'gtm/ab', /itos/),
  source('irq', 'irq/ab', /shp/),
  source('irq gdb', 'converted', /^irq.*gdb/),
  source('ita emilia', 'bench', /^emilia/),
  source('ita', 'bench', /^ita/),
  source('lbn', 'lbn/ab', /cdr/),
  source('lbn itos', 'lbn/ab', /itos/),
  source('mdg', 'mdg/ab', /gpkg$/),
  source('mli', 'mli/ab', /itos/),
  source('mli dnct', 'mli/ab', /dnct/),
  source('phl', 'phl/ab', /2025_v03/),
  source('phl 2019', 'phl/ab', /adm1_2019/),
  source('phl adm4', 'bench', /^phl_adm4/),
  source('sle', 'sle/ab', /itos/),
  source('sle 2016', 'sle/ab', /adm3_2016/),
  source('ven', 'ven/ab', /itos/),
  source('yem', 'yem/ab', /./),
];

/** null where the shared data is not there. */
export function filesOf({ folder, files }: BoundarySource): UploadFile[] | null {
  const path = join(DATA, folder);
  if (!existsSync(path)) return null;
  return readdirSync(path)
    .filter((name) => files.test(name))
    .map((name) => {
      const bytes = readFileSync(join(path, name));
      return name.endsWith('.gz') ? { name: name.slice(0, -3), source: bytesSource(gunzipSync(bytes)) } : { name, source: bytesSource(bytes) };
    });
}

/** Each download: a file for each level, or all levels in one. Tables without geometry are no boundaries. */
export const DOWNLOADS = ['geojson', 'geojson of all levels', 'gpkg', 'shp', 'fgb', 'fgb of all levels'] as const;
export type Download = (typeof DOWNLOADS)[number];

async function writeDownload(download: Download, tables: FeatureTable[], country: Iso3): Promise<UploadFile[]> {
  const format = download.split(' ')[0] as 'geojson' | 'gpkg' | 'shp' | 'fgb';
  const isWhole = download !== 'geojson' && download !== 'fgb';
  const levels = isWhole ? [null] : tables.map(({ level }) => level);
  const files: UploadFile[] = [];
  for (const level of levels) {
    const { file: name, bytes } = await exportLevels(format, tables, level, { country, version: null });
    files.push({ name, source: bytesSource(bytes) });
  }
  return files;
}

/** Errors of geometry, topology and levels: code and level → count. */
function errorsOf(results: CheckResult[]): Map<string, number> {
  return new Map(
    results.flatMap(({ findings }) =>
      findings.flatMap(({ code, severity, level, count }): [string, number][] =>
        severity === 'error' && /^(geometry|topology|levels)\./.test(code) ? [[`${code} ${level}`, count]] : [],
      ),
    ),
  );
}

export interface CheckedDownload {
  download: Download;
  /** Errors that the report of the version does not list, or not as many: `topology.overlap 2: 3 of 2`. */
  unlisted: string[];
  /** Polygons that are not valid. */
  invalid: number;
}

/** Ingests an upload and checks its downloads. */
export async function checkDownloads(files: UploadFile[], iso3: Iso3, downloads: readonly Download[]): Promise<{ errors: number; checked: CheckedDownload[] }> {
  const options = { country: iso3, dataset: null, sha256: '', today: '2026-11-22' };
  const deps = { outside: await findGdal() };
  const { artifacts, report } = await runBoundaryIngest(files, options, deps);
  const listed = errorsOf(report.published!.results);
  const tables = readGeometryFile(artifacts.find(({ kind }) => kind === 'geometry')!.bytes);
  const checked: CheckedDownload[] = [];
  for (const download of downloads) {
    const again = await judgeBoundaries(await writeDownload(download, tables, iso3), options, deps);
    const found = errorsOf(again.report.results);
    checked.push({
      download,
      unlisted: [...found].flatMap(([kind, count]) => (count > (listed.get(kind) ?? 0) ? [`${kind}: ${count} of ${listed.get(kind) ?? 0}`] : [])),
      invalid: [...found].reduce((sum, [kind, count]) => sum + (kind.startsWith('geometry.invalid') ? count : 0), 0),
    });
  }
  return { errors: [...listed.values()].reduce((sum, count) => sum + count, 0), checked };
}
