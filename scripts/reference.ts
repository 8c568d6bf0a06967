/**
 * Gathers the public facts that checks compare with into data/: run by hand when a source has a new edition.
 *
 *   node scripts/reference.ts PACKAGES COUNTRY_CODES.csv DATE
 *
 * PACKAGES is a node_modules folder that holds `cldr-misc-full`, `iso-3166` and `world-atlas` (not dependencies of the project: 60 MB for 50 kB of facts).
 * COUNTRY_CODES.csv is `data/country-codes.csv` of the datasets/country-codes repository (public domain), which carries the UN M49 names.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import { countryBoxes } from './countryBoxes.ts';

const [packages, countryCodes, date] = process.argv.slice(2);
if (!packages || !countryCodes || !date) throw new Error('usage: node scripts/reference.ts PACKAGES COUNTRY_CODES.csv DATE');

/** Where the list at hand differs from what the UN writes (list of member states, English; UNTERM, Arabic). */
const CORRECTED: Record<string, Record<string, string>> = { CIV: { en: 'Côte d’Ivoire' }, NLD: { ar: 'هولندا' } };

/** UN M49 short names: what countries are called here, and what check N16 compares the names of adm0 with. */
function countries(file: string): string {
  const rows = parse<Record<string, string>>(readFileSync(file), { columns: true, bom: true });
  const table = rows
    .filter((row) => /^[A-Z]{3}$/.test(row['ISO3166-1-Alpha-3'] ?? '') && row.official_name_en)
    .map((row) => ({
      iso3: row['ISO3166-1-Alpha-3']!,
      iso2: row['ISO3166-1-Alpha-2']!,
      m49: row.M49!.padStart(3, '0'),
      names: {
        ...Object.fromEntries(['en', 'fr', 'es', 'ar', 'ru', 'zh'].map((lang) => [lang, row[`official_name_${lang === 'zh' ? 'cn' : lang}`]!.trim()])),
        ...CORRECTED[row['ISO3166-1-Alpha-3']!],
      },
    }))
    .toSorted((a, b) => (a.iso3 < b.iso3 ? -1 : 1));
  return `[\n${table.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;
}

interface Subdivision {
  code: string;
  name: string;
  parent: string;
}

/** First-level subdivisions of ISO 3166-2, for check N17. */
async function subdivisions(folder: string): Promise<string> {
  const { iso31662 } = (await import(pathToFileURL(join(folder, 'iso-3166/2.js')).href)) as { iso31662: Subdivision[] };
  const byCountry: Record<string, Record<string, string>> = {};
  for (const { code, name, parent } of iso31662) if (parent.length === 2) (byCountry[parent] ??= {})[code] = name;
  const lines = Object.entries(byCountry).map(([country, names]) => `${JSON.stringify(country)}: ${JSON.stringify(names)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** Exemplar letters of each language, main and auxiliary, in UnicodeSet notation, for check N12. Chinese, Japanese and Korean are left out: nobody types a wrong one of 20,000. */
function exemplars(folder: string): string {
  const main = join(folder, 'cldr-misc-full/main');
  const sets: Record<string, [string, string]> = {};
  for (const locale of readdirSync(main).toSorted()) {
    if (!/^[a-z]{2,3}(-[A-Z][a-z]{3})?$/.test(locale) || /^(zh|ja|ko|yue|und|root)/.test(locale)) continue;
    const { characters } = JSON.parse(readFileSync(join(main, locale, 'characters.json'), 'utf8')).main[locale] as {
      characters: { exemplarCharacters: string; auxiliary?: string };
    };
    sets[locale] = [characters.exemplarCharacters, characters.auxiliary ?? '[]'];
  }
  const { version } = JSON.parse(readFileSync(join(folder, 'cldr-misc-full/package.json'), 'utf8')) as { version: string };
  return `${JSON.stringify({ source: `Unicode CLDR ${version}, characters.json`, date, sets }, null, 1)}\n`;
}

const table = countries(countryCodes);
const iso3Of = new Map((JSON.parse(table) as { m49: string; iso3: string }[]).map(({ m49, iso3 }) => [m49, iso3]));
writeFileSync('data/countries.json', table);
writeFileSync(
  'data/boxes.json',
  countryBoxes(packages, (m49) => iso3Of.get(m49)),
);
writeFileSync('data/subdivisions.json', await subdivisions(packages));
writeFileSync('data/exemplars.json', exemplars(packages));
writeFileSync(
  'data/README.md',
  `# Reference data

| File | What | Source | Taken |
|---|---|---|---|
| countries.json | ISO 3166-1 codes and UN M49 short names in six languages | datasets/country-codes (public domain), from UNSD M49 | ${date} |
| subdivisions.json | ISO 3166-2 first-level subdivisions | npm iso-3166 (MIT) | ${date} |
| boxes.json | box of degrees of each country; west above east: on both sides of longitude 180 | npm world-atlas 2.0.2 (ISC), from Natural Earth 1:10 million (public domain) | ${date} |
| exemplars.json | exemplar letters of languages | Unicode CLDR, npm cldr-misc-full (Unicode-3.0) | ${date} |
| sectors.csv, org-types.csv | coordination groups, organisation types and the spellings met in 3W files | HPC Tools and HRinfo code lists, gathered by us | ${date} |

Made again by \`scripts/reference.ts\`, except the last line, which is edited by hand.
`,
);
