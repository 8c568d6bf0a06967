/**
 * The 3W files of ../shared/data with the columns that a person says they have, written down by hand, and a recomputation by code of its own: plain
 * look-ups of codes and names, no scores, nothing of server/matching but what is said here.
 */
import type { Gazetteer } from '../../server/contract/admin.ts';
import type { AdminLevel } from '../../server/contract/ids.ts';
import type { PresenceIngest } from '../../server/presence/pipeline.ts';
import { cellText } from '../../server/formats/tables/rawTable.ts';

export interface RealTable {
  country: string;
  boundaries: string[];
  file: string;
  sheet: string;
  rows: number;
  /** Headings as the file has them; null: it has none. */
  implementing: { name: string | null; acronym: string | null };
  programming: string | null;
  funding: string | null;
  /** Acronyms of those who programme, and of those who pay. */
  acronyms?: { programming: string; funding: string };
  sector: string | null;
  codes: [level: AdminLevel, heading: string][];
  names: [level: AdminLevel, heading: string][];
  /** What is wrong with all codes of the file, as a person would put it right. */
  mend?: (code: string) => string;
  /** Spellings too far from the boundaries' for the looking up below, each looked up by hand (by the Arabic beside it, where there is one). */
  byHand?: Record<string, string>;
  /** Questions about cells that name several organisations: each looked at, each names several. */
  lists?: string[];
}

const ETH = ['eth/ab/eth_adm_csa_bofedb_2021_adm0-2_shp.zip', 'eth/ab/eth_adm3_2021_ibf.geojson'];

export const REAL_3W: RealTable[] = [
  {
    country: 'BFA',
    boundaries: ['bfa/ab/bfa_itos_adm1.topojson', 'bfa/ab/bfa_itos_adm2.topojson', 'bfa/ab/bfa_itos_adm3.topojson'],
    file: 'bfa/3w/bfa_5w_fev2022.xlsx',
    sheet: 'Jan - Fev Public',
    rows: 420,
    implementing: { name: 'Partenaire de mise en œuvre', acronym: null },
    programming: 'Organisation *',
    funding: 'Bailleur de fonds',
    sector: 'Secteur/Cluster*',
    codes: [[3, 'HNO Commune Pcode (Automatic)']],
    names: [[1, 'Région *'], [2, 'Province *'], [3, 'Commune *']], // prettier-ignore
    lists: ['several:bailleur de fonds ×2'],
  },
  {
    country: 'CAF',
    boundaries: [0, 1, 2, 3].map((level) => `caf/ab/caf_admin${level}.parquet`),
    file: 'caf/3w/caf_3w_mar2022.xlsx',
    sheet: 'RCA 3W Qui fait Quoi Où T1 2022',
    rows: 1809,
    implementing: { name: 'Description_Acteur', acronym: 'ACTEUR' },
    programming: null,
    funding: null,
    sector: 'SECTEUR',
    codes: [[1, 'PCODE1'], [2, 'PCODE2']], // prettier-ignore
    names: [[1, 'PREFECTURE'], [2, 'SOUSPREFECTURE']], // prettier-ignore
    // Bangui is one unit at levels 1 and 2; its arrondissements stand in the column of level 2.
    byHand: Object.fromEntries([2, 3, 4, 5, 6, 7, 8].map((number) => [`${number}e Arrondissement`, `CF711${number}`])),
  },
  {
    country: 'GTM',
    boundaries: ['gtm/ab/gtm_itos_adm1.topojson', 'gtm/ab/gtm_itos_adm2.topojson'],
    file: 'gtm/3w/gtm_345w.csv',
    sheet: 'gtm_345w',
    rows: 1197,
    implementing: { name: 'ORGANIZACIÓN IMPLEMENTADORA', acronym: null },
    programming: null,
    funding: 'ORGANIZACIÓN DONANTE',
    sector: 'SECTOR / CLUSTER',
    codes: [[1, 'PCODE1'], [2, 'PCODE2']], // prettier-ignore
    names: [[1, 'ADMIN 1'], [2, 'ADMIN 2']], // prettier-ignore
    byHand: { 'Cobertura Nacional': 'GT' },
  },
  {
    country: 'IRQ',
    boundaries: ['irq/ab/irq_adm_cso_20190603_shp.zip'],
    file: 'irq/3w/irq_3w_jan_to_apr_2022_longtable.xlsx',
    sheet: '3W longtable Jan-Apr 2022 ',
    rows: 4839,
    implementing: { name: 'Partner Full Name', acronym: 'Partner Acronym' },
    programming: null,
    funding: null,
    sector: 'Cluster',
    codes: [[1, 'ADM1_PCODE'], [2, 'ADM2_PCODE'], [3, 'ADM3_PCODE']], // prettier-ignore
    names: [[1, 'Governorate'], [2, 'District'], [3, 'Sub-district']], // prettier-ignore
  },
  {
    country: 'LBN',
    boundaries: ['lbn/ab/lbn_adm_cdr_20200810_adm0-2_shp.zip'],
    file: 'lbn/3w/lbn_sectorsreporting_bydistrict_20240902_hxlated.csv',
    sheet: 'lbn_sectorsreporting_bydistrict_20240902_hxlated',
    rows: 13_599,
    implementing: { name: 'partner.partner_full_name', acronym: 'partner.name' },
    programming: null,
    funding: null,
    sector: 'Sector',
    codes: [[1, 'Admin1Code'], [2, 'Admin2Code']], // prettier-ignore
    names: [[1, 'Admin1'], [2, 'Admin2']], // prettier-ignore
    byHand: { Metn: 'LB36' },
    lists: ['several:partner name ×31'],
  },
  {
    country: 'MLI',
    boundaries: ['mli/ab/mli_itos_adm1.geojson', 'mli/ab/mli_itos_adm2.geojson', 'mli/ab/mli_itos_adm3.geojson'],
    file: 'mli/3w/mli_5w_mar2022.xlsx',
    sheet: 'ML_5W',
    rows: 22_805,
    implementing: { name: null, acronym: 'Organisation Accronyme' },
    programming: null,
    funding: null,
    sector: null,
    codes: [[1, 'admin1Pcod'], [2, 'admin2Pcod']], // prettier-ignore
    names: [[1, 'Region'], [2, 'Cercle']], // prettier-ignore
    mend: (code) => code.replace(/^MLI/, 'ML'),
  },
  {
    country: 'VEN',
    boundaries: ['ven/ab/ven_itos_adm1.topojson'],
    file: 'ven/3w/ven_3w.xlsx',
    sheet: '3W - Venezuela',
    rows: 275_845,
    implementing: { name: 'Implementing Partner', acronym: null },
    programming: null,
    funding: null,
    sector: null,
    codes: [[1, 'State Code']],
    names: [],
  },
  {
    country: 'YEM',
    boundaries: ['yem/ab/yem_admin1_v01.geojson', 'yem/ab/yem_itos_adm2.topojson'],
    file: 'yem/3w/yem_education_cluster_activities_2019.xlsx',
    sheet: 'YHRP Dataset ( Jan-June )',
    rows: 4728,
    implementing: { name: 'Organization Name - إسم المنظمة', acronym: 'Organization Acronym - إختصار إسم المنظمة' },
    programming: null,
    funding: null,
    sector: null,
    codes: [[1, 'Governorate Code']],
    names: [[1, 'Governorate - المحافظة'], [2, 'District - المديرية']], // prettier-ignore
    mend: (code) => (/^\d+$/.test(code) ? `YE${code.padStart(2, '0')}` : code),
    byHand: {
      "الضالع / Ad Dhale'e": 'YE3006',
      'حبيش / Hubaysh': 'YE1108',
      'سنحان وبني بهلول / Sanhan': 'YE2305',
      'ردمان / Radman Al Awad': 'YE1412',
      'الحصين / Al Hussein': 'YE3005',
    },
  },
  {
    country: 'ETH',
    boundaries: ETH,
    file: 'eth/3w/ethiopia_4w_may_to_july_2025.csv',
    sheet: 'ethiopia_4w_may_to_july_2025',
    rows: 9969,
    implementing: { name: 'Implementing Partner Name', acronym: 'Implementing Partner Acronym' },
    programming: 'Program Partner Name',
    funding: 'Donor Name',
    acronyms: { programming: 'Program partner Acronym', funding: 'Donor Acronym' },
    sector: 'Cluster',
    codes: [[3, 'WoredaPcod']],
    names: [[1, 'Region'], [2, 'Zone'], [3, 'Woreda']], // prettier-ignore
  },
  {
    country: 'ETH',
    boundaries: ETH,
    file: 'eth/3w/ethiopia_4w_february_2022.xlsx',
    sheet: 'Eth_4Ws_February_2022',
    rows: 7900,
    implementing: { name: 'Implementing agency Name', acronym: 'Implementing agency Acronym' },
    programming: 'Programme Organization',
    funding: 'Donor',
    sector: 'Sector',
    codes: [[3, 'HNO Woreda Pcode']],
    names: [[1, 'Region'], [2, 'Zone'], [3, 'Woreda']], // prettier-ignore
    lists: ['several:donor ×543', 'several:implementing agency name ×6'],
  },
];

const flattened = new Map<string, string>();
/** Letters and digits only, without accents: own, and coarser than the product's. Names of units are asked for again with every row. */
function flat(text: string): string {
  const known = flattened.get(text);
  if (known !== undefined) return known;
  const made = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  flattened.set(text, made);
  return made;
}

/** How many letters must change between two texts. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + Number(a[i - 1] !== b[j - 1])));
    row = next;
  }
  return row[b.length]!;
}
const isWithin = (a: string, b: string, most: number) => Math.abs(a.length - b.length) <= most && (a === b || distance(a, b) <= most);

export interface Recomputed {
  rows: number;
  /** Rows that have a unit for certain, by the product and by the recomputation; and rows where a person is asked. */
  placed: number;
  statable: number;
  asked: number;
  /** Placed rows whose unit is not the one that code and names of the row state. */
  wrong: { row: number; unit: string; states: string }[];
  organisations: number;
  /** Different spellings in the columns of organisations. */
  spellings: number;
}

/** Every row looked up again: its deepest code that the boundaries have, else its deepest name inside the unit above. */
export function recompute(own: RealTable, { table, data }: PresenceIngest, levels: Gazetteer['levels']): Recomputed {
  const column = (heading: string) => {
    const at = table.columns.findIndex(({ name }) => name === heading);
    if (at < 0) throw new Error(`${own.file} has no column "${heading}"; it has ${table.columns.map(({ name }) => `"${name}"`).join(', ')}`);
    return (row: number) => cellText(table.columns[at]!.cells[row] ?? null).trim();
  };
  const mend = own.mend ?? ((code) => code);
  const units = new Map(levels.flatMap((each) => each.units.map((unit) => [unit.pcode as string, { ...unit, level: each.level }] as const)));
  const codes = own.codes.map(([level, heading]) => ({ level, cell: column(heading) }));
  const names = own.names.map(([level, heading]) => ({ level, cell: column(heading) }));
  const inside = (pcode: string, above: string): boolean => {
    for (let at = units.get(pcode); at; at = at.parentPcode === null ? undefined : units.get(at.parentPcode)) if (at.pcode === above) return true;
    return false;
  };
  const isCalled = (pcode: string, text: string): boolean => {
    const parts = text
      .split('/')
      .map((part) => flat(part.replace(/\bworeda\b/i, '')))
      .filter(Boolean);
    return (units.get(pcode)?.names ?? []).some(({ name }) => parts.some((part) => isWithin(part, flat(name), Math.max(1, flat(name).length * 0.34))));
  };
  /** The names of the row are those of the unit, exactly, and of all above it that are named, but for one letter, and of no other unit: the code alone says another place. */
  const isTwoAgainstOne = (pcode: string, said: { level: number; text: string }[]): boolean => {
    const level = units.get(pcode)!.level;
    const fits = (own: string): boolean =>
      said.every((each) => {
        let at = units.get(own);
        while (at && at.level > each.level) at = at.parentPcode === null ? undefined : units.get(at.parentPcode);
        return each.level > level
          ? each.text === ''
          : at !== undefined && at.names.some(({ name }) => isWithin(flat(name), flat(each.text), each.level < level ? 1 : 0));
      });
    return (
      said.filter(({ text }) => text !== '').length > 1 &&
      fits(pcode) &&
      [...units.values()].filter((unit) => unit.level === level && fits(unit.pcode)).length === 1
    );
  };
  const at = new Map(table.rowNumbers.length === table.rows ? Array.from({ length: table.rows }, (_, i) => [table.rowNumbers[i]!, i] as const) : []);
  const result: Recomputed = { rows: data.records.row.length, placed: 0, statable: 0, asked: data.rows.needReview, wrong: [], organisations: 0, spellings: 0 };
  data.records.row.forEach((number, i) => {
    const row = at.get(number)!;
    const states = codes.flatMap(({ level, cell }) => {
      const code = mend(cell(row));
      return units.get(code)?.level === level ? [code] : [];
    });
    const deepest = states.at(-1);
    if (deepest !== undefined) result.statable++;
    if (data.records.question[i]! >= 0 || data.records.unit[i]! < 0) return;
    const unit = data.units[data.records.unit[i]!]!.pcode as string;
    if (data.units[data.records.unit[i]!]!.level === 0) {
      if (names.some(({ cell }) => own.byHand?.[cell(row)] === unit)) result.placed++;
      return;
    }
    result.placed++;
    const said = names.filter(({ level }) => level === units.get(unit)!.level).map(({ cell }) => cell(row));
    // The code is the unit; where the row has none of that level, its name is, inside what codes above say.
    const isByHand = names.some(({ cell }) => own.byHand?.[cell(row)] === unit);
    // What is asked last looks through all units of a level.
    const isRight =
      unit === deepest ||
      isByHand ||
      (states.every((code) => inside(unit, code)) && said.some((text) => isCalled(unit, text))) ||
      isTwoAgainstOne(
        unit,
        names.map(({ level, cell }) => ({ level, text: cell(row) })),
      );
    if (!isRight) result.wrong.push({ row: number, unit, states: [...states, ...names.map(({ cell }) => cell(row))].join(' / ') });
  });
  const bodies = [own.implementing.name, own.implementing.acronym].filter((heading) => heading !== null).map(column);
  const spelt = new Set<string>();
  for (let row = 0; row < table.rows; row++) {
    const text = bodies.map((cell) => flat(cell(row))).find(Boolean);
    if (text) spelt.add(text);
  }
  result.spellings = spelt.size;
  result.organisations = new Set(data.records.implementing.flatMap((set) => data.orgSets[set]!)).size;
  return result;
}
