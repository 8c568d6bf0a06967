/** What documents of Office and LibreOffice say of people beside their cells and texts: shared by all of their formats. Pure. */
import { InputError } from '../../errors.ts';
import type { PersonalFinding, PersonalKind, PersonalPlace } from '../../contract/uploads/personal.ts';
import type { WorkbookParts } from '../tables/parts.ts';
import { attribute, type XmlHandler } from '../tables/xml.ts';
import type { CellTarget } from './columns.ts';
import type { FindEmails } from './emails.ts';
import { isSomebody, mask } from './values.ts';

/** What a copy is written without, beside cells. */
export type PackageTarget =
  | 'authors'
  | 'comments'
  | 'persons'
  | 'changes'
  | 'properties'
  | 'links'
  | 'connections'
  | 'macros'
  | 'mail-links'
  | 'drawings'
  | 'fields'
  /** The file goes as a whole, out of the archive that it is in. */
  | 'file'
  | { hiddenSheet: string };

/** A finding, and what to take out for it. */
export interface Found {
  finding: PersonalFinding;
  cells: CellTarget[];
  parts: PackageTarget[];
}

export interface ElementHandler {
  open?: (name: string, attributes: string) => void;
  close?: (name: string) => void;
  text?: (name: string, text: string) => void;
}

/** Of one text; longer ones are looked at so far. */
const MAX_SAID = 100_000;

/** Element names without prefix, text of the innermost one. */
export function elementsOf({ open = () => {}, close = () => {}, text = () => {} }: ElementHandler): XmlHandler {
  const inside: string[] = [];
  let said = '';
  const flush = () => {
    if (said.trim() !== '') text(inside.at(-1) ?? '', said);
    said = '';
  };
  return {
    open(name, attributes) {
      flush();
      inside.push(name);
      open(name, attributes);
    },
    close(name) {
      flush();
      inside.pop();
      close(name);
    },
    text(piece) {
      if (said.length < MAX_SAID) said += piece;
    },
  };
}

/** Bytes of parts that are looked through for one package, each time that they are: beyond that they are told as not searched. */
const MAX_READ = 384 << 20;
const work = new WeakMap<WorkbookParts, { bytes: number; skipped: Set<string> }>();
const workOn = (parts: WorkbookParts) => {
  const known = work.get(parts) ?? { bytes: 0, skipped: new Set<string>() };
  work.set(parts, known);
  return known;
};

/** A part that is not there, or no XML, says nothing here: the reader of the file refuses it. */
export async function eachElement(parts: WorkbookParts, part: string, handler: ElementHandler): Promise<void> {
  if (!parts.has(part)) return;
  const done = workOn(parts);
  if (done.bytes + parts.sizeOf(part) > MAX_READ) {
    done.skipped.add(part);
    return;
  }
  done.bytes += parts.sizeOf(part);
  try {
    await parts.read(part, elementsOf(handler));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    done.skipped.add(part);
  }
}

/** Parts that could not be looked through. */
export const searchSkipped = (parts: WorkbookParts, file: string): Found[] =>
  partFinding(file, 'unsearched', { count: workOn(parts).skipped.size, example: null }, [], { isPerson: false });

/** Of a value; it is shown masked, by its first signs. */
const MAX_KEPT = 200;

/** Values of one finding as they are met. */
export class Tally {
  count = 0;
  readonly different = new Set<string>();
  add(value: string): void {
    this.count++;
    if (this.different.size < 1000) this.different.add(value.slice(0, MAX_KEPT).trim());
  }
  get example(): string | null {
    const [first] = this.different;
    return first === undefined ? null : mask(first);
  }
}

/** A finding of a part; nothing where nothing was counted. */
export function partFinding(
  file: string,
  kind: PersonalKind,
  { count, example }: Pick<Tally, 'count' | 'example'>,
  parts: PackageTarget[],
  { place = { is: 'document' }, isPerson = true, key = '' }: { place?: PersonalPlace; isPerson?: boolean; key?: string } = {},
): Found[] {
  if (count === 0) return [];
  const where = place.is === 'sheet' || place.is === 'column' || place.is === 'outside' ? place.sheet : '';
  const finding: PersonalFinding = {
    id: `${file}#${where}#${kind}#${key || 'part'}`,
    file,
    kind,
    place,
    count,
    example,
    evidence: null,
    isPerson,
    removable: parts.length > 0,
  };
  return [{ finding, cells: [], parts }];
}

export const PERSON_FIELDS = new Set(['creator', 'lastmodifiedby', 'manager', 'initial-creator', 'printed-by']);

/** Authors in docProps (ECMA-376 part 2, 11) or meta.xml (OpenDocument 1.3 part 3, 4.3.2); addresses in what else the document says of itself. */
export async function searchProperties(parts: WorkbookParts, file: string, find: FindEmails): Promise<Found[]> {
  const authors = new Tally();
  const addresses = new Tally();
  const others = new Tally();
  const take = (value: string) => {
    const [email] = find(value);
    if (email !== undefined) addresses.add(email);
  };
  for (const part of ['docProps/core.xml', 'docProps/app.xml', 'meta.xml'])
    await eachElement(parts, part, {
      text(name, value) {
        if (PERSON_FIELDS.has(name.toLowerCase())) {
          if (isSomebody(value, find)) authors.add(value);
        } else take(value);
      },
    });
  let property = '';
  await eachElement(parts, 'docProps/custom.xml', {
    open(name, attributes) {
      if (name !== 'property') return;
      property = attribute(attributes, 'name') ?? '';
    },
    text(_name, value) {
      if (/owner|author|editor|user|creator|modified ?by/i.test(property) && isSomebody(value, find) && /\p{L}/u.test(value)) addresses.add(value);
      else if (find(value).length > 0) take(value);
      else others.add(value);
    },
  });
  // SharePoint keeps those a file was shared with.
  for (const part of parts.names.filter((name) => /^customxml\/item\d+\.xml$/.test(name)))
    await eachElement(parts, part, {
      text(name, value) {
        if (name === 'DisplayName' && isSomebody(value, find)) addresses.add(value);
        else take(value);
      },
    });
  return [
    ...partFinding(file, 'author', authors, ['authors']),
    ...partFinding(file, 'property', addresses, ['properties'], { key: 'addresses' }),
    // Labels of an office and the like: told beside.
    ...(addresses.count > 0 ? [] : partFinding(file, 'property', { count: others.count, example: null }, ['properties'], { isPerson: false, key: 'custom' })),
  ];
}
