/** Which group, organisation or person a cell means: what is certain is taken, what is near is asked, the rest is new. */
import type { Group } from '../../contract/groups/groups.ts';
import { foldName } from '../../matching/fold.ts';
import { editSimilarity } from '../../matching/similarity.ts';
import type { CodeTable } from '../../matching/sectors.ts';
import { bareName } from '../../matching/words/coordination.ts';

/** From which a spelling is shown as perhaps the same. */
const NEAR = 0.78;
const MAX_NEAR = 4;

export type Match = { is: 'known'; id: string } | { is: 'near'; ids: string[] } | { is: 'new' };

interface Named {
  id: string;
  keys: string[];
}

const COORDINATING: readonly Group['type'][] = ['cluster', 'sector', 'aor', 'sub-cluster'];

export function groupKeys({ id, names, acronym }: Pick<Group, 'id' | 'names' | 'acronym'>): string[] {
  const texts = [id.replaceAll('-', ' '), ...Object.values(names), ...(acronym ? [acronym] : [])];
  return [...new Set(texts.flatMap((text) => [foldName(text), bareName(text)]))];
}

/** By id, name, acronym or name without its type; by a sector that one group alone coordinates; else what is near. @param spellings of groups in the sheet, by id */
export function matchGroup(text: string, groups: readonly Group[], sectors: CodeTable, spellings: ReadonlyMap<string, readonly string[]> = new Map()): Match {
  const open = groups.filter(({ status }) => status !== 'closed');
  const folded = foldName(text);
  const exact = open.filter((group) =>
    [foldName(group.id.replaceAll('-', ' ')), ...Object.values(group.names).map(foldName), ...(group.acronym ? [foldName(group.acronym)] : [])].includes(
      folded,
    ),
  );
  if (exact.length === 1) return { is: 'known', id: exact[0]!.id };
  if (exact.length > 1) return { is: 'near', ids: exact.map(({ id }) => id) };
  const bare = bareName(text);
  const named = open.filter((group) => groupKeys(group).includes(bare));
  if (named.length === 1) return { is: 'known', id: named[0]!.id };
  if (named.length > 1) return { is: 'near', ids: named.map(({ id }) => id) };
  const code = sectors.sure(text) ?? sectors.sure(bare);
  const ofSector = code === undefined ? [] : open.filter(({ sector, type, hub }) => sector === code && hub === null && COORDINATING.includes(type));
  if (ofSector.length === 1) return { is: 'known', id: ofSector[0]!.id };
  const near = open.map((group) => ({
    id: group.id,
    keys: [...groupKeys(group), ...(spellings.get(group.id) ?? []).flatMap((each) => [foldName(each), bareName(each)])],
  }));
  return nearest(bare, near);
}

/** Likeliest first. @param folded by foldName, as the keys are */
export function nearest(folded: string, named: readonly Named[], from = NEAR): Match {
  const found = named
    .map(({ id, keys }) => ({ id, score: Math.max(0, ...keys.filter((key) => key.length > 2).map((key) => editSimilarity(key, folded))) }))
    .filter(({ score }) => score >= from)
    .toSorted((a, b) => b.score - a.score || a.id.localeCompare(b.id));
  return found.length === 0 ? { is: 'new' } : { is: 'near', ids: found.slice(0, MAX_NEAR).map(({ id }) => id) };
}

/** A short id for a new group, which nobody has yet. */
export function slugOf(text: string, taken: ReadonlySet<string>): string {
  const folded = foldName(text).normalize('NFD').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 36).replace(/-+$/, ''); // prettier-ignore
  const stem = folded.length >= 2 ? folded : 'group';
  for (let turn = 1; ; turn++) {
    const id = turn === 1 ? stem : `${stem}-${turn}`;
    if (!taken.has(id)) return id;
  }
}

/** What stands between several values of one cell. A comma, "and" and the like are in names as well. */
const SURE_MARKS = /\s*[;\n|]\s*/;
const MARKS = /\s*[;\n|/]\s*|\s+[&+]\s+|\s+(?:and|et|y|e|و)\s+|,\s+/;

/** The values of a cell, at the marks that a person declared or at all that there may be. */
export function partsOf(text: string, declared: readonly string[]): { parts: string[]; sure: boolean } {
  const clean = (parts: string[]) => parts.map((part) => part.trim()).filter(Boolean);
  if (declared.length > 0) {
    let parts = [text];
    for (const mark of declared) parts = parts.flatMap((part) => part.split(mark));
    return { parts: clean(parts), sure: true };
  }
  const sure = clean(text.split(SURE_MARKS));
  if (sure.length > 1) return { parts: sure, sure: false };
  return { parts: clean(text.split(MARKS)), sure: false };
}

/** A comma stands within a name: family name first. */
const BETWEEN_PERSONS = /\s*[;\n|/]\s*|\s+[&+]\s+|\s+(?:and|et|y|e|و)\s+/;

/** Names of persons in one cell, at the marks that there may be between two. */
export const personParts = (text: string): string[] => text.split(BETWEEN_PERSONS).filter((part) => foldName(part) !== '');
