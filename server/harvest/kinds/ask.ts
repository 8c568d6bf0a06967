/** What kinds ask for: JSON, a page at a time, and a stream that is looked at as it begins. */
import type { EgressAnswer } from '../../outside/egress/contract.ts';
import { fault, faultOfStatus } from '../faults.ts';
import type { FetchContext } from './kind.ts';

const ATTEMPTS = 3;
const PAGE_BYTES = 32_000_000;
const PAGE_SECONDS = 120;
const FILE_SECONDS = 900;
/** More than any source that was seen has; a server that lies has more. */
export const MOST_PAGES = 5000;

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type JsonObject = { [name: string]: Json };

/** A JSON object, not a list. */
export const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
/** null of anything else. */
export const textOf = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);
/** null of what is no count. */
export const countOf = (value: Json | undefined): number | null => (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null);

/** A whole answer, whatever its status, with up to three tries. */
export async function askFile(
  { egress, secrets, bytes, signal }: FetchContext,
  url: URL,
  headers: Record<string, string>,
  withSecrets = true,
): Promise<EgressAnswer> {
  return egress.fetch(url, { headers, secrets: withSecrets ? secrets : {}, limits: { bytes, seconds: FILE_SECONDS }, attempts: ATTEMPTS, signal });
}

/** @throws InputError `harvest.*` for another status than one of success, for a web page, and for what is no JSON: cut off, for example */
export async function askJson(
  { egress, secrets, bytes, signal }: FetchContext,
  url: URL,
  accept = 'application/json',
): Promise<{ status: number; json: Json }> {
  const limits = { bytes: Math.min(bytes, PAGE_BYTES), seconds: PAGE_SECONDS };
  const answer = await egress.fetch(url, { headers: { accept }, secrets, limits, attempts: ATTEMPTS, signal });
  const refusal = faultOfStatus(answer.status);
  if (refusal) {
    answer.cancel();
    throw refusal;
  }
  const text = new TextDecoder().decode(await answer.bytes());
  try {
    return { status: answer.status, json: JSON.parse(text) as Json };
  } catch {
    throw fault(isPage(text) ? 'harvest.page' : 'harvest.answer');
  }
}

/** Text that begins as a web page does. */
export const isPage = (start: string): boolean => /^\uFEFF?\s*(<!--[\s\S]{0,500}?-->\s*)?<(!doctype html|html|head|body)\b/i.test(start);

/** The stream goes on as it came; a web page ends it. @throws InputError `harvest.page`, `harvest.empty` */
export async function* refusingPages(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let start: Uint8Array = new Uint8Array();
  let isJudged = false;
  for await (const chunk of stream) {
    if (isJudged) yield chunk;
    else {
      start = Buffer.concat([start, chunk]);
      if (start.length < 1024) continue;
      judge(start);
      isJudged = true;
      yield start;
    }
  }
  if (isJudged) return;
  judge(start);
  if (start.length === 0) throw fault('harvest.empty');
  yield start;
}

function judge(start: Uint8Array): void {
  if (isPage(Buffer.from(start.subarray(0, 1024)).toString('latin1'))) throw fault('harvest.page');
}

/** Told of each page of a source before it is asked for. @throws InputError `harvest.pages` where one comes again, or they have no end */
export function createVisits(): (page: URL) => void {
  const seen = new Set<string>();
  return ({ href }) => {
    if (seen.has(href) || seen.size >= MOST_PAGES) throw fault('harvest.pages');
    seen.add(href);
  };
}

/** Text in pieces, for the store. */
export async function* toBytes(texts: Iterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let held = '';
  for (const text of texts) {
    held += text;
    if (held.length < 1 << 20) continue;
    yield encoder.encode(held);
    held = '';
  }
  if (held !== '') yield encoder.encode(held);
}

/** A name for what came, from that of the source: letters of any script, no folders. */
export const fileName = (name: string, ending: string): string =>
  `${
    name
      .normalize('NFC')
      .replace(/[^\p{L}\p{N}]+/gu, '_')
      .replace(/^_+|_+$/g, '')
      .slice(0, 80) || 'data'
  }.${ending}`;
