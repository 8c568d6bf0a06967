/** The working group and what it tells others, put together: news stand on groups and accounts, meetings take news into their feeds, mail takes digests. */
import type { Served } from '../../http/serve.ts';
import type { OpenAccounts } from '../../people/compose.ts';
import { openMailing, type MailingParts } from './mailing.ts';
import { openNews, type NewsParts } from './news.ts';
import { openWorkgroup, type WorkgroupParts } from './workgroup.ts';

type Parts = NewsParts & Omit<WorkgroupParts, 'openEvents'> & Pick<MailingParts, 'config'> & { people: Pick<OpenAccounts, 'announceBy'> };

export function openTelling(parts: Parts): { served: Served[]; stop(): Promise<void> } {
  const news = openNews(parts);
  const workgroup = openWorkgroup({ ...parts, openEvents: news.openEvents });
  const mailing = openMailing({ ...parts, ...workgroup, digests: news.digests });
  return {
    served: [...workgroup.served, ...news.served, ...mailing.served],
    async stop() {
      mailing.stop();
      await news.stop();
    },
  };
}
