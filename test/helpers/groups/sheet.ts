/** A sheet about coordination as an information manager keeps it, sixty rows with the usual dirt, and what is true of each row. */
import { createRandom } from '../../../server/sample/random.ts';
import { rowsXml, workbookOf } from '../tables/workbook.ts';

type SheetCell = string | number | null;

/** What a row is written for. */
export type Dirt =
  | 'clean'
  | 'misspelt-cluster'
  | 'two-organisations'
  | 'serial-date'
  | 'blank-group'
  | 'two-persons'
  | 'misspelt-organisation'
  | 'odd-role'
  | 'bad-date'
  | 'nobody';
export interface SheetRow {
  /** As a spreadsheet counts. */
  row: number;
  dirt: Dirt;
}

const CLUSTERS = ['Nutrition Cluster', 'WASH Cluster', 'Health Cluster', 'Education Cluster'];
const ORGANISATIONS = ['Horizon Relief', 'Blue Savanna', 'Rural Solidarity Network', 'Médecins Ensemble', 'Coastal Aid Council', 'Ministry of Water'];
const FIRST = ['Alba', 'Bilal', 'Chidi', 'Dalia', 'Emil', 'Farah', 'Goran', 'Hana', 'Idris', 'Jolie'];
const LAST = ['Abane', 'Borel', 'Cissokhe', 'Doumare', 'Esteval', 'Fofane'];
const DIRT: readonly Dirt[] = [
  'misspelt-cluster',
  'two-organisations',
  'serial-date',
  'blank-group',
  'two-persons',
  'misspelt-organisation',
  'odd-role',
  'bad-date',
  'nobody',
];
/** 2026-01-15 as a spreadsheet counts days. */
const SERIAL = 46_037;

export function makeStructureSheet(seed = 3, rows = 60): { bytes: Uint8Array; truth: SheetRow[] } {
  const random = createRandom(seed);
  // Two rows of headings, the upper one merged over several columns.
  const cells: SheetCell[][] = [
    ['Coordination', null, 'Organisation', null, 'Focal point', null, null, 'Period', null],
    ['Cluster', 'Hub', 'Organisation name', 'Capacity', 'Full name', 'Role', 'Email', 'Start date', 'End date'],
  ];
  const truth: SheetRow[] = [];
  for (let i = 0; i < rows; i++) {
    const dirt: Dirt = i > 8 && i % 3 === 0 ? DIRT[(i / 3) % DIRT.length]! : 'clean';
    const cluster = CLUSTERS[Math.floor((i * CLUSTERS.length) / rows)]!;
    const organisation = random.pick(ORGANISATIONS);
    const name = `${FIRST[i % FIRST.length]} ${LAST[Math.floor(i / FIRST.length) % LAST.length]}`;
    const line: SheetCell[] = [
      cluster,
      null,
      organisation,
      i % 15 === 0 ? 'Lead' : i % 15 === 1 ? 'Co-lead' : 'Member',
      name,
      i % 15 === 0 ? 'Coordinator' : i % 15 === 1 ? 'IMO' : 'Member',
      `${name.toLowerCase().replace(' ', '.')}@example.org`,
      '2026-01-15',
      null,
    ];
    if (dirt === 'misspelt-cluster') line[0] = cluster.replace('ti', 'it').replace('Cl', 'Kl').replace('SH', 'HS');
    if (dirt === 'two-organisations') line[2] = `${organisation} / Unknown Partner ${i}`;
    if (dirt === 'serial-date') line[7] = SERIAL;
    if (dirt === 'blank-group') line[0] = null;
    if (dirt === 'two-persons') line[4] = `${name} / Zoe ${LAST[i % LAST.length]}`;
    if (dirt === 'misspelt-organisation') line[2] = `${organisation.slice(0, -2)}${organisation.at(-1)}x`;
    if (dirt === 'odd-role') line[5] = 'Liaison';
    if (dirt === 'bad-date') line[8] = 'end of project';
    if (dirt === 'nobody') line[2] = 'TBD';
    cells.push(line);
    truth.push({ row: i + 3, dirt });
  }
  cells.push(['Total', null, null, null, null, null, null, null, null]);
  const merges = ['A1:B1', 'C1:D1', 'E1:G1', 'H1:I1'].map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return { bytes: workbookOf([{ name: 'Contacts', rows: rowsXml(cells), after: `<mergeCells>${merges}</mergeCells>` }]), truth };
}
