/** How a table of indicators is told by what its columns hold; names of files say nothing sure. */
import { INDICATORS } from '../contract/ids.ts';
import { conceptOf } from '../contract/indicators/concepts.ts';
import { foldName } from '../matching/fold.ts';
import type { TableKind } from '../kinds/kind.ts';
import { readTable } from './columns/read.ts';
import type { Known } from './columns/facts.ts';
import { layoutOf, valuesOf } from './normalize/layout.ts';

/** Nothing is known of a country that nobody has named yet; sectors are told from a few words that every file has. */
const SECTORS =
  /^(education|health|nutrition|protection|wash|shelter|nfi|cccm|food security|sante|securite alimentaire|eha|abris|salud|educacion|seguridad alimentaria)$/;
const NOTHING: Known = {
  levels: [],
  isCode: () => false,
  isName: () => false,
  sector: (text) => (SECTORS.test(foldName(text)) ? foldName(text) : undefined),
};
/** Partners make a table a 3W, and coordinates make it a layer. */
const WHO =
  /\b(organi[sz]ations?|organisme|organizacion|partners?|partenaires?|socios?|donors?|bailleurs?|agency|agence|ngo|ong|acteurs?|implement\w*|latitude|longitude|lat|lon|gps)\b|منظم|شريك/u;
/** What a population table has as well. */
const PLAIN = new Set(['POPULATION', 'PRIORITY', 'VALUE']);

/** Needs, severity, phases or displacement by place. Who does what, or points, make it something else; so do numbers of people by sex and age alone. */
export const indicatorTables: TableKind = {
  id: INDICATORS,
  beside: 'read.indicatorsBeside',
  claim(table) {
    const { columns, rows } = table;
    if (rows === 0 || columns.some(({ name, hxl }) => WHO.test(foldName(name)) || (hxl !== null && /^#(org|activity|geo\+(lat|lon))/.test(hxl)))) return null;
    const read = readTable(table, { asked: [], profiles: [] }, NOTHING);
    const values = valuesOf(read).filter(({ role }) => !PLAIN.has(role.indicator) && conceptOf(role.indicator) !== undefined);
    return values.length === 0 || layoutOf(read) === null ? null : { strength: 2.5, rows };
  },
};
