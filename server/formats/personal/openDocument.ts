/** Documents of LibreOffice, as a package or as one XML file: comments and changes are in the text itself (OpenDocument 1.3 part 3, 4.3, 5.5, 14.1). Pure. */
import { InputError } from '../../errors.ts';
import type { UploadFile } from '../raw.ts';
import { readRange } from '../reader.ts';
import type { WorkbookParts } from '../tables/parts.ts';
import { attribute, XmlScanner } from '../tables/xml.ts';
import { NAMED_FIELDS } from './fields.ts';
import type { FindEmails } from './emails.ts';
import { eachElement, elementsOf, partFinding, PERSON_FIELDS, searchProperties, Tally, type ElementHandler, type Found } from './package.ts';
import { isSomebody, personInPath } from './values.ts';

/** What is met on the way through the text of a document. */
class Contents {
  readonly comments = new Tally();
  readonly changes = new Tally();
  readonly fields = new Tally();
  readonly links = new Tally();
  readonly addresses = new Tally();
  readonly authors = new Tally();
  readonly hidden: string[] = [];
  readonly #hiddenStyles = new Set<string>();
  readonly #inside: string[] = [];
  readonly #find: FindEmails;
  #style = '';
  #isSheet = false;

  constructor(find: FindEmails) {
    this.#find = find;
  }

  readonly handler: ElementHandler = {
    open: (name, attributes) => {
      if (name === 'annotation') this.comments.count++;
      else if (name === 'change-info') this.changes.count++;
      else if (name === 'spreadsheet') this.#isSheet = true;
      else if (name === 'style') this.#style = attribute(attributes, 'style:name') ?? '';
      else if (name === 'table-properties' && attribute(attributes, 'table:display') === 'false') this.#hiddenStyles.add(this.#style);
      else if (name === 'table' && this.#hiddenStyles.has(attribute(attributes, 'table:style-name') ?? ''))
        this.hidden.push(attribute(attributes, 'table:name') ?? '');
      else if (name === 'a' || name === 'table-source') this.#link(attribute(attributes, 'xlink:href') ?? '');
      if (name === 'annotation' || name === 'change-info' || name === 'meta') this.#inside.push(name);
    },
    close: (name) => void (this.#inside.at(-1) === name && this.#inside.pop()),
    text: (name, value) => {
      const inside = this.#inside.at(-1);
      if (inside === 'meta') {
        if (PERSON_FIELDS.has(name.toLowerCase()) && isSomebody(value, this.#find)) this.authors.add(value);
        else this.#find(value).forEach((email) => this.addresses.add(email));
      } else if (name === 'creator' || name === 'sender-initials') {
        if (isSomebody(value, this.#find)) (inside === 'change-info' ? this.changes : this.comments).different.add(value.slice(0, 200));
      } else if (inside === 'annotation') this.#find(value).forEach((email) => this.comments.different.add(email));
      else if (NAMED_FIELDS.test(name)) {
        if (isSomebody(value, this.#find)) this.fields.add(value);
      }
      // Cells of a sheet are searched as a table.
      else if (!this.#isSheet) this.#find(value).forEach((email) => this.addresses.add(email));
    },
  };

  #link(target: string): void {
    const user = personInPath(target);
    if (/^mailto:/i.test(target)) this.#find(target).forEach((email) => this.links.add(email));
    else if (user !== null) this.links.add(user);
  }

  /** @param canClean whether a copy can be written */
  findings(file: string, canClean: boolean): Found[] {
    return [
      ...partFinding(file, 'author', this.authors, []),
      ...partFinding(file, 'comment', this.comments, canClean ? ['comments'] : [], { isPerson: this.comments.different.size > 0 }),
      ...partFinding(file, 'tracked-change', this.changes, canClean ? ['changes'] : [], { isPerson: this.changes.different.size > 0 }),
      ...partFinding(file, 'property', this.fields, canClean ? ['fields'] : [], { key: 'fields' }),
      ...partFinding(file, 'link', this.links, canClean ? ['links'] : []),
      ...partFinding(file, 'email', this.addresses, [], { place: { is: 'text' } }),
      ...this.hidden.flatMap((sheet) => partFinding(file, 'hidden-sheet', { count: 1, example: null }, [], { place: { is: 'sheet', sheet }, isPerson: false })),
    ];
  }
}

/** A package: .ods, .odt and their templates. */
export async function searchOpenDocument(parts: WorkbookParts, file: string, find: FindEmails): Promise<Found[]> {
  const contents = new Contents(find);
  await eachElement(parts, 'content.xml', contents.handler);
  // Headers and footers of pages.
  await eachElement(parts, 'styles.xml', contents.handler);
  return [...(await searchProperties(parts, file, find)), ...contents.findings(file, true)];
}

const MAX_FLAT = 64 << 20;
const CHUNK = 1 << 20;

/** One XML file: .fods, .fodt. */
export function searchFlatDocument({ name, source }: UploadFile, find: FindEmails): Found[] {
  const contents = new Contents(find);
  const scanner = new XmlScanner(elementsOf(contents.handler), name);
  const decoder = new TextDecoder('utf-8');
  const end = Math.min(source.size, MAX_FLAT);
  try {
    for (let at = 0; at < end; at += CHUNK) scanner.write(decoder.decode(readRange(source, at, Math.min(CHUNK, end - at)), { stream: true }));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
  const rest: Found[] = source.size > MAX_FLAT ? partFinding(name, 'unsearched', { count: 1, example: null }, [], { isPerson: false }) : [];
  return [...contents.findings(name, false), ...rest];
}
