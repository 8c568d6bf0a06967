/** The kinds of the cases in other words, five languages and several layouts: read right, or asked about; never wrong unasked. */
import { beforeAll, describe, expect, test } from 'vitest';
import { drawSummary, drawVariant, LANGS, LAYOUTS, TRAPS, type Variant } from '../../helpers/columnVariants.ts';
import { bodiesOf, ingestTogo, readTogo, sectorsOf, unitsOf } from '../../helpers/togo.ts';

let togo: Awaited<ReturnType<typeof readTogo>>;
beforeAll(async () => {
  togo = await readTogo();
});

/** Draws of each language, trap and layout. */
const DRAWS = 2;

async function judge({ text, ...holds }: Variant): Promise<{ wrong: string[]; questions: string[] }> {
  const result = await ingestTogo(togo, 'tgo_3w.csv', text);
  const found = { implementing: bodiesOf(result, 'implementing'), programming: bodiesOf(result, 'programming'), sectors: sectorsOf(result) };
  const expected = { implementing: holds.organisations, programming: holds.leads, sectors: holds.sectors };
  const wrong = (['implementing', 'programming', 'sectors'] as const).flatMap((what) =>
    // A lead that is left out counts nobody wrongly.
    String(found[what]) === String(expected[what]) || (what === 'programming' && found[what].length === 0) ? [] : [`${what}: ${found[what].join(', ')}`],
  );
  const placed = unitsOf(result);
  if (placed.size !== holds.placed || result.data.rows.needReview !== holds.review)
    wrong.push(`placed ${placed.size}, to review ${result.data.rows.needReview}`);
  return { wrong, questions: (result.report.questions ?? []).map((question) => question.text) };
}

describe.each(LANGS)('%s', (lang) => {
  test.each(TRAPS)('%s', async (trap) => {
    let asked = 0;
    for (let draw = 0; draw < DRAWS; draw++)
      for (const layout of LAYOUTS) {
        const variant = drawVariant(1000 + draw, lang, trap, layout);
        const { wrong, questions } = await judge(variant);
        expect(wrong, `${layout}, ${variant.headings.join(' | ')}${questions.length > 0 ? `; asked: ${questions.join('; ')}` : ''}`).toEqual([]);
        if (questions.length > 0) asked++;
      }
    expect(asked, 'tables asked about of ten').toBeLessThanOrEqual(2);
  });

  test('a summary of counts is refused', async () => {
    for (let draw = 0; draw < 6; draw++)
      await expect(ingestTogo(togo, 'tgo_5w.csv', drawSummary(draw, lang))).rejects.toMatchObject({ code: 'presence.no-organisation' });
  });
});
