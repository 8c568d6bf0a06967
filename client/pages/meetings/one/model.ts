/** One meeting on one day. */
import type { OccurrenceAnswer } from '../../../../server/contract/meetings/meetings.ts';
import { countryName } from '../../../i18n/names.ts';
import { Model, type Host } from '../../../kit/model.ts';
import { shortOf } from '../../../kit/workgroup/names.ts';
import { Part } from '../../../kit/workgroup/part.ts';
import { GLOBAL, meetingPath, scopeOf, sectionPath } from '../../../kit/workgroup/place.ts';
import type { Change } from '../edit/change.ts';
import type { MeetingsKey } from '../words.ts';

export interface MeetingHost extends Host<MeetingsKey> {
  openChange(change: Change): void;
}

export class MeetingModel extends Model<MeetingsKey, MeetingHost> {
  readonly answer = new Part<OccurrenceAnswer>(() => this.changed());
  private asked = '';
  private names: { countryNames: Record<string, string> }[] = [];

  override hostConnected(): void {
    super.hostConnected();
    if (this.scope !== GLOBAL) void this.loadNames();
  }

  override hostUpdate(): void {
    super.hostUpdate();
    const { meeting, day } = this.host.params;
    const asked = `${meeting} ${day}`;
    if (asked === this.asked) return;
    this.asked = asked;
    this.answer.value = null;
    void this.load();
  }

  get scope(): string {
    return scopeOf(this.host.params);
  }

  get country(): string {
    return this.scope === GLOBAL ? '' : countryName(this.names, this.app.language, this.scope);
  }

  load(): Promise<void> {
    const { meeting = '', day = '' } = this.host.params;
    return this.answer.load(this.app.api.call('getOccurrence', { params: { scope: this.scope, meeting, day }, signal: this.aborts.signal }));
  }

  /** The page is whole without the name of the country. */
  private async loadNames(): Promise<void> {
    const answer = await this.app.api.getDatasets(this.aborts.signal).catch(() => null);
    this.names = answer?.datasets.filter(({ country }) => country === this.scope) ?? [];
    this.changed();
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
