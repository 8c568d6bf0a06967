/** Addresses within the client: a page keeps its own query, and who signs in comes back to where they were. */
import { describe, expect, test } from 'vitest';
import { addressOf, signInHref } from '../../../client/kit/address.ts';

test.each([
  ['/upload', {}, null, '/upload'],
  ['/upload', {}, 'ar', '/upload?lang=ar'],
  ['/upload?job=j1', {}, null, '/upload?job=j1'],
  ['/upload?job=j1', {}, 'ar', '/upload?job=j1&lang=ar'],
  ['/c/sle?at=1:2', { level: '2' }, 'fr', '/c/sle?at=1:2&level=2&lang=fr'],
] as const)('%s with %j in %s', (path, extra, language, expected) => expect(addressOf(path, extra, language)).toBe(expected));

describe('signing in', () => {
  const href = (language: string | null) => (path: string, extra?: Record<string, string>) => addressOf(path, extra ?? {}, language);
  /** As the page of signing in reads it, and as the address is then. */
  const back = (pathname: string, search: string, language: string | null = null) => {
    const next = new URL(signInHref({ href: href(language) }, { pathname, search }), 'http://x').searchParams.get('next');
    return next && href(language)(next);
  };

  test('comes back to the page with its query', () => {
    expect(back('/upload', '?job=b1f0')).toBe('/upload?job=b1f0');
    expect(back('/drafts/cod-ab-phl/v01', '?item=topology.overlap/3/PH01 PH02/1.5,2.5&tab=findings')).toBe(
      '/drafts/cod-ab-phl/v01?item=topology.overlap%2F3%2FPH01+PH02%2F1.5%2C2.5&tab=findings',
    );
    expect(back('/upload', '')).toBe('/upload');
  });

  test('in the language of then', () => {
    expect(back('/upload', '?job=b1f0&lang=ar', 'ar')).toBe('/upload?job=b1f0&lang=ar');
  });

  test('but not to itself, nor to an invitation that was used', () => {
    expect(back('/signin', '?next=/members')).toBeNull();
    expect(back('/join/abc', '')).toBeNull();
  });
});
