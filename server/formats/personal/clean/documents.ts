/** Copies of text documents and of spreadsheets of LibreOffice without comments, authors and who changed what. What is written in them stays. Pure. */
import { attribute } from '../../tables/xml.ts';
import { NAMED_FIELDS } from '../fields.ts';
import type { PackageTarget } from '../package.ts';
import { personInPath } from '../values.ts';
import type { Parts } from './parts.ts';
import { cleanProperties } from './properties.ts';
import { DROP, KEEP, rewriteXml, withAttribute, withoutAttribute } from './rewrite.ts';

const COMMENT_PARTS = /^(comments|commentsextended|commentsids|commentsextensible|people)$/;

/** DOCX: changes stay proposed, by nobody. */
export function cleanDocx(parts: Parts, targets: readonly PackageTarget[]): void {
  const [main] = parts.relations('').filter(({ type }) => type === 'officedocument');
  const withoutComments = targets.includes('comments') || targets.includes('persons');
  for (const key of parts.keys(/^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/))
    parts.rewrite(key, {
      tag({ name, attributes, raw }) {
        if (withoutComments && /^comment(RangeStart|RangeEnd|Reference)$/.test(name)) return DROP;
        if (!targets.includes('changes') || attribute(attributes, 'w:author') === null) return KEEP;
        return { tag: withoutAttribute(withAttribute(raw, 'author', ''), 'date') };
      },
    });
  if (withoutComments && main) parts.cut(main.part, ({ type }) => COMMENT_PARTS.test(type));
  cleanProperties(parts, targets);
  parts.sweep();
}

const leadsToPerson = (target: string): boolean => /^mailto:/i.test(target) || personInPath(target) !== null;

/** OpenDocument packages have no relations: what goes is inside the text. */
export function cleanOpenDocument(parts: Parts, targets: readonly PackageTarget[]): void {
  const gone = new Set([
    ...(targets.includes('comments') ? ['annotation', 'annotation-end'] : []),
    ...(targets.includes('changes') ? ['tracked-changes'] : []),
  ]);
  for (const key of ['content.xml', 'styles.xml'])
    parts.rewrite(key, {
      tag({ name, attributes, raw }) {
        if (gone.has(name)) return DROP;
        const leads = targets.includes('links') && /^(a|table-source)$/.test(name) && leadsToPerson(attribute(attributes, 'xlink:href') ?? '');
        return leads ? { tag: withAttribute(raw, 'href', '') } : KEEP;
      },
      text: (text, parent) => (targets.includes('fields') && NAMED_FIELDS.test(parent) ? '' : text),
    });
  for (const key of parts.keys(/^thumbnails\//)) parts.bytes.delete(key);
  const manifest = parts.bytes.get('meta-inf/manifest.xml');
  if (manifest)
    parts.bytes.set('meta-inf/manifest.xml', rewriteXml(manifest, { tag: ({ attributes }) => (/full-path="Thumbnails\//.test(attributes) ? DROP : KEEP) }));
  cleanProperties(parts, targets);
}
