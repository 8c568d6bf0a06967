/** Meetings, actions and decisions, put together: what they take from groups, documents, datasets, maps and accounts. */
import { randomUUID } from 'node:crypto';
import { createNameCountry } from '../../catalogue/countryName.ts';
import { isPublic, type DatasetVersion } from '../../contract/datasets/dataset.ts';
import type { Scope } from '../../contract/groups/groups.ts';
import type { DatasetId, VersionTag } from '../../contract/ids.ts';
import { isSeen } from '../../documents/answers.ts';
import { isPublished, type StoredDocument } from '../../documents/model.ts';
import { orNull } from '../../errors.ts';
import type { Structure } from '../../groups/structure.ts';
import { NO_RIGHTS, type Rights } from '../../groups/who.ts';
import { createMapStore } from '../../maps/store.ts';
import type { Outside } from '../../meetings/deps.ts';
import type { Accounts } from '../../meetings/links.ts';
import type { NewDocument, NewsSources } from '../../meetings/news.ts';
import { serveMeetings, type ServeMeetingsDeps } from '../../meetings/routes.ts';
import { createMeetings, type Meetings } from '../../meetings/service.ts';
import { createCalendarLinkStore, createMeetingStore } from '../../meetings/store.ts';
import type { Accounts as People } from '../../people/accounts.ts';
import type { Served } from '../../http/serve.ts';
import type { Store } from '../store.ts';
import type { Grouping } from './grouping.ts';

export interface MeetingParts extends Pick<Store, 'db' | 'datasets'>, Pick<Grouping, 'groups' | 'documents'> {
  accounts: Pick<People, 'getMember' | 'rightsFor' | 'listAppointments'>;
  /** Whether a dataset is kept from strangers, whatever is published of it. */
  isKept?: (dataset: DatasetId) => Promise<boolean>;
  now: () => Date;
}

function openMeetings(parts: MeetingParts): Meetings {
  const { db, now } = parts;
  return createMeetings({
    store: createMeetingStore(db, randomUUID),
    links: createCalendarLinkStore(db),
    outside: outsideOf(parts),
    accounts: accountsOf(parts),
    sources: sourcesOf(parts),
    now,
    newId: randomUUID,
  });
}

export function openMeetingRoutes(parts: MeetingParts & Pick<Grouping, 'whoMay' | 'requireOwnPage'> & Pick<ServeMeetingsDeps, 'openEvents'>): {
  meetings: Meetings;
  served: Served[];
} {
  const meetings = openMeetings(parts);
  return { meetings, served: serveMeetings({ ...parts, meetings }) };
}

/** Of the documents that the one who asks may read. */
async function readableBy({ documents }: Pick<MeetingParts, 'documents'>, scope: Scope, structure: Structure, rights: Rights) {
  const telling = {
    scope,
    structure,
    asker: await documents.askerOf(scope, rights, structure),
    account: null,
    names: new Map(),
    now: documents.now(),
    lang: 'en' as const,
  };
  return (document: StoredDocument): boolean => isSeen(telling, document);
}

function outsideOf({ db, datasets, groups, documents, isKept = async () => false }: MeetingParts): Outside {
  const maps = createMapStore(db);
  const getVersion = (dataset: DatasetId, version: VersionTag): Promise<DatasetVersion | null> => orNull(datasets.getVersion(dataset, version));
  return {
    readStructure: (scope) => groups.read(scope),
    async findDocuments(scope, ids, { structure, rights }) {
      const named = new Set(ids);
      const readable = await readableBy({ documents }, scope, structure, rights);
      const found = (await documents.read(scope)).filter((document) => named.has(document.id) && readable(document));
      return new Map(found.map(({ id, title }) => [id, title]));
    },
    hasDocument: async (scope, id) => (await documents.read(scope, id)).length > 0,
    async findVersion(dataset, tag) {
      const version = await getVersion(dataset, tag);
      return version && { isPublic: isPublic(version) && !(await isKept(dataset)) };
    },
    async listEndorsements(dataset, tag) {
      const version = await getVersion(dataset, tag);
      return (version?.endorsements ?? []).flatMap(({ id, held }) => (held ? [{ id, held }] : []));
    },
    async findMap(id) {
      const map = await maps.findMap(id);
      return map ? { title: map.spec.title } : null;
    },
  };
}

/** Rights of an account at this moment, as a request of its own would have them. */
function accountsOf({ accounts }: MeetingParts): Accounts {
  return {
    async rightsOf(account, scope) {
      const member = await orNull(accounts.getMember(account));
      if (!member) return null;
      const rights = await accounts.rightsFor(member);
      return {
        ...NO_RIGHTS,
        member,
        seePeople: rights.may('draft.read', { scope, group: null }),
        may: (doing, group) => rights.may(`group.${doing}`, { scope, group }),
        receives: (group, audience, named) => rights.receivesOf({ scope, group }, audience, named),
      };
    },
    async groupsOf(account, scope) {
      return new Set((await accounts.listAppointments(account)).filter((each) => (each.scope as string) === (scope as string)).map(({ group }) => group));
    },
  };
}

/** What strangers may know of. */
function sourcesOf({ db, documents }: MeetingParts): NewsSources {
  return {
    nameCountry: createNameCountry(db),
    async listDocuments(scope, structure) {
      const readable = await readableBy({ documents }, scope, structure, NO_RIGHTS);
      return (await documents.read(scope))
        .filter(readable)
        .flatMap(({ id, title, group, editions }) =>
          editions
            .filter((edition) => isPublished(edition) && edition.state !== 'withdrawn' && edition.approvedAt !== null)
            .map(({ version, approvedAt }): NewDocument => ({ id, title, group, version, publishedAt: approvedAt! })),
        );
    },
  };
}
