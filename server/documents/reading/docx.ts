/** A Word document: opened within limits, refused where it holds a program, its text as HTML, and what it tells beside its text. */
import mammoth from 'mammoth';
import { InputError, TooLargeError } from '../../errors.ts';
import { unzip } from '../../formats/archive/unpack.ts';
import { DEFAULT_LIMITS, type Limits } from '../../formats/limits.ts';
import { findEmails, type FindEmails } from '../../formats/personal/emails.ts';
import { isSomebody } from '../../formats/personal/values.ts';
import { bytesSource } from '../../formats/raw.ts';
import { macros } from './formats.ts';
import { NAME_PREFIX, type Counts } from './safe.ts';

const MB = 1024 * 1024;
const LIMITS: Limits = { ...DEFAULT_LIMITS, entries: 2000, fileBytes: 48 * MB, totalBytes: 128 * MB, ratio: 150, ratioFloor: 24 * MB };
/** Browsers show these; drawings of Windows (EMF, WMF) they do not. */
const SHOWN = /^image\/(?:png|jpe?g|gif|webp)$/;
const MAX_IMAGE = 1.5 * MB;

const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
/** Parts that run, or load what runs: macros, ActiveX, programs wrapped as objects. */
const ACTIVE = /(?:^|\/)(?:vbaProject\.bin|vbaData\.xml)$|\/activeX\/|\/embeddings\/.*\.(?:bin|exe|dll|js|vbs|hta|lnk|docm|xlsm|pptm)$/i;

type Parts = ReadonlyMap<string, Uint8Array>;

/** @throws InputError `document.damaged`, `document.macros`, `document.not-word`, TooLargeError `document.too-much` */
export async function readDocx(name: string, bytes: Uint8Array, find: FindEmails = findEmails): Promise<{ html: string; counts: Counts }> {
  const parts = await openParts(name, bytes);
  const text = (part: string) => (parts.has(part) ? new TextDecoder().decode(parts.get(part)) : '');
  const types = text('[Content_Types].xml');
  const relations = [...parts.keys()].filter((part) => part.endsWith('.rels')).map(text);
  if ([...parts.keys()].some((part) => ACTIVE.test(part)) || /macroEnabled|vbaProject|activeX|oleObject/i.test(types) || relations.some(loadsTemplate))
    throw macros(name);
  if (!types.includes(MAIN) || !parts.has('word/document.xml'))
    throw new InputError('document.not-word', `${name} is an archive, but no Word document. Open it in a word processor and save it as .docx.`);
  const { value } = await mammoth
    .convertToHtml(toInput(parts), {
      idPrefix: NAME_PREFIX,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(async (image) => {
        const content = SHOWN.test(image.contentType) ? await image.readAsBase64String() : '';
        // Without a source it is counted and left out where all are looked at (safe.ts).
        return { src: content === '' || content.length > MAX_IMAGE ? '' : `data:${image.contentType.replace('jpg', 'jpeg')};base64,${content}` };
      }),
    })
    .catch((error: unknown) => {
      throw damaged(name, error);
    });
  return { html: value, counts: tell(parts, text, find) };
}

async function openParts(name: string, bytes: Uint8Array): Promise<Parts> {
  try {
    const files = await unzip({ name, source: bytesSource(bytes) }, LIMITS, { bytes: LIMITS.totalBytes });
    return new Map(files.map((file) => [file.name.slice(name.length + 1), readAll(file.source)]));
  } catch (error) {
    if (error instanceof TooLargeError)
      throw new TooLargeError(
        'document.too-much',
        `${name} unpacks to far more than a document holds, so it was not opened. Take large pictures out, or save it as a PDF.`,
        { cause: error },
      );
    throw damaged(name, error);
  }
}

function readAll(source: ReturnType<typeof bytesSource>): Uint8Array {
  const into = new Uint8Array(source.size);
  source.read(into, 0);
  return into;
}

const damaged = (name: string, cause: unknown) =>
  new InputError('document.damaged', `${name} cannot be opened as a Word document. Open it in a word processor, save it anew and try again.`, { cause });

const relationsOf = (part: string): string[] => part.match(/<Relationship\b[^>]*>/g) ?? [];

/** A template that is fetched from elsewhere brings its macros with it; Word writes the path on the author's disk there, which loads nothing. */
const loadsTemplate = (relations: string): boolean =>
  relationsOf(relations).some((each) => /attachedTemplate|\/frame\b|aFChunk/i.test(each) && /Target="(?:https?:|ftp:|\\\\|\/\/)/i.test(each));

/** As mammoth reads an archive: the parts that were opened here, within limits. Its types know the two ways only by which it opens one itself. */
function toInput(parts: Parts): Parameters<typeof mammoth.convertToHtml>[0] {
  const file = {
    exists: (part: string) => parts.has(part),
    async read(part: string, encoding?: string) {
      const bytes = parts.get(part);
      if (!bytes) throw new Error(`There is no ${part}`);
      if (encoding === 'base64') return Buffer.from(bytes).toString('base64');
      return encoding ? new TextDecoder(encoding).decode(bytes) : bytes;
    },
  };
  return { file } as unknown as Parameters<typeof mammoth.convertToHtml>[0];
}

/** What a reader of the page does not see and whoever opens the file does. */
function tell(parts: Parts, text: (part: string) => string, find: FindEmails): Counts {
  const written = [...parts.keys()].filter((part) => /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/.test(part)).map(text);
  const count = (pattern: RegExp, texts: readonly string[]) => texts.reduce((sum, each) => sum + (each.match(pattern)?.length ?? 0), 0);
  const core = text('docProps/core.xml');
  const authors = new Set([...core.matchAll(/<(?:dc:creator|cp:lastModifiedBy)>([^<]+)</g)].map((match) => match[1]!.trim()).filter((author) => author !== ''));
  for (const match of text('word/people.xml').matchAll(/\bw15:author="([^"]+)"/g)) authors.add(match[1]!.trim());
  const addresses = written.flatMap((part) => find(part.replace(/<[^>]*>/g, ' '), part.length));
  const counts: Counts = {
    author: [...authors].filter((author) => isSomebody(author, find)).length,
    comments: count(/<w:comment\b/g, [text('word/comments.xml')]),
    'tracked-changes': count(/<w:(?:ins|del|moveFrom|moveTo)\b[^>]*w:author=/g, written),
    emails: new Set(addresses).size,
    'hidden-text': count(/<w:vanish\s*\/>/g, written),
    'remote-images': relationsOf(text('word/_rels/document.xml.rels')).filter((each) => /\/image"/.test(each) && /TargetMode="External"/.test(each)).length,
    'embedded-files': [...parts.keys()].filter((part) => part.startsWith('word/embeddings/')).length,
  };
  return Object.fromEntries(Object.entries(counts).filter(([, each]) => each > 0));
}
