/** Checks of a 3W: what was understood, what was left out, which places, sectors and organisations wait for a person. */
import { listAlikeNames } from './normalize/alike.ts';
import type { Clause, Finding } from '../contract/finding.ts';
import { MAX_ITEMS } from '../contract/finding.ts';
import type { Calendar, DateColumn } from '../contract/presence/dates.ts';
import type { OpenSpelling, ReviewGroup } from '../contract/presence/presence.ts';
import { foldName } from '../matching/fold.ts';
import { clause } from '../words/clauses.ts';
import { finding } from '../words/findings.ts';
import type { ItemDraft } from '../words/findings.ts';
import { columnCheck, coordinateCheck } from './columnChecks.ts';
import { item } from '../checks/items.ts';
import type { PresenceContext } from './checkContext.ts';
import { cellText } from '../formats/tables/rawTable.ts';
import type { Check } from '../checks/check.ts';

const SPEC = 'Codmap: every row of a 3W is accounted for';

const readingCheck: Check<PresenceContext> = {
  id: 'W1',
  spec: SPEC,
  run: ({ data, table, normalized, recognised, since }) => {
    const others = data.sheets.filter(({ usable, sheet, file }) => usable && !(sheet === data.source.sheet && file === data.source.file));
    const ignored = data.columnsRead.filter(({ role, heading, samples }) => role.is === 'ignore' && heading !== '' && samples.length > 0);
    const dropped = table.droppedRows.map(({ rowNumber, reason, text }) =>
      item('presence.rows-left-out', rowNumber, clause('presence.left-out', { row: rowNumber, reason, text: text.slice(0, 120) }), { rows: [rowNumber] }),
    );
    const left = Object.entries(table.dropped).reduce((sum, [reason, count]) => sum + (reason === 'blank' ? 0 : count), 0);
    return [
      ...table.findings,
      ...finding(
        'presence.other-sheets',
        'info',
        null,
        others.map(({ file, sheet, rows, hidden }) =>
          item('presence.other-sheets', `${file}/${sheet}`, clause('presence.sheet', { sheet, rows, hidden: hidden ? 'yes' : 'no' })),
        ),
        { sheet: data.source.sheet },
      ),
      ...finding('presence.sheet-hidden', 'warning', null, [], { sheet: data.source.sheet }, table.hidden ? 1 : 0),
      ...finding(
        'presence.columns-ignored',
        'info',
        null,
        ignored.map(({ column, heading }) => item('presence.columns-ignored', column, heading)),
      ),
      ...finding('presence.rows-left-out', 'info', null, dropped, {}, left),
      ...unnamed(normalized.rows),
      ...finding('presence.profile-used', 'info', null, [], { file: recognised?.profile.file ?? '' }, recognised ? 1 : 0),
      ...finding('presence.profile-changed', 'warning', null, [
        ...(since?.added ?? []).map((heading) => item('presence.profile-changed', `+${heading}`, clause('presence.new-column', { heading }))),
        ...(since?.removed ?? []).map((heading) => item('presence.profile-changed', `-${heading}`, clause('presence.gone-column', { heading }))),
      ]),
    ];
  },
};

/** From so many rows, and so large a share of them, that name nobody it is the reading that is wrong: another column, or names that stand once above their rows. */
const [MANY_ROWS, MANY_SHARE] = [5, 0.2];

function unnamed({ read, dropped: { noOrganisation: count = 0 } }: PresenceContext['normalized']['rows']): Finding[] {
  const isMost = count >= MANY_ROWS && count >= MANY_SHARE * read;
  return isMost
    ? finding('presence.organisations-missing', 'error', null, [], { total: read }, count)
    : finding('presence.no-organisation', 'warning', null, [], {}, count);
}

const boundaryCheck: Check<PresenceContext> = {
  id: 'W2',
  spec: '3W places are P-codes of a COD-AB version',
  run: ({ data, normalized, country }) => [
    ...finding('presence.no-boundaries', 'error', null, [], { country }, data.boundaries ? 0 : 1),
    ...[...normalized.beyond].flatMap(([level, rows]) => (data.boundaries ? finding('presence.level-not-in-boundaries', 'warning', level, [], {}, rows) : [])),
  ],
};

/** How a group of rows is called in a list: code and name as written, and how many rows. */
function describe({ code, name, rows, candidates }: ReviewGroup): Clause {
  const text = [code, name].filter(Boolean).join(' ') || clause('presence.blank');
  const choices = candidates.map((each) => `${each.name} ${each.pcode}`);
  return choices.length === 0 ? clause('presence.written', { rows, text }) : clause('presence.written-or', { rows, text, choices });
}

/** Causes in the order in which a person should look at them. */
const CAUSES = [
  'code-name-conflict',
  'parent-conflict',
  'point-elsewhere',
  'code-unknown',
  'code-retired',
  'code-other-level',
  'name-ambiguous',
  'name-doubtful',
  'name-unknown',
] as const;

/** Repairs with a finding of their own. */
const TOLD_APART = new Set(['wanders', 'deeper']);

const repairItems = (code: string, repairs: PresenceContext['data']['repairs']) =>
  repairs.map(({ level, how, pattern, rows, codes }) =>
    item(code, `${level}/${how}/${pattern}`, clause('presence.repaired', { rows, pattern, before: codes[0]!.before, after: codes[0]!.after }), {
      pcodes: codes.map(({ after }) => after),
      values: { rows, how },
    }),
  );

const placeCheck: Check<PresenceContext> = {
  id: 'W3',
  spec: '3W reconciliation: exact, repaired, name in parent, unique name, remembered, strict likeness; a doubt goes to a person',
  run: ({ data, normalized }) => {
    if (!data.boundaries) return { skipped: clause('skipped.no-place-boundaries') };
    const rowsOf = (groups: ReviewGroup[]) => groups.reduce((sum, { rows }) => sum + rows, 0);
    const items = (code: string, groups: ReviewGroup[]) =>
      groups.map((group) =>
        item(code, group.id, describe(group), {
          rows: group.sampleRows,
          pcodes: group.candidates.map(({ pcode }) => pcode as string),
          values: { rows: group.rows },
        }),
      );
    const swapped = data.groups.filter(({ swappedWith }) => swappedWith !== null);
    const alike = listAlikeNames(normalized.records, data.units);
    const byHow = (how: string | null) => data.repairs.filter((each) => (how === null ? !TOLD_APART.has(each.how) : each.how === how));
    const sum = (list: readonly { rows: number }[]) => list.reduce((all, { rows }) => all + rows, 0);
    const unitName = (pcode: string) => data.units.find((unit) => unit.pcode === pcode)?.name ?? '';
    return [
      ...CAUSES.flatMap((cause) => {
        const groups = data.groups.filter((group) => group.cause === cause);
        return finding(`presence.${cause}`, 'warning', null, items(`presence.${cause}`, groups), {}, rowsOf(groups));
      }),
      ...data.codeSchemes.flatMap(({ level, heading, rows, samples }) =>
        finding(
          'presence.code-scheme',
          'warning',
          level,
          [item('presence.code-scheme', heading, clause('presence.scheme', { rows, heading, samples }))],
          { heading },
          rows,
        ),
      ),
      ...finding('presence.codes-swapped', 'warning', null, items('presence.codes-swapped', swapped), {}, rowsOf(swapped)),
      ...finding(
        'presence.code-wanders',
        'warning',
        null,
        byHow('wanders').map(({ level, rows, codes }) =>
          item(
            'presence.code-wanders',
            `${level}/${codes[0]!.before}`,
            clause('presence.wandered', { rows, code: codes[0]!.before, names: codes.map(({ after }) => unitName(after)) }),
            { pcodes: codes.map(({ after }) => after), values: { rows } },
          ),
        ),
        {},
        sum(byHow('wanders')),
      ),
      ...finding('presence.one-deeper', 'warning', null, repairItems('presence.one-deeper', byHow('deeper')), {}, sum(byHow('deeper'))),
      ...finding('presence.code-repaired', 'info', null, repairItems('presence.code-repaired', byHow(null)), {}, sum(byHow(null))),
      ...finding(
        'presence.name-alike',
        'info',
        null,
        alike.map(({ level, pcode, written, name, rows, samples }) =>
          item('presence.name-alike', `${level}/${pcode}/${written}`, clause('presence.spelled', { rows, written, name, pcode }), {
            rows: samples,
            pcodes: [pcode],
            values: { rows },
          }),
        ),
        {},
        alike.reduce((sum, { rows }) => sum + rows, 0),
      ),
      ...finding('presence.whole-country', 'info', null, [], {}, normalized.wholeCountry),
      ...finding('presence.name-differs', 'info', null, [], {}, normalized.rows.nameDiffers),
      ...finding('presence.without-place', 'warning', null, [], {}, normalized.withoutPlace),
    ];
  },
};

const spellings = (code: string, list: OpenSpelling[]) =>
  list.map(({ text, rows, candidates, parts }) => {
    const written = { rows, text };
    const detail = parts
      ? clause('presence.written-several', { ...written, parts: parts.join(' + ') })
      : candidates.length > 0
        ? clause('presence.written-or', { ...written, choices: candidates })
        : clause('presence.written', written);
    return item(code, foldName(text), detail, { values: { rows } });
  });

const sectorCheck: Check<PresenceContext> = {
  id: 'W4',
  spec: 'HPC global clusters and areas of responsibility; HRinfo organisation types',
  run: ({ data }) => {
    const sum = (list: OpenSpelling[]) => list.reduce((all, { rows }) => all + rows, 0);
    const hasSectors = data.columnsRead.some(({ role }) => role.is === 'sector');
    return [
      ...finding('presence.no-sector-column', 'warning', null, [], {}, hasSectors ? 0 : 1),
      ...finding('presence.sector-open', 'warning', null, spellings('presence.sector-open', data.openSectors), {}, sum(data.openSectors)),
      ...finding('presence.org-type-open', 'info', null, spellings('presence.org-type-open', data.openOrgTypes), {}, sum(data.openOrgTypes)),
    ];
  },
};

/** What a spreadsheet would run, and what a web page would: kept as text, but nobody is called so. */
const FORMULA = /^[=@]|^[+-](?![\s\d])/u;
const MARKUP = /<[a-z!/][^>]*>|javascript:/iu;

const organisationCheck: Check<PresenceContext> = {
  id: 'W5',
  spec: '3W organisation registry: merges are proposed, never made',
  run: ({ data, normalized }) => {
    const names = new Map(data.organisations.map(({ id, name, acronym }) => [id, acronym && acronym !== name ? `${name} (${acronym})` : name]));
    const merges = data.merges.map(({ a, b, because }) =>
      item(
        'presence.merge-proposed',
        `${a}+${b}`,
        clause(because === 'acronym' ? 'presence.acronym' : 'presence.alike', { a: names.get(a)!, b: names.get(b)! }),
      ),
    );
    // Nothing is split that nobody declared; these marks stand in no name.
    const several = data.organisations
      .filter(({ name }) => /\S\s*[;|]\s*\S/u.test(name))
      .map(({ id, name }) => item('presence.organisations-several', id, name.slice(0, 120)));
    const texts = [...data.organisations.flatMap(({ name, acronym }) => [name, acronym ?? '']), ...data.activities];
    const marked = (code: string, pattern: RegExp) => texts.filter((text) => pattern.test(text)).map((text) => item(code, foldName(text), text.slice(0, 120)));
    return [
      ...finding('presence.merge-proposed', 'info', null, merges),
      ...finding(
        'presence.organisations-joined',
        'info',
        null,
        normalized.joined.map(({ id, spellings }) => item('presence.organisations-joined', id, spellings.join(' = '))),
      ),
      ...finding('presence.organisations-several', 'warning', null, several),
      ...finding('presence.formula', 'warning', null, marked('presence.formula', FORMULA)),
      ...finding('presence.markup', 'warning', null, marked('presence.markup', MARKUP)),
    ];
  },
};

const periodCheck: Check<PresenceContext> = {
  id: 'W6',
  spec: '3W records say when; a period is proposed, never assumed',
  run: ({ data, normalized }) => {
    const undated = normalized.records.filter(({ start, end }) => start === null && end === null).length;
    const backwards = normalized.records.filter(({ start, end }) => start !== null && end !== null && end < start);
    const { proposedPeriod: proposed } = data;
    // One question for the whole file, however many rows wait for its answer.
    return [
      ...(proposed
        ? finding('presence.period-proposed', 'warning', null, [], { rows: undated, start: proposed.start, end: proposed.end }, undated > 0 ? 1 : 0)
        : finding('presence.period-missing', 'warning', null, [], { rows: undated }, undated > 0 ? 1 : 0)),
      ...finding(
        'presence.date-unreadable',
        'warning',
        null,
        normalized.unreadableDates
          .slice(0, MAX_ITEMS)
          .map(({ row, text }, i) => item('presence.date-unreadable', `${row}/${i}`, clause('row-text', { row, text: text.slice(0, 60) }), { rows: [row] })),
        {},
        normalized.unreadableDates.length,
      ),
      ...dateFindings(normalized.dateColumns),
      ...finding(
        'presence.end-before-start',
        'warning',
        null,
        backwards
          .slice(0, MAX_ITEMS)
          .map(({ row, start, end }) => item('presence.end-before-start', row, clause('presence.dates', { row, start: start!, end: end! }), { rows: [row] })),
        {},
        backwards.length,
      ),
    ];
  },
};

const CALENDAR_NAMES = {
  gregorian: 'calendar.gregorian',
  persian: 'calendar.persian',
  ethiopic: 'calendar.ethiopic',
  nepali: 'calendar.nepali',
  buddhist: 'calendar.buddhist',
  islamic: 'calendar.islamic',
} as const satisfies Record<Calendar, string>;

/** Dates of another calendar, and dates that wait for a decision. */
function dateFindings(columns: DateColumn[]): Finding[] {
  const foreign = columns.filter(({ calendar }) => calendar !== 'gregorian');
  const open = columns.flatMap(({ heading, odd }) => odd.flatMap((date) => (date.decision === undefined ? [{ heading, ...date }] : [])));
  const calendarItem =
    (code: string) =>
    ({ heading, calendar, samples }: DateColumn) => {
      const { text = '', iso = null } = samples[0] ?? {};
      return item(code, heading, clause('presence.calendar-column', { heading, calendar: clause(CALENDAR_NAMES[calendar]), text, iso: iso ?? '–' }));
    };
  const isTold = ({ samples }: DateColumn) => samples.length > 0 && samples.every(({ iso }) => iso === null);
  return [
    ...finding('presence.calendar-turned', 'warning', null, foreign.filter((each) => !isTold(each)).map(calendarItem('presence.calendar-turned'))),
    ...finding('presence.calendar-told', 'warning', null, foreign.filter(isTold).map(calendarItem('presence.calendar-told'))),
    ...finding(
      'presence.date-odd',
      'warning',
      null,
      open.slice(0, MAX_ITEMS).map(({ heading, text, iso, why, rows, sampleRows }) =>
        item('presence.date-odd', `${heading}/${text}`, clause('presence.odd-date', { heading, text: text || iso, why, rows, first: sampleRows[0] ?? 0 }), {
          rows: sampleRows,
        }),
      ),
      {},
      open.reduce((sum, { rows }) => sum + rows, 0),
    ),
  ];
}

/** The same row once more is most often copied by mistake; it changes activities and people, never organisations. */
const duplicateCheck: Check<PresenceContext> = {
  id: 'W7',
  spec: SPEC,
  run: ({ table }) => {
    // Only tables that describe activities can repeat one; a table of organisation and place alone repeats by nature.
    if (table.columns.length < 6) return { skipped: clause('skipped.few-columns') };
    const seen = new Map<string, number>();
    const repeated: ItemDraft[] = [];
    let count = 0;
    for (let row = 0; row < table.rows; row++) {
      let key = '';
      for (const { cells } of table.columns) key += `${cellText(cells[row] ?? null)}\u0001`;
      const first = seen.get(key);
      const number = table.rowNumbers[row]!;
      if (first === undefined) seen.set(key, number);
      else if (count++ < MAX_ITEMS)
        repeated.push(item('presence.duplicate', number, clause('presence.repeats', { row: number, first }), { rows: [first, number] }));
    }
    return finding('presence.duplicate', 'info', null, repeated, {}, count);
  },
};

const peopleCheck: Check<PresenceContext> = {
  id: 'W8',
  spec: 'People are whole and not below zero; what cannot be read as such is told, never counted as none',
  run: ({ data, normalized: { unreadablePeople } }) => {
    if (!data.columnsRead.some(({ role }) => role.is === 'people')) return { skipped: clause('skipped.no-people-column') };
    const code = 'presence.people-unreadable';
    const items = unreadablePeople
      .slice(0, MAX_ITEMS)
      .map(({ row, text }) => item(code, row, clause('row-text', { row, text: text.slice(0, 60) }), { rows: [row] }));
    return finding(code, 'warning', null, items, {}, unreadablePeople.length);
  },
};

export const presenceChecks: Check<PresenceContext>[] = [
  readingCheck,
  columnCheck,
  boundaryCheck,
  placeCheck,
  coordinateCheck,
  sectorCheck,
  organisationCheck,
  periodCheck,
  duplicateCheck,
  peopleCheck,
];
