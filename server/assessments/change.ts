/** Records entered, changed, confirmed, answered and decided on. Every refusal leaves everything as it was. */
import type { AssessmentChange, AssessmentFields, NewAssessment, Pair } from '../contract/assessments/assessments.ts';
import { ConflictError, InputError, NotFoundError } from '../errors.ts';
import type { Acting } from '../groups/deps.ts';
import { foldName } from '../matching/fold.ts';
import { problemText } from '../words/problems.ts';
import { unknownAssessment, type Answers } from './answers.ts';
import { applyAnswer } from './answering.ts';
import { checkFields, isTold, NOTHING } from './check.ts';
import type { AssessmentDeps } from './deps.ts';
import type { StoredAssessment } from './model.ts';
import { findPairs } from './alike/pairs.ts';
import { keeps, mayChange, standingOf, type Asker } from './seen.ts';
import type { KnownPlace } from './store.ts';

/** Who enters a record: an account, or whoever has a link. */
export interface Entering {
  entered: 'account' | 'link';
  account: string | null;
  /** Of the link. */
  link: string | null;
}

export interface ChangeDeps extends AssessmentDeps {
  answers: Answers;
}

/** Each reads, decides and writes in one transaction; refusals are NotFoundError, ConflictError and InputError `assessments.…`. */
export function createChanges({ store, outside, newId, answers }: ChangeDeps) {
  /** @throws NotFoundError `assessments.unknown` also where there is one that is not for the one who asks */
  function find(asker: Asker, records: readonly StoredAssessment[], id: string): StoredAssessment {
    const found = records.find((record) => record.id === id);
    if (!found || standingOf(asker, found) === null) throw unknownAssessment();
    return found;
  }
  const given = (change: object): Partial<AssessmentFields> =>
    Object.fromEntries(Object.entries(change).filter(([key, value]) => value !== undefined && key !== 'draft')) as Partial<AssessmentFields>;
  const groundOf = async (acting: Acting) => answers.openGround(acting.scope, await store.list(acting.scope));

  return {
    /** The record as it would be kept. @throws InputError `assessments.…` */
    async read(scope: Acting['scope'], body: NewAssessment, of: AssessmentFields | null): Promise<AssessmentFields> {
      const fields = { ...NOTHING, ...of, ...given(body) } as AssessmentFields;
      return checkFields(fields, of, await outside.readStructure(scope), await answers.openGround(scope, await store.list(scope)));
    },

    /** @returns its id */
    async enter(acting: Acting, asker: Asker, body: NewAssessment, { entered, account, link }: Entering): Promise<string> {
      const fields = { ...NOTHING, ...given(body) } as AssessmentFields;
      const checked = checkFields(fields, null, await outside.readStructure(acting.scope), await groundOf(acting));
      const id = newId();
      const isKept = entered === 'account' && keeps(asker, checked);
      const state = body.draft && entered === 'account' ? 'draft' : isKept ? 'confirmed' : 'submitted';
      const { scope, actor, at } = acting;
      const made: StoredAssessment = { ...checked, id, scope, state, entered, enteredBy: entered === 'account' ? actor : null, account, questions: [], answers: {}, sequence: 0, createdAt: at, updatedAt: at }; // prettier-ignore
      await store.change(acting, async (_, write) => {
        await write.insert(made);
        await write.tell(made);
        if (link !== null) await write.useLink(link);
        await write.record(state === 'submitted' ? 'assessment.submitted' : 'assessment.created', id, { status: made.status, entered });
      });
      return id;
    },

    /** Whoever entered it and it is not confirmed; whoever keeps it, before and after. @param allowed asked of the record as it would be */
    async change(acting: Acting, asker: Asker, id: string, body: AssessmentChange, allowed: (may: boolean) => void): Promise<void> {
      const before = find(asker, await store.list(acting.scope), id);
      const change = given(body);
      allowed(mayChange(asker, before));
      const structure = await outside.readStructure(acting.scope);
      const checked = checkFields({ ...before, ...change }, before, structure, await groundOf(acting));
      const after: StoredAssessment = { ...before, ...checked, updatedAt: acting.at };
      // Nobody gives a record away, or takes it to a group that they do not keep it for.
      allowed(mayChange(asker, after));
      const names = (Object.keys(change) as (keyof AssessmentFields)[]).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
      if (names.length === 0) return;
      await store.change(acting, async ({ records }, write) => {
        const now = records.find((record) => record.id === id);
        if (!now) throw unknownAssessment();
        if (now.updatedAt !== before.updatedAt) throw new ConflictError('assessments.changed', problemText('assessments.changed'));
        await write.update({ ...after, sequence: before.sequence + (isTold(before, after) ? 1 : 0) });
        await write.tell(after);
        await write.record('assessment.changed', id, { fields: names.join(', '), status: after.status });
      });
    },

    /** @throws ConflictError `assessments.draft` of a test that nobody said to be real */
    async confirm(acting: Acting, asker: Asker, id: string, allowed: (may: boolean) => void): Promise<void> {
      await store.change(acting, async ({ records }, write) => {
        const before = find(asker, records, id);
        allowed(keeps(asker, before));
        if (before.state === 'confirmed') return;
        if (before.questions.some(({ about }) => about === 'test')) throw new ConflictError('assessments.draft', problemText('assessments.draft'));
        const after: StoredAssessment = { ...before, state: 'confirmed', updatedAt: acting.at };
        await write.update(after);
        await write.tell(after);
        await write.record('assessment.confirmed', id, { status: after.status });
      });
    },

    /**
     * What a person says to a question. What a spelling of a place means holds for all records of the country that have it.
     * @throws NotFoundError `assessments.answer`
     */
    async answer(acting: Acting, asker: Asker, id: string, question: string, answer: string, allowed: (may: boolean) => void): Promise<void> {
      const ground = await groundOf(acting);
      await store.change(acting, async ({ records }, write) => {
        const before = find(asker, records, id);
        allowed(keeps(asker, before));
        const asked = before.questions.find((each) => each.id === question);
        if (!asked || !asked.choices.some((choice) => choice.answer === answer))
          throw new NotFoundError('assessments.answer', problemText('assessments.answer'));
        if (asked.about === 'test' && answer === 'delete') {
          await write.delete(id);
          await write.record('assessment.deleted', id, { reason: 'test' });
          return;
        }
        const isPlace = asked.about === 'place';
        // One spelling is one question, in however many records it stands.
        const same = isPlace ? records.filter((record) => record.questions.some((each) => each.id === question) && keeps(asker, record)) : [before];
        for (const record of same) {
          await write.update({ ...applyAnswer(record, question, answer, ground), updatedAt: acting.at });
          await write.record('assessment.answered', record.id, { about: asked.about, answer });
        }
        if (isPlace) await write.learnPlace(toKnown(question, answer));
      });
    },

    async remove(acting: Acting, asker: Asker, id: string, allowed: (may: boolean) => void): Promise<void> {
      await store.change(acting, async ({ records }, write) => {
        const before = find(asker, records, id);
        allowed(keeps(asker, before));
        await write.delete(id);
        await write.record('assessment.deleted', id, { state: before.state });
      });
    },

    /** Of a duplicate the second is kept as a cancelled record that says of which it is one. @throws InputError `assessments.pair` where nothing says that they are one */
    async decide(
      acting: Acting,
      asker: Asker,
      { a, b, is }: { a: string; b: string; is: 'duplicate' | 'distinct' },
      allowed: (may: boolean) => void,
    ): Promise<Pair> {
      const ground = await groundOf(acting);
      return store.change(acting, async ({ records }, write) => {
        const [first, second] = [find(asker, records, a), find(asker, records, b)];
        allowed(keeps(asker, first) && keeps(asker, second));
        const [found] = findPairs(ground, [first, second]);
        if (!found) throw new InputError('assessments.pair', problemText('assessments.pair'));
        await write.decidePair({ a: found.a, b: found.b, decision: is });
        for (const id of [a, b]) await write.record('assessment.pair', id, { is, other: id === a ? b : a });
        if (is === 'duplicate')
          await write.update({ ...second, status: 'cancelled', related: [...second.related, { id: a, is: 'duplicate-of' }], sequence: second.sequence + 1, updatedAt: acting.at }); // prettier-ignore
        return { ...found, decision: is };
      });
    },
  };
}

/** `place:1:la guaira`: the level and the folded spelling. */
function toKnown(question: string, answer: string): KnownPlace {
  const [, level, ...name] = question.split(':');
  return { level: Number(level), name: foldName(name.join(':')), pcode: answer === 'none' ? null : answer, by: 'person' };
}
