/** A dataset of CKAN, such as those of HDX: its one resource whose name fits, and the file of that. */
import { fault } from '../faults.ts';
import { askJson, isObject, textOf, type Json, type JsonObject } from './ask.ts';
import { fetchFileAt } from './file.ts';
import type { Fetched, FetchContext } from './kind.ts';

/** `/dataset/ID` of the site, or `package_show?id=ID` of its API. */
export function toPackageUrl(given: string): URL {
  const url = new URL(given);
  const [, before, id] = /^(.*)\/dataset\/([\w.-]{1,200})\/?$/.exec(url.pathname) ?? [];
  const [, above] = /^(.*)\/api\/(?:3\/)?action\/package_show$/.exec(url.pathname) ?? [];
  const named = id ?? (above === undefined ? null : url.searchParams.get('id'));
  if (!named) throw fault('harvest.address');
  const to = new URL(`${before ?? above ?? ''}/api/3/action/package_show`, url.origin);
  to.searchParams.set('id', named);
  return to;
}

/** `*` is any text, in a name without regard to case. Linear: it goes back to the last star only. */
export function fits(pattern: string, text: string): boolean {
  const [p, t] = [pattern.toLowerCase(), text.toLowerCase()];
  let [i, j, star, mark] = [0, 0, -1, 0];
  while (j < t.length) {
    if (p[i] === '*') [star, mark] = [i++, j];
    else if (i < p.length && p[i] === t[j]) [i, j] = [i + 1, j + 1];
    else if (star >= 0) [i, j] = [star + 1, ++mark];
    else return false;
  }
  while (p[i] === '*') i++;
  return i === p.length;
}

/** @throws InputError `harvest.resource-none`, `harvest.resource-several`, `harvest.answer` */
export function chooseResource(answer: Json, pick: string | null): JsonObject & { name: string; url: string } {
  const result = isObject(answer) ? (answer['result'] ?? answer) : null;
  const listed = isObject(result!) ? result['resources'] : null;
  if (!Array.isArray(listed)) throw fault('harvest.answer');
  const all = listed.flatMap((each) => {
    const [name, url] = isObject(each) ? [textOf(each['name']), textOf(each['url'])] : [null, null];
    return name === null || url === null ? [] : [{ ...(each as JsonObject), name, url }];
  });
  const fitting = pick === null ? all : all.filter(({ name }) => fits(pick, name));
  const names = all.map(({ name }) => name).slice(0, 20).join('; ').slice(0, 1000); // prettier-ignore
  if (fitting.length === 0) throw fault('harvest.resource-none', { names });
  if (fitting.length > 1) throw fault('harvest.resource-several', { names });
  return fitting[0]!;
}

/** The kind `ckan`. */
export async function fetchCkan(context: FetchContext): Promise<Fetched> {
  const { source } = context;
  const api = toPackageUrl(source.url);
  const { status, json } = await askJson(context, api);
  const resource = chooseResource(json, source.pick);
  if (!URL.canParse(resource.url, api)) throw fault('harvest.answer');
  const url = new URL(resource.url, api);
  const stated = textOf(resource['last_modified']);
  const modified = stated && `${textOf(resource['id']) ?? resource.name} ${stated}`.slice(0, 300);
  // What CKAN keeps itself changes when it says so; of a link elsewhere it knows nothing.
  const isKept = url.origin === api.origin && textOf(resource['url_type']) === 'upload';
  if (isKept && modified !== null && modified === source.modified) return { is: 'unchanged', status };
  const came = await fetchFileAt(context, url, { withSecrets: url.origin === api.origin, resource: resource.name });
  return came.is === 'files' ? { ...came, etag: null, modified } : came;
}
