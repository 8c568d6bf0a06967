/** What documents of Office and LibreOffice say of people beside their cells and texts: shared by all of their formats. Pure. */
import { InputError } from '../../errors.ts';
import type { PersonalFinding, PersonalKind, PersonalPlace } from '../../contract/uploads/personal.ts';
import type { WorkbookParts } from '../tables/parts.ts';
import { attribute } from '../tables/xml.ts';
import type { CellTarget } from './columns.ts';
import { findEmails, isSomebody, mask } from './values.ts';

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
  | { hiddenSheet: string };

/** A finding, and what to take out for it. */
export interface Found {
  finding: PersonalFinding;
  cells: CellTarget[];
  parts: PackageTarget[];
}

/** Element names without prefix, text of the innermost one. A part that is not there, or no XML, says nothing here: the reader of the file refuses it. */
export async function eachElement(
  parts: WorkbookParts,
  part: string,
  { open = () => {}, text = () => {} }: { open?: (name: string, attributes: string) => void; text?: (name: string, text: string) => void },
): Promise<void> {
  if (!parts.has(part)) return;
  const inside: string[] = [];
  let said = '';
  const flush = () => {
    if (said.trim() !== '') text(inside.at(-1) ?? '', said);
    said = '';
  };
  try {
    await parts.read(part, {
      open(name, attributes) {
        flush();
        inside.push(name);
        open(name, attributes);
      },
      close() {
        flush();
        inside.pop();
      },
      text(piece) {
        if (said.length < 100_000) said += piece;
      },
    });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
}

/** Values of one finding as they are met. */
export class Tally {
  count = 0;
  readonly different = new Set<string>();
  add(value: string): void {
    this.count++;
    if (this.different.size < 1000) this.different.add(value.trim());
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
  const finding = { id: `${file}#${where}#${kind}#${key || 'part'}`, file, kind, place, count, example, evidence: null, isPerson, removable: parts.length > 0 };
  return [{ finding, cells: [], parts }];
}

const PERSON_FIELDS = new Set(['creator', 'lastmodifiedby', 'manager', 'initial-creator', 'printed-by']);

/** Authors in docProps (ECMA-376 part 2, 11) or meta.xml (OpenDocument 1.3 part 3, 4.3.2); addresses in what else the document says of itself. */
export async function searchProperties(parts: WorkbookParts, file: string): Promise<Found[]> {
  const authors = new Tally();
  const addresses = new Tally();
  const others = new Tally();
  const take = (value: string) => {
    const [email] = findEmails(value);
    if (email !== undefined) addresses.add(email);
  };
  for (const part of ['docProps/core.xml', 'docProps/app.xml', 'meta.xml'])
    await eachElement(parts, part, {
      text(name, value) {
        if (PERSON_FIELDS.has(name.toLowerCase())) {
          if (isSomebody(value)) authors.add(value);
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
      if (/owner|author|editor|user|creator|modified ?by/i.test(property) && isSomebody(value) && /\p{L}/u.test(value)) addresses.add(value);
      else if (findEmails(value).length > 0) take(value);
      else others.add(value);
    },
  });
  // SharePoint keeps those a file was shared with.
  for (const part of parts.names.filter((name) => /^customxml\/item\d+\.xml$/.test(name)))
    await eachElement(parts, part, {
      text(name, value) {
        if (name === 'DisplayName' && isSomebody(value)) addresses.add(value);
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
