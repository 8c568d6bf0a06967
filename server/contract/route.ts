/** What a route is: its address, what it is asked, what it answers, who may ask and how long the answer may be kept. */
import type { z } from 'zod';
import { PATHS, type RouteName } from './paths.ts';

/** What a person or key must be allowed to do; who may do what is decided in server/people. */
export type Permission =
  | 'draft.read'
  | 'upload.create'
  | 'job.cancel'
  | 'metadata.write'
  | 'finding.accept'
  | 'presence.decide'
  | 'map.write'
  | 'version.publish'
  | 'version.withdraw'
  | 'key.manage'
  | 'group.approve'
  | 'group.record'
  | 'group.edit'
  | 'group.create'
  | 'group.close'
  | 'group.manage'
  | 'member.manage';

/** How long an answer may be kept by whoever got it. */
export type CachePolicy = 'immutable' | 'minute' | 'revalidate' | 'never' | 'private';

export type Method = 'get' | 'head' | 'post' | 'put' | 'patch' | 'delete';

/** What is said of a route; its address is in paths.ts under the same name. */
export interface RouteSpec {
  summary: string;
  tag:
    | 'datasets'
    | 'boundaries'
    | 'tiles'
    | 'jobs'
    | 'population'
    | 'presence'
    | 'maps'
    | 'layers'
    | 'indicators'
    | 'groups'
    | 'contacts'
    | 'documents'
    | 'meetings'
    | 'news'
    | 'standards'
    | 'users'
    | 'operation';
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** The same as a multipart form, where the route takes files. */
  form?: z.ZodType;
  /** Status of success with its JSON schema, or the media type where the answer is no JSON. */
  answer: { status: number; schema?: z.ZodType; media?: string };
  /** Absent: `never`. Where it depends on the version asked for, the handler says so with its answer. */
  cache?: CachePolicy;
  /** Absent: anyone may ask. */
  permission?: Permission;
  /** Why a permission is asked for without a dataset in the path: what the handler asks of the target, or that there is none. */
  wherever?: string;
  /** Why a route that changes something asks for no permission. */
  open?: string;
  /** More than some 20 ms of work: answered in a thread apart, once for all who ask the same (decision 0029). The headers that the answer depends on. */
  heavy?: readonly string[];
  /** Why OpenAPI and `/docs` leave it out. */
  hidden?: string;
  /** A line to try, relative to the server. */
  example: string;
}

export interface Route extends RouteSpec {
  name: RouteName;
  method: Method;
  /** Express 5 spelling: `:id` in paths. */
  path: string;
}

export type Defined<Name extends RouteName, Spec extends RouteSpec> = Spec & { name: Name; method: Method; path: string };

/** Routes of one subject by name, each with its address. A name that paths.ts does not know is an error of types. */
export function defineRoutes<const Specs extends { readonly [Name in RouteName]?: RouteSpec }>(
  specs: Specs & Record<Exclude<keyof Specs, RouteName>, never>,
): { [Name in keyof Specs & RouteName]: Defined<Name, Extract<Specs[Name], RouteSpec>> } {
  const defined = Object.entries(specs as Record<string, RouteSpec>).map(([name, spec]) => {
    const [method, path] = PATHS[name as RouteName].split(' ');
    return [name, { name, method, path, ...spec }];
  });
  return Object.fromEntries(defined) as never;
}

/** A schema whose answers are known more exactly than it says: data whose shape grows, described loosely. */
export const answering = <T>(schema: z.ZodType): z.ZodType<T, T> => schema as z.ZodType<T, T>;

type In<Schema> = Schema extends z.ZodType ? z.input<Schema> : never;
type Given<R, Part extends string> = R extends Record<Part, infer Schema extends z.ZodType> ? Schema : undefined;
/** Parameters of paths are texts, however they are read. */
type Texts<T> = { [Key in keyof T]: string };

/** What a caller says to a route. */
export type CallOf<R> = (Given<R, 'params'> extends z.ZodType ? { params: Texts<In<Given<R, 'params'>>> } : unknown) &
  (Given<R, 'query'> extends z.ZodType ? { query?: In<Given<R, 'query'>> } : unknown) &
  (Given<R, 'body'> extends z.ZodType ? { body: In<Given<R, 'body'>> } : unknown);

/** What a caller gets: the JSON of the answer; nothing where the route has none. */
export type AnswerOf<R> = R extends { answer: { schema: infer Schema extends z.ZodType } } ? z.output<Schema> : undefined;

/** What a handler gives: as AnswerOf, before it is read by the schema. */
export type GivenAnswer<R> = R extends { answer: { schema: infer Schema extends z.ZodType } } ? z.input<Schema> : undefined;

/** A part of the request as its schema reads it. */
export type PartOf<R, Part extends 'params' | 'query' | 'body'> = R extends Record<Part, infer Schema extends z.ZodType> ? z.output<Schema> : undefined;
