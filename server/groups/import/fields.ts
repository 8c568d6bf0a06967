/** What rows say of a group itself: type, acronym, sector, what is above it, hub, area. Rows that disagree are asked. */
import type { Group, GroupType } from '../../contract/groups/groups.ts';
import type { Pcode } from '../../contract/ids.ts';
import { foldName } from '../../matching/fold.ts';
import { readType } from '../../matching/words/coordination.ts';
import { clause, verbatim } from '../../words/clauses.ts';
import { sayClause } from '../../words/words.ts';
import { EDGES } from '../structure.ts';
import { TYPE } from '../words.ts';
import { nameOfGroup, typeChoices } from './groups.ts';
import { matchGroup } from './match.ts';
import type { Line, Planning } from './planning.ts';

type Field = 'type' | 'acronym' | 'sector' | 'parent' | 'reportsTo' | 'hub' | 'area';
const FIELD_WORDS = {
  type: 'field.type',
  acronym: 'field.acronym',
  sector: 'field.sector',
  parent: 'field.parent',
  reportsTo: 'field.reports-to',
  hub: 'field.hub',
  area: 'field.area',
} as const;

interface Said {
  value: string | string[];
  rows: number[];
}

export function planFields(planning: Planning) {
  const { book, sectors, places, groups, structure, lang } = planning;
  const said = new Map<string, { group: string; field: Field; values: Map<string, Said> }>();
  const say = (row: number, group: string, field: Field, value: string | string[]) => {
    const key = `${group}:${field}`;
    const own = said.get(key) ?? { group, field, values: new Map<string, Said>() };
    said.set(key, own);
    const text = JSON.stringify(value);
    const known = own.values.get(text) ?? { value, rows: [] };
    own.values.set(text, { value, rows: [...known.rows, row] });
  };
  const sectorName = (code: string) => sectors.get(code)?.names[lang] ?? code;

  function readSector(row: number, written: string): string | null {
    const match = sectors.match(written);
    if (match.kind === 'certain') return match.code;
    const codes = match.kind === 'ambiguous' ? match.codes : sectors.entries.map(({ code }) => code);
    const choices = [...codes.map((answer) => ({ answer, clause: verbatim(sectorName(answer)) })), { answer: 'none', clause: clause('import.choice.none') }];
    const answer = book.ask(row, 'sector', foldName(written), written, clause('import.doubt.sector', { written }), choices);
    return answer === 'none' ? null : answer;
  }

  function readGroup(row: number, about: 'parent' | 'hub', written: string): string | null {
    const among = [...groups.values()].filter(({ type }) => about !== 'hub' || type === 'hub');
    const match = matchGroup(written, among, sectors);
    if (match.is === 'known') return match.id;
    const near = match.is === 'near' ? match.ids : [];
    // Where nothing is near, all that it could be: a country has few hubs, and the upper groups are few as well.
    const ids = near.length > 0 ? near : among.filter(({ type }) => about === 'hub' || ['hct', 'iccg', 'cluster', 'sector', 'working-group'].includes(type)).slice(0, 30).map(({ id }) => id); // prettier-ignore
    const choices = [
      ...ids.map((id) => ({ answer: `is:${id}`, clause: clause('import.choice.is', { name: nameOfGroup(planning, id) }) })),
      { answer: 'none', clause: clause('import.choice.none') },
    ];
    const answer = book.ask(row, about, foldName(written), written, clause(about === 'hub' ? 'import.doubt.hub' : 'import.doubt.parent', { written }), choices);
    return answer === null || answer === 'none' ? null : answer.slice(3);
  }

  /** P-codes, or names that one unit has. */
  function readArea(row: number, written: string): string[] {
    const byCode = written.toUpperCase().split(/[;,|/\s]+/).filter(Boolean); // prettier-ignore
    const isCode = (text: string) => (places ? places.codes.has(text) : /^[A-Z]{2,3}\d{1,10}$/.test(text));
    if (byCode.every(isCode)) return byCode;
    return written.split(/\s*[;,|\n]\s*/).filter(Boolean).flatMap((part) => {
      if (isCode(part.toUpperCase())) return [part.toUpperCase()];
      const named = places?.byName.get(foldName(part)) ?? [];
      if (named.length === 1) return named;
      const choices = [...named.slice(0, 10).map((answer) => ({ answer, clause: verbatim(answer) })), { answer: 'none', clause: clause('import.choice.none') }];
      const answer = book.ask(row, 'area', foldName(part), part, clause('import.doubt.area', { written: part }), choices);
      return answer === null || answer === 'none' ? [] : [answer];
    }); // prettier-ignore
  }

  function readTypeOf(row: number, written: string): GroupType | null {
    return (
      readType(written) ??
      (book.ask(row, 'type', `value:${foldName(written)}`, written, clause('import.doubt.type', { written }), typeChoices()) as GroupType | null)
    );
  }

  const toText = (field: Field, value: string | readonly string[] | null): string => {
    if (value === null || value.length === 0) return '–';
    if (typeof value !== 'string') return value.join(', ');
    if (field === 'type') return sayClause(clause(TYPE[value as GroupType]), lang) ?? value;
    if (field === 'sector') return sectorName(value);
    return field === 'acronym' ? value : nameOfGroup(planning, value);
  };

  function close(): void {
    for (const { group, field, values } of said.values()) {
      const rows = [...values.values()].flatMap((each) => each.rows);
      let value: string | string[] | null = null;
      if (field === 'area') value = [...new Set([...values.values()].flatMap((each) => each.value as string[]))];
      else if (values.size === 1) value = [...values.values()][0]!.value;
      else {
        const choices = [...values].map(([answer, each]) => ({ answer, clause: verbatim(toText(field, each.value)) }));
        const written = [...values.values()].map((each) => toText(field, each.value)).join(' / ');
        const ask = (row: number) =>
          book.ask(
            row,
            'conflict',
            `${group}:${field}`,
            written,
            clause('import.doubt.conflict', { group: nameOfGroup(planning, group), field: clause(FIELD_WORDS[field]) }),
            choices,
          );
        const answers = rows.map(ask);
        value = values.get(answers.find((answer) => answer !== null) ?? '')?.value ?? null;
        if (value === null) continue;
      }
      apply(group, field, value, rows);
    }
  }

  function apply(id: string, field: Field, value: string | string[], rows: readonly number[]): void {
    const before = structure.groups.find((group) => group.id === id);
    const needs =
      (field === 'parent' || field === 'reportsTo' || field === 'hub') && !structure.groups.some((group) => group.id === value)
        ? [`group:${String(value)}`]
        : [];
    if (!before) {
      // A group that the sheet makes gets it at once, but for edges: those are drawn when all groups are there.
      const made = groups.get(id)!;
      if (field === 'type') made.type = value as GroupType;
      else if (field === 'acronym' || field === 'sector') made[field] = value as string;
      else if (field === 'area') made.area = value as Pcode[];
      if (field === 'type' || field === 'acronym' || field === 'sector' || field === 'area') return;
    } else if (JSON.stringify(before[field]) === JSON.stringify(value) || (field === 'area' && isSame(before.area, value as string[]))) {
      for (const row of rows) book.holds(row);
      return;
    }
    for (const row of rows)
      book.plan(row, {
        id: `field:${id}:${field}`,
        does: 'group.change',
        group: id,
        organisation: null,
        person: null,
        clause: clause('import.group.change', {
          group: nameOfGroup(planning, id),
          field: clause(FIELD_WORDS[field]),
          before: toText(field, before?.[field] ?? null),
          after: toText(field, value),
        }),
        needs: [...(before ? [] : [`group:${id}`]), ...needs],
        data: { group: id, change: { [field]: value } as Partial<Group> },
      });
  }

  return {
    take({ row, group, text }: Line): void {
      const acronym = text('group', 'acronym');
      // Where the acronym stands for the name it is no second one.
      if (acronym !== '' && text('group', 'name') !== '') say(row, group, 'acronym', acronym);
      const written = {
        type: text('type'),
        sector: text('sector'),
        parent: text('parent'),
        reportsTo: text('reports-to'),
        hub: text('hub'),
        area: text('area'),
      };
      const type = written.type === '' ? null : readTypeOf(row, written.type);
      if (type !== null) say(row, group, 'type', type);
      const sector = written.sector === '' ? null : readSector(row, written.sector);
      if (sector !== null) say(row, group, 'sector', sector);
      for (const edge of EDGES) {
        const other = written[edge] === '' ? null : readGroup(row, edge === 'hub' ? 'hub' : 'parent', written[edge]);
        if (other !== null && other !== group) say(row, group, edge, other);
      }
      const area = written.area === '' ? [] : readArea(row, written.area);
      if (area.length > 0) say(row, group, 'area', area);
    },
    close,
  };
}

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((each) => b.includes(each));
