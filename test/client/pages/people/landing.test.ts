import { describe, expect, test } from 'vitest';
import { landingOf } from '../../../../client/pages/people/landing.ts';
import type { User } from '../../../../client/kit/work.ts';

const viewer = { permissions: ['draft.read'] } as Pick<User, 'permissions'>;
const contributor = { permissions: ['draft.read', 'upload.create'] } as Pick<User, 'permissions'>;

describe('where signing in leads', () => {
  test.each([
    [null, contributor, '/upload'],
    [null, viewer, '/'],
    ['/upload', viewer, '/'],
    ['/upload?job=a1', viewer, '/'],
    ['/upload', contributor, '/upload'],
    ['/c/sle?unit=2:SL0101', viewer, '/c/sle?unit=2:SL0101'],
    ['/drafts/cod-ab-sle/v01', viewer, '/drafts/cod-ab-sle/v01'],
    ['//elsewhere.example', viewer, '/'],
    ['/\\elsewhere.example', contributor, '/upload'],
    ['https://elsewhere.example', contributor, '/upload'],
  ])('%s', (next, user, to) => expect(landingOf(next, user)).toBe(to));
});
