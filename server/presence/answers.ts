/** What a person says of the columns of a 3W: over what was said of the file before, and remembered for files of its layout. */
import type { ColumnAnswer } from '../contract/columns.ts';
import type { ImportProfile, PresenceAnswers, PresenceRole, ProfileColumn } from '../contract/presence/columns.ts';
import type { DateAnswer } from '../contract/presence/dates.ts';
import type { PresenceData } from '../contract/presence/presence.ts';
import { foldName } from '../matching/fold.ts';
import { isPartOf, roleKey } from './columns/hints.ts';
import { toColumnAnswers } from './columns/said.ts';
import { mergeDates } from './normalize/dateAnswers.ts';

type Answer = ColumnAnswer<PresenceRole>;

/**
 * What was said of the file when it was read last, with the answers over it: who decides on a place now has not taken back the separators of
 * yesterday. Of another sheet it says nothing. A profile saved since holds all of it, and more.
 */
export function saidBefore(data: PresenceData, answers: PresenceAnswers, profileSince: boolean): PresenceAnswers {
  const { source, period } = data;
  const now = toColumnAnswers(answers);
  const columns = now.length > 0 ? { columns: now } : {};
  const dates = saidDates(data, answers.dates);
  const codedBy = answers.codedBy ?? (data.coded?.how === 'said' ? data.coded.version : undefined);
  const given = { ...(codedBy === undefined ? {} : { codedBy }), ...((answers.period ?? period) ? { period: (answers.period ?? period)! } : {}), ...columns };
  if (answers.sheet !== undefined && (answers.sheet !== source.sheet || (answers.file ?? source.file) !== source.file))
    return { ...given, sheet: answers.sheet, ...(answers.file === undefined ? {} : { file: answers.file }) };
  const sheet = { ...given, sheet: source.sheet, file: source.file };
  if (profileSince) return { ...sheet, ...(answers.dates ? { dates: answers.dates } : {}) };
  const all = mergeAnswers(saidOf(data), now);
  return { ...sheet, ...(all.length > 0 ? { columns: all } : {}), ...(Object.keys(dates).length > 0 ? { dates } : {}) };
}

/** Dates that were decided before stay decided. Headings as the file has them, because answers go by them. */
function saidDates({ profile, dates = [] }: PresenceData, now: PresenceAnswers['dates'] = {}): NonNullable<PresenceAnswers['dates']> {
  const said = new Map((profile.dates ?? []).map(({ heading, answer }) => [heading, answer]));
  const before = dates.flatMap(({ heading }): [string, DateAnswer][] => {
    const answer = said.get(foldName(heading));
    return answer ? [[heading, answer]] : [];
  });
  return {
    ...Object.fromEntries(before),
    ...Object.fromEntries(Object.entries(now).map(([heading, answer]) => [heading, mergeDates(said.get(foldName(heading)), answer)])),
  };
}

/** What a person said of the columns of a version. */
function saidOf({ columnsRead, profile }: PresenceData): Answer[] {
  const whole = new Set((profile.columns ?? []).flatMap(({ heading, separators }) => (separators?.length === 0 ? [heading] : [])));
  return columnsRead.flatMap(({ heading, column, role, from, separators, language, numbers }): Answer[] => {
    const said = {
      ...(from === 'asked' ? { role } : {}),
      ...(separators.length > 0 || whole.has(foldName(heading)) ? { separators } : {}),
      ...(language ? { language } : {}),
      ...(numbers ? { numbers } : {}),
    };
    return Object.keys(said).length > 0 ? [{ heading, column, ...said }] : [];
  });
}

/** Later answers over earlier ones. A role that another column has now is not also that of the one before. */
export function mergeAnswers(before: Answer[], now: Answer[]): Answer[] {
  const isSame = (a: Answer, b: Answer) =>
    foldName(a.heading) === foldName(b.heading) && (a.column === undefined || b.column === undefined || a.column === b.column);
  const taken = new Set(now.flatMap(({ role }) => (role && role.is !== 'ignore' && !isPartOf(role) ? [roleKey(role)] : [])));
  const kept = before.map((each): Answer => {
    const { role, ...rest } = each;
    const isLost = role && taken.has(roleKey(role)) && !now.some((other) => isSame(each, other));
    return isLost || !role ? rest : each;
  });
  const merged = kept.map((each): Answer => now.filter((other) => isSame(each, other)).reduce((all, other): Answer => ({ ...all, ...other }), each));
  const more = now.filter((each) => !before.some((other) => isSame(each, other)));
  // Said twice now, the later word counts.
  return [...merged, ...more].filter(
    ({ role, separators, language, numbers }) => role !== undefined || separators !== undefined || language !== undefined || numbers !== undefined,
  );
}

/** The profile of a version with the answers over it: how files of its layout are read from now on. */
export function withAnswers(profile: ImportProfile, answers: PresenceAnswers): ImportProfile {
  const folded = toColumnAnswers(answers).map((answer): ProfileColumn => {
    const heading = foldName(answer.heading);
    const isRepeated = profile.headings.filter((each) => each === heading).length > 1;
    const { column, ...rest } = answer;
    return { ...rest, ...(answer.role === undefined ? {} : { said: true }), heading, ...(isRepeated && column !== undefined ? { column } : {}) };
  });
  const dates = new Map((profile.dates ?? []).map(({ heading, answer }) => [heading, answer]));
  for (const [heading, answer] of Object.entries(answers.dates ?? {})) dates.set(foldName(heading), mergeDates(dates.get(foldName(heading)), answer));
  const dated = dates.size > 0 ? { dates: [...dates].map(([heading, answer]) => ({ heading, answer })) } : {};
  return { ...profile, ...dated, columns: mergeAnswers(profile.columns, folded) };
}
