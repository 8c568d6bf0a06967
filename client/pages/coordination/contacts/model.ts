/** Contacts of a country as the reader may see them, and whom the reader looks for. The address holds the state. */
import type { Card, ContactsAnswer } from '../../../../server/contract/contacts/contacts.ts';
import type { StructureAnswer } from '../../../../server/contract/groups/groups.ts';
import type { PersonsAnswer } from '../../../../server/contract/groups/people.ts';
import { isAbort } from '../../../kit/view.ts';
import { ScopeModel } from '../../../kit/workgroup/model.ts';
import { fullNameOf, keepStructure, type Structure } from '../structure.ts';
import { findCards, type Around } from './filter.ts';
import { EVERYBODY, formatState, isFiltered, parseState, type ContactState } from './state.ts';
import type { ContactKey } from './words.ts';

/** What the route begins to fetch. */
export type ContactsData = Promise<[ContactsAnswer, StructureAnswer]>;

export class ContactsModel extends ScopeModel<ContactKey> {
  state: ContactState = EVERYBODY;
  error: unknown = null;
  answer: ContactsAnswer | null = null;
  /** With what is kept of each, for whoever may approve in a group; empty for others. */
  persons: PersonsAnswer['persons'] = [];
  private groups: StructureAnswer | null = null;
  /** Only those who agreed to stand on the page of focal points. */
  protected readonly page: { page?: 'focal-points' } = {};
  private readonly toStructure = keepStructure();

  override hostConnected(): void {
    super.hostConnected();
    this.state = parseState(this.host.query);
    void this.load((this.host.data as ContactsData | undefined) ?? this.fetch());
  }

  protected override follow(): void {
    this.state = parseState(this.host.query);
  }

  /** null while it is on its way. */
  get structure(): Structure | null {
    return this.toStructure(this.groups, this.app.language);
  }

  get isSignedIn(): boolean {
    return this.groups?.may.join === true;
  }

  /** The reader enters people and keeps their entries in some group. */
  get keeps(): boolean {
    return (this.answer?.may.approve.length ?? 0) > 0;
  }

  private fetch(): ContactsData {
    const { call } = this.app.api;
    const said = { params: { scope: this.scope }, signal: this.aborts.signal };
    return Promise.all([call('getContacts', { ...said, query: this.page }), call('getStructure', said)]);
  }

  async load(data: ContactsData = this.fetch()): Promise<void> {
    this.error = null;
    this.changed();
    try {
      [this.answer, this.groups] = await data;
      this.changed();
      if (this.keeps) this.persons = (await this.app.api.call('listPersons', { params: { scope: this.scope }, signal: this.aborts.signal })).persons;
    } catch (error) {
      if (!isAbort(error)) this.error = error;
    }
    this.changed();
  }

  change(patch: Partial<ContactState>): void {
    this.state = { ...this.state, ...patch };
    this.app.setQuery(formatState(this.state, new URLSearchParams(location.search)));
    this.changed();
  }

  get isFiltered(): boolean {
    return isFiltered(this.state);
  }

  /** Those who fit what is looked for. */
  get found(): Card[] {
    const { answer, structure } = this;
    return answer && structure ? findCards(answer.cards, this.state, this.around) : [];
  }

  private get around(): Around {
    const { organisations } = this;
    return {
      byId: this.structure!.byId,
      organisationTexts: (id) => {
        const known = organisations.get(id);
        return known ? [known.name, known.acronym ?? '', ...Object.values(known.names)] : [id];
      },
    };
  }

  get organisations(): ReadonlyMap<string, ContactsAnswer['organisations'][number]> {
    return new Map((this.answer?.organisations ?? []).map((each) => [each.id, each]));
  }

  /** In full; null where it is not seen. */
  organisationOf({ organisation }: Pick<Card, 'organisation'>): string | null {
    if (organisation === null) return null;
    const known = this.organisations.get(organisation);
    return known ? fullNameOf(known, this.app.language) : organisation;
  }

  /** Whether the reader keeps the entry of a person, or administers the server and may delete it. */
  mayKeep(id: string): boolean {
    return this.persons.some((person) => person.id === id && (person.record !== null || this.answer?.may.look === true));
  }
}
