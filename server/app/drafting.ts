/** What people do with drafts, put together: findings, metadata, repairs of boundaries, and what jobs of repairs come to. */
import { disclaimIn } from '../disclaimers/notes.ts';
import type { Publisher } from '../disclaimers/publishers.ts';
import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { serveRepairs } from '../boundaries/repairRoutes.ts';
import { createRepairs } from '../boundaries/repairService.ts';
import { createRepairStore, recordRepairs } from '../boundaries/repairStore.ts';
import { serveDrafts } from '../catalogue/draftRoutes.ts';
import { createReviews, type Reviews } from '../catalogue/review/service.ts';
import { createReviewStore } from '../catalogue/review/store.ts';
import { serveReviews } from '../catalogue/review/routes.ts';
import { createDrafts, type DraftsDeps } from '../catalogue/drafts.ts';
import { createReviewGroups } from '../groups/directory.ts';
import type { RoleOf } from '../catalogue/staff.ts';
import type { Authorize } from '../http/request.ts';
import type { Served } from '../http/serve.ts';
import type { RunnerDeps } from '../jobs/runner.ts';
import { readForm } from '../uploads/form.ts';
import type { Uploads } from '../uploads/service.ts';
import type { Store } from './store.ts';
import { checkHeldIn } from './workgroup/held.ts';

/** The outline of a country is one file. */
const OUTLINE_FILES = 1;

export interface DraftingParts extends Pick<Store, 'db' | 'datasets' | 'jobs' | 'objects' | 'checked'> {
  drafts: DraftsDeps['store'];
  uploads: Pick<Uploads, 'store' | 'maxBytes'>;
  remember: () => Promise<void>;
  authorize: Authorize;
  roleOf: RoleOf;
  publisher: Publisher;
  now: () => Date;
}

export interface Drafting {
  served: Served[];
  tasks: NonNullable<RunnerDeps['tasks']>;
  reviews: Reviews;
}

/** Reviews over a store, for the server and for the command line. */
export const openReviews = ({ db, datasets, now }: Pick<DraftingParts, 'db' | 'datasets' | 'now'>): Reviews =>
  createReviews({ store: createReviewStore(db), datasets, groups: createReviewGroups(db, now), checkHeld: checkHeldIn(db), now, newId: randomUUID });

/** The same for the server and for its threads of answers. */
export function openDrafting({ drafts, checked, authorize, roleOf, uploads, publisher, ...parts }: DraftingParts): Drafting {
  const { datasets } = parts;
  const store = createRepairStore(parts.db);
  const repairs = createRepairs({ ...parts, store, read: (key) => checked.read(key), newId: randomUUID });
  const outlineForm = (request: Request, response: Response) => readForm(request, response, uploads, OUTLINE_FILES);
  const reviews = openReviews(parts);
  return {
    served: [
      ...serveDrafts(createDrafts({ ...parts, store: drafts, newId: randomUUID })),
      ...serveRepairs({ repairs, datasets, authorize, roleOf, readForm: outlineForm, disclaim: disclaimIn(publisher) }),
      ...serveReviews(reviews, authorize),
    ],
    tasks: recordRepairs(store),
    reviews,
  };
}
