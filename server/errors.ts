/**
 * The kinds of failure. Each carries a stable code (docs/errors.md) and a sentence that says what to do.
 * HTTP statuses live in http/problem.ts, exit codes in cli/main.ts, and nowhere else.
 */
export class CodmapError extends Error {
  readonly code: string;
  /** Machine-readable details, for example the encodings to choose from. */
  readonly details: Record<string, unknown> | undefined;
  constructor(code: string, message: string, options: { cause?: unknown; details?: Record<string, unknown> } = {}) {
    super(message, { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.details = options.details;
  }
}

/** The upload or the request cannot be used as it is. */
export class InputError extends CodmapError {}
/** What is asked has no true answer, such as a sum of what overlaps: the request has to change, and nothing that is stored. */
export class MeaninglessError extends InputError {}
/** The upload can be used once a person has answered a question; `details` holds the question and its candidates. */
export class QuestionError extends InputError {}
export class NotFoundError extends CodmapError {}
/** What is not there is nothing: null in the place of a NotFoundError; every other fault stays one. */
export const orNull = <T>(found: Promise<T>): Promise<T | null> =>
  found.catch((error: unknown) => {
    if (error instanceof NotFoundError) return null;
    throw error;
  });
/** The request is fine but the present state forbids it. */
export class ConflictError extends CodmapError {}
export class TooLargeError extends InputError {}
export class UnauthorizedError extends CodmapError {}
export class ForbiddenError extends CodmapError {}
/** Too often in too short a time; wait. */
export class TooManyError extends CodmapError {}
/** The disk of the store, or what may be used of it, is full. */
export class StorageFullError extends CodmapError {}
/** This installation lacks an optional part that the answer needs; trying again does not help. */
export class NotSupportedError extends CodmapError {}
/** Something we depend on is not there now; try again. */
export class UnavailableError extends CodmapError {}

/** SQLite's name for a full disk: https://www.sqlite.org/rescode.html#full */
const SQLITE_FULL = 13;

/** A fault of the file system or of the database, or of what lies beneath it, that says that there is no room; else undefined. */
export function toStorageFull(error: unknown): StorageFullError | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if (at instanceof StorageFullError) return at;
    const { code, errcode } = at as { code?: unknown; errcode?: unknown };
    if (code === 'ENOSPC' || code === 'EDQUOT' || (typeof errcode === 'number' && (errcode & 0xff) === SQLITE_FULL))
      return new StorageFullError(
        'store.full',
        'The server’s disk is full. Nothing was stored or changed. Free some space, or ask the people who run the server to; then try again.',
        { cause: error },
      );
  }
  return undefined;
}
