/** What files of the field measure, before any list is agreed: how each is counted, added and told. The code of an indicator is that of the concept and of the sector. */
import { IPC_COLOURS, SEVERITY_COLOURS } from '../maps/palette.ts';
import type { IndicatorClass, IndicatorKind, MeasureType } from './indicators.ts';

export interface Concept {
  code: string;
  kind: IndicatorKind;
  measure: MeasureType;
  /** Of units: `people`, `households`. */
  unit: string;
  /** Over units. */
  additive: boolean;
  time: 'stock' | 'flow';
  direction: 'higher-worse' | 'higher-better' | 'none';
  classes: IndicatorClass[];
}

const SEVERITY: IndicatorClass[] = SEVERITY_COLOURS.map((colour, i) => ({ value: i + 1, label: {}, colour }));
const PHASE: IndicatorClass[] = IPC_COLOURS.map((colour, i) => ({ value: i + 1, label: {}, colour }));

const people = (code: string, kind: IndicatorKind, direction: Concept['direction'], unit = 'people'): Concept => ({
  code,
  kind,
  measure: unit === 'people' ? 'people' : 'things',
  unit,
  additive: true,
  time: 'stock',
  direction,
  classes: [],
});
const index = (code: string, classes: IndicatorClass[]): Concept => ({
  code,
  kind: 'severity',
  measure: 'index',
  unit: '',
  additive: false,
  time: 'stock',
  direction: 'higher-worse',
  classes,
});

export const CONCEPTS: readonly Concept[] = [
  people('PEOPLE', 'needs', 'higher-worse'),
  people('POPULATION', 'context', 'none'),
  index('SEVERITY', SEVERITY),
  people('IPC', 'severity', 'higher-worse'),
  { ...people('IPC-SHARE', 'severity', 'higher-worse'), measure: 'share', unit: 'share', additive: false },
  index('IPC-PHASE', PHASE),
  people('IDP', 'needs', 'higher-worse'),
  people('IDP-HH', 'needs', 'higher-worse', 'households'),
  people('RETURNEES', 'needs', 'none'),
  people('RETURNEES-HH', 'needs', 'none', 'households'),
  people('RETURNEES-ABROAD', 'needs', 'none'),
  people('RETURNEES-ABROAD-HH', 'needs', 'none', 'households'),
  people('REFUGEES', 'needs', 'higher-worse'),
  people('REFUGEES-HH', 'needs', 'higher-worse', 'households'),
  { ...index('PRIORITY', []), direction: 'none' },
];

export const conceptOf = (code: string): Concept | undefined => CONCEPTS.find((each) => each.code === code);

/** `PEOPLE` of `FSC` → `PEOPLE-FSC`; of no sector the concept alone. */
export const codeOf = (concept: string, sector: string | null): string => (sector === null ? concept : `${concept}-${sector}`);
