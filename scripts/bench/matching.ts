/**
 * Matching names to admin units, and importing 3W: `node scripts/bench/matching.ts [--write]`; with --write the tables go under the headings
 * "Matching" and "3W import" of bench/RESULTS.md. Needs ../shared/data; the sample country is added for names in Arabic and Cyrillic script.
 *
 * As in the experiment of 3w.md §2.5: at most 150 units of a level of a country, its own name taken out of the candidates, so that any answer
 * is invented; then the name with one and with two random edits.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AdminUnit, Gazetteer } from '../../server/contract/admin.ts';
import type { AdminLevel, DatasetId, Iso3, Pcode, VersionTag } from '../../server/contract/ids.ts';
import { createNameIndex } from '../../server/matching/names.ts';
import { normalizeBoundaries } from '../../server/boundaries/normalize/boundaries.ts';
import { runPresenceIngest } from '../../server/presence/pipeline.ts';
import { bytesSource } from '../../server/formats/raw.ts';
import { readUpload } from '../../server/formats/upload.ts';
import { geojsonText } from '../../server/sample/geojson.ts';
import { makeSample } from '../../server/sample/write.ts';

const DATA = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const RESULTS = fileURLToPath(new URL('../../bench/RESULTS.md', import.meta.url));
const SAMPLE_SIZE = 150;

const GAZETTEERS: Record<string, string[]> = {
  BFA: ['bfa/ab/bfa_itos_adm1.topojson', 'bfa/ab/bfa_itos_adm2.topojson', 'bfa/ab/bfa_itos_adm3.topojson'],
  BGD: ['bgd/ab/bgd_itos_adm1.topojson', 'bgd/ab/bgd_itos_adm2.topojson'],
  CAF: ['caf/ab/caf_admin1.parquet', 'caf/ab/caf_admin2.parquet', 'caf/ab/caf_admin3.parquet'],
  EGY: ['egy/ab/egy_itos_adm1.topojson', 'egy/ab/egy_itos_adm2.topojson', 'egy/ab/egy_itos_adm3.topojson'],
  ETH: ['eth/ab/eth_adm_csa_bofedb_2021_adm0-2_shp.zip', 'eth/ab/eth_adm3_2021_ibf.geojson'],
  GTM: ['gtm/ab/gtm_itos_adm1.topojson', 'gtm/ab/gtm_itos_adm2.topojson'],
  IRQ: ['irq/ab/irq_adm_cso_20190603_shp.zip'],
  LBN: ['lbn/ab/lbn_adm_cdr_20200810_adm0-2_shp.zip'],
  MLI: ['mli/ab/mli_itos_adm1.geojson', 'mli/ab/mli_itos_adm2.geojson', 'mli/ab/mli_itos_adm3.geojson'],
  PHL: ['phl/ab/phl_admin2_2025_v03.geojson', 'phl/ab/phl_admin3_2025_v03.geojson'],
  SLE: ['sle/ab/sle_itos_adm1.geojson', 'sle/ab/sle_itos_adm2.geojson', 'sle/ab/sle_itos_adm3.topojson'],
  YEM: ['yem/ab/yem_admin1_v01.geojson', 'yem/ab/yem_itos_adm2.topojson'],
};

type Levels = Gazetteer['levels'];

async function readLevels(country: string, files: { name: string; bytes: Uint8Array }[]): Promise<Levels> {
  const { layers } = await readUpload(files.map(({ name, bytes }) => ({ name, source: bytesSource(bytes) })));
  return normalizeBoundaries(layers, { country: country as Iso3 }).levels.map(({ level, table }) => ({
    level,
    units: table.units.filter(({ pcode }) => (pcode as string) !== ''),
  }));
}

function createRandom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
}

/** One edit: a letter left out, doubled by another, replaced, or changed with its neighbour; letters come from the name itself, so the script stays. */
function mistype(name: string, edits: number, random: () => number): string {
  let letters = Array.from(name);
  const pick = () => letters[Math.floor(random() * letters.length)]!;
  for (let left = edits; left > 0; left--) {
    const at = Math.floor(random() * letters.length);
    const kind = Math.floor(random() * 4);
    if (kind === 0 && letters.length > 2) letters.splice(at, 1);
    else if (kind === 1) letters.splice(at, 0, pick());
    else if (kind === 2 && at + 1 < letters.length) letters = [...letters.slice(0, at), letters[at + 1]!, letters[at]!, ...letters.slice(at + 2)];
    else letters[at] = pick();
  }
  return letters.join('');
}

const scriptOf = (name: string): string =>
  /\p{Script=Arabic}/u.test(name)
    ? 'Arabic'
    : /\p{Script=Cyrillic}/u.test(name)
      ? 'Cyrillic'
      : /\p{M}/u.test(name.normalize('NFD'))
        ? 'accented Latin'
        : 'plain Latin';

interface Tally {
  queries: number;
  /** Whose name another unit of the same parent bears too. */
  homonyms: number;
  inventedInParent: number;
  inventedInCountry: number;
  typo: { wrong: number; accepted: number; top3InParent: number; top3: number }[];
}
const emptyTally = (): Tally => ({
  queries: 0,
  homonyms: 0,
  inventedInParent: 0,
  inventedInCountry: 0,
  typo: [1, 2].map(() => ({ wrong: 0, accepted: 0, top3InParent: 0, top3: 0 })),
});

function measure(levels: Levels, level: AdminLevel, add: (script: string) => Tally[]): void {
  const names = createNameIndex({ levels });
  const units = levels.find((entry) => entry.level === level)?.units ?? [];
  const parents = new Map(levels.flatMap((entry) => entry.units.map((unit) => [`${entry.level} ${unit.pcode}`, unit])));
  const countryOf = (unit: AdminUnit): Pcode | null => {
    let at: AdminUnit | undefined = unit;
    for (let up = unit.level - 1; up >= 1; up--) at = at?.parentPcode ? parents.get(`${up} ${at.parentPcode}`) : undefined;
    return at?.parentPcode ?? null;
  };
  const random = createRandom(21);
  const chosen = units
    .map((unit) => ({ unit, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .slice(0, SAMPLE_SIZE);
  for (const { unit } of chosen) {
    const parent = unit.parentPcode;
    const country = countryOf(unit);
    if (!parent) continue;
    for (const name of new Set(unit.names.map((each) => each.name))) {
      const others = (within: Pcode | null) => names.exact(level, name, within).filter((each) => each !== unit);
      // Homonyms bear the name that was taken out; with all of them there such a name is always asked, so they answer nothing here.
      const invented = (within: Pcode | null) => within !== null && others(within).length === 0 && names.accept(level, name, within, unit) !== undefined;
      const shared = others(parent).length > 0;
      const tallies = add(scriptOf(name));
      const inParent = invented(parent);
      const inCountry = invented(country);
      const typos = [1, 2].map((edits) => {
        const written = mistype(name, edits, random);
        const exact = names.exact(level, written, parent);
        const accepted = exact.length === 1 ? exact[0] : exact.length === 0 ? names.accept(level, written, parent)?.unit : undefined;
        return {
          accepted,
          top3InParent: names.suggest(level, written, parent).some((each) => each.unit === unit),
          top3: names.suggest(level, written, null).some((each) => each.unit === unit),
        };
      });
      for (const tally of tallies) {
        tally.queries++;
        if (shared) tally.homonyms++;
        if (inParent) tally.inventedInParent++;
        if (inCountry) tally.inventedInCountry++;
        typos.forEach(({ accepted, top3InParent, top3 }, i) => {
          const into = tally.typo[i]!;
          if (accepted && accepted !== unit) into.wrong++;
          if (accepted === unit) into.accepted++;
          if (top3InParent) into.top3InParent++;
          if (top3) into.top3++;
        });
      }
    }
  }
}

async function matching(): Promise<string> {
  const rows = new Map<string, Tally>();
  const row = (key: string) => {
    let tally = rows.get(key);
    if (!tally) rows.set(key, (tally = emptyTally()));
    return tally;
  };
  const sample = makeSample();
  const gazetteers: [string, Levels][] = [];
  for (const [country, paths] of Object.entries(GAZETTEERS))
    gazetteers.push([
      country,
      await readLevels(
        country,
        paths.map((path) => ({ name: basename(path), bytes: readFileSync(join(DATA, path)) })),
      ),
    ]);
  const invented = await readLevels(
    'XNV',
    sample.layers.map((layer) => ({ name: `${layer.name}.geojson`, bytes: Buffer.from([...geojsonText(layer)].join('')) })),
  );
  for (const [country, levels] of gazetteers) {
    for (const level of [2, 3] as const)
      measure(levels, level, (script) => [
        row(`all countries, adm${level}`),
        row(`names in ${script} script`.replace(/ (plain|accented) Latin script/, ' $1 Latin letters')),
      ]);
    process.stderr.write(`${country} `);
  }
  for (const level of [2, 3] as const)
    measure(invented, level, (script) => (script === 'Cyrillic' || script === 'Arabic' ? [row(`sample country, ${script}`)] : []));
  process.stderr.write('\n');
  const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)} %`;
  const line = (key: string, { queries, homonyms, inventedInParent, inventedInCountry, typo }: Tally) =>
    `| ${key} | ${queries.toLocaleString('en')} | ${homonyms} | ${percent(inventedInParent, queries)} | ${percent(inventedInCountry, queries)} | ${typo
      .map(
        ({ wrong, accepted, top3InParent, top3 }) =>
          `${percent(wrong, queries)} | ${percent(accepted, queries)} | ${percent(top3InParent, queries)} | ${percent(top3, queries)}`,
      )
      .join(' | ')} |`;
  const order = [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `## Matching

\`node scripts/bench/matching.ts --write\`. Names of the real boundary files of ${gazetteers.length} countries (${Object.keys(GAZETTEERS).join(', ').toLowerCase()}) and of the sample country; at most ${SAMPLE_SIZE}
units per level and country, every spelling in every language. The list of P-codes in ../shared/data/pcodes contains no names, so the gazetteers are those of the boundary files.
"Invented": the unit's own name was taken out (homonyms of the same parent too: such a name is always asked), so any automatic answer is wrong. Only the parent's scope is used without a person; the country's scope is what the same rule would do without a resolved parent.

| Names | Queries | Homonyms in parent | invented, in parent | invented, in country | 1 edit: wrong | accepted | right in top 3, in parent | in country | 2 edits: wrong | accepted | right in top 3, in parent | in country |
|---|---|---|---|---|---|---|---|---|---|---|---|---|
${order.map(([key, tally]) => line(key, tally)).join('\n')}

For comparison, the rates that 3w.md §2.5 measured on 24 crisis countries, admin 2 (2,426 queries):

| Matcher | invented, in country | invented, in parent | wrong at 1 edit, in country | wrong at 2 edits |
|---|---|---|---|---|
| HDX phonetic ≤ 2 | 68.6 % | 27.4 % | 17.6 % | 27.3 % |
| HDX RapidFuzz 65 | 62.2 % | 18.7 % | 2.1 % | 4.5 % |
| recommended there (≥ .88, margin ≥ .08) | 2.3 % | 0.6 % | ≤ 0.1 % | ≤ 0.1 % |
| Codmap (table above, adm2) | ${percent(row('all countries, adm2').inventedInCountry, row('all countries, adm2').queries)} | ${percent(row('all countries, adm2').inventedInParent, row('all countries, adm2').queries)} | ${percent(row('all countries, adm2').typo[0]!.wrong, row('all countries, adm2').queries)} (in parent) | ${percent(row('all countries, adm2').typo[1]!.wrong, row('all countries, adm2').queries)} (in parent) |
`;
}

const IMPORTS: [country: string, file: string][] = [
  ['IRQ', 'irq/3w/irq_3w_jan_to_apr_2022_longtable.xlsx'],
  ['VEN', 'ven/3w/ven_3w.xlsx'],
  ['ETH', 'eth/3w/ethiopia_4w_may_to_july_2025.csv'],
  ['ETH', 'eth/3w/ethiopia_4w_february_2022.xlsx'],
  ['MLI', 'mli/3w/mli_5w_mar2022.xlsx'],
];

/** In a process of its own: one file through the pipeline; time and peak memory as JSON. */
async function importOne(country: string, file: string, levelsFile: string): Promise<void> {
  const levels = JSON.parse(readFileSync(levelsFile, 'utf8')) as Levels;
  const table = (name: string) => readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8');
  const start = performance.now();
  const { data } = await runPresenceIngest([{ name: basename(file), source: bytesSource(readFileSync(join(DATA, file))) }], {
    country: country as Iso3,
    dataset: `3w-${country.toLowerCase()}` as DatasetId,
    sha256: '',
    today: new Date().toISOString().slice(0, 10),
    boundaries: { dataset: `cod-ab-${country.toLowerCase()}` as DatasetId, version: 'v01' as VersionTag, levels },
    tables: { sectors: table('sectors.csv'), orgTypes: table('org-types.csv') },
  });
  const bytes = JSON.stringify(data).length;
  const { rows } = data;
  const placed = Object.values(rows.placed).reduce((sum, count) => sum + count, 0);
  process.stdout.write(
    JSON.stringify({
      seconds: (performance.now() - start) / 1000,
      megabytes: process.resourceUsage().maxRSS / 1024,
      rows: rows.read,
      placed,
      organisations: rows.organisations,
      bytes,
    }),
  );
}

async function imports(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'codmap-bench-'));
  const lines: string[] = [];
  try {
    for (const [country, file] of IMPORTS) {
      const paths = GAZETTEERS[country] ?? [`${country.toLowerCase()}/ab/${country.toLowerCase()}_itos_adm1.topojson`];
      const levels = await readLevels(
        country,
        paths.map((path) => ({ name: basename(path), bytes: readFileSync(join(DATA, path)) })),
      );
      const levelsFile = join(folder, `${country}.json`);
      writeFileSync(levelsFile, JSON.stringify(levels));
      const runs = Array.from({ length: 3 }, () => {
        const done = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--import', country, file, levelsFile], { encoding: 'utf8' });
        if (done.status !== 0) throw new Error(done.stderr);
        return JSON.parse(done.stdout) as { seconds: number; megabytes: number; rows: number; placed: number; organisations: number; bytes: number };
      }).toSorted((a, b) => a.seconds - b.seconds);
      const { seconds, rows, placed, organisations, bytes } = runs[1]!;
      const peak = Math.max(...runs.map(({ megabytes }) => megabytes));
      const whole = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 0 });
      lines.push(
        `| ${file} | ${whole(rows)} | ${seconds.toFixed(1)} | ${whole(peak)} | ${whole(placed)} | ${whole(organisations)} | ${(bytes / 1e6).toFixed(1)} |`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return `## 3W import

Node ${process.versions.node}, ${cpus().length} cores; each run in a separate process, median of 3, highest peak; read, column roles detected, matched, counted and checked. \`node scripts/bench/matching.ts --write\`.

| File | Rows | Seconds | Peak memory, MB | Placed | Organisations | Artifact, MB |
|---|---|---|---|---|---|---|
${lines.join('\n')}
`;
}

const at = process.argv.indexOf('--import');
if (at > 0) await importOne(process.argv[at + 1]!, process.argv[at + 2]!, process.argv[at + 3]!);
else if (!existsSync(join(DATA, 'README.md'))) process.stderr.write('Needs ../shared/data beside the checkout.\n');
else {
  const sections = [await matching(), await imports()];
  process.stdout.write(sections.join('\n'));
  if (process.argv.includes('--write')) {
    const before = existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8') : '# Results\n';
    const kept = before.split(/^(?=## )/m).filter((section) => !section.startsWith('## Matching\n') && !section.startsWith('## 3W import\n'));
    writeFileSync(RESULTS, `${[...kept, ...sections].map((section) => section.trimEnd()).join('\n\n')}\n`);
  }
}
