/** A contact list as an information manager keeps it, sixty rows with the usual dirt, and what is true of each row. All of it is invented. */
import { createRandom } from '../../../server/sample/random.ts';
import { rowsXml, workbookOf } from '../tables/workbook.ts';

type SheetCell = string | number | null;

/** What a row is written for. */
export type ContactDirt =
  | 'clean'
  | 'misspelt-cluster'
  | 'two-persons'
  | 'two-persons-one-address'
  | 'phone-as-number'
  | 'short-phone-as-number'
  | 'rounded-phone'
  | 'bad-address'
  | 'family-first'
  | 'odd-role'
  | 'bad-date'
  | 'vacant'
  | 'second-role'
  | 'no-such-group'
  | 'misspelt-organisation'
  | 'blank-group'
  | 'mailbox';
export interface ContactRow {
  /** As a spreadsheet counts. */
  row: number;
  dirt: ContactDirt;
  name: string;
}

const CLUSTERS = ['Nutrition Cluster', 'WASH Cluster', 'Health Cluster', 'Education Cluster'];
const ORGANISATIONS = ['Horizon Relief', 'Blue Savanna', 'Rural Solidarity Network', 'Médecins Ensemble', 'Coastal Aid Council', 'Ministry of Water'];
const FIRST = ['Alba', 'Bilal', 'Chidi', 'Dalia', 'Emil', 'Farah', 'Goran', 'Hana', 'Idris', 'Jolie'];
const LAST = ['Abane', 'Borel', 'Cissokhe', 'Doumare', 'Esteval', 'Fofane'];
const DIRT: readonly ContactDirt[] = [
  'misspelt-cluster',
  'two-persons',
  'phone-as-number',
  'bad-address',
  'two-persons-one-address',
  'short-phone-as-number',
  'family-first',
  'rounded-phone',
  'odd-role',
  'bad-date',
  'vacant',
  'second-role',
  'no-such-group',
  'misspelt-organisation',
  'blank-group',
  'mailbox',
];
const address = (name: string) => `${name.toLowerCase().replace(' ', '.')}@example.org`;

/** Two rows of headings, the upper one merged over several columns; a total below. */
export function makeContactSheet(seed = 5, rows = 60): { bytes: Uint8Array; truth: ContactRow[] } {
  const random = createRandom(seed);
  const cells: SheetCell[][] = [
    ['Coordination', null, 'Contact', null, null, null, null, 'Location', null, 'Mission', null],
    ['Cluster', 'Role', 'Full name', 'Organisation', 'Job title', 'Email', 'Phone', 'Duty station', 'Languages', 'Arrival date', 'Departure date'],
  ];
  const truth: ContactRow[] = [];
  for (let i = 0; i < rows; i++) {
    const dirt: ContactDirt = i > 5 && i % 3 === 0 ? DIRT[(i / 3 - 2) % DIRT.length]! : 'clean';
    const cluster = CLUSTERS[Math.floor((i * CLUSTERS.length) / rows)]!;
    const name = `${FIRST[i % FIRST.length]} ${LAST[Math.floor(i / FIRST.length) % LAST.length]}`;
    const organisation = random.pick(ORGANISATIONS);
    const line: SheetCell[] = [
      cluster,
      i % 15 === 0 ? 'Coordinator' : i % 15 === 1 ? 'IM Officer' : 'Member',
      name,
      organisation,
      i % 2 === 0 ? 'Programme officer' : 'Team lead',
      address(name),
      `+999 20 555 ${String(1000 + i)}`,
      i % 4 === 0 ? 'North' : 'Port Azul',
      i % 2 === 0 ? 'English, French' : 'Arabic',
      '2026-01-15',
      i % 5 === 0 ? '2026-12-31' : null,
    ];
    if (dirt === 'misspelt-cluster') line[0] = cluster.replace('ti', 'it').replace('Cl', 'Kl').replace('SH', 'HS');
    if (dirt === 'two-persons') [line[2], line[5], line[6]] = [`${name} / Zoe ${LAST[(i / 3) % LAST.length]}`, `${address(name)}; zoe${i}@example.org`, null];
    if (dirt === 'two-persons-one-address') line[2] = `${name} & Yann ${LAST[i % LAST.length]}`;
    if (dirt === 'phone-as-number') line[6] = 999_205_551_000 + i;
    if (dirt === 'short-phone-as-number') line[6] = 205_551_000 + i;
    if (dirt === 'rounded-phone') line[6] = '9.99206E+11';
    if (dirt === 'bad-address') line[5] = address(name).replace('@', ' (at) ');
    if (dirt === 'family-first') line[2] = name.split(' ').toReversed().join(', ');
    if (dirt === 'odd-role') line[1] = 'Liaison';
    if (dirt === 'bad-date') line[10] = 'end of project';
    if (dirt === 'vacant') line[2] = 'VACANT';
    // Somebody who stands in the sheet already, in a group of another kind.
    if (dirt === 'second-role') [line[0], line[2], line[5]] = ['GIS', 'Alba Abane', address('Alba Abane')];
    if (dirt === 'no-such-group') line[0] = 'Winterisation';
    if (dirt === 'misspelt-organisation') line[3] = 'Horizon Releif';
    if (dirt === 'blank-group') line[0] = null;
    if (dirt === 'mailbox') line[5] = 'wash@example.org';
    cells.push(line);
    truth.push({ row: i + 3, dirt, name });
  }
  cells.push(['Total', null, null, null, null, null, null, null, null, null, null]);
  const merges = ['A1:B1', 'C1:G1', 'H1:I1', 'J1:K1'].map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return { bytes: workbookOf([{ name: 'Contact list', rows: rowsXml(cells), after: `<mergeCells>${merges}</mergeCells>` }]), truth };
}
