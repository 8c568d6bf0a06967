/** Messages, put together: what is due of contacts, documents and actions, the way out, and the clock that looks each hour. */
import { randomUUID } from 'node:crypto';
import { createNameCountry } from '../../catalogue/countryName.ts';
import type { Config } from '../../config.ts';
import type { Contacts } from '../../contacts/service.ts';
import { GLOBAL, type Scope } from '../../contract/groups/groups.ts';
import { REVIEW_NOTICE_DAYS } from '../../contract/documents/documents.ts';
import { toReviewable } from '../../documents/notices.ts';
import { dueReviews } from '../../documents/reviews.ts';
import { createDocumentStore } from '../../documents/store.ts';
import { createGroupStore } from '../../groups/store.ts';
import { addDays } from '../../groups/structure.ts';
import { dueActions } from '../../meetings/due.ts';
import { createMeetingStore } from '../../meetings/store.ts';
import type { WhoMay } from '../../groups/who.ts';
import type { Served } from '../../http/serve.ts';
import type { Log } from '../../log.ts';
import type { Duty } from '../../mail/due.ts';
import { serveMails } from '../../mail/routes.ts';
import { createMails, type DigestMails, type Mails } from '../../mail/service.ts';
import { createMailStore } from '../../mail/store.ts';
import { openTransport } from '../../mail/transport.ts';
import type { OpenAccounts } from '../../people/compose.ts';
import { clearLog } from '../../store/dialect.ts';
import type { Database } from '../../store/schema.ts';

export interface MailingParts {
  db: Database;
  config: Pick<Config, 'mail' | 'publicUrl'>;
  secret: string;
  contacts: Pick<Contacts, 'sweep' | 'makeEntryLink'>;
  /** Absent: digests wait for a server. */
  digests?: DigestMails;
  log: Log;
  now: () => Date;
}

/** Reviews of documents from thirty days before, and actions around their day. */
function readDuties(db: Database): (scope: Scope, now: Date) => Promise<Duty[]> {
  const documents = createDocumentStore(db, randomUUID);
  const meetings = createMeetingStore(db, randomUUID);
  return async (scope, now) => {
    const page = (name: string) => (scope === GLOBAL ? `/global-${name}` : `/c/${scope.toLowerCase()}/${name}`);
    const reviews = dueReviews((await documents.read(scope)).flatMap(toReviewable), now);
    const actions = dueActions(await meetings.listOpenActions(scope), now);
    return [
      ...reviews.map(({ document, version, group, title, reviewBy }): Duty => {
        const key = `${document}/${version}/${reviewBy}`;
        return {
          kind: 'document-review',
          key,
          scope,
          group,
          title,
          since: addDays(reviewBy, -REVIEW_NOTICE_DAYS),
          day: reviewBy,
          path: page(`documents/${document}`),
        };
      }),
      ...actions.map(({ action: { id, group, text, due }, on }): Duty => {
        return { kind: 'action', key: `${id}/${on}`, scope, group, title: text, since: on, day: due!, path: page('calendar') };
      }),
    ];
  };
}

export const openMails = ({ db, config, secret, contacts, digests, log, now }: MailingParts): Mails =>
  createMails({
    mails: createMailStore(db),
    groups: createGroupStore(db, randomUUID, now),
    linkOf: async (scope, person) => (await contacts.makeEntryLink(scope, person)).token,
    listDuties: readDuties(db),
    nameCountry: createNameCountry(db),
    // Each hour also what people deleted themselves since: no byte of it stays in the file longer than that.
    async deleteExpired() {
      const deleted = await contacts.sweep();
      await clearLog(db);
      return deleted;
    },
    ...(digests ? { digests } : {}),
    transport: config.mail && openTransport(config.mail),
    base: config.publicUrl ?? '',
    secret,
    log,
    now,
  });

const HOUR_MS = 3600_000;
/** How soon a message that was not taken is looked at again. */
const MINUTE_MS = 60_000;

export interface Mailing {
  mails: Mails;
  served: Served[];
  stop(): void;
}

/** Looks at once and each hour; nobody waits for it, and no fault of it stops the server. */
export function openMailing({
  grouping,
  people,
  ...parts
}: MailingParts & { grouping: { whoMay: WhoMay }; people: Pick<OpenAccounts, 'announceBy'> }): Mailing {
  const mails = openMails(parts);
  people.announceBy((...given) => mails.invite(...given));
  const { log, config } = parts;
  const guarded = (work: () => Promise<unknown>) => () => void work().catch((error: unknown) => log.warn({ err: error }, 'Mail:SweepFailed'));
  const sweep = guarded(async () => {
    const { deleted } = await mails.sweep();
    if (deleted > 0) log.info({ deleted }, 'Contacts:Expired');
  });
  sweep();
  const timers = [
    setInterval(sweep, HOUR_MS),
    ...(config.mail
      ? [
          setInterval(
            guarded(() => mails.flush()),
            MINUTE_MS,
          ),
        ]
      : []),
  ];
  return {
    mails,
    served: serveMails({ mails, whoMay: grouping.whoMay }),
    stop() {
      for (const timer of timers) clearInterval(timer);
      mails.close();
    },
  };
}
