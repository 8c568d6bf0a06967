/** Events in words: what happened, to what, and where it is seen. The same sentences in feeds, notices and digests. */
import { isPublic, type DatasetVersion, type VersionDiff } from '../contract/datasets/dataset.ts';
import { GLOBAL } from '../contract/groups/groups.ts';
import { shortNameIn } from '../contract/groups/names.ts';
import { toDatasetKind, toSlug, type DatasetId } from '../contract/ids.ts';
import type { Lang } from '../contract/languages.ts';
import { PAGES, toAddress } from '../contract/paths.ts';
import { seriesName } from '../schedule/news.ts';
import { say } from '../words/words.ts';
import type { Outside } from './deps.ts';
import { datasetPage, pageOf } from './pages.ts';
import type { StoredEvent } from './store.ts';

export interface Told {
  title: string;
  text: string;
  /** The page that it is about, on this server. */
  path: string;
  /** Of a version that may be had: what is downloaded. */
  files: { path: string; media: string; bytes: number; name: string }[];
}

const dayOf = (moment: string): string => moment.slice(0, 10);
const isText = (value: unknown): value is string => typeof value === 'string';

/** Of layers a country has many, so each is told by what it is called. */
export function dataName(dataset: DatasetId, lang: Lang): string {
  const name = say(lang, `kind.${toDatasetKind(dataset)}`);
  const slug = toSlug(dataset);
  return slug === undefined ? name : say(lang, 'series.titled', { name, title: slug });
}

/** null where what it tells is not there any more. */
export async function tellEvent(event: StoredEvent, lang: Lang, outside: Outside): Promise<Told | null> {
  const { kind, scope } = event;
  const country = scope === GLOBAL ? say(lang, 'calendar.global') : await outside.nameCountry(scope, lang);
  switch (kind) {
    case 'version.published':
    case 'version.withdrawn':
      return tellVersion(event, lang, country, outside);
    case 'calendar.overdue':
      return tellOverdue(event, lang, country, outside);
    case 'assessment.planned':
      return tellPlanned(event, lang, country, outside);
    case 'harvest.changed':
    case 'harvest.failed':
      return tellHarvest(event, lang, country, outside);
    default:
      return {
        title: say(lang, 'news.webhook.disabled', { host: hostOf(event) }),
        text: say(lang, 'news.webhook.disabled.text', { host: hostOf(event) }),
        path: scope === GLOBAL ? PAGES.globalWebhooks : pageOf(PAGES.webhooks, scope),
        files: [],
      };
  }
}

const hostOf = ({ detail: { host } }: StoredEvent): string => (isText(host) ? host : '');

async function tellVersion(event: StoredEvent, lang: Lang, country: string, outside: Outside): Promise<Told | null> {
  const { dataset, version, scope, at, kind, detail } = event;
  if (dataset === null || version === null) return null;
  const found = await outside.findVersion(dataset, version);
  if (!found || !isPublic(found)) return null;
  const title = { data: dataName(dataset, lang), country, version };
  const path = `${datasetPage(scope, dataset)}?version=${version}`;
  if (kind === 'version.withdrawn')
    return { title: say(lang, 'news.withdrawn', title), text: say(lang, 'news.withdrawn.text', { version, date: dayOf(at) }), path, files: [] };
  const text = [
    say(lang, detail['again'] ? 'news.published.again' : 'feed.version.text', { version, date: dayOf(at) }),
    found.diff ? sayDiff(found.diff, lang) : '',
  ];
  return {
    title: say(lang, 'feed.version', title),
    text: text.filter(Boolean).join(' '),
    path,
    files: filesOf(found),
  };
}

/** What everybody who may receive the dataset downloads; uploads as they came are another matter (docs/sharing.md). */
const filesOf = ({ dataset, version, status, artifacts }: DatasetVersion): Told['files'] =>
  status === 'withdrawn'
    ? []
    : artifacts
        .filter(({ kind }) => kind !== 'source' && kind !== 'report')
        .map(({ file, mediaType, bytes }) => ({ path: toAddress('download', { id: dataset, version, file }), media: mediaType, bytes, name: file }));

function sayDiff({ against, levels }: VersionDiff, lang: Lang): string {
  const count = (of: (level: VersionDiff['levels'][number]) => readonly unknown[]) => levels.reduce((sum, level) => sum + of(level).length, 0);
  const counts = {
    added: count(({ added }) => added),
    removed: count(({ removed }) => removed),
    renamed: count(({ renamed }) => renamed),
    recoded: count(({ recoded }) => recoded),
    redrawn: count(({ redrawn }) => redrawn),
  };
  const isSame = Object.values(counts).every((each) => each === 0);
  return isSame ? say(lang, 'news.published.same', { against }) : say(lang, 'news.published.changes', { against, ...counts });
}

async function tellOverdue({ scope, subject, detail }: StoredEvent, lang: Lang, country: string, outside: Outside): Promise<Told | null> {
  const entry = subject === null ? null : await outside.findEntry(scope, subject);
  const { due } = detail;
  if (!entry || !isText(due)) return null;
  const { groups, organisations } = await outside.readStructure(scope);
  const group = groups.find(({ id }) => id === entry.group);
  const custodian = [group && shortNameIn(group, lang), organisations.find(({ id }) => id === entry.organisation)?.name].filter(isText).join(', ');
  return {
    title: say(lang, 'news.overdue', { series: seriesName(entry, lang), country }),
    text: custodian === '' ? say(lang, 'news.overdue.text', { day: due }) : say(lang, 'news.overdue.custodian', { day: due, custodian }),
    path: `${pageOf(PAGES.schedule, scope)}?entry=${entry.id}`,
    files: [],
  };
}

async function tellPlanned({ scope, subject }: StoredEvent, lang: Lang, country: string, outside: Outside): Promise<Told | null> {
  const found = subject === null ? null : await outside.findAssessment(scope, subject);
  if (!found) return null;
  const title = found.title[lang] ?? found.title['en'] ?? Object.values(found.title)[0] ?? '';
  const text = [
    found.lead === '' ? '' : say(lang, 'assessments.led-by', { name: found.lead }),
    found.start === null ? '' : say(lang, 'news.assessment.start', { day: found.start }),
  ];
  return {
    title: say(lang, 'news.assessment', { title, country }),
    text: text.filter(Boolean).join('. '),
    path: `${pageOf(PAGES.assessments, scope)}?entry=${found.id}`,
    files: [],
  };
}

async function tellHarvest(event: StoredEvent, lang: Lang, country: string, outside: Outside): Promise<Told> {
  const { kind, scope, subject, dataset, version, at } = event;
  const found = subject === null ? null : await outside.findSource(scope, subject);
  const source = found?.name ?? (dataset === null ? say(lang, 'news.harvest.source') : dataName(dataset, lang));
  const path = found?.path ?? (dataset === null ? pageOf(PAGES.schedule, scope) : datasetPage(scope, dataset));
  if (kind === 'harvest.failed')
    return { title: say(lang, 'news.harvest.failed', { source, country }), text: say(lang, 'news.harvest.failed.text', { date: dayOf(at) }), path, files: [] };
  const text = version === null ? say(lang, 'news.harvest.changed.text') : say(lang, 'news.harvest.changed.draft', { version });
  const draft = dataset !== null && version !== null ? PAGES.draft.replace(':dataset', dataset).replace(':version', version) : path;
  return { title: say(lang, 'news.harvest.changed', { source, country }), text, path: draft, files: [] };
}
