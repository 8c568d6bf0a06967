/** Documents of Word (ECMA-376 part 1, 17). Pure. */
import type { WorkbookParts } from '../tables/parts.ts';
import { attribute } from '../tables/xml.ts';
import type { FindEmails } from './emails.ts';
import { eachElement, partFinding, searchProperties, Tally, type Found } from './package.ts';
import { isSomebody, personInPath } from './values.ts';

/** What a processor of texts calls whoever took their name out; the change itself says nothing of a person then. */
const nameOf = (attributes: string, name: string): string => attribute(attributes, name) ?? '?';

/** A text document of Word. */
export async function searchDocx(parts: WorkbookParts, file: string, find: FindEmails): Promise<Found[]> {
  const addresses = new Tally();
  const changes = new Tally();
  const comments = new Tally();
  const people = new Tally();
  const paths = new Tally();
  for (const part of parts.names.filter((name) => /^word\/(document|header\d*|footer\d*|footnotes|endnotes|comments|glossary\/document)\.xml$/.test(name)))
    await eachElement(parts, part, {
      open(name, attributes) {
        if (
          /^(ins|del|moveFrom|moveTo|rPrChange|pPrChange|sectPrChange|tblPrChange|tblGridChange|trPrChange|tcPrChange|numberingChange|cellIns|cellDel|cellMerge)$/.test(
            name,
          )
        ) {
          const who = nameOf(attributes, 'w:author');
          if (who === '?' || isSomebody(who, find)) changes.add(who);
        } else if (name === 'comment') comments.add(nameOf(attributes, 'w:author'));
      },
      text: (_name, value) => find(value).forEach((email) => (part === 'word/comments.xml' ? comments.different.add(email) : addresses.add(email))),
    });
  await eachElement(parts, 'word/people.xml', {
    open: (name, attributes) => void (name === 'person' && people.add(nameOf(attributes, 'w15:author'))),
  });
  // Links by mail, and templates by the folder of whoever has them.
  for (const part of parts.names.filter((name) => /^word\/_rels\/[^/]+\.rels$/.test(name)))
    await eachElement(parts, part, {
      open(name, attributes) {
        const target = name === 'Relationship' ? (attribute(attributes, 'Target') ?? '') : '';
        const user = personInPath(target);
        if (/^mailto:/i.test(target)) find(decode(target)).forEach((email) => addresses.add(email));
        else if (user !== null) paths.add(user);
      },
    });
  return [
    ...(await searchProperties(parts, file, find)),
    ...partFinding(file, 'comment', comments, ['comments']),
    ...partFinding(file, 'threaded-person', people, ['persons', 'comments']),
    ...partFinding(file, 'tracked-change', changes, ['changes']),
    ...partFinding(file, 'link', paths, [], { key: 'paths' }),
    ...partFinding(file, 'email', { count: addresses.different.size, example: addresses.example }, [], { place: { is: 'text' } }),
  ];
}

const decode = (target: string): string => {
  try {
    return decodeURIComponent(target);
  } catch {
    return target; // a bare percent sign
  }
};
