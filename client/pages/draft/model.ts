/** A version as those see it who work on it: its findings, the one that is looked at, and what may be done with the version. */
import { createRef, type Ref } from 'lit/directives/ref.js';
import type { TileJson, VersionAnswer } from '../../../server/contract/datasets/api.ts';
import type { ExceptionBody, ExceptionsAnswer } from '../../../server/contract/datasets/drafts.ts';
import type { FindingItem, ShownReport } from '../../../server/contract/finding.ts';
import { Model, type Host } from '../../kit/model.ts';
import { boxOfTiles, joinBoxes } from '../../map/camera.ts';
import type { PointedPlace, PointedUnit } from '../../map/controller.ts';
import { boxOfItem } from '../../map/layers/findings.ts';
import { toLevelRanges } from '../../map/levels.ts';
import type { MapStage, StageMap } from '../../map/stage.ts';
import type accountMessages from '../../../server/words/en/interface/account.ts';
import type commonMessages from '../../../server/words/en/interface/common.ts';
import type draftMessages from '../../../server/words/en/interface/draft.ts';
import { isAbort } from '../../kit/view.ts';
import { listFindings, NO_FILTER, type Filter, type Listed } from './filter.ts';
import { createOccurrences, showFindings } from './occurrences.ts';
import { createWork, type User, type Work } from '../../kit/work.ts';
import { BOUNDARIES, countryOf, datasetOf, kindOf } from '../../kit/kinds.ts';
import type { DraftPage, DraftPart, DraftPainting, DraftStep } from '../../kit/draft.ts';
import { toClasses, type Breaks } from '../../map/legend.ts';
import type { PatternLook } from '../../../server/contract/maps/looks.ts';
import type { Question } from './question.ts';
import { readNames, type Named } from './title.ts';
import { findBefore, openPart, openVersion, toPage } from './parts.ts';
import { stepsOf, type Needed } from './steps.ts';

export type DraftKey = keyof typeof draftMessages | keyof typeof accountMessages | keyof typeof commonMessages;

/** What only the page can do. */
export interface DraftHost extends Host<DraftKey> {
  /** @returns what the question's `run` gave, or null where the person closed the dialog */
  ask(question: Question): Promise<VersionAnswer | null>;
  /** Brings the chosen occurrence into sight in the list. */
  revealChosen(): void;
}
/** Units that are asked for when an occurrence names many. */
const MAX_UNITS = 20;

const FIELDS: Record<Needed, DraftKey> = { source: 'meta.source', contributor: 'meta.contributor', license: 'meta.license' };

export class DraftModel extends Model<DraftKey, DraftHost> {
  user: User | null = null;
  version: VersionAnswer | null = null;
  report: ShownReport | null = null;
  register: ExceptionsAnswer['exceptions'] = [];
  tilejson: TileJson | null = null;
  /** The boundaries on the map: the version's own, or for tables the current ones of the country. */
  ground: VersionAnswer | null = null;
  error: unknown = null;
  /** What the kind of data adds; null where it adds nothing, or is on its way. */
  part: DraftPart | null = null;
  /** Whether what is left before publishing is known: until the part was read, nothing is offered as the next step. */
  isRead = false;
  /** The published version that this one would take the place of, or took it from. */
  before: VersionAnswer | null = null;
  filter: Filter = NO_FILTER;
  /** Id of the item that is looked at. */
  chosen: string | null = null;
  /** null until it is known what there is. */
  chosenTab: string | null = null;
  named: readonly Named[] = [];
  /** What the map shows; the same object while nothing changes. null while it is on its way. */
  shown: StageMap | null = null;
  readonly stage: Ref<MapStage> = createRef();
  /** The unit of a chosen occurrence that has no place of its own. */
  private pointed: { level: number; pcode: string } | null = null;
  private shownOf: unknown[] = [];
  readonly occurrences = createOccurrences(this);
  /** Language of the report. */
  private asked = '';
  private painted: DraftPainting | null = null;
  /** What is on its way to the page. */
  private loading: Promise<unknown> = Promise.resolve();

  private get work(): Work {
    return createWork(this.app.api);
  }

  private get datasetId(): never {
    return this.host.params['dataset'] as never;
  }

  private get tag(): string {
    return this.version?.version ?? this.host.params['version']!;
  }

  get signal(): AbortSignal {
    return this.aborts.signal;
  }

  private asPage(): DraftPage {
    const reload = async (version: string) => {
      if (version === this.tag) return this.load();
      this.app.navigate(this.app.href(`/drafts/${this.datasetId as string}/${version}`));
    };
    const [may, changed, showTab] = [(permission: string) => this.may(permission), () => this.changed(), (tab: string) => this.showTab(tab)];
    return toPage(this.host, { signal: this.signal, may, changed, showTab, reload });
  }

  get tab(): string {
    return this.chosenTab ?? (this.part?.render ? 'overview' : 'findings');
  }

  may(permission: string): boolean {
    return this.user?.permissions.includes(permission) ?? false;
  }

  override hostConnected(): void {
    super.hostConnected();
    this.chosen = this.host.query.get('item');
    this.chosenTab = this.host.query.get('tab') ?? (this.chosen ? 'findings' : null);
  }

  override hostUpdate(): void {
    super.hostUpdate();
    // The sentences of the report come from the server, so another language is another report.
    const { language } = this.app;
    if (language !== this.asked) {
      const isFirst = this.asked === '';
      this.asked = language;
      this.loading = isFirst ? this.load() : Promise.all([this.loadReport(), this.loadPart()]);
    }
    this.drawMap();
  }

  private drawMap(): void {
    const { report, filter, tilejson, chosen, pointed, version } = this;
    const { painting = null } = this.part ?? {};
    const shownOf = [report, tilejson, filter, chosen, pointed, version, painting?.at, painting?.breaks.join(), painting?.colors.join()];
    if (shownOf.some((part, i) => part !== this.shownOf[i])) this.shown = this.toShown();
    this.shownOf = shownOf;
  }

  async load(): Promise<void> {
    const { signal, app: { api }, host: { params: { dataset, version } } } = this; // prettier-ignore
    this.error = null;
    this.changed();
    try {
      [this.user, this.version] = await openVersion(this.work, api, dataset!, version!, signal);
      this.changed();
      const named = readNames(this.app, dataset!, signal);
      await Promise.all([this.loadReport(), this.loadRegister()]);
      this.named = await named;
      this.ground = this.version.tilejson
        ? this.version
        : await api.getVersion(datasetOf(BOUNDARIES, countryOf(dataset!)), 'current', signal).catch(() => null);
      if (this.ground?.tilejson) this.tilejson = await api.getTileJson(this.ground.tilejson, signal);
      this.changed();
      await this.loadPart();
      await this.findChosen().then((chosen) => chosen && this.host.updateComplete.then(() => this.look(chosen)));
    } catch (error) {
      this.fail(error);
    }
  }

  /** What the version holds, beside the version before. */
  private async loadPart(): Promise<void> {
    const { version, ground, tilejson, signal } = this;
    if (!version) return;
    try {
      const part = this.part ?? (await openPart(kindOf(version.dataset), this.asPage()));
      this.before = part.render ? await findBefore(this.app.api, version, signal) : null;
      this.part = part;
      await part?.load({ version, before: this.before, ground, tilejson });
    } catch {
      // The questions that the report counts stand in for those that the part would name.
      if (!this.isRead) this.part = null;
      if (!signal.aborted) this.app.toast(this.t('state.failed'));
    } finally {
      this.isRead = true;
      this.changed();
    }
  }

  /** What is left before publishing, in its order. */
  get steps(): DraftStep[] {
    const { version, part, t } = this;
    const questions = version?.report?.questions ?? 0;
    if (!version) return [];
    const asked: DraftStep[] = part || questions === 0 ? [] : [this.toTab('questions', t('step.questions', { count: questions }), 'columns', 'upload.create')];
    return stepsOf(version, part?.steps() ?? asked, {
      errors: (count) => this.toTab('errors', t('step.errors', { count }), 'findings', 'draft.read'),
      metadata: (fields) =>
        this.toTab('metadata', t('step.metadata', { fields: this.app.format.list(fields.map((name) => t(FIELDS[name]))) }), 'metadata', 'metadata.write'),
    });
  }

  private toTab(id: string, label: string, tab: string, permission: string): DraftStep {
    return { id, label, rows: null, permission, run: () => this.showTab(tab) };
  }

  showLevel(level: number): void {
    this.part?.showLevel(level);
  }

  /** Numbers go to the map apart from its tiles; a new map has none. */
  paint(isNew = false): void {
    const painting = this.part?.painting ?? null;
    if (isNew) this.painted = null;
    if (!painting || painting === this.painted) return;
    this.painted = painting;
    this.stage.value?.setValues(painting.at, toClasses(painting.values, painting.breaks as Breaks));
  }

  private async loadReport(): Promise<void> {
    try {
      this.report = await this.work.getReport(this.host.params['dataset']!, this.tag, this.app.language, this.aborts.signal);
      this.changed();
    } catch (error) {
      this.fail(error);
    }
  }

  private async loadRegister(): Promise<void> {
    if (!this.may('draft.read')) return;
    this.register = (await this.work.getExceptions(this.datasetId)).exceptions;
    this.changed();
  }

  private fail(error: unknown): void {
    if (!isAbort(error)) this.error = error;
    this.changed();
  }

  /** Every occurrence that the filter lets through. */
  private get listed(): Listed[] {
    return this.report ? listFindings(this.report, this.filter) : [];
  }

  private toShown(): StageMap | null {
    const { ground, tilejson } = this;
    if (!ground || !tilejson) return null;
    const available = new Map(tilejson.vector_layers.flatMap(({ id, minzoom }) => (/^adm\d$/.test(id) ? [[Number(id.slice(3)), minzoom] as const] : [])));
    const { unit, level } = this.filter;
    const painting = this.part?.painting ?? null;
    return {
      levels: toLevelRanges(ground.levels, boxOfTiles(tilejson), available),
      level: level !== null && level > 0 && available.has(level) ? level : null,
      nameColumn: 0,
      selected: unit ?? this.pointed,
      findings: showFindings(this),
      choropleth: painting && {
        level: painting.at,
        breaks: painting.breaks.map((_, i) => i),
        colors: painting.colors,
        looks: (painting.looks ?? false) as boolean | readonly PatternLook[],
      },
    };
  }

  setFilter(patch: Partial<Filter>): void {
    this.filter = { ...this.filter, ...patch };
    this.changed();
    if (this.report && (this.filter.unit || this.filter.text.trim())) void this.occurrences.loadAll((severity) => this.filter.severities.includes(severity));
  }

  showTab(tab: string): void {
    this.chosenTab = tab;
    this.changed();
  }

  /** The version as the server has it after a change. */
  setVersion(version: VersionAnswer): void {
    this.version = version;
    this.changed();
  }

  /** Zooms to an occurrence, marks it, and keeps it in the address, so that the address is a link to it. */
  choose(item: FindingItem): void {
    this.chosen = item.id;
    this.pointed = null;
    const query = new URLSearchParams(location.search);
    query.set('item', item.id);
    this.app.setQuery(query);
    this.changed();
    this.look(item);
  }

  private look(item: FindingItem): void {
    const box = boxOfItem(item);
    if (box) this.stage.value?.fit(box);
    else void this.lookAtUnits(item);
    void this.host.updateComplete.then(() => this.host.revealChosen());
  }

  /** A fault of names or codes has no place of its own: its units are shown. */
  private async lookAtUnits({ id, pcodes }: FindingItem): Promise<void> {
    const level = this.listed.find(({ item }) => item.id === id)?.finding.level;
    if (level == null || !this.ground) return;
    const units = await Promise.all(
      pcodes
        .slice(0, MAX_UNITS)
        .map((pcode) => this.app.api.getUnit(this.ground!.dataset, this.ground!.version, pcode, level, this.aborts.signal).catch(() => null)),
    );
    const [first, ...others] = units.flatMap((unit) => (unit ? [unit.bbox] : []));
    if (!first || this.chosen !== id) return;
    this.stage.value?.fit(joinBoxes([first, ...others]));
    this.pointed = units[0] ? { level, pcode: units[0].pcode } : null;
    this.changed();
  }

  async chooseOnMap({ id, finding }: PointedPlace): Promise<void> {
    await this.occurrences.load(finding, (items) => items.some((item) => item.id === id));
    const found = this.listed.find(({ item }) => item.id === id);
    if (!found) return;
    this.chosenTab = 'findings';
    this.choose(found.item);
  }

  /** The occurrence that the address names, which may stand beyond the list. */
  private async findChosen(): Promise<FindingItem | null> {
    if (this.chosen) await this.occurrences.bring(this.chosen);
    return this.listed.find(({ item }) => item.id === this.chosen)?.item ?? null;
  }

  chooseUnit(unit: PointedUnit | null): void {
    this.setFilter({ unit: unit?.pcode ? { level: unit.level, pcode: unit.pcode, name: unit.names.find(Boolean) ?? '' } : null });
  }

  async accept(body: Omit<ExceptionBody, 'reason'>, words: string): Promise<void> {
    const { t } = this;
    const done = await this.host.ask({
      heading: t('finding.accept.title'),
      lead: t('finding.accept.lead'),
      quote: words,
      action: t('finding.accept'),
      required: true,
      run: (reason) => this.work.acceptFindings(this.datasetId, this.tag, { ...body, reason }),
    });
    if (done) await this.refresh(done);
  }

  async undo(exception: string): Promise<void> {
    await this.work.undoException(this.datasetId, exception).catch((error: Error) => this.app.toast(error.message));
    await this.refresh(await this.app.api.getVersion(this.datasetId, this.tag));
  }

  private async refresh(version: VersionAnswer): Promise<void> {
    this.setVersion(version);
    await Promise.all([this.loadReport(), this.loadRegister()]);
    await this.findChosen();
  }

  async publish(): Promise<void> {
    const { t } = this;
    // Only those who may read drafts are here, and they are told what was found.
    const { publishable, errors } = this.version!.report!;
    const done = await this.host.ask({
      heading: t('draft.publish'),
      lead: publishable ? this.readyText : errors ? t('draft.not-ready', { count: errors }) : t('draft.crashed'),
      action: t('draft.publish'),
      required: !publishable,
      run: (reason) => this.work.publish(this.datasetId, this.tag, reason),
    });
    if (!done) return;
    this.setVersion(done);
    this.app.toast(t('draft.published', { version: this.tag }));
  }

  /** What is left undone is said once more. */
  private get readyText(): string {
    const left = this.steps.map((step) => step.label);
    return left.length > 0 ? this.t('draft.left', { steps: this.app.format.list(left) }) : this.t('draft.ready');
  }

  /** Takes a draft away that was never public; its tag is free again. */
  async discard(): Promise<void> {
    const { t } = this;
    const done = await this.host.ask({
      heading: t('draft.discard'),
      lead: t('draft.discard.lead', { version: this.tag }),
      action: t('draft.discard'),
      required: null,
      run: async () => {
        // What is asked of a draft that has gone would come back as a failure.
        await this.loading;
        await this.work.discard(this.datasetId, this.tag);
        return this.version!;
      },
    });
    if (!done) return;
    this.app.toast(t('draft.discarded', { version: this.tag }));
    this.app.navigate(this.app.href(`/c/${countryOf(this.datasetId)}/${this.host.params['dataset']}`));
  }

  async withdraw(): Promise<void> {
    const { t } = this;
    const done = await this.host.ask({
      heading: t('draft.withdraw'),
      lead: t('draft.withdraw.lead'),
      action: t('draft.withdraw'),
      required: true,
      run: (reason) => this.work.withdraw(this.datasetId, this.tag, reason),
    });
    if (!done) return;
    this.setVersion(done);
    this.app.toast(t('draft.withdrawn', { version: this.tag }));
  }
}
