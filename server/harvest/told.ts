/** Sources and fetches as those are told of them who keep them. A secret is said to be there, and no more. Pure. */
import type { EntrySource, Fetch, Source } from '../contract/harvest/harvest.ts';
import { PROBLEMS, problemTexts } from '../words/problems.ts';
import type { StoredFetch, StoredSource } from './rows.ts';

/** A code with its sentence in every language. */
export const problemOf = (code: string, detail: Record<string, string | number>): NonNullable<Fetch['problem']> => ({
  code,
  detail,
  texts: { en: PROBLEMS[code] ?? code, ...problemTexts(code) },
});

/** With its evidence; files and fingerprints stay here. */
export function toFetchAnswer(fetch: StoredFetch): Fetch {
  const { id, at, doneAt, state, askedBy, status, bytes, sha256, job, version, code, detail } = fetch;
  return {
    id,
    at,
    doneAt,
    state,
    askedBy,
    status,
    bytes,
    sha256,
    came: detail.came ?? null,
    job,
    version,
    problem: code === null ? null : problemOf(code, detail.problem ?? {}),
  };
}

/** By its last fetch. */
export function stateOf({ paused, lastAt }: Pick<StoredSource, 'paused' | 'lastAt'>, last: Pick<StoredFetch, 'state'> | undefined): Source['state'] {
  if (paused) return 'paused';
  if (last?.state === 'failed') return 'failing';
  return lastAt === null ? 'new' : 'well';
}

/** Without the secret. */
export function toSourceAnswer(source: StoredSource, last: StoredFetch | undefined, now: Date): Source {
  const { id, scope, name, kind, url, pick, dataset, entry, auth, every, paused, onChange, personal, publishBy } = source;
  const { lastAt, lastChange, failingSince, failures, nextAt, askedBy, leaseUntil, createdBy, updatedAt } = source;
  return {
    id,
    scope,
    name,
    kind,
    url,
    pick,
    dataset,
    entry,
    auth,
    every,
    paused,
    onChange,
    personal,
    hasSecret: source.secret !== null,
    state: stateOf(source, last),
    lastAt,
    lastChange,
    failingSince,
    failures,
    nextAt: paused && askedBy === null ? null : nextAt,
    running: (leaseUntil !== null && leaseUntil >= now.toISOString()) || askedBy !== null,
    publishBy,
    last: last ? toFetchAnswer(last) : null,
    createdBy,
    updatedAt,
  };
}

/** For the schedule. */
export const toEntrySource = (source: StoredSource, last: StoredFetch | undefined): EntrySource => ({
  id: source.id,
  name: source.name,
  state: stateOf(source, last),
  lastAt: source.lastAt,
  lastChange: source.lastChange,
  failingSince: source.failingSince,
  code: last?.code ?? null,
});
