/**
 * Places of rows → units. Codes first, then names; a name that the boundaries do not have is understood by the codes beside it, where all rows of the
 * file agree, or asked. Below the deepest level of the boundaries a code is known to lie in the unit whose code it begins with, and no more. Pure.
 */
import type { AdminUnit } from '../../contract/admin.ts';
import type { Area, Question } from '../../contract/assessments/assessments.ts';
import type { ImportLedger } from '../../contract/assessments/imports.ts';
import type { AdminLevel, Pcode, VersionTag } from '../../contract/ids.ts';
import { foldName } from '../../matching/fold.ts';
import type { PlaceCandidate, PlaceMatcher } from '../../matching/places.ts';
import { clause, verbatim } from '../../words/clauses.ts';
import type { KnownPlace } from '../store.ts';
import { looksLikeCode } from './parts.ts';

export interface PlaceGround {
  version: VersionTag | null;
  /** From the country down. */
  levels: readonly AdminLevel[];
  matcher: PlaceMatcher;
  known: readonly KnownPlace[];
}

/** One value of a column of places. `beside`: the value of each aligned column in the same line. */
export interface Stated {
  /** undefined: the heading does not say. */
  level: number | undefined;
  text: string;
  beside: readonly string[];
}

export interface PlacedRow {
  areas: Area[];
  /** Those above another of the row are left out of `areas`, since they only say where it lies. */
  stated: Area[];
  questions: Question[];
}

export const NOT_A_UNIT = 'none';
/** Of the row: answers are learned for the country. */
export const placeQuestionId = (level: number, text: string): string => `place:${level}:${foldName(text)}`;

/** Places of all rows of a file, since what one row tells of a name holds for the others. */
export function createPlaces({ version, levels, matcher, known }: PlaceGround, rows: readonly (readonly Stated[])[]) {
  const { tree } = matcher;
  const deepest = levels.at(-1) ?? -1;
  const remembered = new Map(known.map((place) => [`${place.level} ${place.name}`, place]));

  /** The deepest unit whose code is the beginning of this one. */
  function holderOf(code: string): AdminUnit | undefined {
    for (let length = code.length - 1; length >= 3; length--) {
      const found = tree.withCode(code.slice(0, length).toUpperCase()).find(({ level }) => level > 0);
      if (found) return found;
    }
    return undefined;
  }
  const unitOfCode = (text: string, level: number | undefined) => {
    const found = tree.withCode(text.toUpperCase());
    return found.find((unit) => unit.level === level) ?? found[0];
  };

  /** Level that a value is of: that of the heading, of the unit with the code, else by what the boundaries have. */
  function levelOf({ level, text }: Stated): AdminLevel | null {
    if (looksLikeCode(text)) {
      const unit = unitOfCode(text, level);
      if (unit) return unit.level;
      if (level !== undefined) return level as AdminLevel;
      const holder = holderOf(text);
      return holder ? (Math.min(5, holder.level + 1) as AdminLevel) : null;
    }
    if (level !== undefined) return level as AdminLevel;
    return levels.filter((each) => each > 0).find((each) => matcher.names.exact(each, text).length > 0) ?? levels.find((each) => each > 0) ?? null;
  }

  interface Found {
    unit: AdminUnit | null;
    candidates: readonly PlaceCandidate[];
    by: 'code' | 'name' | 'known' | 'nothing';
  }
  function byName(level: AdminLevel, text: string): Found {
    const own = remembered.get(`${level} ${foldName(text)}`);
    if (own) return { unit: own.pcode === null ? null : (tree.find(level, own.pcode) ?? null), candidates: [], by: own.pcode === null ? 'known' : 'known' };
    const match = matcher.match([{ level, code: null, name: text }]);
    const isThere = match.unit !== null && match.unit.level === level && match.question === null;
    return isThere ? { unit: match.unit, candidates: [], by: 'name' } : { unit: null, candidates: match.question?.candidates ?? [], by: 'nothing' };
  }

  const learned = learn();

  /** What names mean that are no units, by the codes beside them: in the same line, or as the only ones of the row that nothing else explains. */
  function learn(): Map<string, { unit: AdminUnit; rows: number }> {
    const votes = new Map<string, { level: AdminLevel; text: string; units: Map<AdminUnit, number> }>();
    const vote = (level: AdminLevel, text: string, unit: AdminUnit) => {
      const key = `${level} ${foldName(text)}`;
      const own = votes.get(key) ?? { level, text, units: new Map<AdminUnit, number>() };
      votes.set(key, own);
      own.units.set(unit, (own.units.get(unit) ?? 0) + 1);
    };
    for (const row of rows) voteInRow(row, vote);
    return new Map(
      [...votes].flatMap(([key, { units }]) => {
        const [only] = [...units];
        return only && units.size === 1 ? [[key, { unit: only[0], rows: only[1] }] as const] : [];
      }),
    );
  }
  function voteInRow(row: readonly Stated[], vote: (level: AdminLevel, text: string, unit: AdminUnit) => void): void {
    const codes = row.filter(({ text }) => looksLikeCode(text)).map(({ text }) => unitOfCode(text, undefined) ?? holderOf(text));
    const names = row.filter(({ text }) => !looksLikeCode(text));
    for (const level of new Set(names.map(levelOf))) {
      if (level === null || level === 0) continue;
      const own = [...new Map(names.filter((each) => levelOf(each) === level).map((each) => [foldName(each.text), each])).values()];
      const explained = new Set(own.flatMap(({ text }) => byName(level, text).unit ?? []));
      const open = own.filter(({ text }) => byName(level, text).by === 'nothing');
      for (const { text, beside } of open)
        for (const code of beside.filter(looksLikeCode)) {
          const unit = atLevel(unitOfCode(code, undefined) ?? holderOf(code), level);
          if (unit) vote(level, text, unit);
        }
      const left = [...new Set(codes.flatMap((unit) => atLevel(unit, level) ?? []))].filter((unit) => !explained.has(unit));
      if (open.length === 1 && left.length === 1) vote(level, open[0]!.text, left[0]!);
    }
  }
  function atLevel(unit: AdminUnit | undefined, level: AdminLevel): AdminUnit | undefined {
    return unit && unit.level >= level ? tree.ancestorAt(unit, level) : undefined;
  }

  function place(stated: Stated): { area: Area; question: Question | null } | null {
    const level = levelOf(stated);
    const { text } = stated;
    if (level === null && levels.length > 0) return null;
    const isCode = looksLikeCode(text);
    const area: Area = {
      level: level ?? 1,
      code: isCode ? text.toUpperCase() : null,
      name: isCode ? null : text.slice(0, 200),
      pcode: null,
      unitLevel: null,
      version: null,
    };
    if (version === null || level === null) return { area, question: null };
    const on = (unit: AdminUnit): Area => ({ ...area, pcode: unit.pcode, unitLevel: unit.level, version });
    if (isCode) {
      const unit = unitOfCode(text, level);
      if (unit) return { area: on(unit), question: null };
      const holder = holderOf(text);
      const held = holder ? on(holder) : area;
      return { area: held, question: level > deepest ? null : ask(level, text, holder ? candidatesBelow(holder, level) : []) };
    }
    const found = byName(level, text);
    if (found.unit) return { area: on(found.unit), question: null };
    if (found.by === 'known') return { area, question: null };
    const understood = learned.get(`${level} ${foldName(text)}`)?.unit;
    if (understood) return { area: on(understood), question: null };
    return { area, question: level > deepest && deepest >= 0 ? null : ask(level, text, found.candidates) };
  }
  const candidatesBelow = (holder: AdminUnit, level: AdminLevel) =>
    holder.level === level - 1 ? tree.below(holder).slice(0, 8).map((unit) => ({ pcode: unit.pcode, name: unit.names[0]?.name ?? '' })) : []; // prettier-ignore

  function ask(level: AdminLevel, written: string, candidates: readonly { pcode: Pcode; name: string }[]): Question {
    return {
      id: placeQuestionId(level, written),
      about: 'place',
      written,
      clause: clause('assessments.place', { written, level }),
      choices: [
        ...candidates.slice(0, 8).map(({ pcode, name }) => ({ answer: pcode as string, clause: verbatim(`${name} (${pcode})`) })),
        { answer: NOT_A_UNIT, clause: clause('assessments.choice.no-unit') },
      ],
    };
  }

  return {
    placeRow(row: readonly Stated[]): PlacedRow {
      const placed = row.flatMap((each) => place(each) ?? []);
      const stated = [...new Map(placed.map(({ area }) => [`${area.level} ${area.code ?? foldName(area.name ?? '')}`, area])).values()];
      const questions = new Map(placed.flatMap(({ question }) => (question ? [[question.id, question] as const] : [])));
      const areas = stated.filter((area, i) => !isAbove(area, stated) && !stated.slice(0, i).some((other) => isSame(other, area)));
      return { areas, stated, questions: [...questions.values()] };
    },
    /** What was understood of names that the boundaries do not have. */
    learned: (): ImportLedger['learned'] =>
      [...learned].map(([key, { unit, rows: count }]) => ({
        level: unit.level,
        written: writtenOf(rows, key),
        pcode: unit.pcode,
        name: unit.names[0]?.name ?? '',
        rows: count,
      })),
  };

  /** Whether a deeper place of the row lies in it. */
  function isAbove(area: Area, all: readonly Area[]): boolean {
    const unit = area.pcode === null ? undefined : tree.find(area.unitLevel!, area.pcode);
    if (!unit) return false;
    return all.some((other) => {
      const inner = other.level > area.level && other.pcode !== null ? tree.find(other.unitLevel!, other.pcode) : undefined;
      // Of a code below all levels its beginning tells who holds it: VE24 holds VE2401, and VE2401 holds VE240101.
      return (inner !== undefined && tree.inside(inner, unit) && area.level <= unit.level) || (area.code !== null && other.level > area.level && (other.code?.startsWith(area.code) ?? false)); // prettier-ignore
    });
  }
}

const isSame = (a: Area, b: Area): boolean =>
  a.pcode !== null && a.pcode === b.pcode && a.level === b.level && a.unitLevel === a.level && b.unitLevel === b.level;

const writtenOf = (rows: readonly (readonly Stated[])[], key: string): string =>
  rows.flat().find(({ text }) => key.endsWith(` ${foldName(text)}`))?.text ?? key;
