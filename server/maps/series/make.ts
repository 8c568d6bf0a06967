/** Makes a series, or finds it made: what it is made of is its key, so the same request of the same versions gives the same bytes. */
import { createHash } from 'node:crypto';
import { toIso3 } from '../../contract/ids.ts';
import type { PrintLang } from '../../contract/languages.ts';
import { SERIES, type SeriesForm } from '../../contract/maps/paper.ts';
import type { SeriesPlan, SeriesQuery } from '../../contract/maps/series.ts';
import { CodmapError } from '../../errors.ts';
import { withTexts } from '../../words/problems.ts';
import type { MapFacts } from '../facts.ts';
import { keyOfFacts } from '../render/pictureKey.ts';
import { LAYOUT, type Sheets } from '../sheet/sheets.ts';
import { dateOf, numberOf } from '../sheet/model.ts';
import { SHEET_FONTS } from '../sheet/fonts.ts';
import { makeBook } from './book.ts';
import type { KeptAbout, KeptSeries } from './keep.ts';
import { listParts, oneScale, type PartsDeps, type SeriesPart } from './parts.ts';

/** Raised where the cover, or what stands behind all sheets, changes. */
const COVER = 2;

export interface SeriesDeps extends PartsDeps {
  sheets: Pick<Sheets, 'layOut' | 'print' | 'organisationsOf'>;
  kept: KeptSeries;
  /** Another text for another version of the program. */
  stamp: string;
  now: () => Date;
}

export type MakeProgress = (done: number, total: number, part: string | null) => void;

export interface MadeSeries extends KeptAbout {
  hash: string;
}

export type Series = ReturnType<typeof createSeries>;

export function createSeries({ sheets, kept, stamp, now, factsOf, presence }: SeriesDeps) {
  function hashOf(whole: MapFacts, as: SeriesForm, query: SeriesQuery, link: string | null): string {
    const { date: _date, known: _known, ...form } = query;
    return createHash('sha256')
      .update(JSON.stringify(['series', COVER, LAYOUT, stamp, as, form, link, keyOfFacts(whole)]))
      .digest('hex');
  }

  /** @throws InputError `series.…`, NotSupportedError `sheet.absent`, UnavailableError `sheet.too-long` */
  async function print(whole: MapFacts, as: SeriesForm, query: SeriesQuery, link: string | null, onProgress: MakeProgress) {
    const { by, paper, orientation, grey = false, lang = whole.spec.lang } = query;
    const found = await listParts({ factsOf, presence }, whole, by, lang);
    // The cover is one too.
    const total = found.length + 1;
    onProgress(0, total, null);
    const parts: SeriesPart[] = [];
    for (const { facts } of found) {
      parts.push(await facts());
      onProgress(0, total, null);
    }
    const classes = oneScale(whole, parts);
    const scaled = <T extends MapFacts | null>(facts: T): T => (facts && { ...facts, spec: { ...facts.spec, classes } }) as T;
    const own = parts.map((part) => ({ ...part, facts: scaled(part.facts), whole: scaled(part.whole) }));
    let at = 0;
    const onPart = (done: number, name: string | null) => onProgress((at = done), total, name);
    const goOn = () => onProgress(at, total, own[at - 1]?.name ?? null);
    return makeBook(
      {
        build: (facts, drawn, options, organisations) => sheets.layOut({ facts, whole: drawn, organisations }, options, goOn),
        print: sheets.print,
        organisationsOf: sheets.organisationsOf,
        onPart,
      },
      scaled(whole),
      own,
      { by, as, options: { paper, orientation, lang, grey, link, fontNames: SHEET_FONTS } },
    );
  }

  const nameOf = (facts: MapFacts, as: SeriesForm, { by, paper }: SeriesQuery) =>
    `${toIso3(facts.boundary.dataset)}_${numberOf(facts, paper, '').split('_').slice(1, -2).join('-').toLowerCase()}-by-${by}_${paper.toLowerCase()}_${dateOf(facts).replaceAll('-', '')}.${as}`;

  return {
    /** What is kept of it, with its bytes; null where it is not. */
    find(whole: MapFacts, as: SeriesForm, query: SeriesQuery, link: string | null): { bytes: Uint8Array; about: KeptAbout } | null {
      const hash = hashOf(whole, as, query, link);
      const about = kept.about(hash, as);
      const bytes = about && kept.read(hash, as);
      return about && bytes ? { bytes, about } : null;
    },
    /** How many sheets each series of a map has, or why there is none. */
    async plan(whole: MapFacts, lang: PrintLang): Promise<SeriesPlan['choices']> {
      const choices: SeriesPlan['choices'] = [];
      for (const by of SERIES) {
        try {
          const found = await listParts({ factsOf, presence }, whole, by, lang);
          choices.push({ by, sheets: found.length, unmatched: found.flatMap(({ unmatched = [] }) => unmatched), refused: null });
        } catch (error) {
          if (!(error instanceof CodmapError)) throw error;
          const { code, message, details } = error;
          choices.push({ by, sheets: null, unmatched: [], refused: { code, detail: message, ...withTexts(code, details) } });
        }
      }
      return choices;
    },
    countParts: async (whole: MapFacts, { by, lang = whole.spec.lang }: SeriesQuery): Promise<number> =>
      (await listParts({ factsOf, presence }, whole, by, lang)).length,
    /** @param onProgress may throw where it is to be stopped */
    async make(whole: MapFacts, as: SeriesForm, query: SeriesQuery, link: string | null, onProgress: MakeProgress = () => {}): Promise<MadeSeries> {
      const hash = hashOf(whole, as, query, link);
      const known = kept.about(hash, as);
      if (known) return { ...known, hash };
      const { bytes, missing, pages } = await print(whole, as, query, link, onProgress);
      const about = { name: nameOf(whole, as, query), bytes: bytes.length, pages, missing };
      kept.write(hash, as, bytes, about, now());
      return { ...about, hash };
    },
    print,
  };
}
