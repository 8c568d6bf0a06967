/** Decisions on their way: seen at once, sent one after the other, each on the revision that the one before made; and taken back in their order. */
import type { DecisionsBody, ListedOperation, ListedText, RepairState } from '../../../../server/contract/boundaries/repairRoutes.ts';
import type { VersionAnswer } from '../../../../server/contract/datasets/api.ts';
import type repairMessages from '../../../../server/words/en/interface/repairs.ts';
import type { Translate } from '../../../i18n/translate.ts';
import type { App } from '../../../kit/view.ts';
import { undoOf, withDecisions, type Decision, type Given, type RepairList, type Step } from './list.ts';

export type Decisions = ReturnType<typeof createDecisions>;

/** The repair that is decided about. */
export interface Decided {
  readonly page: { app: App };
  readonly params: { id: VersionAnswer['dataset']; version: VersionAnswer['version'] };
  readonly t: Translate<keyof typeof repairMessages>;
  readonly mayDecide: boolean;
  readonly current: ListedOperation | null;
  readonly error: unknown;
  state: RepairState | null;
  list: RepairList;
  changed(): void;
  attempt(run: () => Promise<unknown>): Promise<void>;
  reloadAll(): Promise<void>;
  loadState(): Promise<void>;
  loadTexts(): Promise<void>;
  setTexts(changes: Readonly<Record<string, ListedText['decision']>>): void;
  refreshRow(id: string): Promise<void>;
  select(id: string): void;
  say(text: string): void;
}

export function createDecisions(model: Decided) {
  /** What was decided here, last one last. */
  let steps: Step[] = [];
  let waiting: Record<string, Given> = {};
  let sending: Promise<void> | null = null;

  /** As the list shows it until the server has answered. */
  const meanwhile = (given: Given): Decision => given && { ...given, by: '', at: '' };

  async function send(body: Omit<DecisionsBody, 'revision'>) {
    const { page, params, state } = model;
    const answer = await page.app.api.call('decideRepair', { params, body: { ...body, revision: state!.revision } });
    model.state = { ...model.state!, revision: answer.revision, decided: answer.decided };
    return answer;
  }

  /** Everything that waits, in as few requests as the server answers. */
  async function flush(): Promise<void> {
    const isTurned: string[] = [];
    while (Object.keys(waiting).length > 0) {
      const operations = waiting;
      waiting = {};
      const answer = await send({ operations });
      // What was said again meanwhile is newer than the answer.
      model.list = withDecisions(model.list, Object.fromEntries(Object.entries(answer.operations).filter(([id]) => !(id in waiting))));
      isTurned.push(...model.list.rows.filter((row) => row.id in operations && row.turnable).map(({ id }) => id));
      model.changed();
    }
    await Promise.all(isTurned.map((id) => model.refreshRow(id)));
    await model.loadState();
  }

  function start(): Promise<void> {
    const sendAll = () =>
      flush().catch(async (error: unknown) => {
        // What the list shows was not kept.
        await model.reloadAll().catch(() => undefined);
        throw error;
      });
    sending ??= model.attempt(sendAll).finally(() => {
      sending = null;
      // Said after the last look, before the end.
      if (Object.keys(waiting).length > 0 && !model.error) void start();
    });
    return sending;
  }

  function put(given: Readonly<Record<string, Given>>): void {
    waiting = { ...waiting, ...given };
    model.list = withDecisions(model.list, Object.fromEntries(Object.entries(given).map(([id, each]) => [id, meanwhile(each)])));
    model.changed();
    void start();
  }

  const sent = (): Promise<void> => (sending ? sending.then(sent) : Promise.resolve());

  const before = (ids: readonly string[]): Step => {
    const rows = new Map(model.list.rows.map((row) => [row.id, row.decision]));
    return Object.fromEntries(ids.map((id) => [id, rows.get(id) ?? null]));
  };

  return {
    get canUndo(): boolean {
      return steps.length > 0 || (model.current?.decision ?? null) !== null;
    },

    give(given: Readonly<Record<string, Given>>): void {
      steps.push(before(Object.keys(given)));
      put(given);
    },

    /** The last one; where nothing was decided here, that of the operation that is looked at. */
    undo(): void {
      const { current, t } = model;
      if (!model.mayDecide) return;
      const step = steps.pop() ?? (current?.decision ? { [current.id]: null } : null);
      if (!step) return model.say(t('repairs.said.nothing'));
      const ids = Object.keys(step);
      put(undoOf(step));
      if (ids.length === 1) model.select(ids[0]!);
      model.say(t('repairs.said.undo', { count: ids.length }));
    },

    /** All that are no wider, may be accepted together and wait. */
    acceptUpTo: (widthM: number): Promise<void> =>
      model.attempt(async () => {
        await sending;
        const { operations } = await send({ acceptUpToM: widthM });
        const ids = Object.keys(operations);
        if (ids.length > 0) steps.push(Object.fromEntries(ids.map((id) => [id, null])));
        model.list = withDecisions(model.list, operations);
        await model.loadState();
        model.say(model.t('repairs.said.together', { count: ids.length }));
      }),

    acceptTexts: (rule: NonNullable<DecisionsBody['acceptTexts']>[number]): Promise<void> =>
      model.attempt(async () => {
        await sending;
        const { operations } = await send({ acceptTexts: [rule] });
        model.setTexts(operations);
        await Promise.all([model.loadState(), model.loadTexts()]);
        model.say(model.t('repairs.said.together', { count: Object.keys(operations).length }));
      }),

    giveText: (id: string, given: Given): Promise<void> =>
      model.attempt(async () => {
        await sending;
        const { operations } = await send({ operations: { [id]: given } });
        model.setTexts(operations);
        await Promise.all([model.loadState(), model.loadTexts()]);
      }),

    giveUnit: (id: string, isAccepted: boolean): Promise<void> =>
      model.attempt(async () => {
        await sending;
        await send({ units: { [id]: isAccepted ? { verdict: 'accepted' } : null } });
        await model.loadState();
      }),

    /** Until the server has all of them. */
    sent,

    /** The list is another one: what was done to the old one cannot be taken back in it. */
    forget(): void {
      steps = [];
      waiting = {};
    },
  };
}
