/** What became of each unit from one version of the boundaries to another: relations with shares of ground both ways (decision 0060). */
import { z } from 'zod';
import { adminLevel, versionTag } from '../ids.ts';

/** What a relation between an old and a new unit is: one of them, and those of `COMBINABLE` may be said beside it. */
export const RELATIONS = [
  'unchanged',
  'renamed',
  'recoded',
  'reparented',
  'adjusted',
  'split',
  'split-off',
  'merged',
  'absorbed',
  'transferred',
  'redistricted',
  'created',
  'abolished',
  'relocated',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** What a unit that goes on may be besides: a unit that lost ground may have been renamed and recoded at once. */
export const COMBINABLE = ['renamed', 'recoded', 'reparented', 'adjusted'] as const satisfies readonly Relation[];

/**
 * What speaks for a relation. `coordinates`: the same outline, vertex by vertex. `ground`: shared area. `code`: the same code; `scheme`: the code that the
 * rule of the new scheme makes of it. `name`: the same name as folded; `other-name`: the same in another language; `name-pattern`: "X" became "X North".
 * `parent`: lies under the same parent. `children`: follows from the units below.
 */
export const CHANGE_EVIDENCE = ['coordinates', 'ground', 'code', 'scheme', 'name', 'other-name', 'name-pattern', 'parent', 'children'] as const;

/**
 * How far data of the source may be put on the target. `exact`: all of the source lies in it; `near`: at least 0.98; `estimated`: less, so it has to be
 * apportioned; `asserted`: by codes and names only, without ground.
 */
export const CHANGE_CERTAINTIES = ['exact', 'near', 'estimated', 'asserted'] as const;

export const changedUnit = z.object({
  /** Empty where the version has none. */
  pcode: z.string(),
  /** The name shown by default. */
  name: z.string(),
  parent: z.string().nullable(),
  areaSqKm: z.number(),
});
export type ChangedUnit = z.infer<typeof changedUnit>;

/**
 * One pair of units that share more than noise. `source` null: the target is new ground or created; `target` null: the source was abolished, or ground of it
 * that no new unit covers. Rows of one source add to 1 (± 0.0005) in `shareOfSource`, rows of one target in `shareOfTarget`, noise taken out.
 */
export const unitRelation = z.object({
  /** Units that changed together have the same number; within its level. */
  cluster: z.number().int(),
  relation: z.enum(RELATIONS),
  also: z.array(z.enum(COMBINABLE)).optional(),
  /** The source goes on as the target: it is the same unit, whatever it lost, won or is called. */
  goesOn: z.boolean(),
  source: changedUnit.nullable(),
  target: changedUnit.nullable(),
  /** null where either side has no geometry. */
  sharedAreaSqKm: z.number().nullable(),
  shareOfSource: z.number().nullable(),
  shareOfTarget: z.number().nullable(),
  evidence: z.array(z.enum(CHANGE_EVIDENCE)),
  certainty: z.enum(CHANGE_CERTAINTIES),
  /** Names that are not what they were, by language; null: none. */
  names: z.array(z.object({ lang: z.string(), before: z.string().nullable(), after: z.string().nullable() })).optional(),
  /** Greatest width in metres of the ground that moved: above the noise of the level. */
  widthM: z.number().optional(),
});
export type UnitRelation = z.infer<typeof unitRelation>;

/** How far the two drawings of units that go on lie apart where nothing was decided: generalised or digitised again. */
export const changeNoise = z.object({
  /** Median and 95th percentile of the greatest width of the strips between two drawings of a unit, in metres; over the units that were drawn again. */
  w50M: z.number(),
  w95M: z.number(),
  /** Units drawn again: most of the outline is not the old one. */
  units: z.number().int(),
  /** Strips that are noise, and their area. */
  pieces: z.number().int(),
  areaSqKm: z.number(),
  /** Wider ground than this has moved. */
  floorM: z.number(),
  /** The whole layer was generalised or digitised again: most units, by more than 5 m. */
  regenerated: z.boolean(),
  /** All of it moved the same way, in metres to the east and to the north. */
  shift: z.object({ eastM: z.number(), northM: z.number() }).optional(),
});
export type ChangeNoise = z.infer<typeof changeNoise>;

/** Rules that make the new codes of the old ones, one for each length of code; small letters stand for what is taken over: `PHaabbbb000` → `PHaa0bbbb`. */
export const codeScheme = z.object({
  rules: z.array(z.object({ from: z.string(), to: z.string(), units: z.number().int() })),
  /** Units whose new code is what a rule makes of the old one. */
  units: z.number().int(),
  /** Units that go on and whose codes follow no rule. */
  exceptions: z.array(z.object({ before: z.string(), after: z.string() })),
});
export type CodeScheme = z.infer<typeof codeScheme>;

export const levelChanges = z.object({
  level: adminLevel,
  /** Of a level that has another number in the new version; absent where it has the same. */
  toLevel: adminLevel.optional(),
  /** 0 before: the level came; 0 after: the level was dropped. */
  units: z.object({ before: z.number().int(), after: z.number().int() }),
  /** How often: units or pairs, and for split, split-off, merged, absorbed and redistricted the events. Only relations that occur. */
  counts: z.partialRecord(z.enum(RELATIONS), z.number().int()),
  noise: changeNoise,
  scheme: codeScheme.nullable(),
  /** Deeper level of the old version from whose units the ground of this one was summed. */
  derivedFrom: adminLevel.optional(),
  /** Ground covered by two units of one version, which counts for one of them, in km². */
  overlapSqKm: z.object({ before: z.number(), after: z.number() }),
  relations: z.array(unitRelation),
});
export type LevelChanges = z.infer<typeof levelChanges>;

export const BUMPS = ['major', 'minor', 'none'] as const;
export type Bump = (typeof BUMPS)[number];
/** As what a version can be published. */
export const chosenBump = z.enum(BUMPS).exclude(['none']);

/** Why a version is a major or a minor one (cod.md §1.5). */
export const BUMP_REASONS = [
  'level-added',
  'level-dropped',
  'level-renumbered',
  'count-changed',
  'ground-moved',
  'recoded-most',
  'renamed-many',
  'redrawn',
  'recoded-few',
  'renamed-few',
  'names-of-languages',
  'parents-changed',
  'dates-changed',
] as const;

export const bumpReason = z.object({
  code: z.enum(BUMP_REASONS),
  bump: chosenBump,
  level: adminLevel,
  /** Units that it is about. */
  count: z.number().int(),
  /** Units of the level, before or after, whichever is more. */
  of: z.number().int(),
  /** `redrawn`: typical width in metres. `level-renumbered`: the new number. */
  figure: z.number().optional(),
});
export type BumpReason = z.infer<typeof bumpReason>;

export const versionChanges = z.object({
  from: versionTag,
  /** null: a draft that has no number yet. */
  to: versionTag.nullable(),
  bump: z.object({ proposal: z.enum(BUMPS), reasons: z.array(bumpReason) }),
  levels: z.array(levelChanges),
});
export type VersionChanges = z.infer<typeof versionChanges>;

/** Ground that went from one unit to another, as a polygon: made on request, not part of the stored changes. */
export interface MovedPiece {
  level: z.infer<typeof adminLevel>;
  source: string | null;
  target: string | null;
  areaSqKm: number;
  widthM: number;
  /** Closed rings in degrees, x, y, …: the outline, then holes. */
  rings: Float64Array[];
}
