/** A version as those see it who work on it: its findings, the one that is looked at, and what may be done with the version. */
import type { TileJson, UnitAnswer, VersionAnswer } from '../../../server/contract/datasets/api.ts';
import type { ExceptionsAnswer } from '../../../server/contract/datasets/drafts.ts';
import type { FindingItem, ShownReport } from '../../../server/contract/finding.ts';
import type { DatasetId, VersionTag } from '../../../server/contract/ids.ts';
import type { DraftComparison, DraftPage, DraftPart, DraftRepairs, DraftReview, DraftStep } from '../../kit/draft.ts';
import { BOUNDARIES, countryOf, datasetOf, kindOf } from '../../kit/kinds.ts';
import { may } from '../../kit/may.ts';
import { Model, type Host } from '../../kit/model.ts';
import { createUnits, type Units } from '../../kit/units.ts';
import { isAbort } from '../../kit/view.ts';
import { createWork, type User, type Work } from '../../kit/work.ts';
import type { PointedPlace, PointedUnit } from '../../map/controller.ts';
import type { Bbox } from '../../map/camera.ts';
import type { StageMove } from '../../map/stage.ts';
import type { ShownOverlay } from '../../map/layers/overlays.ts';
import { around, boxOfItem } from '../../map/layers/findings.ts';
import { filterFindings, listFindings, NO_FILTER, type Filter, type Listed, type ListedFinding } from './filter.ts';
import type { DraftKey } from './keys.ts';
import { DraftMap } from './map.ts';
import { createOccurrences, findingsOf, showFindings } from './occurrences.ts';
import { findBefore, openPart, openVersion, toPage } from './parts.ts';
import type { Question } from './question.ts';
import { stepsLeft } from './left.ts';
import { readNames, type Named } from './title.ts';

export type { DraftKey };

/** What only the page can do. */
export interface DraftHost extends Host<DraftKey> {
  /** @returns what the question's `run` gave, or null where the person closed the dialog */
  ask(question: Question): Promise<VersionAnswer | null>;
  /** Brings the chosen occurrence into sight in the list. */
  revealChosen(): void;
}
/** Units that are marked when an occurrence names many. */
const MAX_UNITS = 100;

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
  /** Number of the finding that was opened in the list; the map shows it alone. */
  opened: number | null = null;
  /** Units that are looked at for their own sake. */
  private pointed: { level: number; pcodes: readonly string[] } | null = null;
  readonly map = new DraftMap();
  /** Names of units, of the boundaries on the map. */
  units: Units | null = null;
  readonly occurrences = createOccurrences(this);
  /** Given by the page. */
  review: DraftReview | null = null;
  /** Of the map, once it was moved: longitude and latitude. */
  center: [number, number] | null = null;
  /** Language of the report. */
  private asked = '';
  /** What is on its way to the page. */
  loading: Promise<unknown> = Promise.resolve();

  get work(): Work {
    return createWork(this.app.api);
  }

  get datasetId(): DatasetId {
    return this.host.params['dataset'] as DatasetId;
  }

  get tag(): VersionTag {
    return this.version?.version ?? (this.host.params['version'] as VersionTag);
  }

  get signal(): AbortSignal {
    return this.aborts.signal;
  }

  private asPage(): DraftPage {
    const reload = async (version: string) => {
      if (version === this.tag) return this.load();
      this.app.navigate(this.app.href(`/drafts/${this.datasetId}/${version}`));
    };
    const [may, changed, showTab] = [(permission: string) => this.may(permission), () => this.changed(), (tab: string) => this.showTab(tab)];
    const showPlace = (box: Bbox) => this.map.fit(around(box));
    const showUnits: DraftPage['showUnits'] = (...what) => void this.showUnits(...what);
    return toPage(this.host, { signal: this.signal, may, changed, showTab, showUnits, showPlace, reload });
  }

  get tab(): string {
    return this.chosenTab ?? (this.part?.render ? 'overview' : 'findings');
  }

  /** While its tab is open. */
  get repairs(): DraftRepairs | null {
    return this.tab === 'repair' ? (this.part?.openRepairs?.() ?? null) : null;
  }

  /** While its tab is open. */
  get comparison(): DraftComparison | null {
    return this.tab === 'changes' ? (this.part?.comparison ?? null) : null;
  }

  may(permission: string): boolean {
    return may(this.user, permission, this.datasetId);
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
    const { ground, tilejson, report, filter, chosen, opened, version, app } = this;
    this.map.draw({
      ground,
      tilejson,
      painting: this.part?.painting ?? null,
      overlays: (this.part?.overlays ?? []) as readonly ShownOverlay[],
      selected: filter.unit,
      highlighted: this.highlighted,
      findings: () => (this.tab === 'changes' || this.tab === 'repair' ? null : showFindings(this)),
      repair: this.repairs?.shown ?? null,
      compared: this.comparison?.drawing ?? null,
      language: app.language,
      on: [report, filter, chosen, opened, version, this.tab],
    });
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
      if (this.ground) this.units = createUnits({ api, version: this.ground, signal, changed: () => this.changed() });
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
      await Promise.all([part?.load({ version, before: this.before, ground, tilejson }), this.review?.load()]);
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
    const { version, part, review, t, app } = this;
    return version ? stepsLeft(version, { part, review, t, list: (texts) => app.format.list(texts), showTab: (tab) => this.showTab(tab) }) : [];
  }

  /** The map moved. */
  moved({ camera, level }: Pick<StageMove, 'camera' | 'level'>): void {
    this.center = [camera.lon, camera.lat];
    this.showLevel(level);
  }

  private showLevel(level: number): void {
    this.map.now = level;
    this.part?.showLevel(level);
    this.changed();
  }

  /** What the reader chose to see of the map. */
  setMap(patch: Partial<Pick<DraftMap, 'level' | 'labels'>>): void {
    Object.assign(this.map, patch);
    this.changed();
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
  get listed(): Listed[] {
    return this.report ? listFindings(this.report, this.filter) : [];
  }

  /** The occurrence that is looked at, with its finding; what the filter holds back is not looked at. */
  get looked(): Listed | null {
    return this.chosen === null ? null : (this.listed.find(({ item }) => item.id === this.chosen) ?? null);
  }

  /** The finding that is open in the list, which the map shows alone. */
  get openFinding(): ListedFinding | null {
    const { opened, report } = this;
    return opened === null || !report ? null : (filterFindings(report, this.filter).find(({ number }) => number === opened) ?? null);
  }

  /** Units of the occurrence that is looked at, as far as they are known. */
  get lookedUnits(): { pcode: string; unit: UnitAnswer | null }[] {
    const { looked, units } = this;
    return looked
      ? [...new Set(looked.item.pcodes)].slice(0, MAX_UNITS).map((pcode) => ({ pcode, unit: units?.find(pcode, looked.finding.level) ?? null }))
      : [];
  }

  private get highlighted() {
    if (this.pointed) return [this.pointed];
    if (this.tab === 'repair') return this.repairs?.named ? [{ ...this.repairs.named, isNamedOnly: true }] : [];
    const found = this.lookedUnits.flatMap(({ unit }) => unit ?? []);
    return [...Map.groupBy(found, ({ level }) => level)].map(([level, units]) => ({ level, pcodes: units.map(({ pcode }) => pcode) }));
  }

  setFilter(patch: Partial<Filter>): void {
    this.filter = { ...this.filter, ...patch, ...(patch.text === undefined ? {} : { named: NO_FILTER.named }) };
    if (patch.text) void this.findNamed(patch.text);
    // What is looked for by level is looked at there.
    if (patch.level !== undefined) this.map.level = patch.level;
    this.changed();
    if (this.report && (this.filter.unit || this.filter.text.trim())) void this.occurrences.loadAll((severity) => this.filter.severities.includes(severity));
  }

  /** Units are found by their names too: the server knows them in every language. Without an answer codes and sentences are searched all the same. */
  private async findNamed(text: string): Promise<void> {
    const named = await this.units?.named(text).catch(() => null);
    if (!named || this.filter.text !== text) return;
    this.filter = { ...this.filter, named };
    this.changed();
  }

  showTab(tab: string): void {
    this.chosenTab = tab;
    if (this.pointed) this.map.level = this.filter.level;
    this.pointed = null;
    this.changed();
  }

  /** The version as the server has it after a change. */
  setVersion(version: VersionAnswer): void {
    this.version = version;
    void this.review?.load();
    this.changed();
  }

  /** A finding was opened in the list, or closed. */
  openFound(number: number, isOpen: boolean): void {
    const { looked } = this;
    const isLookedAt = looked !== null && findingsOf(this.report!).indexOf(looked.finding) === number;
    if (isOpen) this.opened = number;
    else if (this.opened === number) this.opened = null;
    // What was looked at is of another finding, or of the one that was closed.
    if (looked && isLookedAt !== isOpen) this.setChosen(null);
    this.changed();
  }

  /** Back to the map with all that the list holds. */
  showAll(): void {
    this.opened = null;
    this.map.level = this.filter.level;
    this.setChosen(null);
    this.changed();
  }

  private async showUnits(level: number, pcodes: readonly string[], beside: readonly Bbox[] = []): Promise<void> {
    this.setChosen(null);
    this.opened = null;
    this.pointed = { level, pcodes };
    this.map.level = level;
    this.changed();
    await this.units?.ask(pcodes);
    if (this.units && this.pointed?.pcodes === pcodes) this.map.fitUnits([...this.units.boxesOf(pcodes, level), ...beside]);
  }

  private setChosen(id: string | null): void {
    this.chosen = id;
    this.pointed = null;
    const query = new URLSearchParams(location.search);
    if (id === null) query.delete('item');
    else query.set('item', id);
    this.app.setQuery(query);
  }

  /** Zooms to an occurrence, shows it alone with its units, and keeps it in the address, so that the address is a link to it. */
  choose(item: FindingItem): void {
    this.setChosen(item.id);
    this.changed();
    this.look(item);
  }

  private look(item: FindingItem): void {
    const { looked } = this;
    const level = looked?.finding.level ?? null;
    if (looked) this.opened = findingsOf(this.report!).indexOf(looked.finding);
    // Its units are drawn at its own level, whatever the zoom.
    if (level !== null && level > 0) this.map.level = level;
    const box = boxOfItem(item);
    if (box) this.map.fit(box);
    void this.units?.ask(item.pcodes.slice(0, MAX_UNITS)).then(() => {
      // A fault of names or codes has no place of its own: its units are shown.
      if (!box && this.chosen === item.id) this.map.fitUnits(this.units!.boxesOf(item.pcodes, level));
    });
    void this.host.updateComplete.then(() => this.host.revealChosen());
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
    // Of the earlier drawing nothing is listed.
    if (unit?.side === 'before') return;
    this.setFilter({ unit: unit?.pcode ? { level: unit.level, pcode: unit.pcode, name: unit.names.find(Boolean) ?? '' } : null });
  }

  /** The version was changed, and its findings with it. */
  async refresh(version: VersionAnswer): Promise<void> {
    this.setVersion(version);
    await Promise.all([this.loadReport(), this.loadRegister()]);
    await this.findChosen();
  }
}
