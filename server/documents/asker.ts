/** Who asks for documents: what they hold in the country today, and what its classification lets them have. Pure. */
import type { Classified, DocumentKind } from '../contract/documents/documents.ts';
import type { DataType } from '../contract/sensitivity/sensitivity.ts';
import { stands, type Structure } from '../groups/structure.ts';
import type { Rights } from '../groups/who.ts';
import type { Asker } from './model.ts';

/** Kinds of documents that a country classifies, by the row of its table (docs/sharing.md). */
export const ROW_OF: Partial<Record<DocumentKind, DataType>> = { minutes: 'minutes' };

/** @param today YYYY-MM-DD @param minutes what the table says of them; null where it says nothing */
export function askerOf(rights: Rights, { groups, persons, appointments }: Structure, today: string, minutes: Classified | null): Asker {
  const open = new Set(groups.filter(({ status }) => status !== 'closed').map(({ id }) => id));
  const own = new Set(persons.filter(({ account }) => account !== null && account === rights.member?.id).map(({ id }) => id));
  const standing = appointments.filter((each) => each.person !== null && own.has(each.person) && open.has(each.group) && stands(each, today));
  const classifiedAs = ({ kind }: { kind: DocumentKind }) => (ROW_OF[kind] === 'minutes' ? minutes : null);
  return {
    member: rights.seePeople,
    stands: new Set(standing.map(({ group }) => group)),
    records: (group) => rights.may('record', group),
    classifiedAs,
    receives(document) {
      const row = classifiedAs(document);
      return row === null || rights.receives(document.group, row.audience, row.named);
    },
  };
}
