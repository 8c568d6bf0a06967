/** A sector in words: of our lists in the reader's language, else as the file has it; never the code that we made for it. */
import { expect, test } from 'vitest';
import { factsOfOverview } from '../../../../client/kinds/presence/facts.ts';
import { sectorText } from '../../../../client/kinds/presence/words.ts';

const say = ((key: string) => (key === 'sector.HEA' ? 'Santé' : key)) as never;
const overview = { statuses: [], orgTypes: [], period: null, hasPeople: false, roles: [], sectors: [{ code: 'own:zzyzx-cluster', parent: null, text: 'Zzyzx Cluster' }, { code: 'HEA', parent: null }] }; // prettier-ignore
const facts = factsOfOverview(overview as never);

test.each([
  ['HEA', 'Santé'],
  ['own:zzyzx-cluster', 'Zzyzx Cluster'],
  // Of another version, whose words are not at hand.
  ['own:grappe-inconnue', 'grappe inconnue'],
  ['XYZ', 'XYZ'],
])('%s', (code, text) => expect(sectorText({ say, facts }, code)).toBe(text));
