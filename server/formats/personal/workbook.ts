/** What an XLSX workbook says of people beside its cells: ECMA-376 part 1, 18, and the parts that Excel added since. Pure. */
import type { WorkbookParts } from '../tables/parts.ts';
import { attribute } from '../tables/xml.ts';
import { eachElement, partFinding, searchProperties, Tally, type Found } from './package.ts';
import type { FindEmails } from './emails.ts';
import { isSomebody, personInPath } from './values.ts';

/** `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`. */
const RELATIONS = /(^|\/)_rels\/[^/]+\.rels$/;

/** All that a workbook holds of people beside its cells, hidden sheets and macros included. */
export async function searchWorkbook(parts: WorkbookParts, file: string, find: FindEmails): Promise<Found[]> {
  return [
    ...(await searchProperties(parts, file, find)),
    ...(await searchTraces(parts, file, find)),
    ...(await searchComments(parts, file, find)),
    ...(await searchLinks(parts, file, find)),
    ...(await searchDrawings(parts, file, find)),
    ...(await searchHidden(parts, file)),
  ];
}

/** Who saved, shared, refreshed or changed the workbook. */
async function searchTraces(parts: WorkbookParts, file: string, find: FindEmails): Promise<Found[]> {
  const authors = new Tally();
  const changes = new Tally();
  await eachElement(parts, 'xl/workbook.xml', {
    open(name, attributes) {
      const user = name === 'fileSharing' ? attribute(attributes, 'userName') : name === 'absPath' ? personInPath(attribute(attributes, 'url') ?? '') : null;
      if (user !== null && isSomebody(user, find)) authors.add(user);
    },
  });
  for (const part of parts.names.filter((name) => /^xl\/pivotcache\/pivotcachedefinition\d*\.xml$/.test(name)))
    await eachElement(parts, part, {
      open(name, attributes) {
        const user = name === 'pivotCacheDefinition' ? attribute(attributes, 'refreshedBy') : null;
        if (user !== null && isSomebody(user, find)) authors.add(user);
      },
    });
  for (const part of parts.names.filter((name) => /^xl\/revisions\/.*\.xml$/.test(name)))
    await eachElement(parts, part, {
      open(name, attributes) {
        const user = attribute(attributes, name === 'header' ? 'userName' : name === 'userInfo' ? 'name' : 'none');
        if (user !== null) changes.add(user);
      },
    });
  return [...partFinding(file, 'author', authors, ['authors'], { key: 'traces' }), ...partFinding(file, 'tracked-change', changes, ['changes'])];
}

async function searchComments(parts: WorkbookParts, file: string, find: FindEmails): Promise<Found[]> {
  const comments = new Tally();
  const people = new Tally();
  let count = 0;
  let isThreaded = false;
  for (const part of parts.names) {
    if (/^xl\/comments\d*\.xml$|^xl\/comments\/.*\.xml$/.test(part))
      await eachElement(parts, part, {
        open: (name) => void (name === 'comment' && count++),
        text(name, value) {
          // A comment that began a thread is written by its number.
          if (name === 'author' ? isSomebody(value, find) && !value.startsWith('tc={') : find(value).length > 0) comments.add(find(value)[0] ?? value);
        },
      });
    else if (/^xl\/threadedcomments\/.*\.xml$/.test(part))
      await eachElement(parts, part, {
        open: (name) => void (isThreaded ||= name === 'threadedComment'),
        text: (_name, value) => find(value).forEach((email) => comments.add(email)),
      });
    else if (/^xl\/persons\/.*\.xml$/.test(part))
      await eachElement(parts, part, {
        open: (name, attributes) => void (name === 'person' && people.add(attribute(attributes, 'displayName') || attribute(attributes, 'userId') || '?')),
      });
  }
  return [
    // Every person of a thread is an account.
    ...partFinding(file, 'comment', { count, example: comments.example }, ['comments'], { isPerson: comments.count > 0 || isThreaded }),
    ...partFinding(file, 'threaded-person', people, ['persons', 'comments']),
  ];
}

/** Addresses behind links; other workbooks, with what was kept of them; connections to databases. */
async function searchLinks(parts: WorkbookParts, file: string, find: FindEmails): Promise<Found[]> {
  const mails = new Tally();
  const links = { count: 0, people: new Tally() };
  for (const part of parts.names.filter((name) => RELATIONS.test(name)))
    await eachElement(parts, part, {
      open(name, attributes) {
        const target = name === 'Relationship' ? (attribute(attributes, 'Target') ?? '') : '';
        if (/^mailto:/i.test(target)) find(decode(target)).forEach((email) => mails.add(email));
        if (name !== 'Relationship' || !part.startsWith('xl/externallinks/')) return;
        links.count++;
        const user = personInPath(target);
        if (user !== null) links.people.add(user);
      },
    });
  for (const part of parts.names.filter((name) => /^xl\/externallinks\/[^/]+\.xml$/.test(name)))
    await eachElement(parts, part, { text: (_name, value) => find(value).forEach((email) => links.people.add(email)) });
  const connections = { count: 0, people: new Tally() };
  await eachElement(parts, 'xl/connections.xml', {
    open(name, attributes) {
      if (name === 'connection') connections.count++;
      const user = /user id\s*=\s*([^;"]+)/i.exec(attribute(attributes, 'connection') ?? '')?.[1] ?? personInPath(attributes);
      for (const each of user === null ? find(attributes) : [user]) if (isSomebody(each, find)) connections.people.add(each);
    },
  });
  const told = ({ count, people }: typeof links) => ({ count, example: people.example });
  return [
    ...partFinding(file, 'email', mails, ['mail-links'], { key: 'links' }),
    ...partFinding(file, 'link', told(links), ['links'], { isPerson: links.people.count > 0, key: 'files' }),
    ...partFinding(file, 'link', told(connections), ['connections'], { isPerson: connections.people.count > 0, key: 'connections' }),
  ];
}

const decode = (target: string): string => {
  try {
    return decodeURIComponent(target);
  } catch {
    return target; // a bare percent sign
  }
};

async function searchDrawings(parts: WorkbookParts, file: string, find: FindEmails): Promise<Found[]> {
  const found = new Tally();
  for (const part of parts.names.filter((name) => /^xl\/drawings\/drawing\d*\.xml$/.test(name)))
    await eachElement(parts, part, { text: (_name, value) => find(value).forEach((email) => found.add(email)) });
  return partFinding(file, 'email', found, ['drawings'], { key: 'drawings', place: { is: 'text' } });
}

/** What is there and not seen. */
async function searchHidden(parts: WorkbookParts, file: string): Promise<Found[]> {
  const hidden: string[] = [];
  await eachElement(parts, 'xl/workbook.xml', {
    open(name, attributes) {
      if (name === 'sheet' && /hidden/i.test(attribute(attributes, 'state') ?? '')) hidden.push(attribute(attributes, 'name') ?? '');
    },
  });
  const macros = parts.names.filter((name) => name.endsWith('vbaproject.bin')).length;
  return [
    ...hidden.flatMap((sheet) =>
      partFinding(file, 'hidden-sheet', { count: 1, example: null }, [{ hiddenSheet: sheet }], { place: { is: 'sheet', sheet }, isPerson: false }),
    ),
    ...partFinding(file, 'macro', { count: macros, example: null }, ['macros'], { isPerson: false }),
  ];
}
