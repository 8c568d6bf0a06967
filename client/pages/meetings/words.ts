/** What the pages of meetings say. */
import type calendarMessages from '../../../server/words/en/interface/workgroup/calendar.ts';
import type commonMessages from '../../../server/words/en/interface/common.ts';
import type meetingMessages from '../../../server/words/en/interface/workgroup/meetings.ts';
import type { Translate } from '../../i18n/translate.ts';

export type MeetingsKey = keyof typeof calendarMessages | keyof typeof meetingMessages | keyof typeof commonMessages;
export type Words = Translate<MeetingsKey>;
