/** Defects of codes, names, languages, dates and columns: one unit each, so that each can be found alone. */
import type { LayerDraft, Planted } from './draft.ts';
import { fold } from './names.ts';
import type { ShapeTools } from './draft.ts';

type Severity = Planted['severity'];
type Values = Record<string, unknown>;

/** Plants what there is room for, the most telling first. `layers` holds the companion files by name. */
export function spoilAttributes(tools: ShapeTools, capitals: LayerDraft): void {
  const { country, levels, picker, planted } = tools;
  const deep = country.levels.length - 1;
  const { units } = country.levels[deep]!;
  const draft = levels[deep]!;
  const code = `adm${deep}_pcode`;
  const name = `adm${deep}_name`;
  const note = (check: string, kind: string, severity: Severity, rows: number[], also: string[]) =>
    planted.push({
      check,
      kind,
      severity,
      level: deep,
      file: draft.file,
      pcodes: rows.map((row) => units[row]!.pcode),
      rows: rows.map((row) => row + 1),
      also,
    });
  const spoil = (
    check: string,
    kind: string,
    severity: Severity,
    change: (values: Values, row: number) => void,
    also: string[] = [],
    fits?: (row: number) => boolean,
  ) => {
    const row = picker.takeRow(fits);
    if (row === -1) return;
    change(draft.edit(row).properties, row);
    note(check, kind, severity, [row], also);
  };
  const pcode = (row: number) => units[row]!.pcode;
  const latin = (row: number) => units[row]!.name[0];
  const isLong = (row: number) => latin(row).length >= 6;
  const hasAccent = (row: number) => fold(latin(row)) !== latin(row).toLowerCase();

  // Codes.
  spoil('P1', 'code-missing', 'error', (values) => (values[code] = null), ['P6', 'P7']);
  spoil('P2', 'code-as-number', 'error', (values, row) => (values[code] = Number(pcode(row).slice(2))), ['P3', 'P4', 'P5', 'P7', 'P9']);
  spoil('P3', 'delimiter-in-code', 'error', (values, row) => (values[code] = `${pcode(row).slice(0, 4)}-${pcode(row).slice(4)}`), ['P5', 'P7']);
  spoil('P4', 'prefix-of-nobody', 'error', (values, row) => (values[code] = `ZZ${pcode(row).slice(2)}`), ['P7']);
  spoil('P4', 'prefix-iso3', 'warning', (values, row) => (values[code] = country.iso3 + pcode(row).slice(2)), ['P5', 'P7']);
  spoil('P4', 'prefix-lower-case', 'warning', (values, row) => (values[code] = pcode(row).toLowerCase()), ['P3', 'P7']);
  spoil('P5', 'code-one-digit-longer', 'warning', (values, row) => (values[code] = `${pcode(row)}0`));
  spoil('P9', 'code-in-scientific-notation', 'error', (values, row) => (values[code] = Number(pcode(row).slice(2)).toExponential(2).toUpperCase()), [
    'P3',
    'P4',
    'P5',
    'P7',
  ]);
  spoil(
    'P9',
    'code-lost-a-zero',
    'error',
    (values, row) => (values[code] = pcode(row).replace(/0(?=[1-9])/, '')),
    ['P5', 'P7'],
    (row) => /0(?=[1-9])/.test(pcode(row)),
  );
  const twins = picker.takeSiblings();
  if (twins) {
    draft.edit(twins[1]).properties[code] = pcode(twins[0]);
    note('P6', 'code-of-a-sibling', 'error', twins, ['P8', 'G9']);
  }
  if (deep > 1) {
    const above = country.levels[deep - 1]!.units;
    const otherParent = (row: number) => above.find((unit) => unit.row !== units[row]!.parent && unit.parent === above[units[row]!.parent]!.parent);
    const moveTo = (values: Values, row: number) => {
      const parent = otherParent(row)!;
      values[`adm${deep - 1}_pcode`] = parent.pcode;
      for (const [i, text] of parent.name.entries()) values[`adm${deep - 1}_name${i || ''}`] = text;
    };
    spoil('B3', 'parent-is-another', 'error', moveTo, ['P7', 'B1', 'B2'], (row) => otherParent(row) !== undefined);
    // As long as its own, but it begins with a parent that is not its own and that nothing else names.
    spoil(
      'P7',
      'code-under-another-parent',
      'error',
      (values, row) => (values[code] = otherParent(row)!.pcode + '9'.repeat(pcode(row).length - otherParent(row)!.pcode.length)),
      [],
      (row) => otherParent(row) !== undefined,
    );
    spoil('B6', 'parent-code-unknown', 'error', (values, row) => (values[`adm${deep - 1}_pcode`] = `${above[units[row]!.parent]!.pcode.slice(0, -1)}X`), [
      'P3',
      'P7',
      'P8',
      'B1',
      'B3',
    ]);
    spoil('P8', 'parent-under-two-names', 'error', (values) => (values[`adm${deep - 1}_name`] = 'Autre Nom'), ['B6']);
  }

  // Names.
  const rename = (
    check: string,
    kind: string,
    severity: Severity,
    change: (text: string) => string | null,
    also: string[] = [],
    fits: (row: number) => boolean = isLong,
  ) => spoil(check, kind, severity, (values, row) => (values[name] = change(latin(row))), also, fits);
  rename('N1', 'name-missing', 'error', () => null);
  rename('N2', 'name-over-100-characters', 'warning', (text) => `${text} ${'et ses environs '.repeat(7).trim()}`);
  rename('N3', 'blank-before', 'warning', (text) => ` ${text}`);
  rename('N3', 'blank-after', 'warning', (text) => `${text} `);
  rename('N3', 'two-blanks-inside', 'warning', (text) => `${text.slice(0, 3)}  ${text.slice(3)}`, ['N8']);
  rename('N4', 'zero-width-space', 'warning', (text) => `${text.slice(0, 3)}\u200b${text.slice(3)}`, ['N12']);
  rename('N4', 'left-to-right-mark', 'warning', (text) => `${text}\u200e`, ['N12']);
  rename('N5', 'decomposed-letters', 'info', (text) => text.normalize('NFD'), [], hasAccent);
  rename(
    'N6',
    'utf-8-read-as-cp1252',
    'error',
    (text) => new TextDecoder('windows-1252').decode(new TextEncoder().encode(text)),
    ['N12', 'N7'],
    (row) => /[éôè]/.test(latin(row)),
  );
  rename('N7', 'all-capitals', 'warning', (text) => text.toLocaleUpperCase('fr'));
  rename('N9', 'no-letter', 'error', () => '12-34');
  rename('N10', 'placeholder', 'error', () => 'n/a', ['N7']);
  spoil('N11', 'code-in-name', 'warning', (values, row) => (values[name] = `${latin(row)} ${pcode(row)}`));
  rename('N12', 'letter-of-another-language', 'warning', (text) => text.replace(/.$/, 'ł'));
  rename(
    'N13',
    'cyrillic-letter-in-latin-name',
    'error',
    (text) => text.replace(/a/, 'а'),
    ['N12'],
    (row) => isLong(row) && /.a./.test(latin(row)),
  );
  const same = picker.takeSiblings();
  if (same) {
    draft.edit(same[1]).properties[name] = latin(same[0]);
    note('N14', 'name-of-a-sibling', 'warning', same, ['N15']);
  }
  const alike = picker.takeSiblings(hasAccent);
  if (alike) {
    const plain = latin(alike[0]).normalize('NFD').replace(/\p{M}/gu, '');
    draft.edit(alike[1]).properties[name] = plain;
    note('N15', 'name-of-a-sibling-without-accents', 'info', alike, ['N14']);
  }
  spoil('N19', 'name-without-language', 'warning', (values, row) => (values[`${name}3`] = latin(row)), ['N14']);

  // Languages, dates, versions, derived columns.
  spoil('L1', 'language-differs', 'warning', (values) => (values['lang'] = 'en'), ['L5', 'N12']);
  spoil('L2', 'language-unknown', 'warning', (values) => (values['lang1'] = 'a1'), ['L1', 'N12']);
  spoil('D1', 'valid-on-missing', 'warning', (values) => (values['valid_on'] = null));
  spoil('D3', 'valid-on-1899', 'warning', (values) => (values['valid_on'] = '1899-12-30'), ['D1', 'D4']);
  spoil('D3', 'valid-on-in-future', 'warning', (values) => (values['valid_on'] = '2090-01-01'), ['D1']);
  spoil('D3', 'valid-to-before-valid-on', 'warning', (values) => (values['valid_to'] = '2011-06-30'), ['D2']);
  spoil('R1', 'another-version', 'warning', (values) => (values['version'] = 'v02'));
  spoil('S1', 'area-half-as-large-again', 'warning', (values, row) => (values['area_sqkm'] = Math.round(units[row]!.areaSqKm * 1.5e6) / 1e6));
  spoil('S2', 'center-elsewhere', 'warning', (values, row) => {
    const far = units[(row + Math.floor(units.length / 2)) % units.length]!.center;
    values['center_lon'] = far[0];
    values['center_lat'] = far[1];
  });

  // A provincial capital beyond its province.
  const provinces = country.levels[1]!.units;
  if (provinces.length > 1) {
    capitals.edit(0).geometry = { type: 'Point', coordinates: provinces.at(-1)!.capital };
    planted.push({
      check: 'S3',
      kind: 'capital-outside-its-unit',
      severity: 'warning',
      level: 1,
      file: capitals.file,
      pcodes: [provinces[0]!.pcode],
      rows: [1],
      where: provinces.at(-1)!.capital,
      also: [],
    });
  }
  // Whole columns.
  const column = (level: number, check: string, kind: string, severity: Severity, change: (values: Values) => void) => {
    levels[level]!.everyRow = change;
    planted.push({ check, kind, severity, level, file: levels[level]!.file, pcodes: [], rows: [], also: ['F6'] });
  };
  // A warning: the code is filled in from the upper layers, and said so.
  if (deep > 2) column(deep - 1, 'F5', 'column-adm0-pcode-missing', 'warning', (values) => delete values['adm0_pcode']);
  column(1, 'F7', 'extra-column', 'info', (values) => (values['pop_2024'] = 1000));
}
