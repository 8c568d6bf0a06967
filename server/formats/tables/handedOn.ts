/**
 * Tables that were read to tell of which kind an upload is, handed on to the pipeline of that kind: a second reading of a large workbook
 * takes as long as the first, and the memory of both. Given once: a pipeline may write its own findings into what it reads.
 */
import type { ByteSource } from '../raw.ts';
import type { RawTable } from './rawTable.ts';

const waiting = new WeakMap<ByteSource, RawTable[]>();

/** `tables`: of the whole file, read without an encoding that a person named. */
export function handOn(source: ByteSource, tables: RawTable[]): void {
  waiting.set(source, tables);
}

/** What is waiting of a file, for one taker; undefined where nothing is. */
export function takeHandedOn(source: ByteSource): RawTable[] | undefined {
  const tables = waiting.get(source);
  waiting.delete(source);
  return tables;
}
