/** The schedule as a flat table, one row for each entry. */
import type { Entry } from '../../contract/schedule/schedule.ts';
import { toCsv } from '../../formats/tables/write.ts';

/** What the table says around what is kept. */
export interface TableText {
  seriesName: (entry: Pick<Entry, 'series' | 'title'>) => string;
  categoryOf: (entry: Pick<Entry, 'series'>) => string;
  groupName: (id: string) => string;
  organisationName: (id: string) => string;
  stateName: (state: Entry['state']) => string;
}

const AND = '; ';

/** UTF-8 with a byte order mark, RFC 4180; a text that a spreadsheet would run as a formula is defused. */
export function writeTable(entries: readonly Entry[], text: TableText): Uint8Array<ArrayBuffer> {
  const columns: [heading: string, of: (entry: Entry) => string | number | null][] = [
    ['category', (entry) => text.categoryOf(entry)],
    ['series', ({ series }) => series],
    ['series_name', (entry) => text.seriesName(entry)],
    ['custodian_group', ({ group }) => group && text.groupName(group)],
    ['custodian_organisation', ({ organisation }) => organisation && text.organisationName(organisation)],
    ['dataset', ({ dataset }) => dataset],
    ['link', ({ link }) => link],
    ['state', ({ state }) => state],
    ['state_name', ({ state }) => text.stateName(state)],
    ['due', ({ due }) => due?.day ?? null],
    ['overdue_from', ({ due }) => due?.overdue ?? null],
    ['delinquent_from', ({ due }) => due?.delinquent ?? null],
    ['covers_from', ({ covered }) => covered?.from ?? null],
    ['covers_to', ({ covered }) => covered?.to ?? null],
    ['last_data', ({ lastData }) => lastData],
    ['published', ({ published }) => published],
    ['version', ({ version }) => version],
    ['reviewed', ({ reviewed }) => reviewed],
    ['frequency_days', ({ frequency }) => frequency],
    ['rule', ({ rrule }) => rrule],
    ['steps', ({ stepDays }) => stepDays.map(({ from, to, day }) => `${from} > ${to} ${day}`).join(AND)],
    ['completeness', ({ completeness }) => completeness],
    ['comment', ({ comment }) => comment],
    ['sensitivity', ({ held }) => held?.class ?? null],
    ['audience', ({ held }) => held?.audience ?? null],
    ['access', ({ access }) => access],
    ['format', ({ format }) => format],
  ];
  return toCsv([columns.map(([heading]) => heading), ...entries.map((entry) => columns.map(([, of]) => of(entry)))]);
}
