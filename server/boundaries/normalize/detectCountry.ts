/** The country of an upload where nobody named it. */
import type { Iso3 } from '../../contract/ids.ts';
import { InputError } from '../../errors.ts';
import type { RawLayer } from '../../formats/raw.ts';
import type { Role } from './columns.ts';
import { matchColumns } from './columns.ts';
import { iso3Of } from '../../matching/countries.ts';

/** Share of cells that must name one country. */
const AGREE = 0.9;

/**
 * By the column iso3, then iso2, then the country's P-code, then the letters that P-codes begin with, then the file names (`sle_admin2`).
 * null where none of them names one country.
 */
export function detectCountry(layers: RawLayer[]): Iso3 | null {
  const cells = (wanted: (role: Role) => boolean) =>
    layers.flatMap((layer) =>
      matchColumns(layer.columns.map(({ name }) => name)).flatMap(({ role, column }) => (wanted(role) ? layer.columns[column]!.values : [])),
    );
  const texts = (wanted: (role: Role) => boolean) => cells(wanted).flatMap((cell) => (typeof cell === 'string' && cell.trim() !== '' ? cell : []));
  const prefixes = texts((role) => role.is === 'pcode' && role.level > 0).map((code) => /^([A-Za-z]{2,3})\d/.exec(code.trim())?.[1] ?? '');
  const names = layers.flatMap(({ file, layer }) => [layer, file.split('/').at(-1)!].map((name) => /^([a-z]{3})[_-]/i.exec(name)?.[1] ?? []).flat());
  return (
    agreed(texts((role) => role.is === 'iso3')) ??
    agreed(texts((role) => role.is === 'iso2')) ??
    agreed(texts((role) => role.is === 'pcode' && role.level === 0)) ??
    agreed(prefixes) ??
    agreed(names)
  );
}

/**
 * The one country of an upload.
 * @throws InputError `upload.countries` where its files are of several: which of them is meant, nobody can tell
 */
export function detectOneCountry(layers: RawLayer[]): Iso3 | null {
  const files = new Map<Iso3, Set<string>>();
  for (const file of new Set(layers.map((layer) => layer.file))) {
    const country = detectCountry(layers.filter((layer) => layer.file === file));
    if (country) files.set(country, (files.get(country) ?? new Set()).add(file));
  }
  if (files.size < 2) return detectCountry(layers);
  const said = [...files].map(([country, names]) => `${[...names].slice(0, 5).join(', ')}${names.size > 5 ? ` and ${names.size - 5} more` : ''} of ${country}`);
  throw new InputError('upload.countries', `The files are for ${files.size} countries: ${said.slice(0, 10).join('; ')}. Upload each country separately.`, {
    details: { countries: [...files].map(([country, names]) => ({ country, files: [...names].slice(0, 50) })) },
  });
}

function agreed(codes: string[]): Iso3 | null {
  const counts = new Map<Iso3 | null, number>();
  for (const code of codes) counts.set(iso3Of(code), (counts.get(iso3Of(code)) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best?.[0] && best[1] >= AGREE * codes.length ? best[0] : null;
}
