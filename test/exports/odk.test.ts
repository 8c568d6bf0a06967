/** The cascade of a form as ODK's own engine runs it. */
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toChoices } from '../../server/exports/forms/choices.ts';
import { writeChoicesCsv, type FormAbout } from '../../server/exports/forms/xlsform.ts';
import { writeXForm } from '../../server/exports/forms/xform.ts';
import { manyDistricts } from '../helpers/forms/many.ts';

const ABOUT: FormAbout = { title: 'Exland', id: 'cod_ab_exl_v02', version: '02', levelIn: (level, lang) => `${lang} ${level}` };
const BUILT = new URL('../../node_modules/@getodk/xforms-engine/dist/index.js', import.meta.url).href;

describe.skipIf(!existsSync('node_modules/@getodk/xforms-engine') || !existsSync('node_modules/jsdom'))(
  'the form as ODK runs it (needs @getodk/xforms-engine and jsdom)',
  () => {
    test('choosing a province leaves exactly its districts, of a list inside and of a CSV', async () => {
      const { JSDOM } = await import('jsdom');
      const { window } = new JSDOM('<x/>');
      const set = globalThis as unknown as Record<string, unknown>;
      const names = Object.getOwnPropertyNames(window).filter((name) =>
        /^(DOMParser|XMLSerializer|Node|Element|Document|XMLDocument|Attr|Text|Comment|CDATASection|ProcessingInstruction|NodeFilter|NamedNodeMap|DocumentType|document)$/.test(
          name,
        ),
      );
      const before = names.map((name) => [name, set[name]] as const);
      const own = set['__dirname'];
      for (const name of names) set[name] = (window as Record<string, unknown>)[name];
      set['__dirname'] = '/';
      try {
        // What is built: the package gives test runners its sources.
        const { createInstance } = (await import(BUILT)) as typeof import('@getodk/xforms-engine');
        const choices = toChoices(manyDistricts());
        const form = {
          fetchFormAttachment: async () => new Response(writeChoicesCsv(choices.lists[1]!, 'en'), { headers: { 'content-type': 'text/csv' } }),
          missingResourceBehavior: 'ERROR',
        };
        const { root } = (await createInstance(writeXForm(choices, ABOUT, 'en'), { form, instance: {} } as never)) as unknown as {
          root: { currentState: { children: Question[] } };
        };
        const [province, district] = root.currentState.children as [Question, Question];
        expect(province.currentState.valueOptions.map(({ value }) => value)).toEqual(['01', '02', '03']);
        province.selectValue('02');
        const left = district.currentState.valueOptions;
        expect(left.length).toBe(700);
        expect(left.every(({ value }) => value.startsWith('02'))).toBe(true);
      } finally {
        for (const [name, value] of before) set[name] = value;
        set['__dirname'] = own;
      }
    });
  },
);
interface Question {
  currentState: { valueOptions: { value: string }[] };
  selectValue(value: string): void;
}
