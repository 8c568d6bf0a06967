/** The proof as one table: a line for each unit that changed, for each operation and for each text, told apart by `record`. */
import { stringify } from 'csv-stringify/sync';
import { defuse } from '../../checks/report/csv.ts';
import type { Lang } from '../../contract/languages.ts';
import { staffText } from '../../words/staff.ts';
import { namesOf, operationText, textText } from './say.ts';
import type { ToldProof } from './told.ts';

const HEADER = [
  'record',
  'level',
  'id',
  'pcode',
  'name',
  'kind',
  'rule',
  'units',
  'longitude',
  'latitude',
  'area_before_m2',
  'area_after_m2',
  'change_percent',
  'gained_m2',
  'lost_m2',
  'displacement_m',
  'parts_before',
  'parts_after',
  'holes_before',
  'holes_after',
  'vertices_before',
  'vertices_after',
  'neighbours_gained',
  'neighbours_lost',
  'width_m',
  'moves_m',
  'filled_m2',
  'cut_m2',
  'moves',
  'column',
  'rows',
  'before',
  'after',
  'accepted_by',
  'accepted_at',
  'reason',
  'holds',
  'text',
] as const;
type Line = Partial<Record<(typeof HEADER)[number], string | number>>;

/** UTF-8 with a byte order mark, for spreadsheet programs; cells that would run as formulas are defused. Areas in square metres, lengths in metres. `holds`: what operations say is what was measured. */
export function writeProofCsv({ plan, proof, outcome, decisions }: ToldProof, lang: Lang): string {
  const nameOf = namesOf(plan);
  const units = proof.levels.flatMap(({ level, units: own }) =>
    own.map((unit): Line => ({
      record: 'unit',
      level,
      id: unit.key,
      pcode: unit.pcode,
      name: unit.name,
      longitude: unit.at?.[0] ?? '',
      latitude: unit.at?.[1] ?? '',
      area_before_m2: round(unit.beforeM2),
      area_after_m2: round(unit.afterM2),
      change_percent: Number((100 * unit.share).toPrecision(6)),
      gained_m2: round(unit.gainedM2),
      lost_m2: round(unit.lostM2),
      displacement_m: round(unit.displacementM),
      parts_before: unit.partsBefore,
      parts_after: unit.partsAfter,
      holes_before: unit.holesBefore,
      holes_after: unit.holesAfter,
      vertices_before: unit.verticesBefore,
      vertices_after: unit.verticesAfter,
      neighbours_gained: unit.neighboursGained.join(' '),
      neighbours_lost: unit.neighboursLost.join(' '),
      holds: yes(unit.explained),
      accepted_by: staffText(decisions.units[`${level}:${unit.key}`]?.by ?? '', lang),
      accepted_at: decisions.units[`${level}:${unit.key}`]?.at ?? '',
      reason: decisions.units[`${level}:${unit.key}`]?.reason ?? '',
    })),
  );
  const operations = proof.levels.flatMap(({ level, operations: own }) =>
    own.map((one): Line => ({
      record: 'operation',
      level,
      id: one.id,
      kind: one.kind,
      rule: one.rule,
      units: one.units.join(' '),
      longitude: one.at[0],
      latitude: one.at[1],
      width_m: round(one.widthM),
      moves_m: round(one.movesM),
      filled_m2: round(one.filledM2),
      cut_m2: round(one.cutM2),
      moves: one.moves.map(({ from, to, areaM2 }) => `${from ?? ''}>${to ?? ''} ${round(areaM2)}`).join('; '),
      accepted_by: staffText(one.acceptedBy, lang),
      accepted_at: one.acceptedAt,
      reason: one.reason ?? '',
      holds: yes(one.seen),
      text: operationText({ places: 0, ruler: null, ...outcome.applied.find(({ id }) => id === one.id), ...one, level }, nameOf, lang, Infinity),
    })),
  );
  const texts = outcome.texts.map((one): Line => {
    const decided = decisions.operations[one.id];
    return {
      record: 'text',
      level: one.level,
      id: one.id,
      rule: one.rule,
      units: one.units.join(' '),
      column: one.column,
      rows: one.rows.join(' '),
      before: one.before ?? '',
      after: one.after ?? '',
      accepted_by: staffText(decided?.by ?? '', lang),
      accepted_at: decided?.at ?? '',
      reason: decided?.reason ?? '',
      text: textText(one, lang),
    };
  });
  const lines = [...units, ...operations, ...texts].map((line) => HEADER.map((name) => cell(line[name] ?? '')));
  return stringify([HEADER, ...lines], { bom: true, record_delimiter: 'windows' });
}

const cell = (value: string | number) => (typeof value === 'string' ? defuse(value) : value);
const round = (value: number) => Math.round(1000 * value) / 1000;
const yes = (holds: boolean) => (holds ? 'yes' : 'no');
