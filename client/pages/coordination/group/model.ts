/** One group: what it is, who leads it and sits in it, who holds what, what it answers for, and what the reader may change. */
import type { DocumentsAnswer } from '../../../../server/contract/documents/documents.ts';
import type { Group, Seat } from '../../../../server/contract/groups/groups.ts';
import type { Appointment, GroupAnswer, MembershipAnswer } from '../../../../server/contract/groups/people.ts';
import type { AgendaAnswer } from '../../../../server/contract/meetings/meetings.ts';
import type codeMessages from '../../../../server/words/en/interface/codes.ts';
import { ApiProblem } from '../../../kit/api.ts';
import type { Host } from '../../../kit/model.ts';
import { isAbort } from '../../../kit/view.ts';
import { ScopeModel } from '../../../kit/workgroup/model.ts';
import type { PapersKey } from '../../../kit/workgroup/papers.ts';
import { Part } from '../../../kit/workgroup/part.ts';
import { structurePath } from '../../../kit/workgroup/place.ts';
import { holds, sortSeats, type Named } from '../structure.ts';
import type { CoordinationKey, Words } from '../words.ts';
import type { Change } from '../edit/change.ts';

export type GroupKey = CoordinationKey | PapersKey | keyof typeof codeMessages;

/** What only the page can do. */
export interface GroupHost extends Host<GroupKey> {
  /** Opens the form of a change. */
  openChange(change: Change): void;
}

export class GroupModel extends ScopeModel<GroupKey, GroupHost> {
  answer: GroupAnswer | null = null;
  error: unknown = null;
  private asksIn = '';
  /** What the group is at comes after the page itself, each part when it is there. */
  readonly papers = new Part<DocumentsAnswer>(() => this.changed());
  readonly agenda = new Part<AgendaAnswer>(() => this.changed());
  /** What the reader is in this group, or asks to be; null where nobody is signed in, or while it is on its way. */
  own: Appointment[] | null = null;
  /** Persons of this structure that were entered with the address of the reader's account. */
  claimable: MembershipAnswer['claimable'] = [];

  override hostConnected(): void {
    super.hostConnected();
    void this.load((this.host.data as Promise<GroupAnswer> | undefined) ?? this.fetch());
  }

  override hostUpdate(): void {
    super.hostUpdate();
    // What is missing is said by the server, so another language asks anew.
    if (this.asksIn !== '' && this.asksIn !== this.app.language) void this.load();
  }

  get id(): string {
    return this.host.params['group'] ?? '';
  }

  /** The words that both pages say. */
  get words(): Words {
    return this.t;
  }

  private fetch(): Promise<GroupAnswer> {
    const { language: lang } = this.app;
    return this.app.api.call('getGroup', { params: { scope: this.scope, group: this.id }, query: { lang }, signal: this.aborts.signal });
  }

  async load(answer: Promise<GroupAnswer> = this.fetch()): Promise<void> {
    this.asksIn = this.app.language;
    this.error = null;
    this.changed();
    try {
      this.answer = await answer;
      void this.loadLife();
      if (this.answer.may.join) await this.loadOwn();
    } catch (error) {
      if (!isAbort(error)) this.error = error;
    }
    this.changed();
  }

  async loadLife(): Promise<void> {
    const { api, language: lang } = this.app;
    const { signal } = this.aborts;
    const of = { params: { scope: this.scope }, signal };
    await Promise.all([
      this.papers.load(api.call('listDocuments', { ...of, query: { group: this.id, lang } })),
      this.agenda.load(api.call('getAgenda', { ...of, query: { group: this.id } })),
    ]);
  }

  private async loadOwn(): Promise<void> {
    const { persons, claimable } = await this.app.api.call('getMembership', { signal: this.aborts.signal });
    this.claimable = claimable.filter(({ scope }) => (scope as string) === this.scope);
    this.own = persons
      .filter(({ scope }) => (scope as string) === this.scope)
      .flatMap(({ appointments }) => appointments)
      .filter(({ group, state }) => group === this.id && state !== 'ended');
  }

  /** The reader is the person that was entered with the address of the account. */
  claim(person: string): Promise<void> {
    return this.attempt(() => this.app.api.call('claimPerson', { params: { scope: this.scope, person } }));
  }

  /** Whoever manages the groups confirms that an account is a person. */
  confirm(person: string, account: string): Promise<void> {
    return this.attempt(() => this.app.api.call('changePerson', { params: { scope: this.scope, person }, body: { account } }));
  }

  private async attempt(run: () => Promise<unknown>): Promise<void> {
    try {
      await run();
      await this.load();
    } catch (error) {
      this.app.toast(error instanceof ApiProblem && error.isSaid ? error.message : this.t('state.failed.detail'));
    }
  }

  get structureHref(): string {
    return this.app.href(structurePath(this.scope));
  }

  may(what: 'edit' | 'create' | 'close' | 'approve'): boolean {
    return this.answer?.may[what].includes(this.id) === true;
  }

  get organisations(): ReadonlyMap<string, Named> {
    return new Map((this.answer?.organisations ?? []).map((organisation) => [organisation.id, organisation]));
  }

  /** Seats that hold today or will, those who lead first; and those that have ended, latest first. */
  get seats(): { standing: Seat[]; past: Seat[] } {
    const { answer } = this;
    if (!answer) return { standing: [], past: [] };
    const isPast = ({ end }: Seat) => end !== null && end < answer.today;
    const sorted = sortSeats(answer.seats, this.organisations, this.app.language);
    return { standing: sorted.filter((seat) => !isPast(seat)), past: sorted.filter(isPast).toSorted((a, b) => (a.end! < b.end! ? 1 : -1)) };
  }

  /** Names of persons by id, as far as the reader may see them. */
  get persons(): ReadonlyMap<string, string> {
    return new Map((this.answer?.persons ?? []).map(({ id, name }) => [id, name]));
  }

  isNow(span: { start: string | null; end: string | null }): boolean {
    return holds(span, this.answer!.today);
  }

  /** A group around this one by id; undefined where the reader may not see it. */
  around(id: string | null): Pick<Group, 'id' | 'type' | 'names' | 'acronym' | 'status'> | undefined {
    return id === null ? undefined : this.answer?.above.find((group) => group.id === id);
  }
}
