/** Which groups a row is about, and the role in them. A list of contacts makes no group: what is none of the country is asked. */
import type { AppointmentRole, Group } from '../../contract/groups/groups.ts';
import { nameIn } from '../../contract/groups/names.ts';
import { HELD } from '../../groups/words.ts';
import { groupKeys, matchGroup, nearest, partsOf } from '../../groups/import/match.ts';
import { foldName } from '../../matching/fold.ts';
import { bareName, readHeldRole } from '../../matching/words/coordination.ts';
import { clause } from '../../words/clauses.ts';
import type { ContactPlanning, Line } from './planning.ts';

/** As many as a person looks through. */
const MOST_CHOICES = 40;
/** Less like than what is taken for the same, and still worth being first in a list. */
const LIKELY = 0.5;

export function planMemberships(planning: ContactPlanning) {
  const { book, groups, columns, sectors, lang } = planning;
  const open = groups.filter(({ status }) => status !== 'closed');
  const hasColumn = columns.some(({ role }) => role.is === 'group');
  const nameOf = (id: string) => nameIn(open.find((group) => group.id === id)?.names ?? {}, lang) || id;
  const choiceOf = (id: string) => ({ answer: `is:${id}`, clause: clause('import.choice.is', { name: nameOf(id) }) });
  let above = '';

  /** Those that are likest first, then the rest as they are kept. */
  function allGroups(text: string): Group[] {
    const near = nearest(bareName(text), open.map((group) => ({ id: group.id, keys: groupKeys(group) })), LIKELY); // prettier-ignore
    const first = near.is === 'near' ? near.ids : [];
    return [...first.map((id) => open.find((group) => group.id === id)!), ...open.filter(({ id }) => !first.includes(id))].slice(0, MOST_CHOICES);
  }

  function readGroup(row: number, written: string): string | null {
    const match = matchGroup(written, groups, sectors);
    if (match.is === 'known') return match.id;
    const choices = (match.is === 'near' ? match.ids : allGroups(written).map(({ id }) => id)).map(choiceOf);
    const doubt = match.is === 'near' ? clause('import.doubt.group', { written }) : clause('contacts.doubt.group', { written });
    const answer = book.ask(row, 'group', foldName(written), written, doubt, choices);
    return answer === null ? null : answer.slice(3);
  }

  /** The groups of a row; null while they are in doubt. */
  function groupsOf({ row, text }: Line): string[] | null {
    const written = text('group');
    if (!hasColumn) {
      const answer = book.ask(row, 'group', 'sheet', '', clause('contacts.doubt.no-group'), allGroups('').map(({ id }) => id).map(choiceOf)); // prettier-ignore
      return answer === null ? null : [answer.slice(3)];
    }
    if (foldName(written) === '') {
      if (above === '') {
        book.leave(row, 'import.left.no-group');
        return null;
      }
      const same = book.ask(row, 'group', `blank:${foldName(above)}`, '', clause('import.doubt.blank', { group: above }), [
        { answer: 'same', clause: clause('import.choice.same', { group: above }) },
      ]);
      return same === null ? null : cellGroups(row, above);
    }
    above = written;
    return cellGroups(row, written);
  }

  function cellGroups(row: number, written: string): string[] | null {
    const whole = matchGroup(written, groups, sectors);
    const { parts, sure } = partsOf(written, columns.find(({ role }) => role.is === 'group')?.separators ?? []);
    // "Water, Sanitation and Hygiene" is one; two that are known stand for themselves.
    const isSplit = whole.is !== 'known' && parts.length > 1 && (sure || /[;\n|/]/.test(written) || parts.every((part) => matchGroup(part, groups, sectors).is === 'known')); // prettier-ignore
    const ids = (isSplit ? parts : [written]).map((part) => readGroup(row, part));
    return ids.includes(null) ? null : (ids as string[]);
  }

  /** One for each group, or one for all; null while it is in doubt. */
  function rolesOf({ row, text }: Line, count: number): AppointmentRole[] | null {
    const written = text('role');
    if (foldName(written) === '') return Array.from({ length: count }, () => 'member' as const);
    const parts = written.split(/\s*[;\n|]\s*/).filter((part) => foldName(part) !== '');
    const each = (parts.length === count ? parts : [written]).map((part) => readRole(row, part));
    if (each.includes(null)) return null;
    return Array.from({ length: count }, (_, i) => each[i] ?? each[0]!);
  }

  function readRole(row: number, written: string): AppointmentRole | null {
    const choices = (Object.keys(HELD) as AppointmentRole[]).map((answer) => ({ answer, clause: clause(HELD[answer]) }));
    return (
      readHeldRole(written) ?? (book.ask(row, 'role', foldName(written), written, clause('import.doubt.role', { written }), choices) as AppointmentRole | null)
    );
  }

  return {
    nameOf,
    /** Groups with the role in each, those only in which the one who asks may give it; null while it is in doubt. The row is told of the others. */
    read(line: Line): { group: string; role: AppointmentRole }[] | null {
      const ids = groupsOf(line);
      const roles = ids && rolesOf(line, ids.length);
      if (!ids || !roles) return null;
      // A group may stand twice, with a role each time.
      const all = [...new Map(ids.map((group, i) => [`${group} ${roles[i]}`, { group, role: roles[i]! }])).values()];
      const allowed = all.filter(({ group, role }) => planning.mayGive(role, group));
      if (allowed.length === 0) {
        book.leave(line.row, 'contacts.left.no-right', { group: nameOf(all[0]!.group), role: clause(HELD[all[0]!.role]) });
        return null;
      }
      for (const each of all) if (!allowed.includes(each)) book.note(line.row, 'contacts.note.no-right', { group: nameOf(each.group), role: clause(HELD[each.role]) }); // prettier-ignore
      return allowed;
    },
  };
}
