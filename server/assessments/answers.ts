/** What is told of assessments, to the one who asks. */
import type { Assessment, AssessmentFields, Pair } from '../contract/assessments/assessments.ts';
import type { CoverageAnswer, CoverageQuery, GapsAnswer, MatrixAnswer } from '../contract/assessments/coverage.ts';
import type { AssessmentAnswer, CheckedAnswer, EnteredAnswer, ListAnswer } from '../contract/assessments/routes.ts';
import type { Scope } from '../contract/groups/groups.ts';
import type { VersionTag } from '../contract/ids.ts';
import type { Lang } from '../contract/languages.ts';
import { NotFoundError } from '../errors.ts';
import { problemText } from '../words/problems.ts';
import { sayClause } from '../words/words.ts';
import { findOverlaps, overlapOf } from './alike/overlaps.ts';
import { findPairs, pairOf } from './alike/pairs.ts';
import { findGaps, monthsBefore } from './coverage/gaps.ts';
import { createGround, type Ground } from './coverage/ground.ts';
import { commonUnits, isAsked, measure, toMatrix, type Asked, type Filter } from './coverage/measure.ts';
import type { AssessmentDeps, Outside } from './deps.ts';
import { titleIn, type StoredAssessment } from './model.ts';
import { remindersOf } from './reminders.ts';
import { isMember, isOwn, keepsAll, keptGroups, mayChange, seeFields, standingOf, type Asker, type Standing } from './seen.ts';
import type { Decision } from './store.ts';

/** The same of one that there is not and of one that is not for whoever asks. */
export const unknownAssessment = () => new NotFoundError('assessments.unknown', problemText('assessments.unknown'));

/** The id of one that is not entered yet. */
const NOT_ENTERED = 'new';

/** A record with what the one who asks is to it. */
export interface Seen {
  record: StoredAssessment;
  standing: Standing;
}

export type Answers = ReturnType<typeof createAnswers>;

/** Answers from all records of a scope, each as the one who asks may know it. */
export function createAnswers({
  store,
  outside,
  now,
}: Pick<AssessmentDeps, 'store' | 'now'> & { outside: Pick<Outside, 'readUnits' | 'findFates' | 'readPeople'> }) {
  const today = (): string => now().toISOString().slice(0, 10);

  /** The current boundaries, with what became of units of every version that a record names. */
  async function openGround(scope: Scope, records: readonly Pick<StoredAssessment, 'coverage'>[], on?: VersionTag): Promise<Ground> {
    const current = await outside.readUnits(scope, on);
    if (!current) return createGround(null, []);
    const { version } = current;
    const others = new Set(
      records.flatMap(({ coverage }) => coverage.areas.flatMap((area) => (area.version !== null && area.version !== version ? [area.version] : []))),
    );
    const found = await Promise.all([...others].map(async (from) => [from, await outside.findFates(scope, from, version)] as const));
    const fates = new Map<VersionTag, Awaited<ReturnType<typeof outside.findFates>>>(found);
    return createGround(version, current.units, (from) => fates.get(from) ?? null);
  }

  const seenBy = (asker: Asker, records: readonly StoredAssessment[]): Seen[] =>
    records.flatMap((record) => {
      const standing = standingOf(asker, record);
      return standing === null ? [] : [{ record, standing }];
    });

  function tell(asker: Asker, { record, standing }: Seen, lang: Lang): Assessment {
    const { answers: _answers, account: _account, sequence: _sequence, questions, ...fields } = record;
    const say = (code: Parameters<typeof sayClause>[0]) => sayClause(code, lang) ?? code.code;
    return {
      ...fields,
      ...seeFields(record, standing),
      reminders: standing === 'stranger' ? [] : remindersOf(record, today()),
      questions:
        standing === 'keeper'
          ? questions.map(({ id, about, written, clause, choices }) => ({
              id,
              about,
              written,
              text: say(clause),
              choices: choices.map((choice) => ({ answer: choice.answer, text: say(choice.clause) })),
            }))
          : [],
      may: mayChange(asker, record),
    };
  }

  const withDecision = (decisions: readonly Decision[]) => (pair: Omit<Pair, 'decision'>): Pair => ({
    ...pair,
    decision: decisions.find(({ a, b }) => a === pair.a && b === pair.b)?.decision ?? null,
  }); // prettier-ignore

  /** Pairs and overlaps are told among records that one may know. Drafts meet nobody. */
  const told = (seen: readonly Seen[]) => seen.map(({ record }) => record).filter(({ state }) => state !== 'draft');

  /** Sectors of the groups that coordinate one. */
  const ofGroups = ({ structure }: Asker): string[] =>
    structure.groups.flatMap(({ sector, status }) => (sector === null || status === 'closed' ? [] : [sector]));
  const ask = (scope: Scope, asker: Asker, query: CoverageQuery): Asked => ({ ...query, scope, today: today(), ofGroups: ofGroups(asker) });

  async function open(scope: Scope, asker: Asker, on?: VersionTag) {
    const { records, decisions } = await store.read(scope);
    const seen = seenBy(asker, records);
    return { records, decisions, seen, ground: await openGround(scope, records, on) };
  }

  /** Of records that are not confirmed nothing is told but to those who keep them, since a link is in many hands. */
  function meet(
    asker: Asker,
    own: StoredAssessment,
    { records, decisions, ground }: { records: readonly StoredAssessment[]; decisions: readonly Decision[]; ground: Ground },
    lang: Lang,
  ): CheckedAnswer {
    // prettier-ignore
    const others = records.filter((record) => record.id !== own.id && record.state !== 'draft' && (record.state === 'confirmed' || standingOf(asker, record) === 'keeper' || isOwn(asker, record))); // prettier-ignore
    const common = commonUnits(ground);
    return {
      pairs: others.flatMap((other) => {
        const pair = pairOf(ground, own, other);
        return pair ? [{ ...withDecision(decisions)(pair), title: titleIn(other, lang) }] : [];
      }),
      overlaps: others.flatMap((other) => overlapOf(own, other, common) ?? []),
    };
  }

  return {
    openGround,
    today,

    async list(scope: Scope, asker: Asker, filter: Filter, lang: Lang): Promise<ListAnswer> {
      const { decisions, seen, ground } = await open(scope, asker);
      const own = told(seen);
      return {
        scope,
        today: today(),
        version: ground.version,
        levels: [...ground.levels],
        assessments: seen.filter(({ record }) => isAsked(record, filter)).map((each) => tell(asker, each, lang)),
        pairs: findPairs(ground, own).map(withDecision(decisions)),
        overlaps: findOverlaps(own, commonUnits(ground)),
        may: { see: isMember(asker), all: keepsAll(asker), record: keptGroups(asker), enter: asker.rights.member !== null },
      };
    },

    /** @throws NotFoundError `assessments.unknown` */
    async get(scope: Scope, asker: Asker, id: string, lang: Lang): Promise<AssessmentAnswer> {
      const { decisions, seen, ground } = await open(scope, asker);
      const found = seen.find(({ record }) => record.id === id);
      if (!found) throw unknownAssessment();
      const others = told(seen).filter((record) => record.id !== id);
      const common = commonUnits(ground);
      return {
        assessment: tell(asker, found, lang),
        pairs: others.flatMap((other) => pairOf(ground, found.record, other) ?? []).map(withDecision(decisions)),
        overlaps: others.flatMap((other) => overlapOf(found.record, other, common) ?? []),
        history: isMember(asker) ? await store.listEvents(scope, id) : [],
      };
    },

    /** To whoever entered one: what it may be a second entry of, and whom it meets. */
    async entered(scope: Scope, asker: Asker, id: string, lang: Lang): Promise<EnteredAnswer> {
      const { records, decisions, ground } = await open(scope, asker);
      const own = records.find((record) => record.id === id);
      if (!own) throw unknownAssessment();
      return { id, state: own.state, ...meet(asker, own, { records, decisions, ground }, lang) };
    },

    /** The same of one that nobody entered yet. @param of the record that it is a change of */
    async check(scope: Scope, asker: Asker, fields: AssessmentFields, of: string | null, lang: Lang): Promise<CheckedAnswer> {
      const { records, decisions, ground } = await open(scope, asker);
      const own: StoredAssessment = { ...fields, id: of ?? NOT_ENTERED, scope, state: 'submitted', entered: 'account', enteredBy: null, account: null, questions: [], answers: {}, sequence: 0, createdAt: '', updatedAt: '' }; // prettier-ignore
      return meet(asker, own, { records, decisions, ground }, lang);
    },

    /** @param on a version of the boundaries; absent: the current one */
    async coverage(scope: Scope, asker: Asker, query: CoverageQuery, on?: VersionTag): Promise<CoverageAnswer> {
      const { seen, ground } = await open(scope, asker, on);
      return measure(ground, seen.map(({ record }) => record), ask(scope, asker, query)); // prettier-ignore
    },

    async matrix(scope: Scope, asker: Asker, query: CoverageQuery): Promise<MatrixAnswer> {
      const { seen, ground } = await open(scope, asker);
      return toMatrix(ground, seen.map(({ record }) => record), ask(scope, asker, query)); // prettier-ignore
    },

    async gaps(scope: Scope, asker: Asker, { since, ...query }: CoverageQuery & { since?: string | undefined }): Promise<GapsAnswer> {
      const { seen, ground } = await open(scope, asker);
      const people = ground.version === null ? { of: null, source: null } : await outside.readPeople(scope, query.level, ground.version);
      const asked = { ...ask(scope, asker, query), since: since ?? monthsBefore(today(), query.months) };
      return findGaps(ground, seen.map(({ record }) => record), asked, people); // prettier-ignore
    },

    /** For files: records that pass the filter, as the one who asks may know them. */
    async records(scope: Scope, asker: Asker, filter: Filter, lang: Lang): Promise<{ assessments: Assessment[]; ground: Ground }> {
      const { seen, ground } = await open(scope, asker);
      return { ground, assessments: seen.filter(({ record }) => isAsked(record, filter)).map((each) => tell(asker, each, lang)) };
    },
  };
}
