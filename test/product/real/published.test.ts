/** What Codmap writes passes its own checks: downloads of every country of the shared data, checked like an upload. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Finding } from '../../../server/contract/finding.ts';
import type { Iso3 } from '../../../server/contract/ids.ts';
import { judgeBoundaries, runBoundaryIngest } from '../../../server/boundaries/pipeline.ts';
import { bytesSource } from '../../../server/formats/raw.ts';

const DATA = '../shared/data';
/** Levels of one source of each country; where a country has several sources, those of one publisher. */
const COUNTRIES: Record<string, RegExp> = {
  bfa: /itos/,
  bgd: /itos/,
  caf: /parquet$/,
  egy: /itos/,
  eth: /csa_bofedb|2021_ibf/,
  gtm: /itos/,
  irq: /shp/,
  lbn: /cdr/,
  mli: /itos/,
  phl: /2025_v03/,
  sle: /itos/,
  ven: /itos/,
  yem: /./,
};
const errorsOf = (results: { findings: Finding[] }[]) =>
  results.flatMap(({ findings }) =>
    findings.flatMap(({ code, severity, level, count }) => (severity === 'error' ? [{ kind: `${code} ${level}`, count }] : [])),
  );

/** Half a minute; all of them take three: `ALL_COUNTRIES=1`. */
const LARGE = ['bfa', 'bgd', 'egy', 'eth', 'phl'];
const chosen = Object.entries(COUNTRIES).filter(([iso3]) => process.env['ALL_COUNTRIES'] || !LARGE.includes(iso3));

test.each(chosen)(
  '%s',
  async (iso3, wanted) => {
    const folder = join(DATA, iso3, 'ab');
    if (!existsSync(folder)) return console.warn(`${folder} is not here: not tested`);
    const files = readdirSync(folder)
      .filter((name) => wanted.test(name) && !/lines|points|csv$/.test(name))
      .map((name) => ({ name, source: bytesSource(readFileSync(join(folder, name))) }));
    expect(files.length).toBeGreaterThan(0);
    const options = { country: iso3.toUpperCase() as Iso3, dataset: null, sha256: '', today: '2026-11-22' };
    const { artifacts, report } = await runBoundaryIngest(files, options);
    const levels = artifacts.filter(({ kind, level }) => kind === 'geojson' && level !== undefined);
    const again = await judgeBoundaries(
      levels.map(({ file: name, bytes }) => ({ name, source: bytesSource(bytes) })),
      options,
    );
    const listed = errorsOf(report.published!.results);
    const found = errorsOf(again.report.results).filter(({ kind }) => /^(geometry|topology|levels)\./.test(kind));
    expect(found.filter(({ kind }) => kind.startsWith('geometry.invalid'))).toEqual([]);
    for (const { kind, count } of found) expect(listed.find((one) => one.kind === kind)?.count ?? 0, kind).toBeGreaterThanOrEqual(count);
  },
  600_000,
);
