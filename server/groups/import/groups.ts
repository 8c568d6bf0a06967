/** The group of each row: known, misspelt, new, or that of the row above where the cell is blank. */
import { GROUP_TYPES, newGroupBody, type Group, type GroupType } from '../../contract/groups/groups.ts';
import { foldName } from '../../matching/fold.ts';
import { readType, typeOfName } from '../../matching/words/coordination.ts';
import { clause, verbatim } from '../../words/clauses.ts';
import { textOf } from '../../sheets/sheet.ts';
import { newGroup } from '../changeGroups.ts';
import { nameIn } from '../../contract/groups/names.ts';
import { TYPE } from '../words.ts';
import { matchGroup, slugOf } from './match.ts';
import type { Planning } from './planning.ts';

export const nameOfGroup = ({ groups, lang }: Pick<Planning, 'groups' | 'lang'>, id: string): string => nameIn(groups.get(id)?.names ?? {}, lang) || id;

/** Types to choose from: the two of which a country has one come last. */
const TYPES = [...GROUP_TYPES.slice(2), ...GROUP_TYPES.slice(0, 2)];
export const typeChoices = () => TYPES.map((answer) => ({ answer, clause: clause(TYPE[answer]) }));

interface Stated {
  row: number;
  text: string;
  acronym: string;
  type: string;
}

/** @returns the id of the group by row; rows without one are told why in the book */
export function planGroups(planning: Planning): Map<number, string> {
  const { sheet, columns, book, groups } = planning;
  const at = (is: string, part?: string) => columns.findIndex(({ role }) => role.is === is && (part === undefined || ('part' in role && role.part === part)));
  const [name, acronym, id, type] = [at('group', 'name'), at('group', 'acronym'), at('group', 'id'), at('type')];
  const stated: Stated[] = [];
  let above = '';
  for (const { row, cells } of sheet.rows) {
    const of = (column: number) => (column < 0 ? '' : textOf(cells[column] ?? null));
    let text = of(name) || of(id) || of(acronym);
    if (text === '' && above !== '') {
      const same = book.ask(row, 'group', `blank:${foldName(above)}`, '', clause('import.doubt.blank', { group: above }), [
        { answer: 'same', clause: clause('import.choice.same', { group: above }) },
      ]);
      text = same === null ? '' : above;
    } else if (text === '') book.leave(row, 'import.left.no-group');
    else above = text;
    if (text !== '') stated.push({ row, text, acronym: of(acronym), type: of(type) });
  }

  // The spelling of most rows first, so that a slip of the pen is near to it and not the reverse.
  const bySpelling = [...Map.groupBy(stated, ({ text }) => foldName(text))].toSorted(([, a], [, b]) => b.length - a.length || a[0]!.row - b[0]!.row);
  const found = new Map<number, string>();
  const spellings = new Map<string, string[]>();
  for (const [key, rows] of bySpelling) {
    const { text } = rows[0]!;
    const match = matchGroup(text, [...groups.values()], planning.sectors, spellings);
    for (const line of rows) {
      let group = match.is === 'known' ? match.id : null;
      let isNew = match.is === 'new';
      if (match.is === 'near') {
        const choices = [
          ...match.ids.map((near) => ({ answer: `is:${near}`, clause: clause('import.choice.is', { name: nameOfGroup(planning, near) }) })),
          { answer: 'new', clause: clause('import.choice.new-group', { name: text }) },
        ];
        const answer = book.ask(line.row, 'group', key, text, clause('import.doubt.group', { written: text }), choices);
        if (answer === null) continue;
        isNew = answer === 'new';
        group = isNew ? null : answer.slice(3);
      }
      if (isNew) group = makeGroup(planning, key, rows, line);
      if (group === null) continue;
      found.set(line.row, group);
      if (match.is !== 'near') spellings.set(group, [...(spellings.get(group) ?? []), text]);
      if (!planning.structure.groups.some((known) => known.id === group)) planGroup(planning, line.row, group);
    }
  }
  return found;
}

/** @returns null while its type is in doubt */
function makeGroup({ book, groups }: Planning, key: string, rows: readonly Stated[], line: Stated): string | null {
  const made = [...groups.values()].find((group) => MADE.get(group) === key);
  if (made) return made.id;
  const written = rows.map(({ type }) => type).find((text) => text !== '');
  const type =
    (written && readType(written)) ||
    typeOfName(line.text) ||
    (book.ask(line.row, 'type', key, line.text, clause('import.doubt.type', { written: line.text }), typeChoices()) as GroupType | null);
  if (!type) return null;
  const acronym = rows.map((each) => each.acronym).find((text) => text !== '' && text !== line.text) ?? null;
  const id = slugOf(acronym ?? line.text, new Set(groups.keys()));
  const lang = /\p{Script=Arabic}/u.test(line.text) ? 'ar' : 'en';
  const group = newGroup(newGroupBody.parse({ id, type, names: { [lang]: line.text }, acronym }), { at: '', actor: null });
  MADE.set(group, key);
  groups.set(id, group);
  return id;
}

/** The spelling that a group of the sheet was made for. */
const MADE = new WeakMap<Group, string>();

function planGroup({ book, groups }: Planning, row: number, id: string): void {
  const group = groups.get(id)!;
  book.plan(row, {
    id: `group:${id}`,
    does: 'group.create',
    group: id,
    organisation: null,
    person: null,
    clause: clause('import.group.create', { group: verbatim(Object.values(group.names)[0]!), type: clause(TYPE[group.type]), id }),
    needs: [],
    data: group,
  });
}
