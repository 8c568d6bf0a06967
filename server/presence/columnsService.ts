/** The columns of a stored 3W: as they were read, and read once more with what people say of them. */
import { z } from 'zod';
import type { ColumnsOfKind } from '../catalogue/columnRoutes.ts';
import { presenceColumnAnswer } from '../contract/presence/presence.ts';
import type { PresenceReview } from './review.ts';
import type { Presence } from './service.ts';
import { refuseFaults } from '../words/faults.ts';

const answers = z.array(presenceColumnAnswer);

/** Columns of a 3W, with questions that wait; what a person says of them is a decision of its review. */
export function createPresenceColumns({ presence, review }: { presence: Presence; review: PresenceReview }): ColumnsOfKind {
  return {
    remembering: 'presence.decide',
    hasCodes: true,
    async read(version) {
      const { data } = await presence.open(version);
      return { columns: data.columnsRead, questions: data.columnQuestions };
    },
    async say({ dataset, version, columns: given, codedBy, remember, by }) {
      const parsed = answers.safeParse(given);
      if (!parsed.success) throw refuseFaults('request.invalid', 'columns', parsed.error);
      const { data: columns } = parsed;
      const job = await review.apply(dataset, version, { columns, ...(codedBy === undefined ? {} : { codedBy }) }, by);
      // After the import is queued: what cannot be imported is not remembered.
      if (remember && columns.length > 0) await review.saveProfile(dataset, version, { columns }, by);
      return job;
    },
  };
}
