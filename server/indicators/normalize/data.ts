/** All tables of an upload → one set of values: areas, series, the ledger of rows. Pure. */
import type { Gazetteer } from '../../contract/admin.ts';
import type { Iso3 } from '../../contract/ids.ts';
import { conceptOf } from '../../contract/indicators/concepts.ts';
import type { IndicatorData, IndicatorRows, MeasuredIndicator, Series } from '../../contract/indicators/data.ts';
import type { Indicator } from '../../contract/indicators/indicators.ts';
import { FLAGS, type ObservationPeriod } from '../../contract/indicators/terms.ts';
import { cellText } from '../../formats/tables/rawTable.ts';
import { countryName, iso3Of } from '../../matching/countries.ts';
import { foldName } from '../../matching/fold.ts';
import type { PlaceMatcher, PlaceMatcherOptions } from '../../matching/places.ts';
import { LANGS } from '../../contract/languages.ts';
import type { ReadTable } from '../columns/read.ts';
import { indicatorTitle } from '../titles.ts';
import { createAreas, type AreaDecision, type Areas, type PlaceCells } from './areas.ts';
import { layoutOf, valuesOf } from './layout.ts';
import { createRowReader, dayOf, indicatorCodeOf, readCell, type CellKey } from './rows.ts';

export interface NormalizeOptions {
  country: Iso3;
  places: PlaceMatcher | null;
  repair: PlaceMatcherOptions['repair'];
  levels: Gazetteer['levels'];
  sector: (text: string) => string | undefined;
  /** The agreed list of the country. */
  listed: readonly Indicator[];
  decisions: ReadonlyMap<string, AreaDecision>;
}

export interface Normalized extends Pick<IndicatorData, 'indicators' | 'series' | 'areas' | 'values' | 'repeats' | 'rows' | 'questions' | 'repairs'> {
  /** Of columns of dates that are no period of their own. */
  dates: ObservationPeriod | null;
  areasRead: Areas;
  /** Cells that hold a text where a number should be. */
  texts: { sheet: number; row: number; heading: string; text: string }[];
  notNumbers: number;
  /** Shares that were written in hundredths, by heading. */
  percents: string[];
}

/** Texts that are listed. */
const MAX_TEXTS = 1000;

export function normalizeTables(reads: readonly { read: ReadTable; sheet: number }[], options: NormalizeOptions): Normalized {
  const areas = createAreas({
    places: options.places,
    repair: options.repair,
    levels: options.levels.map(({ level }) => level).filter((level) => level > 0),
    decisions: options.decisions,
  });
  const register = createSeries(options.listed);
  const values: IndicatorData['values'] = { series: [], area: [], value: [], flag: [], sheet: [], row: [], column: [] };
  const rows: IndicatorRows = { read: 0, blank: 0, dropped: {}, otherCountries: {}, placed: {}, notPlaced: 0, needReview: 0 };
  const out: Normalized = {
    ...register.made,
    areas: areas.list,
    values,
    repeats: 'once',
    rows,
    questions: areas.questions,
    repairs: [],
    dates: null,
    areasRead: areas,
    texts: [],
    notNumbers: 0,
    percents: [],
  };
  const perRow: number[] = [];
  for (const { read, sheet } of reads) addTable(read, sheet, { options, areas, register, out, perRow });
  for (const area of perRow) {
    const { pcode, method, question, shares } = areas.list[area]!;
    if (pcode !== null || shares.length > 0) rows.placed[shares.length > 0 ? 'human' : method] = (rows.placed[shares.length > 0 ? 'human' : method] ?? 0) + 1;
    else rows.notPlaced++;
    if (question !== null) rows.needReview++;
  }
  for (const question of areas.questions) question.rows = areas.list[question.area]!.rows;
  register.linkShares();
  out.repairs = [...areas.repairs.values()];
  out.repeats = reads.length > 0 && reads.every(({ read }) => layoutOf(read) === 'dtm') ? 'sites' : 'once';
  return out;
}

interface Into {
  options: NormalizeOptions;
  areas: Areas;
  register: SeriesRegister;
  out: Normalized;
  perRow: number[];
}

function addTable(read: ReadTable, sheet: number, { options, areas, register, out, perRow }: Into): void {
  const { table, columns, styles } = read;
  const { rows, values } = out;
  rows.read += table.rows;
  rows.blank += table.dropped.blank;
  for (const reason of ['total', 'instruction', 'repeatedHeader'] as const) {
    const count = table.dropped[reason];
    rows.read += count;
    if (count > 0) rows.dropped[reason] = (rows.dropped[reason] ?? 0) + count;
  }
  const otherOf = createCountryTest(read, options.country);
  const reader = createRowReader(
    read,
    {
      sector: options.sector,
      listed: (text) => options.listed.find(({ code, title }) => code === text || Object.values(title).some((each) => foldName(each) === foldName(text)))?.code,
    },
    (row) => otherOf(row) === null,
  );
  const placeColumns = groupPlaces(read);
  const dates = columns.flatMap(({ role, column }) => (role.is === 'date' ? [column] : []));
  const cells = valuesOf(read).map(({ column, role }) => ({ column, role, percent: role.measure === 'share' && isPercent(read, column) }));
  out.percents.push(...cells.flatMap(({ column, percent }) => (percent ? [columns[column]!.heading] : [])));
  // Rows that say the same have the same series, column by column.
  const seriesOf = new Map<string, Map<number, number>>();
  for (let row = 0; row < table.rows; row++) {
    const other = otherOf(row);
    if (other !== null) {
      rows.dropped['otherCountry'] = (rows.dropped['otherCountry'] ?? 0) + 1;
      rows.otherCountries[other] = (rows.otherCountries[other] ?? 0) + 1;
      continue;
    }
    const area = areas.of(
      placeColumns.map(({ level, code, name }): PlaceCells => ({
        level,
        code: code === null ? null : (table.columns[code]!.cells[row] ?? null),
        name: name === null ? null : (table.columns[name]!.cells[row] ?? null),
      })),
    );
    perRow.push(area);
    for (const column of dates) out.dates = widen(out.dates, dayOf(table.columns[column]!.cells[row] ?? null));
    const said = reader.read(row);
    const { periods, without, ...rest } = said;
    const rowId = JSON.stringify([rest, [...periods]]);
    const own = seriesOf.get(rowId) ?? new Map<number, number>();
    seriesOf.set(rowId, own);
    for (const { column, role, percent } of cells) {
      const { value, flag, text } = readCell(table.columns[column]!.cells[row] ?? null, styles.get(column)!);
      // The row has no analysis of this type, as its blank dates say: there is nothing that could be without data.
      if (value === null && flag === 'noData' && without.size > 0 && without.has(role.type ?? said.type ?? 'observed')) continue;
      if (text !== undefined && ++out.notNumbers <= MAX_TEXTS)
        out.texts.push({ sheet, row: table.rowNumbers[row]!, heading: columns[column]!.heading, text: text.slice(0, 80) });
      let at = own.get(column);
      if (at === undefined) own.set(column, (at = register.of(reader.key(role, said), role.measure, columns[column]!.heading)));
      values.series.push(at);
      values.area.push(area);
      values.value.push(value === null ? null : percent ? value / 100 : value);
      values.flag.push(FLAGS.indexOf(flag));
      values.sheet.push(sheet);
      values.row.push(table.rowNumbers[row]!);
      values.column.push(column);
    }
  }
}

const widen = (span: ObservationPeriod | null, day: string | null): ObservationPeriod | null =>
  day === null ? span : span === null ? { start: day, end: day } : { start: day < span.start ? day : span.start, end: day > span.end ? day : span.end };

/** Shares are parts of one; a column with more is in hundredths. */
function isPercent({ table, styles }: ReadTable, column: number): boolean {
  for (const cell of table.columns[column]!.cells) {
    const { value } = readCell(cell, styles.get(column)!);
    if (value !== null && value > 1.5) return true;
  }
  return false;
}

/** Columns of code and name of each level; those of no level after them. */
function groupPlaces({ columns }: ReadTable): { level: PlaceCells['level']; code: number | null; name: number | null }[] {
  const groups = new Map<PlaceCells['level'], { level: PlaceCells['level']; code: number | null; name: number | null }>();
  for (const { role, column } of columns) {
    if (role.is !== 'pcode' && role.is !== 'name') continue;
    const own = groups.get(role.level) ?? { level: role.level, code: null, name: null };
    groups.set(role.level, own);
    if (role.is === 'pcode') own.code = column;
    else own.name = column;
  }
  return [...groups.values()].toSorted((a, b) => (a.level ?? 9) - (b.level ?? 9));
}

/** What a row of another country calls it; null of rows of this one, and of those that say none. */
function createCountryTest({ columns, table }: ReadTable, country: Iso3): (row: number) => string | null {
  const at = columns.flatMap(({ role, column }) => (role.is === 'country' ? [column] : []));
  const own = new Set(LANGS.map((lang) => foldName(countryName(country, lang))));
  const said = new Map<string, boolean | null>();
  /** Whether it is this one; null where a text is no country that is known. */
  const isThis = (text: string): boolean | null => {
    let is = said.get(text);
    if (is === undefined) {
      const code = iso3Of(text);
      is = code ? code === country : own.has(foldName(text)) ? true : null;
      said.set(text, is);
    }
    return is;
  };
  return (row) => {
    const texts = at.map((column) => cellText(table.columns[column]!.cells[row] ?? null)).filter(Boolean);
    if (texts.length === 0) return null;
    const told = texts.map(isThis);
    if (told.includes(true)) return null;
    const code = texts.find((text) => iso3Of(text) !== null);
    // A name that nobody knows may be this country in another spelling; a code is not.
    return code ? (iso3Of(code) as string) : null;
  };
}

interface SeriesRegister {
  made: { indicators: MeasuredIndicator[]; series: Series[] };
  of(key: CellKey, measure: MeasuredIndicator['measure'], heading: string): number;
  /** Shares find their numerators and denominators. */
  linkShares(): void;
}

function createSeries(listed: readonly Indicator[]): SeriesRegister {
  const made: SeriesRegister['made'] = { indicators: [], series: [] };
  const indicators = new Map<string, number>();
  const seen = new Map<string, number>();
  const agreed = new Map(listed.map((each) => [each.code, each]));

  function measured(key: CellKey, measure: MeasuredIndicator['measure']): number {
    const code = indicatorCodeOf(key);
    let at = indicators.get(code);
    if (at === undefined) {
      at = made.indicators.push(toMeasured(code, key, measure, agreed.get(code))) - 1;
      indicators.set(code, at);
    }
    return at;
  }

  return {
    made,
    of(key, measure, heading) {
      const { period, dimensions: d } = key;
      const id = [key.concept, key.sector, key.status, key.type, key.phase, period?.start, period?.end, key.analysis, d.sex, d.age, d.group, d.category].join(
        '\u0001',
      );
      let at = seen.get(id);
      if (at === undefined) {
        const { status, type, phase, analysis, dimensions } = key;
        at =
          made.series.push({
            indicator: measured(key, measure),
            status,
            type,
            period,
            analysis,
            phase,
            dimensions,
            numerator: null,
            denominator: null,
            headings: [],
          }) - 1;
        seen.set(id, at);
      }
      const { headings } = made.series[at]!;
      if (!headings.includes(heading)) headings.push(heading);
      return at;
    },
    linkShares() {
      const idOf = (concept: string, { status, type, period, analysis, dimensions: d }: Series, phase: string | null) =>
        [concept, null, status, type, phase, period?.start, period?.end, analysis, d.sex, d.age, d.group, d.category].join('\u0001');
      for (const series of made.series) {
        const { code, measure } = made.indicators[series.indicator]!;
        if (measure !== 'share' || !code.endsWith('-SHARE')) continue;
        const counted = code.slice(0, -'-SHARE'.length);
        series.numerator = seen.get(idOf(counted, series, series.phase)) ?? null;
        series.denominator = seen.get(idOf(counted, series, 'all')) ?? null;
      }
    },
  };
}

/** By the agreed list where it has the code, else by what the concept says: proposed, until the list has it. */
function toMeasured(code: string, { concept, sector }: CellKey, measure: MeasuredIndicator['measure'], own: Indicator | undefined): MeasuredIndicator {
  if (own)
    return {
      code,
      state: own.state === 'retired' ? 'retired' : own.state === 'agreed' ? 'agreed' : 'proposed',
      title: own.title,
      sector: own.sector,
      kind: own.kind,
      measure: own.measure,
      unit: own.unit,
      additive: own.additive.units,
      time: own.additive.time,
      direction: own.direction,
      classes: own.classes,
    };
  const known = conceptOf(concept);
  return {
    code,
    state: 'proposed',
    title: indicatorTitle(concept, sector),
    sector,
    kind: known?.kind ?? 'context',
    measure: known?.measure ?? measure,
    unit: known?.unit ?? '',
    additive: known?.additive ?? (measure === 'people' || measure === 'things'),
    time: known?.time ?? 'stock',
    direction: known?.direction ?? 'none',
    classes: known?.classes ?? [],
  };
}
