/** The working group and what it tells others, put together: news stand on groups and accounts, meetings take news into their feeds, mail takes digests; what is fetched from elsewhere is told by all of them. */
import type { Served } from '../../http/serve.ts';
import type { OpenAccounts } from '../../people/compose.ts';
import type { Internet } from '../../outside/egress/contract.ts';
import { openHarvesting, type HarvestingParts } from './harvest.ts';
import { openMailing, type MailingParts } from './mailing.ts';
import { openNews, type NewsParts } from './news.ts';
import { openWorkgroup, type WorkgroupParts } from './workgroup.ts';

type Parts = NewsParts &
  Omit<WorkgroupParts, 'openEvents'> &
  Pick<MailingParts, 'config'> &
  Omit<HarvestingParts, 'whoMay'> & { people: Pick<OpenAccounts, 'announceBy'>; internet?: Internet | undefined };

export function openTelling(parts: Parts): { served: Served[]; start(isDead: (owner: string) => boolean): Promise<void>; stop(): Promise<void> } {
  const news = openNews(parts);
  const workgroup = openWorkgroup({ ...parts, openEvents: news.openEvents });
  const mailing = openMailing({ ...parts, ...workgroup, digests: news.digests });
  const harvesting = openHarvesting({ ...parts, ...workgroup.grouping }, parts.internet);
  return {
    served: [...workgroup.served, ...harvesting.served, ...news.served, ...mailing.served],
    start: (isDead) => harvesting.start(isDead),
    async stop() {
      mailing.stop();
      await harvesting.stop();
      await news.stop();
    },
  };
}
