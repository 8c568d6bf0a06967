/** URL ⇄ which documents the reader looks for; and which of them fit. Pure: a link shows what its sender saw. */
import type { DocumentEntry, DocumentKind } from '../../../../server/contract/documents/documents.ts';
import { KINDS_IN_ORDER, latestFirst } from '../../../kit/workgroup/papers.ts';

export interface ListState {
  kind: DocumentKind | null;
  /** Id of a group. */
  group: string | null;
  /** BCP 47. */
  language: string | null;
  /** Words of the title, the group or the id. */
  q: string;
}

export const EMPTY: ListState = { kind: null, group: null, language: null, q: '' };

/** What does not parse is left out, so that a mangled link still opens the page. */
export function parseState(query: URLSearchParams): ListState {
  const own = (name: string) => query.get(name)?.trim().slice(0, 200) || null;
  return { kind: KINDS_IN_ORDER.find((kind) => kind === own('kind')) ?? null, group: own('group'), language: own('language'), q: own('q') ?? '' };
}

/** Writes the state over `query`, keeping what it does not own (`lang`). */
export function formatState(state: ListState, query = new URLSearchParams()): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const name of ['kind', 'group', 'language', 'q'] as const) {
    const value = state[name];
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}

export const isFiltered = (state: ListState): boolean => Object.values(state).some(Boolean);

/** Accents and case do not matter to whoever searches. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase();

export function fits({ kind, group, language, q }: ListState, document: DocumentEntry): boolean {
  const said = [document.title, document.id, document.group, document.groupName.acronym ?? '', ...Object.values(document.groupName.names)].map(fold);
  const words = fold(q).split(/\s+/).filter(Boolean);
  return (
    (kind === null || document.kind === kind) &&
    (group === null || document.group === group) &&
    (language === null || document.language === language) &&
    words.every((word) => said.some((text) => text.includes(word)))
  );
}

/** Documents by kind, in the order in which they are read, the latest first; kinds without any are left out. */
export function byKind(documents: readonly DocumentEntry[]): [DocumentKind, DocumentEntry[]][] {
  const groups = Map.groupBy(latestFirst(documents), ({ kind }) => kind);
  return KINDS_IN_ORDER.flatMap((kind) => (groups.has(kind) ? [[kind, groups.get(kind)!] as [DocumentKind, DocumentEntry[]]] : []));
}
