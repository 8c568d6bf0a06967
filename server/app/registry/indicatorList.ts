/** The agreed list of indicators, put together: its store, and what it takes from groups. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Scope } from '../../contract/groups/groups.ts';
import { findManagers } from '../../groups/structure.ts';
import { requireRight } from '../../groups/who.ts';
import type { Served } from '../../http/serve.ts';
import { createAgreedIndicators } from '../../indicators/agreedService.ts';
import { createAgreedStore } from '../../indicators/agreedStore.ts';
import { serveIndicatorList } from '../../indicators/listRoutes.ts';
import type { Store } from '../store.ts';
import type { Grouping } from '../workgroup/grouping.ts';

export interface IndicatorListParts extends Pick<Store, 'db'>, Pick<Grouping, 'groups' | 'whoMay'> {
  now: () => Date;
}

export function openIndicatorList({ db, groups, whoMay, now }: IndicatorListParts): Served[] {
  const sectors = readFileSync(new URL('../../../data/sectors.csv', import.meta.url), 'utf8');
  return serveIndicatorList({
    agreed: createAgreedIndicators({ store: createAgreedStore(db), sectors, now, newId: randomUUID }),
    async rightsIn(request, iso3) {
      const scope = iso3 as string as Scope;
      const [{ groups: all }, rights] = await Promise.all([groups.read(scope), whoMay(request, scope)]);
      const keeper = findManagers(all);
      return {
        see: rights.seePeople,
        groups: all.filter(({ id }) => rights.may('record', id)).map(({ id }) => id),
        keeps: keeper ? rights.may('record', keeper.id) : rights.manage,
        require: (allowed) => requireRight(rights, allowed),
      };
    },
  });
}
