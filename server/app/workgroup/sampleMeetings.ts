/** Meetings of the invented country, stored: as they would be there if people had planned and recorded them. */
import { BOUNDARIES, POPULATION, toDatasetId, type Iso3 } from '../../contract/ids.ts';
import { COMMAND_LINE } from '../../contract/given.ts';
import type { Scope } from '../../contract/groups/groups.ts';
import type { Link } from '../../contract/meetings/actions.ts';
import type { StoredMeeting } from '../../meetings/series.ts';
import { createMeetingStore, type MeetingWriter } from '../../meetings/store.ts';
import type { Structure } from '../../groups/structure.ts';
import { createMeetings, SAMPLE_ZONE, type SampleMeeting, type SampleMeetings } from '../../sample/workgroup/meetings.ts';
import type { Store } from '../store.ts';

export interface SampleMeetingsParts extends Pick<Store, 'db' | 'catalog'> {
  structure: Structure;
  /** Ids of documents that are there. */
  documents: ReadonlySet<string>;
}

/** Where the country has no meeting yet. @returns the meeting in which data were endorsed; null where nothing was stored */
export async function loadSampleMeetings(
  { db, catalog, structure, documents }: SampleMeetingsParts,
  scope: Scope,
  today: string,
): Promise<SampleMeetings['endorsed'] | null> {
  let count = 0;
  const store = createMeetingStore(db, () => `sample-meeting-event-${++count}`);
  if ((await store.listMeetings(scope)).length > 0) return null;
  const data = createMeetings(today);
  const versions = new Map<string, Link>();
  for (const [about, kind] of [
    ['boundaries', BOUNDARIES],
    ['population', POPULATION],
  ] as const) {
    const dataset = toDatasetId(kind, scope as string as Iso3);
    const current = await catalog.findVersion(dataset, 'current');
    if (current) versions.set(about, { is: 'version', dataset, version: current.version });
  }
  const seatsOf = (group: string) => structure.seats.filter((seat) => seat.group === group).map(({ organisation }) => organisation);
  const linkOf = (about: string | null) => (about === null ? null : (versions.get(about) ?? null));
  const at = (day: string, hour: number) => `${day}T${String(hour).padStart(2, '0')}:00:00.000Z`;

  for (const meeting of data.meetings)
    await store.change({ scope, actor: COMMAND_LINE, at: at(meeting.start.slice(0, 10) < today ? meeting.start.slice(0, 10) : today, 8) }, (_, write) =>
      loadMeeting(write, scope, meeting, documents, seatsOf(meeting.groups[0]!)),
    );
  await store.change({ scope, actor: COMMAND_LINE, at: at(today, 9) }, async (_, write) => {
    for (const { meeting, day, owner, closed, about, ...action } of data.actions) {
      const organisation = owner === null ? null : (seatsOf(action.group)[owner] ?? null);
      const times = { createdAt: at(day, 12), updatedAt: at(closed ?? day, 12), closedOn: closed };
      await write.insertAction({
        ...action,
        ...times,
        scope,
        held: { meeting, day },
        organisation,
        link: linkOf(about),
        state: closed === null ? 'open' : 'done',
      });
      await write.record({ action: 'action.created', group: action.group, detail: { title: action.text } });
    }
    for (const { meeting, day, about, ...decision } of data.decisions) {
      const times = { date: day, createdAt: at(day, 12), updatedAt: at(day, 12) };
      await write.insertDecision({ ...decision, ...times, scope, held: { meeting, day }, link: linkOf(about), visibility: 'public' });
      await write.record({ action: 'decision.created', group: decision.group, detail: { title: decision.text } });
    }
  });
  return data.endorsed;
}

async function loadMeeting(write: MeetingWriter, scope: Scope, sample: SampleMeeting, documents: ReadonlySet<string>, seats: string[]): Promise<void> {
  const { cancelled, exceptions, records, ...given } = sample;
  const meeting: StoredMeeting = {
    ...given,
    scope,
    zone: SAMPLE_ZONE,
    linkPublic: false,
    status: cancelled === null ? 'planned' : 'cancelled',
    cancelledFrom: null,
    reason: cancelled,
    sequence: exceptions.length + (cancelled === null ? 0 : 1),
    follows: null,
    createdAt: '',
    updatedAt: '',
    exceptions: [],
    records: [],
  };
  await write.insertMeeting(meeting);
  await write.record({ action: 'meeting.created', group: meeting.groups[0]!, detail: { title: meeting.title } });
  for (const exception of exceptions) await write.setException(meeting.id, { ...exception, length: null, place: null });
  const known = (id: string | null) => (id !== null && documents.has(id) ? id : null);
  for (const { day, agenda, minutes, attended } of records) {
    const attendance = attended.flatMap((persons, turn) => (seats[turn] === undefined ? [] : [{ organisation: seats[turn], persons }]));
    const once = attendance.filter(({ organisation }, at) => attendance.findIndex((each) => each.organisation === organisation) === at);
    await write.setRecord(meeting.id, { day, agenda: known(agenda), minutes: known(minutes), attendance: once });
  }
}
