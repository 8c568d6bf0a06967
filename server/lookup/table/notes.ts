/** What is told of a row, in words. Whoever shows it brings the language: the server its own, the page that of the reader. Pure. */
import type { RowNote } from './rows.ts';

/** Ids of `interface/standards/pcode` without their beginning. */
export type NoteId = `note.${RowNote['is'] | 'candidates'}` | `cause.${Extract<RowNote, { is: 'question' }>['cause']}`;
export type SayNote = (id: NoteId, values?: Record<string, string | number>) => string;

export const sayNotes = (notes: readonly RowNote[], say: SayNote): string => notes.map((note) => sayNote(note, say)).join('. ');

function sayNote(note: RowNote, say: SayNote): string {
  if (note.is !== 'question') {
    const { is, ...values } = note;
    return say(`note.${is}`, values);
  }
  const { text, level, cause, candidates } = note;
  const said = say('note.question', { text, level: String(level), cause: say(`cause.${cause}`) });
  return candidates === '' ? said : `${said}; ${say('note.candidates', { candidates })}`;
}
