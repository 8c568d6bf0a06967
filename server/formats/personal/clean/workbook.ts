/** A copy of an XLSX workbook without what was found of persons (ECMA-376 part 1, 18). Cells that stay, stay as they are. Pure. */
import { attribute } from '../../tables/xml.ts';
import { toColumn } from '../../tables/sheet.ts';
import { isTargeted, type CellTarget } from '../columns.ts';
import type { PackageTarget } from '../package.ts';
import { findEmails, withoutEmails } from '../emails.ts';
import { isSomebody, personInPath } from '../values.ts';
import { Parts } from './parts.ts';
import { cleanProperties } from './properties.ts';
import { DROP, KEEP, withAttribute, withoutAttribute, type Decision, type Tag } from './rewrite.ts';

const EMPTY_SHEET = new TextEncoder().encode(
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>',
);
/** Copies of cells that are kept beside them: pivots and their slicers, the data model, thumbnails. */
const COPIES = new Set(['pivottable', 'pivotcachedefinition', 'slicer', 'slicercache', 'timeline', 'timelinecache', 'powerpivotdata', 'thumbnail']);
const COMMENTS = new Set(['comments', 'threadedcomment']);
const CHANGES = new Set(['revisionheaders', 'revisionlog', 'usernames', 'users']);

/** What is left out, as the sheet and the whole workbook are written. */
export function cleanWorkbook(parts: Parts, targets: readonly PackageTarget[], cells: readonly CellTarget[]): void {
  const workbook = parts.relations('').find(({ type }) => type === 'officedocument')!.part;
  const sheets = listSheets(parts, workbook);
  const hidden = new Set(targets.flatMap((target) => (typeof target === 'object' ? [target.hiddenSheet] : [])));
  const wants = (target: PackageTarget) => targets.includes(target);
  for (const { name, part } of sheets) {
    if (!hidden.has(name)) continue;
    parts.cut(part, () => true);
    parts.bytes.set(part, EMPTY_SHEET);
  }
  const emptied = new Map(sheets.map(({ name, part }) => [part, cells.filter(({ sheet }) => sheet === name)]));
  if (hidden.size > 0 || cells.length > 0) {
    const touched = new Set(sheets.flatMap(({ name, part }) => (hidden.has(name) || emptied.get(part)!.length > 0 ? [name] : [])));
    cutCopies(parts, workbook, touched);
    emptyCells(parts, workbook, sheets, emptied);
  }
  if (wants('comments') || wants('persons')) cutComments(parts, workbook, sheets);
  if (wants('changes')) parts.cut(workbook, ({ type }) => CHANGES.has(type));
  if (wants('macros')) parts.cut(workbook, ({ type }) => type.startsWith('vbaproject') || type === 'wordvbadata');
  if (wants('mail-links'))
    for (const key of parts.keys(/^xl\/(worksheets|drawings)\/[^/]*\.xml$/))
      parts.cut(key, ({ target }) => /^mailto:/i.test(target) && findEmails(decode(target)).length > 0);
  if (wants('drawings'))
    for (const key of parts.keys(/^xl\/drawings\/drawing\d*\.xml$/)) parts.rewrite(key, { tag: () => KEEP, text: (text) => withoutEmails(text) });
  if (wants('links')) cutLinks(parts);
  if (wants('connections')) cutConnections(parts);
  if (wants('authors')) cutTraces(parts, workbook);
  cleanProperties(parts, targets);
  parts.sweep();
}

const decode = (target: string): string => {
  try {
    return decodeURIComponent(target);
  } catch {
    return target; // a bare percent sign
  }
};

function listSheets(parts: Parts, workbook: string): { name: string; part: string }[] {
  const relations = parts.relations(workbook);
  const sheets: { name: string; part: string }[] = [];
  parts.rewrite(workbook, {
    tag({ name, attributes, path }) {
      if (name === 'sheet' && path.at(-1) === 'sheets') {
        const id = /\s\w+:id\s*=\s*["']([^"']*)/i.exec(attributes)?.[1];
        const part = relations.find((relation) => relation.id === id)?.part;
        if (part !== undefined) sheets.push({ name: attribute(attributes, 'name') ?? '', part });
      }
      return KEEP;
    },
  });
  return sheets;
}

/** Pivots of sheets that lose cells hold copies of them; what they show stays as cells. */
function cutCopies(parts: Parts, workbook: string, touched: ReadonlySet<string>): void {
  const kept = new Set<string>();
  for (const { type, part } of parts.relations(workbook)) {
    if (type !== 'pivotcachedefinition') continue;
    let isOther = false;
    parts.rewrite(part, {
      tag({ name, attributes }) {
        if (name === 'worksheetSource') isOther = attribute(attributes, 'sheet') !== null && !touched.has(attribute(attributes, 'sheet')!);
        return KEEP;
      },
    });
    if (isOther) kept.add(part);
  }
  const isCopy = ({ type, part }: { type: string; part: string }) => COPIES.has(type) && !kept.has(part);
  for (const owner of ['', workbook, ...parts.keys(/^xl\/(worksheets|drawings)\/[^/]*\.xml$/)])
    parts.cut(owner, (relation) => {
      if (relation.type === 'pivottable') return !parts.relations(relation.part).some(({ part }) => kept.has(part));
      return isCopy(relation) || (owner === workbook && relation.type === 'calcchain');
    });
  for (const key of parts.keys(/^xl\/charts\/.*\.xml$/)) parts.rewrite(key, { tag: ({ name }) => (/^(str|num|multiLvlStr)Cache$/.test(name) ? DROP : KEEP) });
}

/** Cells lose what they hold and keep how they look; texts that no cell holds any more go from the shared ones, whose numbers stay. */
function emptyCells(parts: Parts, workbook: string, sheets: readonly { part: string }[], emptied: ReadonlyMap<string, readonly CellTarget[]>): void {
  const used = new Set<number>();
  for (const { part } of sheets) {
    const cells = emptied.get(part) ?? [];
    let row = 0;
    let column = -1;
    let isShared = false;
    const isEmptied = () => isTargeted(cells, row, column);
    const cut = new Set<string>();
    parts.rewrite(part, {
      tag({ name, attributes, raw }: Tag): Decision {
        if (name === 'row') {
          const stated = Number(attribute(attributes, 'r') ?? row + 1);
          row = stated > row ? stated : row + 1;
          column = -1;
        } else if (name === 'c') {
          const place = attribute(attributes, 'r');
          column = place === null ? column + 1 : toColumn(place);
          isShared = attribute(attributes, 't') === 's';
          if (isEmptied()) return { element: `${withoutAttribute(raw, 't').replace(/\s*\/?>$/, '')}/>` };
        } else if (name === 'hyperlink') {
          const [from = ''] = (attribute(attributes, 'ref') ?? '').split(':');
          [row, column] = [Number(/\d+/.exec(from)?.[0] ?? 0), toColumn(from)];
          const id = /\s[\w.-]+:id\s*=\s*["']([^"']*)/i.exec(attributes)?.[1];
          if (isEmptied()) {
            if (id !== undefined) cut.add(id);
            return DROP;
          }
        }
        return KEEP;
      },
      text(text, parent) {
        if (isShared && parent === 'v') used.add(Number(text));
        return text;
      },
      containers: new Set(['hyperlinks']),
    });
    parts.cut(part, ({ id }) => cut.has(id));
  }
  const strings = parts.relations(workbook).find(({ type }) => type === 'sharedstrings')?.part;
  if (strings === undefined) return;
  let at = -1;
  parts.rewrite(strings, {
    tag({ name, raw, path }) {
      if (name === 'sst') return { tag: withoutAttribute(raw, 'count') };
      if (name !== 'si' || path.length !== 1) return KEEP;
      at++;
      return used.has(at) ? KEEP : { element: `<${raw.slice(1).match(/^[\w.-]*:?(?=si)/)?.[0] ?? ''}si/>` };
    },
  });
}

/** Shapes of notes; each sign is looked at once, whether shapes end or not. */
function withoutNotes(vml: string): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { index } of vml.matchAll(/<v:shape\b/g)) {
    if (index < at) continue;
    const end = vml.indexOf('</v:shape>', index);
    if (end < 0) break;
    const shape = vml.slice(index, end + '</v:shape>'.length);
    pieces.push(vml.slice(at, index), /ObjectType\s*=\s*["']Note["']/.test(shape) ? '' : shape);
    at = end + '</v:shape>'.length;
  }
  return `${pieces.join('')}${vml.slice(at)}`;
}

/** Comments, their threads and people, and the shapes in which they are shown. */
function cutComments(parts: Parts, workbook: string, sheets: readonly { part: string }[]): void {
  parts.cut(workbook, ({ type }) => type === 'person');
  for (const { part } of sheets) {
    const emptyShapes = new Set<string>();
    for (const { type, part: drawing } of parts.relations(part)) {
      const bytes = type === 'vmldrawing' ? parts.bytes.get(drawing) : undefined;
      if (!bytes) continue;
      const left = withoutNotes(Buffer.from(bytes).toString('utf8'));
      parts.bytes.set(drawing, Buffer.from(left));
      if (!/<v:shape\b/.test(left)) emptyShapes.add(drawing);
    }
    parts.cut(part, ({ type, part: to }) => COMMENTS.has(type) || (type === 'vmldrawing' && emptyShapes.has(to)));
  }
}

/** Other workbooks are named without their folders, and without what was kept of their cells. */
function cutLinks(parts: Parts): void {
  for (const key of parts.keys(/^xl\/externallinks\/_rels\/.*\.rels$/))
    parts.rewrite(key, {
      tag({ name, attributes, raw }) {
        if (name !== 'Relationship') return KEEP;
        const bare = (attribute(attributes, 'Target') ?? '')
          .split(/[\\/]|%5C|%2F/i)
          .at(-1)!
          .replace(/[&<>"]/g, '_');
        return { tag: withAttribute(raw, 'Target', bare || 'workbook.xlsx') };
      },
    });
  for (const key of parts.keys(/^xl\/externallinks\/[^/]+\.xml$/))
    parts.rewrite(key, { tag: ({ name }) => (/^(sheetDataSet|ddeItems|oleItems)$/.test(name) ? DROP : KEEP) });
}

function cutConnections(parts: Parts): void {
  parts.rewrite('xl/connections.xml', {
    tag({ raw }) {
      let tag = raw;
      for (const name of ['connection', 'sourceFile', 'odcFile', 'description', 'url']) tag = withAttribute(tag, name, '');
      return tag === raw ? KEEP : { tag };
    },
  });
}

/** Who shared, saved and refreshed it, and the printers of those people. */
function cutTraces(parts: Parts, workbook: string): void {
  parts.rewrite(workbook, {
    tag({ name, attributes, raw }) {
      if (name === 'fileSharing') return { tag: withoutAttribute(raw, 'userName') };
      if (name === 'absPath' && personInPath(attribute(attributes, 'url') ?? '') !== null) return { tag: withAttribute(raw, 'url', '') };
      return KEEP;
    },
  });
  for (const key of parts.keys(/^xl\/pivotcache\/pivotcachedefinition\d*\.xml$/))
    parts.rewrite(key, {
      tag: ({ name, attributes, raw }) =>
        name === 'pivotCacheDefinition' && isSomebody(attribute(attributes, 'refreshedBy') ?? '') ? { tag: withoutAttribute(raw, 'refreshedBy') } : KEEP,
    });
  for (const key of parts.keys(/^xl\/(worksheets|chartsheets|dialogsheets)\/[^/]*\.xml$/)) parts.cut(key, ({ type }) => type === 'printersettings');
}
