/** What a route is: its address, what it is asked, what it answers and who may ask. */
import type { z } from 'zod';

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
  | 'member.manage';

export interface Route {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Express 5 spelling: `:id` in paths. */
  path: string;
  summary: string;
  tag: 'datasets' | 'tiles' | 'jobs' | 'population' | 'presence' | 'maps' | 'users' | 'operation';
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** The same as a multipart form, where the route takes files. */
  form?: z.ZodType;
  /** Status of success with its JSON schema, or the media type where the answer is no JSON. */
  answer: { status: number; schema?: z.ZodType; media?: string };
  /** Absent: anyone may ask. */
  permission?: Permission;
  /** Why a route that changes something asks for no permission. */
  open?: string;
  /** A line to try, relative to the server. */
  example: string;
}
