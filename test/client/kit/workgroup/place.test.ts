/** Addresses of the pages of the working group. */
import { expect, test } from 'vitest';
import { documentPath, groupPath, meetingPath, scopeOf, sectionPath, SECTIONS, writePath } from '../../../../client/kit/workgroup/place.ts';
import { ROUTES, matchRoute } from '../../../../client/app/routes.ts';

test('each leads to a page, of a country and above all countries', () => {
  const paths = [
    ...SECTIONS.map((section) => sectionPath('XNV', section)),
    ...(['coordination', 'documents', 'calendar'] as const).map((section) => sectionPath('global', section)),
    ...['XNV', 'global'].flatMap((scope) => [documentPath(scope, 'imwg-tor'), writePath(scope, null), writePath(scope, 'imwg-tor'), groupPath(scope, 'imwg')]),
    meetingPath('XNV', 'm1', '2026-12-01'),
  ];
  for (const path of paths) {
    const found = matchRoute(ROUTES, path);
    expect(found, path).not.toBeNull();
    expect(scopeOf(found!.params), path).toBe(path.startsWith('/global') ? 'global' : 'XNV');
  }
  expect(documentPath('XNV', 'imwg-tor', 'v1')).toBe('/c/xnv/documents/imwg-tor?version=v1');
});
