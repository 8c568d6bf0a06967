/**
 * A repair of boundaries as data: what is proposed (plan), what people decided, what came of it (outcome). All of it is JSON, so that a
 * repair is stored with the version that it made and runs again on the next upload of the same source (decision 0024).
 */
import { z } from 'zod';
import { adminLevel, iso3, versionTag } from '../ids.ts';

export const FORMAT = 1;

const place = z.tuple([z.number(), z.number()]);
const box = z.tuple([z.number(), z.number(), z.number(), z.number()]);

export const repairOptions = z.object({
  /** Gaps no wider than this are filled, in metres. Lakes and no man's land are wider. */
  widthM: z.number().min(0).max(10_000).default(50),
  /** Slits that open to the sea or a lake are closed where they are no wider than this, in metres. */
  slitWidthM: z.number().min(0).max(100).default(10),
  /** P-codes of any level, the first with most authority: where two units disagree about their border, the line of the one named first rules. Units not named come after, the smaller before the larger. */
  authority: z.array(z.string().min(1).max(64)).max(100_000).default([]),
  /** Places of gaps that are meant to be there (accepted exceptions): never filled. */
  keepGaps: z.array(place).max(10_000).default([]),
  /** The date from which the version's metadata say that the units are valid: proposed for rows that state none. */
  validOn: z.iso.date().nullable().default(null),
  /** How far the units are led to the given outline of the country, in metres; only where an outline is given. */
  edgeDistanceM: z.number().min(1).max(100_000).default(10_000),
});
export type RepairOptions = z.infer<typeof repairOptions>;
/** What is left out has its default. */
export type RepairOptionsAsked = z.input<typeof repairOptions>;

/** A unit as the plan names it. `key` is its P-code, made unique with `~2` … where the code is missing or repeated. */
export const repairUnit = z.object({
  key: z.string(),
  pcode: z.string(),
  name: z.string(),
  /** 1-based record number in the source layer. */
  row: z.number().int(),
  areaM2: z.number(),
  parts: z.number().int(),
});
export type RepairUnit = z.infer<typeof repairUnit>;

/**
 * `border`: two units disagree about their border (overlaps, gaps or both); `overlap`: three or more lie on each other; `gap`: ground
 * between several units, or inside one, that is nobody's; `slit`: the same, open to the sea or a lake; `snap`: vertices that rounding
 * tore apart, or that one of two neighbours lacks; `outline`: a unit whose outline crosses or touches itself; `part`: a crumb;
 * `clip`, `extend`: outside, or inside and uncovered, of the given outline of the country; `follow`: a whole upper level with faults of its
 * own, drawn anew from the deepest (where the deepest is repaired itself, all upper levels follow it without an operation).
 */
export const OPERATION_KINDS = ['border', 'overlap', 'gap', 'slit', 'snap', 'outline', 'part', 'clip', 'extend', 'follow'] as const;

/** Why one line rules: the smaller unit, an order of authority, a person turned it, disputed ground stays as drawn, a part would be lost otherwise, each place to a neighbour that it borders on, the one neighbour, the given outline, the deepest level. */
export const RULES = [
  'smaller',
  'authority',
  'turned',
  'disputed',
  'part-kept',
  'shared',
  'only-neighbour',
  'country-outline',
  'deepest',
  'structure',
  'rounding',
  'crumb',
] as const;

/** Why an operation is accepted on its own and never in bulk. */
export const SINGLE_REASONS = ['wide', 'moved', 'wide-gap', 'duplicate', 'missing-unit', 'disputed', 'crumb', 'far', 'large-share'] as const;

/** Who gives what to whom; null is nobody. `had`: the receiver gains nothing by it, because both had it and the one lets go, or because another move counts it. */
export const groundMove = z.object({ from: z.string().nullable(), to: z.string().nullable(), areaM2: z.number(), had: z.boolean() });
export type GroundMove = z.infer<typeof groundMove>;

export const repairOperation = z.object({
  /** The same for the same fault in the same data, whatever the order of rows. */
  id: z.string(),
  level: adminLevel,
  kind: z.enum(OPERATION_KINDS),
  /** Keys of the units concerned, sorted. */
  units: z.array(z.string()),
  /** Key of the border it belongs to: its units joined by `|`. Operations of one border stand together. */
  border: z.string(),
  /** Greatest width of a place, in metres. For `snap` the greatest shift of a vertex. */
  widthM: z.number(),
  /** How far the outline of a unit moves at most, in metres: from the new line to the old and back, looked at every 50 m. */
  movesM: z.number(),
  /** The same where the operations that it meets on the outline of one unit are carried out too: what is accepted together goes by this. */
  togetherM: z.number(),
  /** Ground that changes hands, in square metres: taken from units, given to units. */
  cutM2: z.number(),
  filledM2: z.number(),
  /** Separate places (faces; for `snap` vertices). */
  places: z.number().int(),
  at: place,
  bbox: box,
  moves: z.array(groundMove),
  /** Whose line becomes the border; null where there is no such choice. */
  ruler: z.string().nullable(),
  rule: z.enum(RULES),
  /** The other of two units may rule instead. */
  turnable: z.boolean(),
  /** Empty: may be accepted together with others. */
  single: z.array(z.enum(SINGLE_REASONS)),
});
export type RepairOperation = z.infer<typeof repairOperation>;

export const TEXT_RULES = [
  'blanks',
  'invisible',
  'nfc',
  'apostrophe',
  'hyphen',
  'look-alike',
  'mojibake',
  'lost-letters',
  'title-case',
  'code-spelling',
  'code-zeros',
  'code-prefix',
  'parent-place',
  'parent-name',
  'country-name',
  'date-artefact',
  'valid-on',
] as const;

/**
 * One text of one column of the source, wherever it stands in it; or (`code-prefix`) one decision for the codes of the whole dataset: `column` is
 * `*`, `rows` none, `before` and `after` the beginnings of all codes. `before` null: the cell is empty.
 */
export const textOperation = z.object({
  id: z.string(),
  level: adminLevel,
  /** Heading of the source column. */
  column: z.string(),
  /** 1-based record numbers in the source layer. */
  rows: z.array(z.number().int()),
  /** Of the units in those rows, as far as they have one. */
  units: z.array(z.string()),
  before: z.string().nullable(),
  after: z.string().nullable(),
  rule: z.enum(TEXT_RULES),
  /** Where the better text comes from, or what speaks for the change, as a code and its figures. */
  evidence: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  /** May be accepted together with others of its rule. */
  bulk: z.boolean(),
});
export type TextOperation = z.infer<typeof textOperation>;

/** What stands against planning, or what a person should look at first. */
export const repairNote = z.object({
  code: z.enum(['covered-twice', 'no-numbers', 'tangle', 'duplicate', 'missing-unit', 'outline-island', 'slit-left', 'codes-repeat', 'parents-disagree']),
  level: adminLevel,
  units: z.array(z.string()),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  at: place.optional(),
});
export type RepairNote = z.infer<typeof repairNote>;

export const repairLevel = z.object({
  level: adminLevel,
  /** SHA-256 of the outlines and codes that were planned for. */
  source: z.string(),
  units: z.array(repairUnit),
  /** Faults up to each width: for the slider, before anything is decided. */
  widths: z.array(z.object({ uptoM: z.number(), overlaps: z.number().int(), overlapM2: z.number(), gaps: z.number().int(), gapM2: z.number() })),
});
export type RepairLevel = z.infer<typeof repairLevel>;

/** The outline of the country that the units of a plan are led to (edge match). */
export const repairOutline = z.object({
  from: z.enum(['file', 'published']),
  /** Of the file that it was given in. */
  name: z.string().max(300),
  /** The version that it was published with; null where it was given in a file. */
  version: versionTag.nullable(),
  /** SHA-256 of its polygons: a plan holds for this outline and no other. */
  sha256: z.string(),
  /** Its parts overlap, touch along a line or cross: it was read as the ground that they enclose together. */
  mended: z.boolean(),
});
export type RepairOutline = z.infer<typeof repairOutline>;

export const repairPlan = z.object({
  format: z.literal(FORMAT),
  country: iso3,
  /** The deepest complete level, from which the upper ones are dissolved; then levels that cover part of the country. */
  levels: z.array(repairLevel),
  options: repairOptions,
  /** Left out: the outer border of the country stays as drawn. */
  outline: repairOutline.optional(),
  /** What Codmap proposes, worst first; those of one border stand together. */
  operations: z.array(repairOperation),
  /** What a person may want and nothing recommends: crumbs to be removed, a gap that may be a missing unit, one of two equal units. */
  offers: z.array(repairOperation),
  /** By rule. One text has one proposal at most; an offer for it holds what is proposed, and takes its place. */
  texts: z.array(textOperation),
  /** What a person may want and nothing recommends: capitals as names, signs that may be letters, codes that contradict the map. */
  textOffers: z.array(textOperation),
  /** With `covered-twice`, `no-numbers` or `tangle` nothing is planned for that level; with `codes-repeat` or `parents-disagree` an upper level stays as it was uploaded. */
  notes: z.array(repairNote),
});
export type RepairPlan = z.infer<typeof repairPlan>;

export const VERDICTS = ['accepted', 'refused'] as const;

const verdict = z.object({
  verdict: z.enum(VERDICTS),
  by: z.string().max(200),
  /** ISO date and time. */
  at: z.string().max(40),
  reason: z.string().max(2000).optional(),
});

export const repairDecisions = z.object({
  /** By id of the operation. `turned`: the other unit's line rules. `uptoM`: accepted together with others up to this distance; where it would move a line further, it waits. */
  operations: z.record(z.string(), verdict.extend({ turned: z.boolean().optional(), uptoM: z.number().optional() })).default({}),
  /** By level and key (`3:PH0102801`): units whose area changes by more than 0.1 %, that lose a part or vanish. `share` is the change that was accepted: a greater one is a new question. */
  units: z.record(z.string(), verdict.extend({ share: z.number().optional() })).default({}),
});
export type RepairDecisions = z.infer<typeof repairDecisions>;

export const unitChange = z.object({
  /** Level and key, as decisions name it. */
  id: z.string(),
  level: adminLevel,
  key: z.string(),
  pcode: z.string(),
  name: z.string(),
  beforeM2: z.number(),
  afterM2: z.number(),
  /** Of the area before; 0.001 is 0.1 %. */
  share: z.number(),
  partsBefore: z.number().int(),
  partsAfter: z.number().int(),
  /** Parts of the drawn unit of which nothing is left. */
  partsLost: z.number().int(),
  vanishes: z.boolean(),
  /** Has to be accepted on its own, and whether it was. */
  asks: z.boolean(),
  accepted: z.boolean(),
});
export type UnitChange = z.infer<typeof unitChange>;

export const repairOutcome = z.object({
  /** As carried out: figures and receivers may differ from the plan where others were refused or turned. */
  applied: z.array(repairOperation),
  /** Carried out. Codes changed are among them: a unit with another code is the same unit. */
  texts: z.array(textOperation),
  /** Ids. */
  refused: z.array(z.string()),
  waiting: z.array(z.string()),
  /** Units that changed at all, greatest share first. */
  units: z.array(unitChange),
  /** Decisions that fit nothing in these layers any more. */
  unfit: z.array(z.string()),
  /** Nothing waits: the result may be offered. */
  complete: z.boolean(),
});
export type RepairOutcome = z.infer<typeof repairOutcome>;

/** What is stored with a version that a repair made, and read by `codmap repair --apply`. */
export const storedRepair = z.object({ plan: repairPlan, decisions: repairDecisions });
export type StoredRepair = z.infer<typeof storedRepair>;

/** A unit that changes by more than this share of its area is accepted on its own (check T5). */
export const UNIT_SHARE = 0.001;
/** Gaps and overlaps wider than this are accepted one by one, in metres. */
export const WIDE_M = 50;
