/** Organisations and sectors of a row. Rows repeat the same cells by the thousand: each combination is read once and shared. */
import type { PresenceRecord } from '../../contract/presence/presence.ts';
import { isNobody, type OrganisationRegistry } from '../../matching/organisations.ts';
import type { CodeTable } from '../../matching/sectors.ts';
import { isTaken } from '../columns/choices.ts';
import type { Cells, Columns } from './arrange.ts';
import type { Spellings } from './spellings.ts';

type Orgs = PresenceRecord['orgs'];

export function createOrganisationReader({ orgs: columns }: Columns, cells: Cells, registry: OrganisationRegistry, types: Spellings): (row: number) => Orgs {
  const seen = new Map<string, Orgs>();
  return (row) => {
    let key = '';
    for (const { name, acronym, type } of columns) {
      const kind = cells.first(type, row);
      types.count(kind);
      key += `${cells.first(name, row)}\u0001${cells.first(acronym, row)}\u0001${kind}\u0002`;
    }
    const known = seen.get(key);
    if (known) return known;
    const orgs: Orgs = {};
    for (const { role, name, acronym, type: typed } of columns) {
      const names = cells.values(name, row).filter((each) => !isNobody(each));
      const short = cells.values(acronym, row).filter((each) => !isNobody(each));
      // Several names in one cell share no acronym: the acronym cell then names them in its own order, which nobody guarantees.
      const list = names.length > 0 ? names : short;
      const own = names.length === 1 && short.length === 1 ? short[0]! : null;
      const type = types.codes(cells.first(typed, row))[0] ?? null;
      const found = list.flatMap((each) => registry.resolve({ name: each, acronym: own, type })?.id ?? []);
      if (found.length > 0) orgs[role] = [...new Set(found)];
    }
    seen.set(key, orgs);
    return orgs;
  };
}

export function createSectorReader({ at, choices }: Columns, cells: Cells, spellings: Spellings, table: CodeTable): (row: number) => string[] {
  const seen = new Map<string, string[]>();
  return (row) => {
    const chosen = choices.flatMap(({ column, answer }) => (isTaken(cells.text(column, row)) ? [answer] : []));
    const values = [...cells.values(at.sector, row), ...chosen];
    for (const value of values) spellings.count(value);
    const sub = cells.first(at.subsector, row);
    const key = `${values.join('\u0002')}\u0001${sub}`;
    let list = seen.get(key);
    if (!list) {
      list = [...new Set(values.flatMap((each) => spellings.codes(each)))];
      // "Protection" beside the sub-sector "Child Protection": the area of responsibility is the more exact word.
      const narrow = table.match(sub);
      const entry = narrow.kind === 'certain' ? table.get(narrow.code) : undefined;
      if (entry?.parent) list = list.map((code) => (code === entry.parent ? entry.code : code));
      seen.set(key, list);
    }
    return list;
  };
}
