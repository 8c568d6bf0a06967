/** A draft of a 3W as the page of drafts shows it: the 3W itself, beside the version that it would take the place of. */
import { CLASSING } from '../../../map/classing.ts';
import type { ColumnQuestion } from '../../../../server/contract/columns.ts';
import type { UnitAnswer } from '../../../../server/contract/datasets/api.ts';
import type { AdminLevel } from '../../../../server/contract/ids.ts';
import type { PresenceReviewList, RoleGuess } from '../../../../server/contract/presence/presence.ts';
import { fetchLevelUnits } from '../../../country/levelUnits.ts';
import type { Translate } from '../../../i18n/translate.ts';
import { readColumns, type DraftOf, type DraftPage, type DraftPart, type DraftStep } from '../../../kit/draft.ts';
import { isAbort } from '../../../kit/view.ts';
import { DEFINITION } from '../state.ts';
import { createTally, type Tally } from '../tally.ts';
import { countText, emptyText } from '../words.ts';
import type { Counted, DraftFacts, DraftWord } from './facts.ts';
import { openParts, type ReviewPart } from './steps.ts';
import { renderDraft, renderDraftColumns, renderDraftLegend } from './view.ts';

const STEPS: Record<ReviewPart, DraftWord> = {
  questions: 'step.questions',
  dates: 'step.dates',
  places: 'step.places',
  sectors: 'step.sectors',
  types: 'step.types',
  organisations: 'step.organisations',
};

export class PresenceDraft implements DraftPart, DraftFacts {
  readonly page: DraftPage;
  now: Counted | null = null;
  before: Counted | null = null;
  /** null for those who may not decide. */
  list: PresenceReviewList | null = null;
  columnsRead: RoleGuess[] = [];
  questions: readonly ColumnQuestion<unknown>[] = [];
  /** All organisations are listed. */
  listing = false;
  private of: DraftOf | null = null;
  private level = 1;
  private readonly dark = matchMedia('(prefers-color-scheme: dark)');
  private readonly units = new Map<number, ReadonlyMap<string, UnitAnswer>>();
  private readonly asked = new Set<number>();
  private memo: { key: unknown[]; tally: Tally | null } = { key: [], tally: null };

  constructor(page: DraftPage) {
    this.page = page;
    this.dark.addEventListener('change', () => page.changed(), { signal: page.signal });
  }

  get say(): Translate<DraftWord> {
    return this.page.t as unknown as Translate<DraftWord>;
  }

  async load(of: DraftOf): Promise<void> {
    this.of = of;
    const { page } = this;
    const { dataset, version } = of.version;
    const { call } = page.app.api;
    const { signal } = page;
    const [now, before, list, read] = await Promise.all([
      this.count(dataset, version, of),
      of.before ? this.count(dataset, of.before.version, of) : null,
      page.may('presence.decide') ? call('getReview', { params: { id: dataset }, query: { version }, signal }) : null,
      readColumns(page, of.version),
    ]);
    this.now = now;
    this.before = before;
    this.list = list;
    this.columnsRead = read.columns as RoleGuess[];
    this.questions = read.questions;
    page.changed();
    await this.loadUnits(this.level);
  }

  /** On the boundaries of the map, which a file may be older than. */
  private async count(dataset: string, version: string, { ground }: DraftOf): Promise<Counted> {
    const { call } = this.page.app.api;
    const asked = { params: { id: dataset }, query: { version }, signal: this.page.signal };
    const onMap = { ...asked, query: { version, ...(ground ? { boundaries: ground.version } : {}) } };
    const [overview, columns] = await Promise.all([call('getPresence', asked), call('getPresenceColumns', onMap)]);
    return { version, overview, columns };
  }

  private async loadUnits(level: number): Promise<void> {
    const { ground } = this.of ?? {};
    if (!ground) return;
    const levels = ground.levels.map((each) => each.level).filter((each) => each <= level && !this.asked.has(each));
    for (const each of levels) this.asked.add(each);
    await Promise.all(
      levels.map(async (each) => {
        const units = await fetchLevelUnits(this.page.app.api, ground.dataset, ground.version, each, this.page.signal);
        this.units.set(each, new Map(units.map((unit) => [unit.pcode, unit])));
      }),
    );
    if (levels.length > 0) this.page.changed();
  }

  showLevel(level: number): void {
    if (level === this.level) return;
    this.level = level;
    this.page.changed();
    this.loadUnits(level).catch((error: unknown) => !isAbort(error) && this.page.app.toast(this.page.t('state.failed')));
  }

  /** Counted as the map of this country counts where nobody chose otherwise. */
  get tally(): Tally | null {
    const { now, level, units } = this;
    const ground = this.of?.ground;
    const dark = this.dark.matches;
    const above = (ground?.levels ?? []).map((each) => each.level).filter((each) => each <= level);
    const key = [now, level, dark, ...above.map((each) => units.get(each))];
    if (key.length === this.memo.key.length && key.every((part, i) => part === this.memo.key[i])) return this.memo.tally;
    const own = units.get(level);
    const tally =
      now && own && above.every((each) => units.has(each))
        ? createTally({
            columns: now.columns,
            definition: DEFINITION,
            paint: 'count',
            classing: CLASSING,
            level: level as AdminLevel,
            units: own,
            ancestors: above.slice(0, -1).map((each) => units.get(each)!),
            people: new Map(),
            dark,
          })
        : null;
    this.memo = { key, tally };
    return tally;
  }

  get painting() {
    return this.tally?.painting ?? null;
  }

  linesOf(level: number, pcode: string): string[] {
    const { tally, say } = this;
    const value = tally?.level === level ? tally.painting.values.get(pcode) : undefined;
    if (!tally || value === undefined) return [];
    return [
      typeof value === 'number' ? countText({ say: say as never, definition: DEFINITION }, value) : emptyText({ say: say as never }, tally, pcode, value),
    ];
  }

  private reviewHref(part: string): string {
    const { dataset, version } = this.of!.version;
    return `${this.page.app.href(`/3w/${dataset}/review`, { version })}#${part}`;
  }

  steps(): DraftStep[] {
    const { list, questions, say } = this;
    const steps = openParts(list, questions).map(({ part, open, rows }): DraftStep => ({
      id: part,
      label: say(STEPS[part], { count: open }),
      rows,
      href: this.reviewHref(part),
      permission: part === 'questions' || part === 'dates' ? 'upload.create' : 'presence.decide',
    }));
    const pending = list?.pending ?? 0;
    if (pending > 0)
      steps.push({ id: 'apply', label: say('step.apply', { count: pending }), rows: null, href: this.reviewHref('apply'), permission: 'upload.create' });
    return steps;
  }

  listAll(): void {
    this.listing = true;
    this.page.changed();
  }

  render() {
    return renderDraft(this);
  }

  renderColumns() {
    return renderDraftColumns(this, this.reviewHref('columns'));
  }

  legend() {
    return renderDraftLegend(this);
  }
}
