/** What is asked of a collection: read strictly, so that a misspelt parameter is told and never ignored. Pure. */
import { z } from 'zod';
import { DEFAULT_ITEMS, MOST_ITEMS } from '../contract/ogc/routes.ts';
import type { Rows, Value } from './rows.ts';

export interface ItemsQuery {
  limit: number;
  offset: number;
  /** West, south, east, north; west above east: across the antimeridian. */
  bbox: [number, number, number, number] | null;
  /** Days; null: open. */
  interval: { from: string | null; to: string | null } | null;
  equal: { name: string; value: string }[];
  /** Names of properties; null: all. */
  properties: string[] | null;
  geometry: boolean;
}

const OWN = new Set(['f', 'limit', 'offset', 'bbox', 'datetime', 'properties', 'skipGeometry']);

type Issue =
  | { code: 'custom'; message: Word }
  | { code: 'invalid_type'; expected: 'int' }
  | { code: 'too_small'; origin: 'int'; minimum: number; inclusive: true }
  | { code: 'invalid_value'; values: string[] };
type Word = 'wrong.box' | 'wrong.interval' | 'wrong.unknown' | 'wrong.twice' | 'wrong.parameter';
/** Status 400, with the parameter named. */
const refuse = (name: string, issue: Issue): never => {
  throw new z.ZodError([{ message: '', ...issue, path: [name.slice(0, 100)], input: undefined } as z.core.$ZodIssue]);
};
const saying = (message: Word): Issue => ({ code: 'custom', message });

/**
 * @param asked as it came; a parameter given twice is a list
 * @throws ZodError, which names the parameter
 */
export function readItemsQuery(asked: Readonly<Record<string, unknown>>, rows: Pick<Rows, 'queryables' | 'fields'>): ItemsQuery {
  const text = (name: string): string | undefined => {
    const value = asked[name];
    if (value !== undefined && typeof value !== 'string') refuse(name, saying('wrong.twice'));
    return value as string | undefined;
  };
  for (const name of Object.keys(asked)) if (!OWN.has(name) && !rows.queryables.has(name)) refuse(name, saying('wrong.parameter'));
  const equal = [...rows.queryables.keys()].flatMap((name) => {
    const value = text(name);
    return value === undefined ? [] : [{ name, value }];
  });
  const skip = text('skipGeometry');
  if (skip !== undefined && skip !== 'true' && skip !== 'false') refuse('skipGeometry', { code: 'invalid_value', values: ['true', 'false'] });
  return {
    limit: Math.min(MOST_ITEMS, whole('limit', text('limit'), 1) ?? DEFAULT_ITEMS),
    offset: whole('offset', text('offset'), 0) ?? 0,
    bbox: readBbox(text('bbox')),
    interval: readInterval(text('datetime')),
    equal,
    properties: readNames(text('properties'), rows),
    geometry: skip !== 'true',
  };
}

function whole(name: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined;
  if (!/^-?\d{1,15}$/.test(text)) refuse(name, { code: 'invalid_type', expected: 'int' });
  if (Number(text) < least) refuse(name, { code: 'too_small', origin: 'int', minimum: least, inclusive: true });
  return Number(text);
}

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?$/;

/** 4 numbers, or 6 of which height is left out. */
function readBbox(text: string | undefined): ItemsQuery['bbox'] {
  if (text === undefined) return null;
  const parts = text.split(',').map((part) => part.trim());
  if ((parts.length !== 4 && parts.length !== 6) || !parts.every((part) => NUMBER.test(part))) refuse('bbox', saying('wrong.box'));
  const numbers = parts.map(Number);
  const [west, south, east, north] = (numbers.length === 4 ? numbers : [numbers[0], numbers[1], numbers[3], numbers[4]]) as [number, number, number, number];
  const isOnEarth = [west, east].every((lon) => Math.abs(lon) <= 180) && [south, north].every((lat) => Math.abs(lat) <= 90);
  if (!isOnEarth || south > north) refuse('bbox', saying('wrong.box'));
  return [west, south, east, north];
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?$/i;

/** Days of a moment or of an interval; the time of the day says nothing of boundaries. */
function readInterval(text: string | undefined): ItemsQuery['interval'] {
  if (text === undefined) return null;
  const parts = text.split('/');
  if (parts.length > 2) refuse('datetime', saying('wrong.interval'));
  const days = parts.map((part) => {
    if (parts.length === 2 && (part === '' || part === '..')) return null;
    const day = MOMENT.exec(part)?.[1];
    if (day === undefined || !isDay(day)) refuse('datetime', saying('wrong.interval'));
    return day!;
  });
  const [from, to = from] = days as [string | null, string | null | undefined];
  if (from === null && to === null && parts.length === 1) refuse('datetime', saying('wrong.interval'));
  if (from !== null && to !== null && from > to) refuse('datetime', saying('wrong.interval'));
  return { from, to };
}

function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

function readNames(text: string | undefined, { fields }: Pick<Rows, 'fields'>): string[] | null {
  if (text === undefined) return null;
  const names = text === '' ? [] : [...new Set(text.split(','))];
  const known = new Set(fields.map(({ name }) => name));
  if (!names.every((name) => known.has(name))) refuse('properties', saying('wrong.unknown'));
  return names;
}

/** Rows that are asked for, in their order. What states no days holds on all of them. */
export function selectRows({ ids, boxes, queryables, validity }: Rows, { bbox, interval, equal }: ItemsQuery): number[] {
  const columns = equal.map(({ name, value }) => ({ value, values: queryables.get(name)! }));
  const found: number[] = [];
  for (let row = 0; row < ids.length; row++) {
    if (bbox && !meets(boxes, 4 * row, bbox)) continue;
    if (interval && validity && !holds(validity.on[row] ?? null, validity.to[row] ?? null, interval)) continue;
    if (columns.every(({ value, values }) => isEqual(values[row] ?? null, value))) found.push(row);
  }
  return found;
}

const isEqual = (value: Value, asked: string): boolean =>
  value !== null && (String(value) === asked || (typeof value === 'number' && asked.trim() !== '' && Number(asked) === value));

/** Boxes are compared, edges included. */
function meets(boxes: Float64Array, at: number, [west, south, east, north]: [number, number, number, number]): boolean {
  if (!(boxes[at + 1]! <= north && boxes[at + 3]! >= south)) return false;
  const [left, right] = [boxes[at]!, boxes[at + 2]!];
  return west <= east ? left <= east && right >= west : right >= west || left <= east;
}

const holds = (on: string | null, to: string | null, { from, to: until }: { from: string | null; to: string | null }): boolean =>
  (until === null || on === null || on <= until) && (from === null || to === null || to >= from);
