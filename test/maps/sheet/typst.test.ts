/** The thread of sheets: given up after its time, told where packages are missing; and the template, which takes words as values only. */
import { readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { turnLigatures } from '../../../server/maps/typst/cmap.ts';
import type { CompileTask } from '../../../server/maps/typst/compile.ts';
import { pageOf } from '../../../server/maps/typst/pages.ts';
import { createTypst } from '../../../server/maps/typst/typst.ts';

const folder = mkdtempSync(join(tmpdir(), 'typst-'));
afterAll(() => rmSync(folder, { recursive: true }));
const threadOf = (name: string, body: string) => {
  const file = join(folder, name);
  writeFileSync(file, `import { parentPort } from 'node:worker_threads';\nparentPort.on('message', () => { ${body} });`);
  return pathToFileURL(file);
};
const task: CompileTask = { data: {}, as: 'pdf', page: 1, dpi: 150, repair: true };
const limits = { seconds: 0.2, idleSeconds: 60, heapMb: 64 };

test('what takes too long is given up, and the next one is made by a new thread', async () => {
  const typst = createTypst(limits, threadOf('slow.mjs', 'for (;;) {}'));
  await expect(typst(task)).rejects.toMatchObject({ code: 'sheet.too-long' });
  await expect(typst(task)).rejects.toMatchObject({ code: 'sheet.too-long' });
});
test('a thread that dies is said as such', async () => {
  await expect(createTypst({ ...limits, seconds: 5 }, threadOf('dies.mjs', 'process.exit(3)'))(task)).rejects.toMatchObject({ code: 'sheet.too-long' });
});
test('without the packages: in words', async () => {
  const absent = threadOf('absent.mjs', "parentPort.postMessage({ problem: { is: 'absent', text: 'x' } })");
  await expect(createTypst({ ...limits, seconds: 5 }, absent)(task)).rejects.toMatchObject({ code: 'sheet.absent', name: 'NotSupportedError' });
});

test('the template evaluates nothing, reads one file of data, and builds no source', () => {
  const template = readFileSync('server/maps/typst/sheet.typ', 'utf8');
  expect(template).not.toMatch(/\b(eval|include|import|plugin|read)\b\s*[("]/);
  expect([...template.matchAll(/\b(?:json|image)\("([^"]+)"/g)].map(([, file]) => file)).toEqual(['data.json']);
  // The one source that is compiled is that file as it is.
  expect(readFileSync('server/maps/typst/compile.ts', 'utf8').match(/mainFileContent: ([^ }]+)/g)).toEqual(['mainFileContent: TEMPLATE']);
});

test('letters of Arabic ligatures are turned round, others stay', () => {
  const cmap = '<0041> <0041>\n<0102> <06440627>\n<0103> <00660069>\n<0104> <064406270628>\n<0105> <200c0622>\n<0106> <200c0041>';
  expect(turnLigatures(cmap)).toBe('<0041> <0041>\n<0102> <06270644>\n<0103> <00660069>\n<0104> <062806270644>\n<0105> <0622200c>\n<0106> <200c0041>');
});

test('of a picture of several pages one is shown, and the ground of none lies over it', () => {
  const ground = '<path class="typst-shape" fill="#ffffff" fill-rule="nonzero" d="M 0 0v 595.2756 h 841.8898 v -595.2756 Z "/>';
  const box = '<path class="typst-shape" fill="#ffffff" fill-rule="nonzero" d="M 0 0v 10 h 18 v -10 Z "/>';
  const svg = `<svg class="typst-doc" viewBox="0 0 841.8897637795277 1190.5511811023622" width="841.8897637795277pt" height="1190.5511811023622pt" xmlns="x">${ground}<g>${box}one</g>${ground}<g>two</g></svg>`;
  const shown = pageOf(svg, 2, 2);
  expect(shown).toContain('viewBox="0 595.2755905511812 841.8897637795277 595.2755905511812"');
  expect(shown.split('typst-shape')).toHaveLength(2);
  expect(shown).toContain(box);
  expect(shown.indexOf('<rect')).toBeLessThan(shown.indexOf('one'));
  expect(pageOf(svg.replace(ground, ''), 1, 1)).toBe(svg.replace(ground, ''));
});
