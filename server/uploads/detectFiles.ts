/** What opened files are: the kind by their content, the country by their names, else by their content. */
import type { DatasetKind, Iso3 } from '../contract/ids.ts';
import { iso3Of } from '../matching/countries.ts';
import type { UploadFile } from '../formats/raw.ts';
import type { Kinds } from '../kinds/kind.ts';

export interface Detection {
  detectKind: (files: UploadFile[]) => Promise<DatasetKind>;
  kinds: Kinds;
}

/**
 * What a person said in `known` stands. Questions about encoding and coordinates are left to the ingest, which asks them when the country is known.
 * @throws InputError where the files cannot be read
 */
export async function detectFiles(
  files: UploadFile[],
  known: { kind: DatasetKind | undefined; country: Iso3 | undefined },
  { detectKind, kinds }: Detection,
): Promise<{ kind: DatasetKind; country: Iso3 | null }> {
  const kind = known.kind ?? (await detectKind(files));
  return { kind, country: known.country ?? countryOfNames(files) ?? (await kinds[kind]?.detectCountry?.(files)) ?? null };
}

/** `sle_admin2.geojson`: all names that begin with a country's code begin with the same one. */
function countryOfNames(files: UploadFile[]): Iso3 | null {
  const codes = new Set(files.map(({ name }) => iso3Of(/^([a-z]{3})[_-]/i.exec(name.split(/[\\/]/).at(-1)!)?.[1] ?? '')));
  const [only] = codes;
  return codes.size === 1 ? (only ?? null) : null;
}
