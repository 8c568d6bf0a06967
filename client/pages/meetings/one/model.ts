/** One meeting on one day. */
import type { OccurrenceAnswer } from '../../../../server/contract/meetings/meetings.ts';
import type { Host } from '../../../kit/model.ts';
import { ScopeModel } from '../../../kit/workgroup/model.ts';
import { shortOf } from '../../../kit/workgroup/names.ts';
import { Part } from '../../../kit/workgroup/part.ts';
import { meetingPath, sectionPath } from '../../../kit/workgroup/place.ts';
import type { Change } from '../edit/change.ts';
import type { MeetingsKey } from '../words.ts';

export interface MeetingHost extends Host<MeetingsKey> {
  openChange(change: Change): void;
}

export class MeetingModel extends ScopeModel<MeetingsKey, MeetingHost> {
  readonly answer = new Part<OccurrenceAnswer>(() => this.changed());
  private asked = '';

  override hostUpdate(): void {
    super.hostUpdate();
    const { meeting, day } = this.host.params;
    const asked = `${meeting} ${day}`;
    if (asked === this.asked) return;
    this.asked = asked;
    this.answer.value = null;
    void this.load();
  }

  load(): Promise<void> {
    const { meeting = '', day = '' } = this.host.params;
    return this.answer.load(this.app.api.call('getOccurrence', { params: { scope: this.scope, meeting, day }, signal: this.aborts.signal }));
  }

  get calendarHref(): string {
    return this.app.href(sectionPath(this.scope, 'calendar'));
  }

  href(meeting: string, day: string): string {
    return this.app.href(meetingPath(this.scope, meeting, day));
  }

  groupName(id: string): string {
    const group = this.answer.value?.groups.find((each) => each.id === id);
    return group ? shortOf(group, this.app.language) : id;
  }

  /** Whether the reader keeps this meeting. */
  get keeps(): boolean {
    const { value } = this.answer;
    return value !== null && value.meeting.groups.some((group) => value.may.record.includes(group));
  }

  may(group: string): boolean {
    return this.answer.value?.may.record.includes(group) === true;
  }
}
