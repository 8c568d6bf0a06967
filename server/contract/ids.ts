/** Identifiers of the COD model: branded strings and the functions that parse them. */
import { z } from 'zod';

/** 0 is the country. COD-AB specification 0.1.0-draft, Levels. */
export type AdminLevel = 0 | 1 | 2 | 3 | 4 | 5;
export const ADMIN_LEVELS: readonly AdminLevel[] = [0, 1, 2, 3, 4, 5];

/** Text code of one admin unit, unique only within its level and dataset version. Never a number, never split on delimiters. */
export type Pcode = string & { readonly __brand: 'Pcode' };
/** ISO 3166-1 alpha-3, upper case. */
export type Iso3 = string & { readonly __brand: 'Iso3' };
/**
 * `cod-ab-sle`, `cod-ps-sle`, `3w-sle`; of layers, of which a country has many, also what each is called: `layer-sle-clinics`; and of indicators
 * where they come from more than one source: `indicators-sle`, `indicators-sle-ipc`.
 */
export type DatasetId = string & { readonly __brand: 'DatasetId' };
/** `v02` (major) or `v02.01` (minor). */
export type VersionTag = string & { readonly __brand: 'VersionTag' };
/** Administrative boundaries (COD-AB), the ground that everything else of a country is placed on. */
export const BOUNDARIES = 'cod-ab';
/** Population statistics (COD-PS). */
export const POPULATION = 'cod-ps';
/** Operational presence: who does what, where. */
export const PRESENCE = '3w';
/** Points, lines or areas on top of the boundaries. */
export const LAYER = 'layer';
/** Values of indicators by unit: needs, severity, phases, displacement. */
export const INDICATORS = 'indicators';
/** All kinds; a kind's id is written nowhere else (test/laws/kinds.test.ts). */
export const DATASET_KINDS = [BOUNDARIES, POPULATION, PRESENCE, LAYER, INDICATORS] as const;
export type DatasetKind = (typeof DATASET_KINDS)[number];
/** Of a dataset whose country nobody named; ISO 3166 leaves XXX to its users. */
export const NO_COUNTRY = 'XXX' as Iso3;

export const adminLevel = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);
export const pcode = z
  .string()
  .min(1)
  .max(64)
  .transform((text) => text as Pcode);
export const iso3 = z
  .string()
  .regex(/^[A-Za-z]{3}$/, 'wrong.country')
  .transform((text) => text.toUpperCase() as Iso3);
export const datasetKind = z.enum(DATASET_KINDS);
/** What a layer of a country is called in its id. */
export const LAYER_SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const MAX_SLUG = 40;
export const layerSlug = z.string().max(MAX_SLUG, 'wrong.slug').regex(LAYER_SLUG, 'wrong.slug');
const SLUG = LAYER_SLUG.source.slice(1, -1);
export const datasetId = z
  .string()
  .max(60, 'wrong.dataset')
  .regex(new RegExp(`^((${DATASET_KINDS.filter((kind) => kind !== LAYER).join('|')})-[a-z]{3}|(${LAYER}|${INDICATORS})-[a-z]{3}-${SLUG})$`), 'wrong.dataset')
  .transform((text) => text as DatasetId);
export const versionTag = z
  .string()
  .regex(/^v\d{2,}(\.\d{2,})?$/, 'wrong.version')
  .transform((text) => text as VersionTag);

/** @param slug of a layer: which one */
export function toDatasetId(kind: DatasetKind, country: Iso3, slug?: string): DatasetId {
  return `${kind}-${country.toLowerCase()}${slug === undefined ? '' : `-${slug}`}` as DatasetId;
}

export function isBoundaries(id: DatasetId): boolean {
  return toDatasetKind(id) === BOUNDARIES;
}

/** The boundaries of a country. */
export function toBoundariesId(country: Iso3): DatasetId {
  return toDatasetId(BOUNDARIES, country);
}

const slugged = (id: DatasetId): typeof LAYER | typeof INDICATORS | undefined => ([LAYER, INDICATORS] as const).find((kind) => id.startsWith(`${kind}-`));

/** Whether a country may have several datasets of a kind, told apart by a word; of layers it always has to be said. */
export const mayHaveSlug = (kind: DatasetKind): boolean => kind === LAYER || kind === INDICATORS;

export function toDatasetKind(id: DatasetId): DatasetKind {
  return slugged(id) ?? (id.slice(0, -4) as DatasetKind);
}

export function toIso3(id: DatasetId): Iso3 {
  const kind = slugged(id);
  const code = kind ? id.slice(kind.length + 1, kind.length + 4) : id.slice(-3);
  return code.toUpperCase() as Iso3;
}

/** What a layer, or one of several sources of indicators, is called; undefined of any other, of which a country has one. */
export function toSlug(id: DatasetId): string | undefined {
  const kind = slugged(id);
  return kind && id.slice(kind.length + 5) ? id.slice(kind.length + 5) : undefined;
}

/** What a layer is called before anybody has given it a title: by its name in addresses. */
export const titleOfSlug = (slug: string): string => slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ');
