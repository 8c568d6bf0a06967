/** Queries about what people decided on 3W files. */
import type { Iso3 } from '../contract/ids.ts';
import type { ImportProfile, PlaceDecision, PresenceMemory } from '../contract/presence/presence.ts';
import type { Database, PresenceDecisionRow } from '../store/schema.ts';

export type DecisionKind = 'place' | 'sector' | 'org-type' | 'organisation' | 'profile';

export interface StoredDecision {
  id: string;
  country: Iso3;
  kind: DecisionKind;
  subject: string;
  answer: unknown;
  by: string;
  at: string;
  undone: { by: string; at: string } | null;
}

export type PresenceStore = ReturnType<typeof createPresenceStore>;

export function createPresenceStore(db: Database) {
  /** Latest first of each subject; undone ones left out. */
  async function listStanding(country: Iso3): Promise<StoredDecision[]> {
    const rows = await db
      .selectFrom('presence_decision')
      .selectAll()
      .where('country', '=', country)
      .where('undone_at', 'is', null)
      .orderBy('decided_at')
      .orderBy('id')
      .execute();
    const latest = new Map<string, PresenceDecisionRow>();
    for (const row of rows) latest.set(`${row.kind}\u0001${row.subject}`, row);
    return [...latest.values()].map(toDecision);
  }

  return {
    listStanding,

    /** All that was ever decided, latest first, undone ones too. */
    async listDecisions(country: Iso3): Promise<StoredDecision[]> {
      const rows = await db
        .selectFrom('presence_decision')
        .selectAll()
        .where('country', '=', country)
        .orderBy('decided_at', 'desc')
        .orderBy('id', 'desc')
        .execute();
      return rows.map(toDecision);
    },

    /** All or none are stored. */
    async insertDecisions(decisions: Omit<StoredDecision, 'undone'>[]): Promise<void> {
      await db.transaction().execute(async (tx) => {
        for (const { id, country, kind, subject, answer, by, at } of decisions)
          await tx
            .insertInto('presence_decision')
            .values({ id, country, kind, subject, answer: JSON.stringify(answer), decided_by: by, decided_at: at, undone_by: null, undone_at: null })
            .execute();
      });
    },

    /** @returns how many were standing and are undone now. */
    async undoDecisions(country: Iso3, ids: string[], by: string, at: string): Promise<number> {
      const result = await db
        .updateTable('presence_decision')
        .set({ undone_by: by, undone_at: at })
        .where('country', '=', country)
        .where('id', 'in', ids)
        .where('undone_at', 'is', null)
        .executeTakeFirst();
      return Number(result.numUpdatedRows);
    },

    /** When people of the country last decided or undid something; null for never. */
    async findLastChange(country: Iso3): Promise<string | null> {
      const row = await db
        .selectFrom('presence_decision')
        .select(({ fn }) => [fn.max('decided_at').as('decided'), fn.max('undone_at').as('undone')])
        .where('country', '=', country)
        .executeTakeFirst();
      return (
        [row?.decided, row?.undone]
          .filter((each) => typeof each === 'string')
          .toSorted()
          .at(-1) ?? null
      );
    },

    /** What stands, as the pipeline takes it. */
    async readMemory(country: Iso3): Promise<PresenceMemory> {
      const memory: PresenceMemory = { places: [], sectors: [], orgTypes: [], organisations: [], distinct: [], profiles: [] };
      for (const { kind, answer, by, at } of await listStanding(country)) {
        if (kind === 'place') memory.places.push({ ...(answer as PlaceDecision), by, at });
        else if (kind === 'sector') memory.sectors.push(answer as PresenceMemory['sectors'][number]);
        else if (kind === 'org-type') memory.orgTypes.push(answer as PresenceMemory['orgTypes'][number]);
        else if (kind === 'organisation' && isDistinct(answer)) memory.distinct.push(answer.distinct);
        else if (kind === 'organisation') memory.organisations.push(answer as PresenceMemory['organisations'][number]);
        else memory.profiles.push(answer as ImportProfile);
      }
      return memory;
    },
  };
}

/** A decision on organisations says that a spelling is one of them, or that two are two. */
export const isDistinct = (answer: unknown): answer is { distinct: [string, string] } => typeof answer === 'object' && answer !== null && 'distinct' in answer;

function toDecision(row: PresenceDecisionRow): StoredDecision {
  return {
    id: row.id,
    country: row.country as Iso3,
    kind: row.kind as DecisionKind,
    subject: row.subject,
    answer: JSON.parse(row.answer) as unknown,
    by: row.decided_by,
    at: row.decided_at,
    undone: row.undone_at === null ? null : { by: row.undone_by!, at: row.undone_at },
  };
}
