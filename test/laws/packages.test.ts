/** Law of the supply chain: which licences come in, who may run a script while it is installed, and that the bill of materials can be written. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface Locked {
  version: string;
  license?: string;
  dev?: boolean;
  hasInstallScript?: boolean;
  resolved?: string;
  integrity?: string;
}
const read = (file: string) => readFileSync(file, 'utf8');
const packages = Object.entries((JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }).packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
const own = JSON.parse(read('package.json')) as {
  allowScripts: Record<string, boolean>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

/** What asks for no more than to be named. */
const PERMISSIVE = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BSD',
  'Apache-2.0',
  '0BSD',
  'MIT-0',
  'Unlicense',
  'CC0-1.0',
  'BlueOak-1.0.0',
  'Zlib',
  'PSF-2.0',
];
/** What asks for more: each such package stands in NOTICE. */
const NAMED = ['MPL-2.0', 'LGPL-3.0-or-later', 'OFL-1.1'];
/** Packages whose package.json has no `license`, and what they say elsewhere. */
const ELSEWHERE: Record<string, string> = {
  busboy: 'MIT', // `licenses` of an older form
  streamsearch: 'MIT', // `licenses` of an older form
  'combine-errors': 'MIT', // its Readme
};

/** The licences of an expression: of a choice (OR) one that is allowed is enough, of a sum (AND) all must be. */
function isAllowed(expression: string, allowed: readonly string[]): boolean {
  const bare = expression.replace(/^\((.*)\)$/, '$1');
  if (bare.includes(' OR ')) return bare.split(' OR ').some((one) => isAllowed(one, allowed));
  return bare.split(' AND ').every((one) => allowed.includes(one.trim()));
}

describe('licences', () => {
  test('each package has one of the list', () => {
    const strange = packages
      .map(([path, { license }]) => [nameOf(path), license ?? ELSEWHERE[nameOf(path)] ?? 'none'] as const)
      .filter(([, license]) => !isAllowed(license, [...PERMISSIVE, ...NAMED]));
    expect(strange).toEqual([]);
  });

  test('what asks for more than to be named stands in NOTICE with its licence', () => {
    const notice = read('NOTICE');
    const said: Record<string, RegExp> = {
      'MPL-2.0': /Mozilla Public License 2\.0/,
      'LGPL-3.0-or-later': /LGPL-3\.0-or-later/,
      'OFL-1.1': /SIL Open Font License 1\.1/,
    };
    for (const [path, { license, dev }] of packages) {
      if (!license || dev || isAllowed(license, PERMISSIVE)) continue;
      // Builds for one system each go with the package that chooses among them; fonts of one foundry are one family.
      const family = nameOf(path).replace(/-(android|darwin|freebsd|linux|win32)-.+$/, '').replace(/^(@fontsource|@expo-google-fonts)\/.+$/, '$1'); // prettier-ignore
      expect(notice, `${family} (${license})`).toContain(family);
      for (const one of license.split(' AND ').filter((each) => !PERMISSIVE.includes(each))) expect(notice).toMatch(said[one]!);
    }
  });

  test('the list of what says it elsewhere holds nothing that is gone', () => {
    expect(Object.keys(ELSEWHERE).filter((name) => !packages.some(([path, { license }]) => nameOf(path) === name && !license))).toEqual([]);
  });

  test('the law finds what it forbids', () => {
    for (const license of ['GPL-3.0', 'AGPL-3.0-only', 'UNLICENSED', 'none', 'MIT AND GPL-2.0'])
      expect(isAllowed(license, [...PERMISSIVE, ...NAMED])).toBe(false);
    for (const license of ['(MIT OR GPL-2.0)', '(MIT AND Zlib)', 'MIT AND BSD-3-Clause']) expect(isAllowed(license, PERMISSIVE)).toBe(true);
  });
});

describe('installing', () => {
  test('runs scripts of packages by name only, and of no others', () => {
    const withScript = new Set(packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path)));
    const allowed = Object.entries(own.allowScripts).flatMap(([name, may]) => (may ? [name] : []));
    expect([...withScript].sort()).toEqual(allowed.sort());
    expect(read('.npmrc')).toMatch(/^strict-allow-scripts=true$/m);
  });

  test('compares each package with its checksum, and takes none from elsewhere than a registry', () => {
    const loose = packages.filter(([, { resolved = 'https://', integrity }]) => !resolved.startsWith('https://') || !integrity?.startsWith('sha512-'));
    expect(loose.map(([path]) => path)).toEqual([]);
  });
});

test('`npm run sbom` writes a CycloneDX bill of every package with its licence', () => {
  const text = execFileSync('npm', ['run', '--silent', 'sbom'], { encoding: 'utf8', maxBuffer: 64e6 });
  const bill = JSON.parse(text) as {
    bomFormat: string;
    specVersion: string;
    components: { name: string; version: string; purl: string; licenses?: unknown[] }[];
  };
  expect([bill.bomFormat, bill.specVersion]).toEqual(['CycloneDX', expect.stringMatching(/^1\.\d$/)]);
  // All of them: npm's own --omit=dev also leaves out what a package of the tests asks for as its peer (hyparquet).
  const found = new Set(bill.components.map(({ purl }) => decodeURIComponent(purl)));
  for (const name of Object.keys({ ...own.dependencies, ...own.devDependencies })) {
    const [, locked] = packages.find(([path]) => path === `node_modules/${name}`)!;
    expect(found).toContain(`pkg:npm/${name}@${locked.version}`);
  }
  const unlicensed = bill.components.filter(({ licenses }) => !licenses?.length).map(({ name }) => name);
  // `BSD` without a number is no name of SPDX, so the bill leaves it out.
  expect(unlicensed.sort()).toEqual([...Object.keys(ELSEWHERE), 'duck'].sort());
});
