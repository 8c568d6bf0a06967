/** The schedule as files to hand on: put into words, and days of the coming year. */
import type { Scope } from '../contract/groups/groups.ts';
import { shortNameIn } from '../contract/groups/names.ts';
import type { Lang } from '../contract/languages.ts';
import { PAGES } from '../contract/paths.ts';
import { GRID, OWN, type Entry, type Series } from '../contract/schedule/schedule.ts';
import { addDays } from '../groups/structure.ts';
import { NO_RIGHTS } from '../groups/who.ts';
import { say } from '../words/words.ts';
import type { createAnswers, Told } from './answers.ts';
import type { Asker, ScheduleDeps } from './deps.ts';
import { writeCalendar, type CalendarDay } from './files/calendar.ts';
import { writeTable } from './files/table.ts';
import { comingDays } from './state.ts';
import { dayIn, zoneOf } from './zone.ts';

/** Steps of a rule are told so far ahead; its deadlines repeat. */
const AHEAD = 366;

/** Of a series of the grid its name, with what tells several entries apart. */
export function seriesName({ series, title }: { series: Series; title: string }, lang: Lang): string {
  if (series === OWN) return title;
  const name = say(lang, `series.${series}`);
  return title === '' ? name : say(lang, 'series.titled', { name, title });
}

const categoryOf = ({ series }: { series: Series }) => Object.entries(GRID).find(([, within]) => (within as readonly string[]).includes(series))?.[0] ?? OWN;

export function createNews(
  { store, outside, now }: Pick<ScheduleDeps, 'store' | 'outside' | 'now'>,
  { tellAll }: Pick<ReturnType<typeof createAnswers>, 'tellAll'>,
) {
  return {
    /** As a stranger asks, whoever does: what is subscribed to is handed on. */
    async writeCalendar(scope: Scope, lang: Lang, base: string): Promise<string> {
      const structure = await outside.readStructure(scope);
      const asker: Asker = { structure, rights: NO_RIGHTS, admits: async (dataset) => (await outside.holdsOf(dataset)).audience === 'public' };
      const told = await tellAll(scope, asker, await store.list(scope));
      const today = dayIn(now(), zoneOf(scope));
      const words = wordsOf(asker, lang, `${base}${PAGES.schedule.replace(':iso3', scope.toLowerCase())}`);
      return writeCalendar({
        name: say(lang, 'deadlines.name', { of: await outside.nameCountry(scope, lang) }),
        days: told.flatMap((each) => toDays(each, today, words)),
      });
    },

    async writeTable(scope: Scope, lang: Lang, asker: Asker): Promise<Uint8Array<ArrayBuffer>> {
      const told = await tellAll(scope, asker, await store.list(scope));
      const { groupName, organisationName } = wordsOf(asker, lang, '');
      return writeTable(
        told.map(({ entry }) => entry),
        {
          seriesName: (entry) => seriesName(entry, lang),
          categoryOf,
          groupName,
          organisationName,
          stateName: (state) => say(lang, `schedule.state.${state}`),
        },
      );
    },
  };
}

function wordsOf({ structure }: Pick<Asker, 'structure'>, lang: Lang, page: string) {
  const groupName = (id: string) => {
    const group = structure.groups.find((each) => each.id === id);
    return group ? shortNameIn(group, lang) : id;
  };
  const organisationName = (id: string) => structure.organisations.find((each) => each.id === id)?.name ?? id;
  return {
    lang,
    groupName,
    organisationName,
    custodianOf: ({ group, organisation }: Entry) => [group && groupName(group), organisation && organisationName(organisation)].filter(Boolean).join(', '),
    pageOf: (id: string) => `${page}?entry=${id}`,
  };
}

function toDays({ entry, sequence, stored }: Told, today: string, words: ReturnType<typeof wordsOf>): CalendarDay[] {
  const { lang, custodianOf, pageOf } = words;
  if (entry.due === null) return [];
  const name = seriesName(entry, lang);
  const custodian = custodianOf(entry);
  const common = { sequence, updatedAt: latestOf(entry), createdAt: stored.createdAt, url: pageOf(entry.id) };
  const lines = [custodian === '' ? '' : say(lang, 'deadlines.custodian', { custodian }), entry.link ?? '', entry.comment ?? ''];
  const deadline: CalendarDay = {
    ...common,
    uid: entry.id,
    day: entry.rrule === null ? entry.due.day : entry.from!,
    rrule: entry.rrule,
    summary: say(lang, 'deadlines.due', { name }),
    description: lines.filter(Boolean).join('\n'),
  };
  const days = comingDays(entry, entry.due, addDays(today, AHEAD));
  const steps = entry.steps.flatMap((step, turn) =>
    days.map((day): CalendarDay => ({
      ...common,
      uid: entry.rrule === null ? `${entry.id}-step${turn + 1}` : `${entry.id}-step${turn + 1}-${day}`,
      day: addDays(day, -step.before),
      rrule: null,
      summary: say(lang, 'deadlines.step', { name, from: say(lang, `schedule.party.${step.from}`), to: say(lang, `schedule.party.${step.to}`) }),
      description: say(lang, 'deadlines.step.for', { day }),
    })),
  );
  return [deadline, ...steps];
}

/** When the calendar has something new of it: the entry was changed, or its data were. */
const latestOf = ({ updatedAt, published, reviewed }: Entry): string => [updatedAt, published ?? '', reviewed ?? ''].toSorted().at(-1)!;
