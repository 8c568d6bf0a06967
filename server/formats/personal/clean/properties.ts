/** What a document of Office says of itself, without those who wrote it: ECMA-376 part 2, 11. Pure. */
import type { PackageTarget } from '../package.ts';
import { withoutEmails } from '../emails.ts';
import type { Parts } from './parts.ts';
import { KEEP } from './rewrite.ts';

const AUTHORS = new Set(['creator', 'lastModifiedBy', 'Manager', 'initial-creator', 'printed-by']);

/** Takes out authors, and what else names people, as the targets say. */
export function cleanProperties(parts: Parts, targets: readonly PackageTarget[]): void {
  if (targets.includes('authors'))
    for (const key of ['docprops/core.xml', 'docprops/app.xml', 'meta.xml'])
      parts.rewrite(key, { tag: () => KEEP, text: (text, parent) => (AUTHORS.has(parent) ? '' : text) });
  if (!targets.includes('properties')) return;
  for (const key of ['docprops/core.xml', 'docprops/app.xml', 'meta.xml']) parts.rewrite(key, { tag: () => KEEP, text: (text) => withoutEmails(text) });
  parts.cut('', ({ type }) => type === 'custom-properties' || type === 'classificationlabels');
  for (const owner of ['', ...parts.keys(/^(xl\/workbook|word\/document)\.xml$/)]) parts.cut(owner, ({ type }) => type === 'customxml');
}
