/** XML written again with some of its elements left out: what is kept is kept letter by letter. Pure. */
import { TooLargeError } from '../../../errors.ts';
import { ByteWriter } from '../../archive/bytes.ts';
import { findTagEnd, localName } from '../../tables/xml.ts';

export interface Tag {
  /** Without prefix. */
  name: string;
  /** The raw text after the name, for `attribute()`. */
  attributes: string;
  raw: string;
  /** Names of the elements around it, outermost first. */
  path: readonly string[];
}

/** `keep`; a text in the place of the tag, its content kept; or a text in the place of the whole element. */
export type Decision = 'keep' | { tag: string } | { element: string };
export const DROP: Decision = { element: '' };
export const KEEP: Decision = 'keep';

export interface Rewriter {
  tag: (tag: Tag) => Decision;
  /** Raw, entities as they stand; `parent` without prefix. */
  text?: (text: string, parent: string, path: readonly string[]) => string;
  /** Elements that go where nothing is left in them. */
  containers?: ReadonlySet<string>;
}

const CHUNK = 1 << 20;
/** Between two tags, or of one: longer than any program writes, and looked through again with each chunk. */
const MAX_TAG = 8 << 20;

/** `bytes` are UTF-8. Comments and instructions stay. */
export function rewriteXml(bytes: Uint8Array, { tag, text = (same) => same, containers = new Set() }: Rewriter): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter(bytes.length);
  const held: { text: string; kept: number; depth: number }[] = [];
  const path: string[] = [];
  let dropAt = -1;
  const emit = (piece: string) => {
    const open = held.at(-1);
    if (open) open.text += piece;
    else out.write(piece);
  };
  const closed = () => {
    const done = held.pop()!;
    if (done.kept === 0) return;
    const around = held.at(-1);
    if (around) around.kept++;
    emit(done.text);
  };
  const take = (raw: string) => {
    const second = raw.charCodeAt(1);
    if (second === 63 /* ? */ || second === 33 /* ! */) {
      if (dropAt < 0) emit(raw);
      return;
    }
    if (second === 47 /* / */) {
      path.pop();
      if (dropAt >= 0) {
        if (path.length === dropAt) dropAt = -1;
        return;
      }
      emit(raw);
      if (held.at(-1)?.depth === path.length) closed();
      return;
    }
    const selfClosing = raw.charCodeAt(raw.length - 2) === 47;
    const body = raw.slice(1, selfClosing ? -2 : -1);
    const space = body.search(/\s/);
    const name = localName(space < 0 ? body : body.slice(0, space));
    const decision = dropAt >= 0 ? KEEP : tag({ name, attributes: space < 0 ? '' : body.slice(space), raw, path });
    if (dropAt < 0) {
      const piece = decision === 'keep' ? raw : 'tag' in decision ? decision.tag : decision.element;
      const isElement = decision !== 'keep' && 'element' in decision;
      const around = held.at(-1);
      if (around && piece !== '') around.kept++;
      if (containers.has(name) && !selfClosing && !isElement) {
        if (around) around.kept--;
        held.push({ text: '', kept: 0, depth: path.length });
      }
      emit(piece);
      if (isElement && !selfClosing) dropAt = path.length;
    }
    if (!selfClosing) path.push(name);
  };
  let rest = '';
  const write = (chunk: string) => {
    const xml = rest + chunk;
    let at = 0;
    for (;;) {
      const start = xml.indexOf('<', at);
      const end = start < 0 ? -1 : findTagEnd(xml, start);
      if (end < 0) break;
      if (start > at && dropAt < 0) emit(text(xml.slice(at, start), path.at(-1) ?? '', path));
      take(xml.slice(start, end + 1));
      at = end + 1;
    }
    rest = xml.slice(at);
    if (rest.length > MAX_TAG) throw new TooLargeError('table.cell-too-long', `A text of more than ${MAX_TAG.toLocaleString('en')} characters has no end.`);
  };
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for (let at = 0; at < bytes.length; at += CHUNK) write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }));
  write(decoder.decode());
  emit(rest);
  return out.finish();
}

/** A tag's text without an attribute, whatever its prefix. */
export const withoutAttribute = (raw: string, name: string): string => raw.replace(new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`), '');

/** A tag's text with another value of an attribute that it has. */
export const withAttribute = (raw: string, name: string, value: string): string =>
  raw.replace(new RegExp(`(\\s(?:[\\w.-]+:)?${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`), (_, head: string) => `${head}"${value}"`);
