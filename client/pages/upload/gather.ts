/** What was dropped, looked at before anything is sent: files that belong together, parts that are missing. Pure. */

/** Of a shapefile the first three must be there; the others say what would otherwise be asked. */
const REQUIRED = ['shp', 'shx', 'dbf'] as const;
const ADVISED = ['prj', 'cpg'] as const;
const PARTS = new Set<string>([...REQUIRED, ...ADVISED, 'sbn', 'sbx', 'qix', 'qpj', 'fix', 'ain', 'aih', 'atx', 'ixs', 'mxs', 'shp.xml']);
/** What file managers leave in folders; nobody wants it sent. */
const LITTER = /^(\.|Thumbs\.db$|desktop\.ini$|__MACOSX)/i;

export interface NamedFile {
  name: string;
  size: number;
}

export interface Group<F extends NamedFile> {
  /** File name, or the common stem of shapefile parts with `.shp`. */
  name: string;
  files: F[];
  /** Endings without which the group cannot be read. */
  missing: string[];
  /** Endings without which a question may be asked. */
  advised: string[];
}

/** `roads.shp.xml` → [`roads`, `shp.xml`]. */
function split(name: string): [stem: string, ending: string] {
  const xml = /^(.*)\.(shp\.xml)$/i.exec(name);
  if (xml) return [xml[1]!, 'shp.xml'];
  const dot = name.lastIndexOf('.');
  return dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot + 1).toLowerCase()];
}

/** Files one by one, parts of a shapefile gathered by their stem. A later file of the same name takes the place of an earlier one. */
export function gatherFiles<F extends NamedFile>(files: readonly F[]): Group<F>[] {
  const unique = new Map<string, F>();
  for (const file of files) if (!LITTER.test(file.name)) unique.set(file.name, file);
  const shapefiles = new Map<string, F[]>();
  const groups: Group<F>[] = [];
  const stems = new Set([...unique.keys()].filter((name) => /\.(shp|shx|dbf)$/i.test(name)).map((name) => split(name)[0].toLowerCase()));
  for (const file of unique.values()) {
    const [stem, ending] = split(file.name);
    if (!PARTS.has(ending) || !stems.has(stem.toLowerCase())) {
      groups.push({ name: file.name, files: [file], missing: [], advised: [] });
      continue;
    }
    const parts = shapefiles.get(stem.toLowerCase());
    if (parts) parts.push(file);
    else shapefiles.set(stem.toLowerCase(), [file]);
  }
  for (const parts of shapefiles.values()) {
    const endings = new Set(parts.map(({ name }) => split(name)[1]));
    const lacks = (all: readonly string[]) => all.filter((ending) => !endings.has(ending)).map((ending) => `.${ending}`);
    // A lone .dbf is a table.
    if (endings.size === 1 && endings.has('dbf')) {
      groups.push({ name: parts[0]!.name, files: parts, missing: [], advised: [] });
      continue;
    }
    const missing = lacks(REQUIRED);
    groups.push({ name: `${split(parts[0]!.name)[0]}.shp`, files: parts, missing, advised: missing.length ? [] : lacks(ADVISED) });
  }
  return groups.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** `sle_admin2.geojson` and its like: the country that all names begin with; '' where they do not agree. */
export function guessCountry(names: readonly string[]): string {
  const codes = new Set(names.map((name) => /^([a-z]{3})[_-]/i.exec(name)?.[1]?.toUpperCase() ?? ''));
  const [only] = codes;
  return codes.size === 1 ? (only ?? '') : '';
}
