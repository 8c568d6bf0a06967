/** The working group, put together: its store, what it takes from boundaries and 3W of the country, and who may what. */
import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { createNameCountry } from '../../catalogue/countryName.ts';
import { GLOBAL, type Scope } from '../../contract/groups/groups.ts';
import { PRESENCE, toBoundariesId, toDatasetId, type Iso3 } from '../../contract/ids.ts';
import type { AdminUnit } from '../../contract/admin.ts';
import { serveDocuments } from '../../documents/routes.ts';
import type { Documents } from '../../documents/service.ts';
import { orNull } from '../../errors.ts';
import { sightOf } from '../../contacts/visibility.ts';
import { serveGroups } from '../../groups/routes.ts';
import { NO_REPORTS, type Reports } from '../../groups/registry.ts';
import { serveImports } from '../../groups/import/routes.ts';
import { createContactImports, type ContactImports } from '../../contacts/import/service.ts';
import { createImports, type Imports, type ImportsDeps } from '../../groups/import/service.ts';
import type { GroupsDeps } from '../../groups/deps.ts';
import { createGroups, withReports, type Groups } from '../../groups/service.ts';
import { createGroupStore } from '../../groups/store.ts';
import { createWhoMay, type WhoMay } from '../../groups/who.ts';
import { createImportStore } from '../../sheets/store.ts';
import { foldName } from '../../matching/fold.ts';
import type { Served } from '../../http/serve.ts';
import type { Authorization } from '../../people/authorize.ts';
import type { Presence } from '../../presence/service.ts';
import { createPresenceStore } from '../../presence/store.ts';
import type { Holdings } from '../../sensitivity/holdings.ts';
import type { Beside } from '../beside.ts';
import type { Store } from '../store.ts';
import { gapsOfDocuments, openDocuments } from './documents.ts';

export interface GroupingParts extends Pick<Store, 'db' | 'catalog' | 'datasets' | 'objects' | 'checked' | 'identity'> {
  presence: Pick<Presence, 'open' | 'sectorTable' | 'orgTypeTable'>;
  /** What holds for data: the registry tells the whole response. */
  holdings: Pick<Holdings, 'read'>;
  authorization: Pick<Authorization, 'findRights' | 'findSignedIn' | 'requireOwnPage'>;
  now: () => Date;
  beside: Pick<Beside, 'startProcess'>;
}

/** More than any country has. */
const ALL_UNITS = 1_000_000;

const countryOf = (scope: Scope): Iso3 | null => (scope === GLOBAL ? null : (scope as string as Iso3));

/** Organisations of the current 3W of a country, and what people decided about their spellings. */
export function readReportsOf({
  db,
  datasets,
  presence,
  holdings,
}: Pick<GroupingParts, 'db' | 'datasets' | 'holdings'> & { presence: Pick<Presence, 'open'> }) {
  const decisions = createPresenceStore(db);
  return async (scope: Scope): Promise<Reports> => {
    const country = countryOf(scope);
    if (country === null) return NO_REPORTS;
    // Who is in a 3W for fewer people than that is not told by the registry either.
    const { audience } = (await holdings.read()).of(toDatasetId(PRESENCE, country)).holds;
    if (audience === 'cluster' || audience === 'named') return NO_REPORTS;
    const { organisations: aliases, distinct } = await decisions.readMemory(country);
    const version = await orNull(datasets.getVersion(toDatasetId(PRESENCE, country), 'current'));
    const opened = version && (await orNull(presence.open(version)));
    return { organisations: opened?.data.organisations ?? [], aliases, distinct };
  };
}

type Parts = Pick<GroupingParts, 'db' | 'datasets' | 'presence' | 'holdings' | 'now'>;

/** Units of the current boundaries; null where none are published. */
async function unitsOf(datasets: Store['datasets'], scope: Scope): Promise<AdminUnit[] | null> {
  const country = countryOf(scope);
  if (country === null) return null;
  const boundaries = toBoundariesId(country);
  const current = await orNull(datasets.getVersion(boundaries, 'current'));
  return current && (await datasets.listUnits(boundaries, current.version, { limit: ALL_UNITS, offset: 0 })).units;
}

const knownCodes = ({ sectorTable, orgTypeTable }: GroupingParts['presence']) => ({
  sectors: new Set(sectorTable.entries.map(({ code }) => code)),
  orgTypes: new Set(orgTypeTable.entries.map(({ code }) => code)),
});

function groupsDeps({ db, datasets, presence, holdings, now }: Parts): GroupsDeps {
  return withReports({
    store: createGroupStore(db, randomUUID, now),
    known: knownCodes(presence),
    readReports: readReportsOf({ db, datasets, presence, holdings }),
    async placesOf(scope) {
      const units = await unitsOf(datasets, scope);
      return units && new Set(units.map(({ pcode }) => pcode as string));
    },
    sightOf,
    now,
    newId: randomUUID,
  });
}

export const openGroups = (parts: Parts): Groups => createGroups(groupsDeps(parts));

type SheetGround = Pick<ImportsDeps, 'sectors' | 'readReports' | 'readPlaces'>;

/** What a sheet is compared with besides the structure: sectors, what the 3W reports, places of the boundaries. */
function groundOf({ db, datasets, presence, holdings }: Parts): SheetGround {
  return {
    sectors: presence.sectorTable,
    readReports: readReportsOf({ db, datasets, presence, holdings }),
    async readPlaces(scope) {
      const units = await unitsOf(datasets, scope);
      if (units === null) return null;
      const byName = new Map<string, string[]>();
      for (const { pcode, names } of units)
        for (const name of new Set(names.map((each) => foldName(each.name)))) byName.set(name, [...(byName.get(name) ?? []), pcode]);
      return { codes: new Set(units.map(({ pcode }) => pcode as string)), byName };
    },
  };
}

const openImports = (parts: Parts): Imports =>
  createImports({
    groups: createGroupStore(parts.db, randomUUID, parts.now),
    imports: createImportStore(parts.db, 'structure'),
    known: knownCodes(parts.presence),
    ...groundOf(parts),
    now: parts.now,
    newId: randomUUID,
  });

/** The same for sheets of contacts. */
export const openContactImports = (parts: Parts): ContactImports =>
  createContactImports({
    groups: createGroupStore(parts.db, randomUUID, parts.now),
    imports: createImportStore(parts.db, 'contacts'),
    ...groundOf(parts),
    now: parts.now,
    newId: randomUUID,
  });

/** What the rooms that stand on the groups of a country are served with. */
export interface Grouping {
  groups: Groups;
  deps: GroupsDeps;
  documents: Documents;
  whoMay: WhoMay;
  /** @throws ForbiddenError where a page of another origin sent the request */
  requireOwnPage: RequestHandler;
  served: Served[];
}

/** Before the handlers of a route: refuses what a page of another origin sent. */
export const openOwnPage =
  (authorization: Pick<Authorization, 'requireOwnPage'>): RequestHandler =>
  (request, _response, next) => {
    authorization.requireOwnPage(request);
    next();
  };

/** Who asks in a country, by session or by key. */
export const openWhoMay = (authorization: Pick<Authorization, 'findRights' | 'findSignedIn'>): WhoMay =>
  createWhoMay({ findRights: (request) => authorization.findRights(request), findSignedIn: (request) => authorization.findSignedIn(request) });

export function openGrouping({ authorization, ...parts }: GroupingParts): Grouping {
  const deps = groupsDeps(parts);
  const groups = createGroups(deps);
  const documents = openDocuments(parts);
  const requireOwnPage = openOwnPage(authorization);
  const whoMay = openWhoMay(authorization);
  const served = [
    ...serveGroups({ groups, whoMay, moreGaps: gapsOfDocuments(documents), requireOwnPage }),
    ...serveImports({ groups, imports: openImports(parts), whoMay }),
    ...serveDocuments({ documents, groups, whoMay, nameCountry: createNameCountry(parts.db), objects: parts.checked }),
  ];
  return { groups, deps, documents, whoMay, requireOwnPage, served };
}
