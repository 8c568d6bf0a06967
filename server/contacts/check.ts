/** Checking in and out: how long an appointment goes on to hold. */
import { ConflictError, InputError } from '../errors.ts';
import { latestUntil } from '../groups/checkIn.ts';
import type { Acting } from '../groups/deps.ts';
import type { Writer } from '../groups/store.ts';
import { stands, type StoredAppointment } from '../groups/structure.ts';
import { problemText } from '../words/problems.ts';

/** An appointment that somebody still holds, until a moment that is allowed. @throws InputError `check-in.until`, ConflictError `appointment.state` */
export async function checkIn(entry: StoredAppointment, until: string | undefined, { at }: Acting, own: boolean, write: Writer): Promise<StoredAppointment> {
  if (entry.state !== 'active' || (entry.end !== null && entry.end < at.slice(0, 10)))
    throw new ConflictError('appointment.state', problemText('appointment.state'));
  const latest = latestUntil(at, entry.end);
  const said = until === undefined ? latest : new Date(until).toISOString();
  if (said <= at || said > latest) throw new InputError('check-in.until', problemText('check-in.until'), { details: { latest } });
  const after = { ...entry, until: said };
  await write.updateAppointment(after);
  await write.recordContact({ action: 'checked-in', group: entry.group, person: entry.person, own });
  return after;
}

/** Ends it at this moment. @throws ConflictError `appointment.state` */
export async function checkOut(entry: StoredAppointment, reason: string | undefined, { at }: Acting, own: boolean, write: Writer): Promise<StoredAppointment> {
  const today = at.slice(0, 10);
  if (!stands(entry, today)) throw new ConflictError('appointment.state', problemText('appointment.state'));
  const after: StoredAppointment = { ...entry, state: 'ended', end: today };
  await write.updateAppointment(after);
  const { group, person, organisation, role } = entry;
  await write.record({ action: 'appointment.ended', group, person, organisation, detail: { role, end: today, reason: reason ?? null } });
  await write.recordContact({ action: 'checked-out', group, person, own });
  return after;
}
