/** What somebody new is told: the structure first; what else there is comes apart, each part when it is there. */
import type { DatasetAnswer } from '../../../../server/contract/datasets/api.ts';
import type { DocumentsAnswer } from '../../../../server/contract/documents/documents.ts';
import type { Group, StructureAnswer } from '../../../../server/contract/groups/groups.ts';
import type { MembershipAnswer } from '../../../../server/contract/groups/people.ts';
import type { MeetingsAnswer } from '../../../../server/contract/meetings/meetings.ts';
import type codeMessages from '../../../../server/words/en/interface/codes.ts';
import type startMessages from '../../../../server/words/en/interface/workgroup/start.ts';
import { countryName } from '../../../i18n/names.ts';
import { Model } from '../../../kit/model.ts';
import type { PapersKey } from '../../../kit/workgroup/papers.ts';
import { Part } from '../../../kit/workgroup/part.ts';
import { groupPath, scopeOf } from '../../../kit/workgroup/place.ts';
import { keepStructure, type Structure } from '../structure.ts';
import type { CoordinationKey } from '../words.ts';
import { findWorkingGroup } from './group.ts';

export type StartKey = CoordinationKey | PapersKey | keyof typeof codeMessages | keyof typeof startMessages;

type Own = MembershipAnswer['persons'][number];
/** A role that the reader holds, or waits for, with its group. */
export type OwnRole = Own['appointments'][number] & { in: Own['groups'][number] | undefined };

export class StartModel extends Model<StartKey> {
  readonly answer = new Part<StructureAnswer>(() => this.changed());
  readonly catalogue = new Part<DatasetAnswer[]>(() => this.changed());
  readonly papers = new Part<DocumentsAnswer>(() => this.changed());
  readonly meetings = new Part<MeetingsAnswer>(() => this.changed());
  readonly membership = new Part<MembershipAnswer>(() => this.changed());
  private readonly toStructure = keepStructure();

  override hostConnected(): void {
    super.hostConnected();
    void this.load((this.host.data as Promise<StructureAnswer> | undefined) ?? this.fetch());
    void this.loadDatasets();
  }

  get scope(): string {
    return scopeOf(this.host.params);
  }

  get country(): string {
    return countryName(this.datasets, this.app.language, this.scope);
  }

  /** Of the country. */
  get datasets(): DatasetAnswer[] {
    return this.catalogue.value ?? [];
  }

  get structure(): Structure | null {
    return this.toStructure(this.answer.value, this.app.language);
  }

  /** The group that the page is about; undefined where none has been entered. */
  get group(): Group | undefined {
    return this.structure ? findWorkingGroup(this.structure) : undefined;
  }

  get isSignedIn(): boolean {
    return this.answer.value?.may.join === true;
  }

  /** What the reader holds in this country, or asked for; null while it is on its way, and for strangers. */
  get own(): OwnRole[] | null {
    const { value } = this.membership;
    if (!value) return null;
    return value.persons
      .filter(({ scope }) => (scope as string) === this.scope)
      .flatMap(({ appointments, groups }) => appointments.map((each) => ({ ...each, in: groups.find(({ id }) => id === each.group) })))
      .filter(({ state }) => state !== 'ended');
  }

  private fetch(): Promise<StructureAnswer> {
    const { language: lang } = this.app;
    return this.app.api.call('getStructure', { params: { scope: this.scope }, query: { lang }, signal: this.aborts.signal });
  }

  async load(answer: Promise<StructureAnswer> = this.fetch()): Promise<void> {
    await this.answer.load(answer);
    if (!this.answer.value) return;
    void this.loadPapers();
    void this.loadMeetings();
    if (this.isSignedIn) void this.membership.load(this.app.api.call('getMembership', { signal: this.aborts.signal }));
  }

  loadPapers(): Promise<void> {
    const { language: lang } = this.app;
    return this.papers.load(this.app.api.call('listDocuments', { params: { scope: this.scope }, query: { lang }, signal: this.aborts.signal }));
  }

  loadMeetings(): Promise<void> {
    return this.meetings.load(this.app.api.call('listMeetings', { params: { scope: this.scope }, signal: this.aborts.signal }));
  }

  loadDatasets(): Promise<void> {
    const own = async () => (await this.app.api.getDatasets(this.aborts.signal)).datasets.filter(({ country }) => country === this.scope);
    return this.catalogue.load(own());
  }

  groupHref(group: string): string {
    return this.app.href(groupPath(this.scope, group));
  }
}
