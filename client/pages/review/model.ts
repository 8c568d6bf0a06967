/** What the import of a 3W could not know for certain, what was decided and answered of it, and the reading that takes it all in. */
import type { UnitAnswer } from '../../../server/contract/datasets/api.ts';
import type { JobStatus } from '../../../server/contract/datasets/dataset.ts';
import type { PresenceReviewList } from '../../../server/contract/presence/presence.ts';
import type { Calendar, DateAnswer } from '../../../server/contract/presence/dates.ts';
import type { DecisionBody, OverviewAnswer } from '../../../server/contract/presence/api.ts';
import type { VersionTag } from '../../../server/contract/ids.ts';
import { ApiProblem, requireUser } from '../../kit/api.ts';
import { Model, type Host } from '../../kit/model.ts';
import type codeMessages from '../../../server/words/en/interface/codes.ts';
import type commonMessages from '../../../server/words/en/interface/common.ts';
import type reviewMessages from '../../../server/words/en/interface/review.ts';
import type { Column } from '../../kinds/presence/reading.ts';
import { roleKey, toRole } from '../../kinds/presence/review.ts';
import type { ColumnQuestion, NumberStyle } from '../../../server/contract/columns.ts';
import type { MergeOffer, PresenceRole } from '../../../server/contract/presence/presence.ts';
import { answersOf, codedByOf, withChoice } from '../../kit/columns/questions.ts';
import { followToEnd } from '../../kit/jobs.ts';
import { isAbort } from '../../kit/view.ts';
import { fetchLevelUnits } from '../../country/levelUnits.ts';
import { shownName } from '../../i18n/names.ts';

export type ReviewKey = keyof typeof reviewMessages | keyof typeof codeMessages | keyof typeof commonMessages;

/** What only the page can do. */
export interface ReviewHost extends Host<ReviewKey> {
  /** Leads the reader to where the reading and its end are told. */
  focusApply(): void;
  /** Leads the reader to the part that the address names, once it is there. */
  focusPart(): void;
}

/** A sheet of one of the files that were sent. */
export interface SheetChoice {
  sheet: string;
  file: string;
}

export interface ColumnSetting {
  language?: string | null;
  numbers?: NumberStyle | null;
}

export class ReviewModel extends Model<ReviewKey, ReviewHost> {
  list: PresenceReviewList | null = null;
  overview: OverviewAnswer | null = null;
  error: unknown = null;
  /** A change is on its way. */
  busy = false;
  job: JobStatus | null = null;
  /** Decisions that the last reading took in, where it made a version beside the one that is listed. */
  applied = 0;
  /** Group in which a place is searched for. */
  searching: string | null = null;
  /** How many groups of each cause are drawn. */
  shown: ReadonlyMap<string, number> = new Map();
  /** What must be answered about columns before publishing, in the reader's language. */
  questions: readonly ColumnQuestion<PresenceRole>[] = [];
  /** Choices taken, by question. */
  chosen: ReadonlyMap<string, number> = new Map();
  /** Roles that were corrected, by heading. */
  roles: ReadonlyMap<string, string> = new Map();
  /** Separators that were declared or taken back, by heading. */
  separators: ReadonlyMap<string, readonly string[]> = new Map();
  /** Languages of names, and how numbers are written, that were said, by heading. */
  settings: ReadonlyMap<string, ColumnSetting> = new Map();
  /** What was said of columns of dates, by heading. */
  dates: ReadonlyMap<string, DateAnswer> = new Map();
  /** Another sheet than the one that was read. */
  sheet: SheetChoice | null = null;
  period: { start: string; end: string } | null = null;
  /** Another version of the boundaries than the one that the codes were read by. */
  codedBy: VersionTag | null = null;
  /** The version before and after the last reading, to say what it changed. */
  outcome: { before: OverviewAnswer; after: OverviewAnswer } | null = null;
  private readonly above = new Map<number, ReadonlyMap<string, UnitAnswer>>();
  private asksIn = '';
  /** The version that is looked at; what was said on the page was said of it. */
  private tag = 'current';

  get datasetId(): string {
    return this.host.params['id'] ?? '';
  }

  override hostConnected(): void {
    super.hostConnected();
    this.tag = tagOf(this.host.query);
    void this.load();
  }

  protected override follow(): void {
    const tag = tagOf(this.host.query);
    if (tag === this.tag) return;
    this.tag = tag;
    this.list = this.overview = this.error = this.job = this.searching = this.outcome = null;
    this.applied = 0;
    this.shown = new Map();
    this.above.clear();
    this.forgetAnswers();
    void this.load();
  }

  private forgetAnswers(): void {
    this.period = this.sheet = this.codedBy = null;
    this.chosen = new Map();
    this.roles = new Map();
    this.separators = new Map();
    this.settings = new Map();
    this.dates = new Map();
  }

  override hostUpdate(): void {
    super.hostUpdate();
    // The sentences of the questions come from the server, so another language asks anew.
    if (this.asksIn !== '' && this.asksIn !== this.app.language) void this.load();
  }

  private get asked() {
    return { params: { id: this.datasetId }, query: { version: this.tag } };
  }

  async load(): Promise<void> {
    this.error = null;
    const isFirst = this.list === null;
    this.asksIn = this.app.language;
    this.changed();
    const { call } = this.app.api;
    const { signal } = this.aborts;
    try {
      await requireUser(this.app.api, signal);
      const [list, overview, { questions }] = await Promise.all([
        call('getReview', { ...this.asked, signal }),
        call('getPresence', { ...this.asked, signal }),
        call('readColumns', { params: { id: this.datasetId, version: this.tag }, query: { lang: this.app.language }, signal }),
      ]);
      this.list = list;
      this.overview = overview;
      void this.loadParents(list);
      this.questions = questions as ColumnQuestion<PresenceRole>[];
      if (isFirst) void this.host.updateComplete.then(() => this.host.focusPart());
    } catch (error) {
      if (!isAbort(error)) this.error = error;
    }
    this.changed();
  }

  /** Names of the units above doubtful places: a code alone tells nobody where a place is. Without them the codes stand. */
  private async loadParents({ boundaries, groups }: PresenceReviewList): Promise<void> {
    if (!boundaries) return;
    const levels = new Set(groups.flatMap(({ level, parent }) => (parent !== null && level > 1 && !this.above.has(level - 1) ? [level - 1] : [])));
    for (const level of levels) {
      const units = await fetchLevelUnits(this.app.api, boundaries.dataset, boundaries.version, level, this.aborts.signal).catch(() => []);
      this.above.set(level, new Map(units.map((unit) => [unit.pcode, unit])));
      this.changed();
    }
  }

  /** The name of a unit above a doubtful place, with its code. */
  nameOf(level: number, pcode: string): string {
    const unit = this.above.get(level)?.get(pcode);
    return unit ? `${shownName(unit, this.app.language).text} ${pcode}` : pcode;
  }

  /** Runs one change, then reads the list anew: somebody else may be deciding too. */
  private async run<T>(change: () => Promise<T>): Promise<T | undefined> {
    this.busy = true;
    this.changed();
    try {
      const answer = await change();
      await this.load();
      return answer;
    } catch (error) {
      this.app.toast(error instanceof ApiProblem && error.isSaid ? error.message : this.t('state.failed.detail'));
      return undefined;
    } finally {
      this.busy = false;
      this.changed();
    }
  }

  async decide(decisions: DecisionBody[]): Promise<string[]> {
    this.searching = null;
    const answer = await this.run(() => this.app.api.call('decide', { params: { id: this.datasetId }, body: { decisions } }));
    const ids = answer?.decisions.map(({ id }) => id) ?? [];
    if (ids.length) this.app.toast(this.t('review.saved', { count: ids.length }));
    return ids;
  }

  async undo(ids: string[]): Promise<void> {
    if (await this.run(() => this.app.api.call('undoDecisions', { params: { id: this.datasetId }, body: { ids } }))) this.app.toast(this.t('review.undone'));
  }

  /** Two organisations are one, called as the kept one is; null: they are two. */
  async merge({ a, b }: MergeOffer, kept: string | null): Promise<void> {
    if (kept === null) return void (await this.decide([{ kind: 'distinct', organisations: [a.id, b.id] }]));
    const [keeps, gives] = kept === a.id ? [a, b] : [b, a];
    await this.decide([{ kind: 'organisation', spelling: gives.name, organisation: keeps.id, name: keeps.name }]);
  }

  /** The questions as they are shown. */
  get asking() {
    const { questions, chosen, busy } = this;
    const choose = (question: string, choice: number) => {
      this.chosen = withChoice(this.chosen, question, choice);
      this.changed();
    };
    return { questions, chosen, busy, choose };
  }

  showGroups(cause: string, count: number): void {
    this.shown = new Map([...this.shown, [cause, count]]);
    this.changed();
  }

  toggleSearch(group: string): void {
    this.searching = this.searching === group ? null : group;
    this.changed();
  }

  /** @param key of `ROLE_KEYS`; the role that the column has anyway is no change */
  setRole({ heading, role }: Column, key: string): void {
    this.roles = withAnswer(this.roles, heading, key === roleKey(role) ? null : key);
    this.changed();
  }

  separatorsOf(column: Column): readonly string[] {
    return this.separators.get(column.heading) ?? column.separators;
  }

  /** Declares how the cells of a column are split; what is in use anyway is no change. */
  separate({ heading, separators }: Column, marks: readonly string[]): void {
    const isInUse = marks.toSorted().join('\0') === separators.toSorted().join('\0');
    this.separators = withAnswer(this.separators, heading, isInUse ? null : marks);
    this.changed();
  }

  /** What is so anyway is no change. */
  setSetting({ heading, language, numbers }: Column, said: ColumnSetting): void {
    const next = { ...this.settings.get(heading), ...said };
    if (next.language === language) delete next.language;
    if (JSON.stringify(next.numbers) === JSON.stringify(numbers)) delete next.numbers;
    this.settings = withAnswer(this.settings, heading, Object.keys(next).length > 0 ? next : null);
    this.changed();
  }

  /** What one date of a column means: a day, null for no date, undefined: not said. */
  setDate(heading: string, text: string, meaning: string | null | undefined): void {
    const { calendar, values = {} } = this.dates.get(heading) ?? {};
    const kept = Object.fromEntries(Object.entries(values).filter(([each]) => each !== text));
    this.sayDates(heading, { calendar, values: meaning === undefined ? kept : { ...kept, [text]: meaning } });
  }

  /** @param calendar undefined: the one that was read */
  setCalendar(heading: string, calendar: Calendar | undefined): void {
    this.sayDates(heading, { ...this.dates.get(heading), calendar });
  }

  private sayDates(heading: string, { calendar, values = {} }: DateAnswer): void {
    const said = { ...(calendar ? { calendar } : {}), ...(Object.keys(values).length ? { values } : {}) };
    this.dates = withAnswer(this.dates, heading, Object.keys(said).length ? said : null);
    this.changed();
  }

  /** @param sheet null: the one that was read */
  setSheet(sheet: SheetChoice | null): void {
    this.sheet = sheet;
    this.changed();
  }

  /** @param version null: the one that the codes were read by */
  setCodedBy(version: VersionTag | null): void {
    this.codedBy = version;
    this.changed();
  }

  setPeriod(period: { start: string; end: string } | null): void {
    this.period = period;
    this.changed();
  }

  get isAnswered(): boolean {
    const said = [this.chosen, this.dates, this.roles, this.separators, this.settings];
    return said.some(({ size }) => size > 0) || this.period !== null || this.sheet !== null || this.codedBy !== null;
  }

  private get answers() {
    // What was said of the columns was said of the sheet that was read.
    const codedBy = this.codedBy === null ? codedByOf(this.questions, this.chosen) : { codedBy: this.codedBy };
    if (this.sheet) return { ...this.sheet, ...codedBy, ...(this.period ? { period: this.period } : {}) };
    const columns = [...answersOf(this.questions, this.chosen), ...[...this.settings].map(([heading, said]) => ({ heading, ...said }))];
    return {
      ...codedBy,
      ...(columns.length ? { columns } : {}),
      ...(this.separators.size ? { separators: Object.fromEntries([...this.separators].map(([heading, marks]) => [heading, [...marks]])) } : {}),
      ...(this.dates.size ? { dates: Object.fromEntries(this.dates) } : {}),
      ...(this.roles.size ? { roles: Object.fromEntries([...this.roles].map(([heading, key]) => [heading, toRole(key)])) } : {}),
      ...(this.period ? { period: this.period } : {}),
    };
  }

  /** Reads the same files again with all that was decided: a draft in its place, what was published as a new draft. */
  async apply(): Promise<void> {
    const before = this.overview;
    const { version } = this.list!;
    this.outcome = null;
    const answer = await this.run(() => this.app.api.call('applyDecisions', { ...this.asked, body: this.answers }));
    if (!answer) return;
    this.host.focusApply();
    const { signal } = this.aborts;
    try {
      const job = await followToEnd(this.app.api, answer.job, signal, (job) => {
        if (job.state === 'queued' || job.state === 'running') this.job = job;
        this.changed();
      });
      if (job.version && before) {
        // The draft and what it changed are told at once.
        const after = await this.app.api.call('getPresence', { ...this.asked, query: { version: job.version }, signal });
        this.outcome = { before, after };
        this.forgetAnswers();
        if (job.version === version) await this.load();
        else this.applied = this.list!.pending;
      }
      this.job = job;
      this.changed();
    } catch (error) {
      if (!isAbort(error)) this.app.toast(this.t('state.failed.detail'));
    }
  }

  async saveProfile(): Promise<void> {
    if (await this.run(() => this.app.api.call('saveProfile', { ...this.asked, body: this.answers }))) this.app.toast(this.t('review.columns.saved'));
  }
}

function tagOf(query: URLSearchParams): string {
  const version = query.get('version') ?? '';
  return /^v\d{2,}(\.\d{2,})?$/.test(version) ? version : 'current';
}

/** @param answer null: what was answered is taken back */
function withAnswer<T>(answers: ReadonlyMap<string, T>, heading: string, answer: T | null): ReadonlyMap<string, T> {
  const next = new Map(answers);
  if (answer === null) next.delete(heading);
  else next.set(heading, answer);
  return next;
}
