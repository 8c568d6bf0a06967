/** A package of Office (ECMA-376 part 2) as parts and the relations between them, from which parts can be taken out. Pure. */
import { unzip } from '../../archive/unpack.ts';
import { writeZip } from '../../archive/writeZip.ts';
import { DEFAULT_LIMITS, type Limits } from '../../limits.ts';
import type { UploadFile } from '../../raw.ts';
import { readRange } from '../../reader.ts';
import { attribute } from '../../tables/xml.ts';
import { DROP, KEEP, rewriteXml } from './rewrite.ts';

/** What is written again is in memory, as it came and as it goes. */
const LIMITS: Limits = { ...DEFAULT_LIMITS, entries: 2000, fileBytes: 512 << 20, totalBytes: 768 << 20, ratio: 200 };

export interface Relation {
  id: string;
  /** Last part of its type, in lower case: `worksheet`, `comments`. */
  type: string;
  target: string;
  isExternal: boolean;
  /** Key of the part it leads to. */
  part: string;
}

const RELATIONS = /(^|\/)_rels\/[^/]*\.rels$/;
/** Elements that hold nothing but what leads to other parts. */
const CONTAINERS = new Set([
  'hyperlinks',
  'tableParts',
  'pivotCaches',
  'externalReferences',
  'slicerList',
  'slicerCaches',
  'timelineRefs',
  'timelineCacheRefs',
  'ext',
  'extLst',
]);

/** Parts by their names in lower case; `names` as they stood. */
export class Parts {
  readonly bytes = new Map<string, Uint8Array>();
  readonly names = new Map<string, string>();
  /** Ids of relations that are no more, by the part that had them. */
  readonly #gone = new Map<string, Set<string>>();

  /** @throws InputError, TooLargeError as `unzip` */
  static async open(file: UploadFile): Promise<Parts> {
    const parts = new Parts();
    for (const { name, source } of await unzip(file, LIMITS, { bytes: LIMITS.totalBytes })) {
      const own = name.slice(file.name.length + 1).replace(/^\/+/, '');
      const key = own.toLowerCase();
      if (parts.bytes.has(key)) continue;
      parts.bytes.set(key, readRange(source, 0, source.size));
      parts.names.set(key, own);
    }
    return parts;
  }

  has(key: string): boolean {
    return this.bytes.has(key);
  }

  keys(pattern: RegExp): string[] {
    return [...this.bytes.keys()].filter((key) => pattern.test(key));
  }

  rewrite(key: string, ...rewriter: Parameters<typeof rewriteXml> extends [unknown, ...infer Rest] ? Rest : never): void {
    const bytes = this.bytes.get(key);
    if (bytes) this.bytes.set(key, rewriteXml(bytes, ...rewriter));
  }

  /** What a part leads to; '' is the package itself. */
  relations(owner: string): Relation[] {
    const bytes = this.bytes.get(relationsOf(owner));
    if (!bytes) return [];
    const found: Relation[] = [];
    rewriteXml(bytes, {
      tag({ name, attributes }) {
        if (name === 'Relationship') {
          const target = attribute(attributes, 'Target') ?? '';
          found.push({
            id: attribute(attributes, 'Id') ?? '',
            type: (attribute(attributes, 'Type') ?? '').toLowerCase().replace(/^.*\//, ''),
            target,
            isExternal: attribute(attributes, 'TargetMode') === 'External',
            part: resolve(owner, target),
          });
        }
        return KEEP;
      },
    });
    return found;
  }

  /** Takes out relations, and with them the elements that lead along them. */
  cut(owner: string, isGone: (relation: Relation) => boolean): void {
    const ids = new Set(this.relations(owner).flatMap((relation) => (isGone(relation) ? [relation.id] : [])));
    if (ids.size === 0) return;
    this.#gone.set(owner, new Set([...(this.#gone.get(owner) ?? []), ...ids]));
    this.rewrite(relationsOf(owner), { tag: ({ name, attributes }) => (name === 'Relationship' && ids.has(attribute(attributes, 'Id') ?? '') ? DROP : KEEP) });
  }

  /** Whether an element leads along a relation that was cut. */
  leadsNowhere(owner: string, attributes: string): boolean {
    const gone = this.#gone.get(owner);
    const id = gone && /\s[\w.-]+:(?:id|embed|link|pict|relid)\s*=\s*["']([^"']*)["']/i.exec(attributes)?.[1];
    return id !== undefined && gone!.has(id);
  }

  /** All parts that nothing leads to any more go, and with them what they alone led to; then elements that lead nowhere. */
  sweep(): void {
    for (const owner of this.#gone.keys())
      if (owner !== '') this.rewrite(owner, { tag: ({ attributes }) => (this.leadsNowhere(owner, attributes) ? DROP : KEEP), containers: CONTAINERS });
    const reached = new Set<string>();
    const follow = (owner: string) => {
      for (const { part, isExternal } of this.relations(owner)) {
        if (isExternal || reached.has(part) || !this.bytes.has(part)) continue;
        reached.add(part);
        follow(part);
      }
    };
    follow('');
    for (const key of this.bytes.keys()) {
      const owner = RELATIONS.test(key) ? ownerOf(key) : null;
      if (key === '[content_types].xml' || reached.has(key) || (owner !== null && (owner === '' || reached.has(owner)))) continue;
      this.bytes.delete(key);
    }
    this.rewrite('[content_types].xml', {
      tag: ({ name, attributes }) =>
        name === 'Override' && !this.bytes.has((attribute(attributes, 'PartName') ?? '').replace(/^\//, '').toLowerCase()) ? DROP : KEEP,
    });
  }

  write(): Uint8Array<ArrayBuffer> {
    return writeZip([...this.bytes].map(([key, bytes]) => ({ name: this.names.get(key)!, pieces: [bytes], stored: key === 'mimetype' })));
  }
}

/** `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`; '' → `_rels/.rels`. */
export const relationsOf = (owner: string): string => owner.replace(/([^/]*)$/, '_rels/$1.rels');
const ownerOf = (key: string): string => key.replace(/(^|\/)_rels\/([^/]*)\.rels$/, (_, slash: string, name: string) => (name === '' ? '' : slash + name));

function resolve(owner: string, target: string): string {
  const from = /^[/\\]/.test(target) ? '' : owner.replace(/[^/]*$/, '');
  const path: string[] = [];
  for (const step of `${from}${target}`.replaceAll('\\', '/').toLowerCase().split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  const key = path.join('/');
  try {
    return decodeURIComponent(key);
  } catch {
    return key; // a bare percent sign
  }
}
