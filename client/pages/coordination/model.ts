/** What the coordination page shows of a country, or of the global group, and what a reader looks for in it. The address holds the state. */
import type { StructureAnswer } from '../../../server/contract/groups/groups.ts';
import { isAbort } from '../../kit/view.ts';
import { ScopeModel } from '../../kit/workgroup/model.ts';
import { findGroups } from './filter.ts';
import { EMPTY, formatState, parseState, type CoordinationState } from './state.ts';
import { keepStructure, type Structure } from './structure.ts';
import { flatten } from './tree.ts';
import type { CoordinationKey } from './words.ts';

/** With more groups than this only the upper ones are unfolded at first. */
const MANY = 12;
const UNFOLDED = ['hct', 'iccg'];

export class CoordinationModel extends ScopeModel<CoordinationKey> {
  state: CoordinationState = EMPTY;
  error: unknown = null;
  /** What the reader folded or unfolded. */
  private folded: ReadonlyMap<string, boolean> = new Map();
  private answer: StructureAnswer | null = null;
  private asksIn = '';
  private readonly toStructure = keepStructure();

  override hostConnected(): void {
    super.hostConnected();
    this.state = parseState(this.host.query);
    void this.load((this.host.data as Promise<StructureAnswer> | undefined) ?? this.fetch());
  }

  protected override follow(): void {
    this.state = parseState(this.host.query);
  }

  override hostUpdate(): void {
    super.hostUpdate();
    // What is missing is said by the server, so another language asks anew.
    if (this.asksIn !== '' && this.asksIn !== this.app.language) void this.load();
  }

  /** null while it is on its way. */
  get structure(): Structure | null {
    return this.toStructure(this.answer, this.app.language);
  }

  /** null: nothing is looked for. */
  get found(): ReadonlySet<string> | null {
    return this.structure && findGroups(this.structure, this.state);
  }

  private fetch(): Promise<StructureAnswer> {
    const { language: lang } = this.app;
    return this.app.api.call('getStructure', { params: { scope: this.scope }, query: { lang }, signal: this.aborts.signal });
  }

  async load(answer: Promise<StructureAnswer> = this.fetch()): Promise<void> {
    this.asksIn = this.app.language;
    this.error = null;
    this.changed();
    try {
      this.answer = await answer;
    } catch (error) {
      if (!isAbort(error)) this.error = error;
    }
    this.changed();
  }

  change(patch: Partial<CoordinationState>): void {
    this.state = { ...this.state, ...patch };
    this.app.setQuery(formatState(this.state, new URLSearchParams(location.search)));
    this.changed();
  }

  /** Whether the groups under this one are shown in the list: where something is looked for, all of what was found. */
  isUnfolded(id: string): boolean {
    const { structure, found } = this;
    const said = this.folded.get(id);
    if (said !== undefined) return said;
    return found !== null || (structure?.byId.size ?? 0) <= MANY || UNFOLDED.includes(structure?.byId.get(id)?.type ?? '');
  }

  fold(id: string, isUnfolded: boolean): void {
    this.folded = new Map(this.folded).set(id, isUnfolded);
    this.changed();
  }

  foldAll(isUnfolded: boolean): void {
    this.folded = new Map(flatten(this.structure?.tree ?? []).map(({ id }) => [id, isUnfolded]));
    this.changed();
  }
}
