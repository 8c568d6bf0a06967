/** A sheet as data → PDF, SVG or PNG, by Typst. Native code in a thread of its own; see typstThread.ts for its bounds. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { pageOf } from './pages.ts';
import { PALETTE } from '../../contract/maps/palette.ts';
import { fontFiles } from '../sheet/fonts.ts';

export interface CompileTask {
  data: Record<string, unknown>;
  /** `sizes`: how high header, footer and legend are, as JSON. */
  as: 'pdf' | 'svg' | 'png' | 'sizes';
  /** Of SVG and PNG: 1 is the sheet itself. */
  page: number;
  dpi: number;
  /** Off for readers that turn ligatures round themselves. */
  repair: boolean;
}

export interface Compiled {
  bytes: Uint8Array;
  /** Letters that no font has: the file is then no PDF/UA. */
  missing: string[];
  pages: number;
}

/** The page that was asked for does not exist. */
export class NoSuchPage extends Error {}

const TEMPLATE = readFileSync(new URL('./sheet.typ', import.meta.url), 'utf8');
/** Memoised layouts of the last tasks are kept by the compiler. */
const KEEP = 2;

/** @param workspace an empty folder: what the compiler may read of the disk */
export async function createCompiler(workspace: string): Promise<(task: CompileTask) => Promise<Compiled>> {
  const { NodeCompiler } = (await import('@myriaddreamin/typst-ts-node-compiler')).default;
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fontFiles() }] });

  return async ({ data: whole, as, page, dpi, repair }) => {
    // The table is most of the work, and no part of the first page.
    const data = as === 'sizes' ? { ...whole, measuring: true } : as !== 'pdf' && page === 1 ? { ...whole, tables: [], list: [] } : whole;
    const text = JSON.stringify(data);
    compiler.mapShadow(join(workspace, 'data.json'), Buffer.from(text));
    try {
      const made = compiler.compile({ mainFileContent: TEMPLATE });
      if (made.hasError() || made.result === null) throw new Error(`The sheet could not be laid out: ${wordsOf(made.takeDiagnostics(), compiler)}`);
      const document = made.result;
      const pages = document.numOfPages;
      if (as === 'sizes') {
        const [found] = compiler.query(document, { selector: '<sizes>' }) as { value: unknown }[];
        return { bytes: Buffer.from(JSON.stringify(found!.value)), missing: [], pages };
      }
      if (as === 'pdf') {
        const missing = new Set<string>();
        let bytes: Uint8Array;
        try {
          bytes = compiler.pdf(document, { pdfStandard: 'ua-1' });
        } catch (error) {
          // One letter without a glyph is an error for the whole of a PDF/UA; a plain one shows it as a box.
          const said = String(error);
          for (const [, letter] of said.matchAll(/the text `\\?"(.+?)\\?"`/g)) missing.add(letter!);
          if (missing.size === 0) throw error;
          bytes = compiler.pdf(document, {});
        }
        const whole = unsuspected(bytes);
        return { bytes: repair ? await mend(whole, text) : whole, missing: [...missing], pages };
      }
      if (page > pages) throw new NoSuchPage(String(pages));
      // Painters clip what a symbol draws beyond its box, which are descenders; a group has none.
      const svg = pageOf(compiler.plainSvg(document), page, pages)
        .replace(/<symbol ([^>]*)>/g, '<g $1>')
        .replaceAll('</symbol>', '</g>');
      return { bytes: as === 'svg' ? Buffer.from(svg) : await paint(svg, dpi), missing: [], pages };
    } finally {
      compiler.resetShadow();
      compiler.evictCache(KEEP);
    }
  };
}

/**
 * `Suspects false` says of tags what is so without it, and poppler calls it an error: it takes nothing but `true`. Blanks in its place move nothing.
 */
function unsuspected(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = file.indexOf('/MarkInfo');
  const found = at < 0 ? -1 : file.indexOf('/Suspects false', at);
  if (found >= 0 && found < file.indexOf('>>', at)) file.fill(' ', found, found + '/Suspects false'.length);
  return file;
}

/** Its package takes half a second to load, and is needed for some sheets only. */
const LARGE = 400_000;
async function mend(bytes: Uint8Array, text: string): Promise<Uint8Array> {
  if (!/[\u0600-\u06ff]/.test(text) && bytes.length <= LARGE) return bytes;
  return (await import('./cmap.ts')).repairText(bytes, LARGE);
}

const wordsOf = (error: unknown, compiler: { fetchDiagnostics: (error: never) => unknown[] }) =>
  error ? JSON.stringify(compiler.fetchDiagnostics(error as never)).slice(0, 2000) : 'no reason given';

async function paint(svg: string, dpi: number): Promise<Uint8Array> {
  const [, width, height] = /viewBox="0 [\d.]+ ([\d.]+) ([\d.]+)"/.exec(svg)!.map(Number) as [number, number, number];
  const scale = dpi / 72;
  const image = await loadImage(Buffer.from(svg));
  const canvas = createCanvas(Math.round(width * scale), Math.round(height * scale));
  const context = canvas.getContext('2d');
  context.fillStyle = PALETTE.light.surface;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const bytes = canvas.toBuffer('image/png');
  canvas.width = canvas.height = 1;
  return bytes;
}
