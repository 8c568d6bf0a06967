/** Configuration: the only reader of the environment. Every fault is listed as `$NAME: message` before anything starts. */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

export interface Config {
  /** Folder of the embedded store. */
  data: string;
  database: { driver: 'sqlite'; path: string };
  objects: { driver: 'file'; root: string };
  host: string;
  port: number;
  /** Without trailing slash; null: taken from each request. */
  publicUrl: string | null;
  /** Hops of reverse proxies whose X-Forwarded-* headers are believed. */
  trustProxy: number;
  ingest: { workers: number; memoryMb: number; minutes: number };
  /** Threads that answer what is heavy: how many, the heap of each, what strangers of one address may use at once, what is kept of results. */
  answers: { threads: number; memoryMb: number; strangerSeconds: number; keptBytes: number };
  maxUploadBytes: number;
  tileCacheBytes: number;
  /** Bytes a second at which stored files are read through in the background; 0: never. */
  scrubRate: number;
  /** PMTiles archive below the maps; null: the ground that comes with the program, alone. */
  basemap: string | null;
  /** Maps are stamped as drafts until somebody who may publish has cleared them. */
  clearance: boolean;
  /** Whose disclaimers maps have; `own`: those of the file. */
  disclaimers: { publisher: 'un' | 'ifrc' | 'fao'; file: null } | { publisher: 'own'; file: string };
  secret: string | null;
  /** `token`: who sends it reads /metrics; `port`: on the loopback they are read without. */
  metrics: { token: string | null; port: number | null };
  /** null: the server sends nothing. */
  mail: { url: string; from: string } | null;
  /** Hosts that may be fetched from; null: this server fetches nothing. */
  harvest: { hosts: string[] } | null;
  /** Hosts to which webhooks may be sent; none: nothing is sent. */
  webhookHosts: string[];
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
}

/** What stops a start: all faults at once, never the first only. */
export class ConfigError extends Error {
  readonly faults: string[];
  constructor(faults: string[]) {
    super(faults.join('\n'));
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

const integer = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().min(min, `must be at least ${min}`).max(max, `must be at most ${max}`));

const databaseUrl = z.string().regex(/^sqlite:.+/, 'must be sqlite:PATH, for example sqlite:./var/codmap.db');
const objectsUrl = z.string().regex(/^file:.+/, 'must be file:FOLDER, for example file:./var/objects');
const publicUrl = z
  .url({ protocol: /^https?$/, error: 'must be an address such as https://maps.example.org' })
  .refine((text) => !URL.canParse(text) || new URL(text).href === `${new URL(text).origin}/`, {
    error: 'must have no path: pages, tiles and links begin at the root of a host. Give the server a name of its own, such as https://maps.example.org',
  })
  .transform((text) => text.replace(/\/+$/, ''));

const smtpUrl = z.string().regex(/^smtps?:\/\/[^\s/]+/, 'must be smtp://USER:PASSWORD@HOST:PORT or smtps://…');

/** Names of hosts, not addresses: `hooks.example.org, *.example.org:8443`. */
const hosts = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((each) => each.trim().toLowerCase())
      .filter(Boolean),
  )
  .refine((list) => list.every((each) => /^(\*\.)?([a-z\d_]([a-z\d_-]*[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d](:\d{1,5})?$/.test(each)), {
    error: 'must be names of hosts, separated by commas, such as hooks.example.org or *.example.org:8443',
  });

/** Name → [parser, what README says]. The README's table is compared with these names by a test. */
export const VARIABLES = {
  CODMAP_DATA: z.string().min(1, 'must name a folder').default('./var'),
  CODMAP_DATABASE_URL: databaseUrl.optional(),
  CODMAP_OBJECTS_URL: objectsUrl.optional(),
  CODMAP_HOST: z.string().min(1, 'must be an address to listen on').default('0.0.0.0'),
  CODMAP_PORT: integer(0, 65535).default(8080),
  CODMAP_PUBLIC_URL: publicUrl.optional(),
  CODMAP_TRUST_PROXY: integer(0, 10).default(0),
  CODMAP_INGEST_WORKERS: integer(0, 64).default(1),
  CODMAP_INGEST_MEMORY_MB: integer(256, 1_000_000).default(4096),
  CODMAP_INGEST_MINUTES: integer(1, 1440).default(60),
  CODMAP_ANSWER_THREADS: integer(1, 64).default(2),
  CODMAP_ANSWER_MEMORY_MB: integer(128, 100_000).default(512),
  CODMAP_ANSWER_SECONDS: integer(1, 1_000_000).default(60),
  CODMAP_RESULTS_MB: integer(8, 1_000_000).default(512),
  CODMAP_MAX_UPLOAD_MB: integer(1, 1_000_000).default(512),
  CODMAP_TILE_CACHE_MB: integer(1, 1_000_000).default(256),
  CODMAP_SCRUB_MB_PER_SECOND: integer(0, 10_000).default(4),
  CODMAP_BASEMAP: z.string().min(1, 'must name a file').optional(),
  CODMAP_CLEARANCE: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
  CODMAP_PUBLISHER: z.enum(['un', 'ifrc', 'fao', 'own'], 'must be un, ifrc, fao or own').optional(),
  CODMAP_DISCLAIMERS: z.string().min(1, 'must name a file').optional(),
  CODMAP_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  CODMAP_METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  CODMAP_METRICS_PORT: integer(1, 65535).optional(),
  CODMAP_SMTP_URL: smtpUrl.optional(),
  CODMAP_MAIL_FROM: z.email('must be an e-mail address such as codmap@example.org').optional(),
  CODMAP_HARVEST_HOSTS: hosts.optional(),
  CODMAP_WEBHOOK_HOSTS: hosts.optional(),
  CODMAP_LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], 'must be trace, debug, info, warn, error, fatal or silent')
    .default('info'),
};

/**
 * Reads the configuration. An empty variable counts as not set.
 * @throws ConfigError with one line for each fault; a `CODMAP_…` name that nobody knows is a fault too, since it is mostly a slip.
 */
export function loadConfig(env: Record<string, string | undefined> = process.env, overrides: Record<string, string | undefined> = {}): Config {
  const isSet = ([, value]: [string, string | undefined]) => value !== undefined && value !== '';
  // An override that says nothing (no --data on the command line) leaves the environment as it is.
  const given = Object.fromEntries([...Object.entries(env).filter(isSet), ...Object.entries(overrides).filter(isSet)]);
  const faults = Object.keys(given)
    .filter((name) => name.startsWith('CODMAP_') && !(name in VARIABLES))
    .map((name) => `$${name}: there is no such variable; README lists them all`);
  const parsed = z.object(VARIABLES).safeParse(given);
  if (!parsed.success) faults.push(...parsed.error.issues.map((issue) => `$${String(issue.path[0])}: ${issue.message}`));
  // Without a sender nothing is taken by mail servers, and without an address links lead nowhere.
  if (given['CODMAP_SMTP_URL'])
    for (const name of ['CODMAP_MAIL_FROM', 'CODMAP_PUBLIC_URL']) if (!given[name]) faults.push(`$${name}: must be set where CODMAP_SMTP_URL is`);
  const [publisher, disclaimers] = [given['CODMAP_PUBLISHER'], given['CODMAP_DISCLAIMERS']];
  if (publisher === 'own' && !disclaimers) faults.push('$CODMAP_DISCLAIMERS: must be set where CODMAP_PUBLISHER is own');
  if (disclaimers && publisher && publisher !== 'own') faults.push('$CODMAP_PUBLISHER: must be own, or not set, where CODMAP_DISCLAIMERS is');
  if (faults.length > 0 || !parsed.success) throw new ConfigError(faults);
  const v = parsed.data;
  const data = resolve(v.CODMAP_DATA);
  return {
    data,
    database: { driver: 'sqlite', path: v.CODMAP_DATABASE_URL ? resolve(v.CODMAP_DATABASE_URL.slice('sqlite:'.length)) : join(data, 'codmap.db') },
    objects: { driver: 'file', root: v.CODMAP_OBJECTS_URL ? resolve(v.CODMAP_OBJECTS_URL.slice('file:'.length)) : join(data, 'objects') },
    host: v.CODMAP_HOST,
    port: v.CODMAP_PORT,
    publicUrl: v.CODMAP_PUBLIC_URL ?? null,
    trustProxy: v.CODMAP_TRUST_PROXY,
    ingest: { workers: v.CODMAP_INGEST_WORKERS, memoryMb: v.CODMAP_INGEST_MEMORY_MB, minutes: v.CODMAP_INGEST_MINUTES },
    answers: {
      threads: v.CODMAP_ANSWER_THREADS,
      memoryMb: v.CODMAP_ANSWER_MEMORY_MB,
      strangerSeconds: v.CODMAP_ANSWER_SECONDS,
      keptBytes: v.CODMAP_RESULTS_MB * 1_000_000,
    },
    maxUploadBytes: v.CODMAP_MAX_UPLOAD_MB * 1_000_000,
    tileCacheBytes: v.CODMAP_TILE_CACHE_MB * 1_000_000,
    scrubRate: v.CODMAP_SCRUB_MB_PER_SECOND * 1_000_000,
    basemap: v.CODMAP_BASEMAP ? resolve(v.CODMAP_BASEMAP) : null,
    clearance: v.CODMAP_CLEARANCE === '1',
    disclaimers: disclaimersOf(v),
    secret: v.CODMAP_SECRET ?? null,
    metrics: { token: v.CODMAP_METRICS_TOKEN ?? null, port: v.CODMAP_METRICS_PORT ?? null },
    mail: v.CODMAP_SMTP_URL && v.CODMAP_MAIL_FROM ? { url: v.CODMAP_SMTP_URL, from: v.CODMAP_MAIL_FROM } : null,
    harvest: v.CODMAP_HARVEST_HOSTS ? { hosts: v.CODMAP_HARVEST_HOSTS } : null,
    webhookHosts: v.CODMAP_WEBHOOK_HOSTS ?? [],
    logLevel: v.CODMAP_LOG_LEVEL,
  };
}

function disclaimersOf({
  CODMAP_PUBLISHER: publisher = 'un',
  CODMAP_DISCLAIMERS: file,
}: {
  CODMAP_PUBLISHER?: 'un' | 'ifrc' | 'fao' | 'own' | undefined;
  CODMAP_DISCLAIMERS?: string | undefined;
}): Config['disclaimers'] {
  return file !== undefined || publisher === 'own' ? { publisher: 'own', file: resolve(file ?? '') } : { publisher, file: null };
}

/** The signing secret: as configured, else made once and kept in the data folder, readable by its owner only. */
export function loadSecret(config: Pick<Config, 'data' | 'secret'>): string {
  if (config.secret) return config.secret;
  mkdirSync(config.data, { recursive: true });
  const file = join(config.data, 'secret');
  try {
    // `wx`: of two servers that start together one writes, the other reads.
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  chmodSync(file, 0o600);
  return readFileSync(file, 'utf8').trim();
}

/** Whether the terminal asked for no colours, https://no-color.org. */
export function wantsColour(env: Record<string, string | undefined> = process.env): boolean {
  return !env['NO_COLOR'];
}
