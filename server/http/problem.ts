/** Errors → RFC 9457 problem documents. This file alone knows statuses. */
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { ProblemDetails } from '../contract/datasets/api.ts';
import {
  CodmapError,
  ConflictError,
  ForbiddenError,
  InputError,
  MeaninglessError,
  NotFoundError,
  NotSupportedError,
  QuestionError,
  StorageFullError,
  TooLargeError,
  TooManyError,
  UnauthorizedError,
  UnavailableError,
  toStorageFull,
} from '../errors.ts';
import type { Log } from '../log.ts';
import { faultsOf, otherFaultTexts, otherTexts, sayFaults } from '../words/faults.ts';
import { withTexts } from '../words/problems.ts';
import { CACHE } from './cache.ts';
import { problemPage, wantsPage } from './problemPage.ts';

/** First match decides, so the special kinds stand before the general ones. */
const STATUS: [kind: abstract new (...args: never[]) => CodmapError, status: number, title: string][] = [
  [TooLargeError, 413, 'Too large'],
  [QuestionError, 422, 'A question must be answered first'],
  [MeaninglessError, 400, 'This would not be true'],
  [InputError, 422, 'The input cannot be used'],
  [UnauthorizedError, 401, 'Sign in first'],
  [ForbiddenError, 403, 'Not allowed'],
  [NotFoundError, 404, 'Not found'],
  [ConflictError, 409, 'Not possible in the current state'],
  [TooManyError, 429, 'Too often'],
  [StorageFullError, 507, 'The disk is full'],
  [NotSupportedError, 501, 'Not supported here'],
  [UnavailableError, 503, 'Not available now'],
];

/** Codes that arise here and not in a thrown CodmapError. */
const REQUEST_INVALID = 'request.invalid';
const REQUEST_MALFORMED = 'request.malformed';
const ROUTE_UNKNOWN = 'route.unknown';
const METHOD_UNKNOWN = 'route.method';
const INTERNAL = 'internal';

/** Seconds after which a client may try again. */
const RETRY_AFTER = '5';

/** A problem that was found elsewhere, in a thread apart; `cause` is what its log would have said. */
export class ProblemError extends Error {
  readonly problem: ProblemDetails;
  constructor(problem: ProblemDetails, cause?: string) {
    super(problem.detail, { cause });
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

interface BodyParserError extends Error {
  status: number;
  expose: boolean;
  type?: string;
}

const isBodyParserError = (error: unknown): error is BodyParserError =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status >= 400 && error.status < 500;

/** @param instance the request id, under which the log has the cause. */
export function toProblem(error: unknown, instance: string): ProblemDetails {
  const problem = (code: string, title: string, status: number, detail: string, more: Partial<ProblemDetails> = {}): ProblemDetails => ({
    type: `/problems/${code}`,
    title,
    status,
    detail,
    instance,
    ...more,
  });
  if (error instanceof ProblemError)
    return error.problem.status === 500 ? { ...error.problem, detail: internal(instance), instance } : { ...error.problem, instance };
  if (error instanceof z.ZodError) {
    const errors = faultsOf(error).map(({ path, text }) => ({ pointer: `/${path.map(String).join('/')}`, detail: text.en, texts: otherTexts(text) }));
    return problem(REQUEST_INVALID, 'The request is not valid', 400, sayFaults(error, 'en'), { errors, details: { texts: otherFaultTexts(error) } });
  }
  const known = error instanceof CodmapError ? error : toStorageFull(error);
  if (known) {
    const [, status, title] = STATUS.find(([kind]) => known instanceof kind) ?? [CodmapError, 500, 'Internal error'];
    return problem(known.code, title, status, known.message, known.details ? { details: known.details } : {});
  }
  if (isBodyParserError(error)) {
    if (error.status === 413) return problem('upload.too-large', 'Too large', 413, 'The body is larger than this route accepts.');
    return problem(REQUEST_MALFORMED, 'The request cannot be read', error.status, error.expose ? error.message : 'The request cannot be read.');
  }
  return problem(INTERNAL, 'Internal error', 500, internal(instance));
}

const internal = (instance: string) => `Something went wrong on our side. The log has the cause under ${instance}.`;

/** Sends a problem document (RFC 9457), or a page to who asks for one, with the headers of its status; headers of the answer that was meant go. */
export function sendProblem(response: Response, problem: ProblemDetails): void {
  response.status(problem.status);
  const seconds = problem.details?.['seconds'];
  if (typeof seconds === 'number') response.setHeader('Retry-After', seconds);
  else if (problem.status === 503) response.setHeader('Retry-After', RETRY_AFTER);
  if (problem.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
  // Content headers that a handler had set for its own answer do not hold for the problem.
  for (const name of ['Content-Disposition', 'Content-Encoding', 'ETag', 'Content-Range', 'Content-Length']) response.removeHeader(name);
  response.setHeader('Cache-Control', CACHE.never);
  const said = inLanguages(problem);
  response.vary('Accept');
  const isPage = wantsPage(response.req);
  response.setHeader('Content-Type', isPage ? 'text/html; charset=utf-8' : 'application/problem+json; charset=utf-8');
  response.end(isPage ? problemPage(response.req, said) : JSON.stringify(said));
}

/** The problem with its sentence in every language of the product, in `details.texts`. */
export const inLanguages = (problem: ProblemDetails): ProblemDetails => ({
  ...problem,
  ...withTexts(problem.type.slice('/problems/'.length), problem.details),
});

/** The last handler but one: Express itself would answer HTML. */
export const unknownRoute: RequestHandler = (request: Request, response) => {
  const known = request.method === 'GET' || request.method === 'HEAD';
  const problem = known
    ? { type: `/problems/${ROUTE_UNKNOWN}`, title: 'Not found', status: 404, detail: 'There is nothing at this address. /docs lists what there is.' }
    : {
        type: `/problems/${METHOD_UNKNOWN}`,
        title: 'Not found',
        status: 404,
        detail: `This address does not accept ${request.method}. /docs lists what it accepts.`,
      };
  sendProblem(response, { ...problem, instance: instanceOf(response) });
};

/** The id of the request, as it stands in the log and in `instance` of a problem; empty before it has one. */
export const instanceOf = (response: Response): string => String(response.locals['requestId'] ?? '');

/** The last handler: whatever was thrown becomes a problem document. 5xx go to the log as errors, the rest as debug lines; where the answer had begun, the connection is cut. */
export function errorMapper(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const problem = toProblem(error, instanceOf(response));
    if (problem.status >= 500) log.error({ err: error, path: request.path }, 'Request:Failed');
    else log.debug({ err: error }, 'Request:Refused');
    // Express then closes the socket, so that a cut answer cannot pass for a whole one.
    if (response.headersSent) return next(error);
    sendProblem(response, problem);
  };
}
