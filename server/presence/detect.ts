/** How a 3W table is told by what its columns hold; names of files say nothing sure. */
import { PRESENCE } from '../contract/ids.ts';
import type { TableKind } from '../kinds/kind.ts';
import { plainRole } from './columns/heading.ts';

const TAG = /^#(org|sector|activity|subsector|service|modality)\b/;
const HEADING =
  /\b(organi[sz]ations?|organisme|organización|organizacion|partner|partenaire|socio|donor|donante|bailleur|agency|agence|ngo|ong|cluster|sector|secteur|acteur|implement\w*)\b/i;

/** Whole words of any script (columns/words.ts). */
const namesWho = (heading: string): boolean => {
  const role = plainRole(heading);
  return role?.is === 'org' || role?.is === 'sector';
};

/** Organisations and sectors. A 3W may count people reached, a population table never names partners; one such heading alone gives way to numbers of people. */
export const presenceTables: TableKind = {
  id: PRESENCE,
  beside: 'read.presenceBeside',
  claim({ columns, rows }) {
    const marks = columns.filter(({ name, hxl }) => (hxl !== null && TAG.test(hxl)) || HEADING.test(name) || namesWho(name)).length;
    return marks === 0 ? null : { strength: marks === 1 ? 1 : 3, rows };
  },
};
