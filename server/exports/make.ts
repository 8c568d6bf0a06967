/** Files of a version as bytes: formats of other programs, forms, packages. Pure: tables in, bytes out. */
import type { FeatureTable } from '../contract/admin.ts';
import type { DatasetVersion } from '../contract/datasets/dataset.ts';
import { toIso3 } from '../contract/ids.ts';
import type { MadeKind } from '../contract/lookup/made.ts';
import { exportLevels, isExportFormat } from '../boundaries/files/formats.ts';
import { populationTagOf } from '../boundaries/files/hxl.ts';
import { writeZip } from '../formats/archive/writeZip.ts';
import { readRecords } from '../lookup/table/csv.ts';
import { attributionOf } from '../kinds/summary.ts';
import { isWord, say } from '../words/words.ts';
import { LANGS, type Lang } from '../contract/languages.ts';
import type { MadeName } from './files.ts';
import { toChoices, type Choices } from './forms/choices.ts';
import { isLong, writeChoicesCsv, writeEntitiesCsv, writeXlsForm, type FormAbout } from './forms/xlsform.ts';
import { writeXForm } from './forms/xform.ts';

export interface Made {
  bytes: Uint8Array;
  mediaType: string;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CSV = 'text/csv; charset=utf-8';
const ZIP = 'application/zip';

/** Of boundaries. @throws NotFoundError `level.unknown` */
export async function makeOfBoundaries(
  kind: MadeKind,
  { level }: Pick<MadeName, 'level'>,
  version: DatasetVersion,
  tables: FeatureTable[],
  hxl: boolean,
): Promise<Made> {
  const options = { country: toIso3(version.dataset), version: version.version };
  if (isExportFormat(kind)) return exportLevels(kind, tables, level, { ...options, hxl });
  if (kind === 'package') return { mediaType: ZIP, bytes: await packageOf(version, tables) };
  const choices = toChoices(tables);
  const about = aboutOf(version);
  if (kind === 'entities')
    return {
      mediaType: CSV,
      bytes: writeEntitiesCsv(
        choices.lists.find((list) => list.level === level)!,
        choices.languages[0]!,
      ),
    };
  if (kind === 'xlsform') return { mediaType: XLSX, bytes: writeXlsForm(choices, about) };
  return { mediaType: ZIP, bytes: formOf(choices, about, options.country.toLowerCase()) };
}

function aboutOf({ dataset, version, metadata }: DatasetVersion): FormAbout {
  const isKnown = (lang: string): lang is Lang => (LANGS as readonly string[]).includes(lang);
  return {
    title: metadata.title || dataset,
    id: `${dataset}_${version}`.replaceAll(/[^a-z0-9]/gi, '_'),
    version: version.slice(1),
    levelIn: (level, lang) => (isWord('level.n') ? say(isKnown(lang) ? lang : 'en', 'level.n', { level }) : `adm${level}`),
  };
}

/** The form, its lists as files (all of them, for forms that are changed by hand), and the same as XForm. */
function formOf(choices: Choices, about: FormAbout, iso3: string): Uint8Array<ArrayBuffer> {
  const [first = 'und', ...others] = choices.languages;
  return writeZip([
    { name: `${iso3}_xlsform_choices.xlsx`, pieces: [writeXlsForm(choices, about)] },
    ...choices.lists.map((list) => ({ name: `${list.list}.csv`, pieces: [writeChoicesCsv(list, first)] })),
    ...others.flatMap((lang) => choices.lists.filter(isLong).map((list) => ({ name: `${lang}/${list.list}.csv`, pieces: [writeChoicesCsv(list, lang)] }))),
    { name: `${iso3}_form.xml`, pieces: [writeXForm(choices, about, first)] },
  ]);
}

/** Every format that programs read as it is, each with all levels, and what is said of the version. */
async function packageOf(version: DatasetVersion, tables: FeatureTable[]): Promise<Uint8Array<ArrayBuffer>> {
  const options = { country: toIso3(version.dataset), version: version.version };
  const files = [];
  for (const format of ['gpkg', 'shp', 'kml', 'xlsx'] as const) files.push(await exportLevels(format, tables, null, options));
  for (const table of tables) files.push(await exportLevels('geojson', tables, table.level, options));
  const { metadata, dataset, version: tag, publishedAt } = version;
  const facts = JSON.stringify({ dataset, version: tag, publishedAt, attribution: attributionOf(metadata), ...metadata }, null, 2);
  return writeZip([...files.map(({ file, bytes }) => ({ name: file, pieces: [bytes] })), { name: 'metadata.json', pieces: [facts] }]);
}

/** A stored CSV of a population with a row of tags. */
export function withTags(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const body = text.slice(mark.length);
  const end = body.indexOf('\n') + 1;
  const { records, separator } = readRecords(body.slice(0, end), 2);
  const tags = records[0]!.cells.map(populationTagOf).join(separator);
  return new TextEncoder().encode(`${mark}${body.slice(0, end)}${tags}${records[0]!.lineBreak}${body.slice(end)}`);
}
