/** The working group of the invented country, stored: as `npm start` shows it. */
import { BOUNDARIES, POPULATION, toDatasetId } from '../../contract/ids.ts';
import { GLOBAL, type Scope } from '../../contract/groups/groups.ts';
import { COMMAND_LINE } from '../../contract/given.ts';
import { loadStructure } from '../../groups/load.ts';
import { createGroupStore } from '../../groups/store.ts';
import { SAMPLE_COUNTRY, type Sample } from '../../sample/write.ts';
import { createGlobalWorkgroup, createWorkgroup } from '../../sample/workgroup/make.ts';
import { createDocumentStore } from '../../documents/store.ts';
import { openReviews } from '../drafting.ts';
import { readReportsOf } from './grouping.ts';
import { loadSampleDocuments } from './sampleDocuments.ts';
import { proposeRows } from '../../sensitivity/proposal.ts';
import { loadSampleMeetings } from './sampleMeetings.ts';
import { loadSampleSchedule } from './sampleSchedule.ts';
import { findPolicyBy, openHoldings, openSensitivity } from './sensitivity.ts';
import type { Store } from '../store.ts';
import { openTables } from '../tables.ts';

/**
 * Where the country has no group yet, or the global scope none but its first; elsewhere nothing is done.
 * @param seed the same gives the same rows
 * @param today YYYY-MM-DD, from which the days in it are counted
 */
export async function loadSampleGroups(store: Store, { country, presence }: Pick<Sample, 'country' | 'presence'>, seed: number, today: string): Promise<void> {
  const now = () => new Date(`${today}T12:00:00Z`);
  const holdings = openHoldings(store.db, 0);
  const { presence: read } = openTables({ ...store, findPolicy: findPolicyBy(holdings), now });
  let count = 0;
  const groups = createGroupStore(store.db, () => `sample-event-${++count}`, now);
  const deps = { store: groups, readReports: readReportsOf({ ...store, holdings, presence: read }) };
  const scopes = await groups.listScopes();
  const iso3 = SAMPLE_COUNTRY as string as Scope;
  if (await makeRoom(groups, today)) {
    let id = 0;
    await loadStructure({ ...deps, newId: () => `sample-global-${++id}` }, GLOBAL as Scope, createGlobalWorkgroup({ seed, today }), COMMAND_LINE);
  }
  if (scopes.includes(iso3)) return;
  const regions = country.levels[1]!.units.map(({ pcode, name, center }) => ({ pcode, name: name[0], center }));
  let id = 0;
  const data = createWorkgroup({ seed, today, organisations: presence.organisations, regions });
  await loadStructure({ ...deps, newId: () => `sample-${++id}` }, iso3, data, COMMAND_LINE);
  const structure = await groups.read(iso3);
  await loadSampleDocuments(store, iso3, structure.groups, today);
  const documents = new Set((await createDocumentStore(store.db, () => '').read(iso3)).map(({ id: document }) => document));
  await endorse(store, today, await loadSampleMeetings({ ...store, structure, documents }, iso3, today));
  await classify(store, holdings, iso3, today);
  await loadSampleSchedule(store, structure, iso3, today);
}

/** The country team has endorsed what is proposed to every country; its 3W stays for everybody, as it is; files as they were uploaded are for members. */
async function classify(store: Store, holdings: ReturnType<typeof openHoldings>, scope: Scope, today: string): Promise<void> {
  const sensitivity = await openSensitivity({ ...store, holdings, now: () => new Date(`${today}T12:00:00Z`) });
  await sensitivity.saveDraft(scope, { rows: proposeRows('en'), document: { id: 'imwg-isp', version: 'v1' } }, COMMAND_LINE);
  await sensitivity.endorse(scope, { group: 'hct', date: today, confirmed: true }, COMMAND_LINE);
}

/** The working group has decided on what is published of boundaries and population. */
async function endorse(store: Store, today: string, held: { meeting: string; day: string } | null): Promise<void> {
  const reviews = openReviews({ ...store, now: () => new Date(`${today}T12:00:00Z`) });
  const by = { id: COMMAND_LINE, name: COMMAND_LINE, mayAccept: true, mayWrite: true, mayPublish: true };
  for (const kind of [BOUNDARIES, POPULATION] as const) {
    const dataset = toDatasetId(kind, SAMPLE_COUNTRY);
    if (await store.catalog.findVersion(dataset, 'current'))
      await reviews.endorse(dataset, 'current', { group: 'imwg', date: held?.day ?? today, meeting: 'IMWG 12', held, text: null }, by);
  }
}

/** A new store has the group above all countries, with nobody in it: the invented one takes its place. @returns whether there is room */
async function makeRoom(groups: ReturnType<typeof createGroupStore>, today: string): Promise<boolean> {
  const { groups: there, seats, appointments } = await groups.read(GLOBAL as Scope);
  if (there.length > 1 || seats.length > 0 || appointments.length > 0) return false;
  for (const { id } of there)
    await groups.change({ scope: GLOBAL as Scope, actor: COMMAND_LINE, at: `${today}T08:00:00.000Z` }, (_, write) => write.deleteGroup(id));
  return true;
}
