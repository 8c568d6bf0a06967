/** What the page of information sharing shows of a country, and what its groups change of it. */
import type { Classification, ClassificationRow, Hides, SharingAnswer } from '../../../server/contract/sensitivity/sensitivity.ts';
import type { DatasetAnswer } from '../../../server/contract/datasets/api.ts';
import { countryName } from '../../i18n/names.ts';
import { Model } from '../../kit/model.ts';
import { isAbort } from '../../kit/view.ts';
import { hidesOf, type GroupChoice } from '../../kit/sensitivity/fields.ts';
import type { SharingKey } from '../../kit/sensitivity/texts.ts';

export class SharingModel extends Model<SharingKey> {
  answer: SharingAnswer | null = null;
  error: unknown = null;
  /** They know the name of the country. */
  datasets: DatasetAnswer[] = [];
  groups: readonly GroupChoice[] = [];
  /** Protocols that a draft may name, with the version that is to be endorsed or holds. */
  protocols: readonly { id: string; version: string; title: string }[] = [];
  /** Of the two where there are both. */
  showsDraft = false;
  private asksIn = '';

  override hostConnected(): void {
    super.hostConnected();
    void this.load((this.host.data as Promise<SharingAnswer> | undefined) ?? this.fetch());
    void this.loadNames();
  }

  override hostUpdate(): void {
    super.hostUpdate();
    // The proposal is worded by the server.
    if (this.asksIn !== '' && this.asksIn !== this.app.language) void Promise.all([this.load(), this.loadNames()]);
  }

  get scope(): string {
    return this.host.params['iso3']!.toUpperCase();
  }

  get country(): string {
    return countryName(this.datasets, this.app.language, this.scope);
  }

  /** The table that is shown: what holds, the draft, or the proposal. */
  get table(): { is: 'current' | 'draft' | 'proposal'; rows: readonly ClassificationRow[]; of: Classification | null } | null {
    const { answer } = this;
    if (!answer) return null;
    const { current, draft, proposal } = answer;
    if (draft && (this.showsDraft || !current)) return { is: 'draft', rows: draft.rows, of: draft };
    if (current) return { is: 'current', rows: current.rows, of: current };
    return { is: 'proposal', rows: proposal ?? [], of: null };
  }

  groupName(id: string): string {
    return this.groups.find((group) => group.id === id)?.name ?? id;
  }

  private fetch(): Promise<SharingAnswer> {
    return this.app.api.call('getSharing', { params: { scope: this.scope }, query: { lang: this.app.language }, signal: this.aborts.signal });
  }

  async load(answer: Promise<SharingAnswer> = this.fetch()): Promise<void> {
    this.asksIn = this.app.language;
    this.error = null;
    try {
      this.answer = await answer;
    } catch (error) {
      if (!isAbort(error)) this.error = error;
    }
    this.changed();
  }

  private async loadNames(): Promise<void> {
    const { api, language } = this.app;
    const { signal } = this.aborts;
    const [catalogue, structure, papers] = await Promise.all([
      api.getDatasets(signal).catch(() => null),
      api.call('getStructure', { params: { scope: this.scope }, query: { lang: language }, signal }).catch(() => null),
      api.call('listDocuments', { params: { scope: this.scope }, query: { kind: 'isp', lang: language }, signal }).catch(() => null),
    ]);
    this.protocols = (papers?.documents ?? []).flatMap(({ id, title, open, current }) =>
      [open, current].flatMap((edition) => (edition ? [{ id, version: edition.version, title }] : [])),
    );
    this.datasets = catalogue?.datasets.filter(({ country }) => country === this.scope) ?? [];
    this.groups = (structure?.groups ?? []).map(({ id, names, acronym }) => ({ id, name: acronym ?? names[language] ?? names['en'] ?? id }));
    this.changed();
  }

  show(isDraft: boolean): void {
    this.showsDraft = isDraft;
    this.changed();
  }

  /** Writes the draft with these rows, and shows it. @throws ApiProblem */
  async saveRows(rows: readonly ClassificationRow[], document: Classification['document'] = this.table?.of?.document ?? null): Promise<void> {
    await this.app.api.call('saveClassification', { params: { scope: this.scope }, body: { rows: [...rows], document } });
    this.showsDraft = true;
    await this.load();
  }

  async drop(): Promise<void> {
    await this.app.api.call('dropClassification', { params: { scope: this.scope } });
    this.showsDraft = false;
    await this.load();
  }

  /** @returns what it would hide, to be confirmed; null where it holds now. @throws ApiProblem */
  async endorse(group: string, date: string, confirmed: boolean): Promise<Hides | null> {
    try {
      await this.app.api.call('endorseClassification', { params: { scope: this.scope }, body: { group, date, confirmed } });
    } catch (error) {
      const hides = hidesOf(error);
      if (hides) return hides;
      throw error;
    }
    this.showsDraft = false;
    await this.load();
    return null;
  }
}
