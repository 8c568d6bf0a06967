/** The meetings of a country between two days, its schedule and its actions; the address holds what is looked at. */
import type { Action, ActionsAnswer } from '../../../../server/contract/meetings/actions.ts';
import type { MeetingsAnswer } from '../../../../server/contract/meetings/meetings.ts';
import type { Host } from '../../../kit/model.ts';
import { ScopeModel } from '../../../kit/workgroup/model.ts';
import { shortOf } from '../../../kit/workgroup/names.ts';
import { Part } from '../../../kit/workgroup/part.ts';
import { GLOBAL, meetingPath } from '../../../kit/workgroup/place.ts';
import type { Change } from '../edit/change.ts';
import type { MeetingsKey } from '../words.ts';
import { formatState, parseState, spanOf, type CalendarState } from './state.ts';

/** What only the page can do. */
export interface CalendarHost extends Host<MeetingsKey> {
  openChange(change: Change): void;
}

export class CalendarModel extends ScopeModel<MeetingsKey, CalendarHost> {
  readonly answer = new Part<MeetingsAnswer>(() => this.changed());
  readonly actions = new Part<ActionsAnswer>(() => this.changed());
  state: CalendarState = parseState(new URLSearchParams());

  override hostConnected(): void {
    super.hostConnected();
    this.state = parseState(this.host.query);
    void this.load();
  }

  protected override follow(): void {
    this.state = parseState(this.host.query);
    void this.load();
  }

  /** What the calendar is about, as its heading says it. */
  get place(): string {
    return this.state.group ? this.groupName(this.state.group) : this.scope === GLOBAL ? this.t('calendar.global') : this.country;
  }

  /** The reader’s day until the server has said its own. */
  get today(): string {
    return this.answer.value?.today ?? new Date().toISOString().slice(0, 10);
  }

  get span(): { from: string; to: string } {
    return spanOf(this.state, this.today);
  }

  async load(): Promise<void> {
    const { scope } = this;
    const { group, view, actions } = this.state;
    const query = { ...this.span, ...(group ? { group } : {}) };
    const meetings = this.answer.load(this.app.api.call('listMeetings', { params: { scope }, query, signal: this.aborts.signal }));
    if (view !== 'actions') return meetings;
    await meetings;
    if (this.answer.value?.may.see)
      await this.actions.load(
        this.app.api.call('listActions', {
          params: { scope },
          query: { ...(group ? { group } : {}), state: actions === 'all' ? 'all' : actions },
          signal: this.aborts.signal,
        }),
      );
  }

  change(patch: Partial<CalendarState>): void {
    this.state = { ...this.state, ...patch };
    this.app.setQuery(formatState(this.state, new URLSearchParams(location.search)));
    this.changed();
    void this.load();
  }

  groupName(id: string): string {
    const group = this.answer.value?.groups.find((each) => each.id === id);
    return group ? shortOf(group, this.app.language) : id;
  }

  href(meeting: string, day: string): string {
    return this.app.href(meetingPath(this.scope, meeting, day));
  }

  may(group: string): boolean {
    return this.answer.value?.may.record.includes(group) === true;
  }

  /** Those that are late first, as they come; of closed ones the latest first. */
  get shownActions(): Action[] {
    return this.actions.value?.actions ?? [];
  }
}
