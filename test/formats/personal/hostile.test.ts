/** Whatever a file is made of, looking for people in it ends: each of these took minutes, gigabytes or for ever of a search without bounds. */
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { writeWithout } from '../../../server/formats/personal/clean/copy.ts';
import { rewriteXml, KEEP } from '../../../server/formats/personal/clean/rewrite.ts';
import { findEmails, withoutEmails } from '../../../server/formats/personal/emails.ts';
import { findPersonalData } from '../../../server/formats/personal/find.ts';
import { isPersonName, isSomebody, personInPath } from '../../../server/formats/personal/values.ts';
import { bytesSource } from '../../../server/formats/raw.ts';
import { personalWorkbook } from '../../helpers/uploads/personalWorkbook.ts';
import { zipOf } from '../../helpers/tables/workbook.ts';
import { unzipSync } from 'fflate';

/**
 * A quarter of what was tried by hand (`LONG=1`), where each ends within ten seconds. Without bounds these take minutes too, so that a quarter of the
 * bound tells them apart.
 */
const QUARTER = process.env['LONG'] ? 1 : 0.25;
const SECONDS = 10 * QUARTER;
async function within<T>(work: () => Promise<T> | T): Promise<T> {
  const start = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1e6).toBeLessThan(SECONDS);
  return result;
}
const fileOf = (name: string, bytes: Uint8Array | string) => ({ name, source: bytesSource(Buffer.from(bytes)) });
const MB = (1 << 20) * QUARTER;
/** The workbook of the other tests with other parts. */
const workbook = (parts: Record<string, string>) =>
  zipOf(Object.entries({ ...Object.fromEntries(Object.entries(unzipSync(personalWorkbook())).map(([name, bytes]) => [name, Buffer.from(bytes)])), ...parts }).map(([name, data]) => ({ name, data }))); // prettier-ignore
const COMMENTS = process.env['LONG'] ? 1_000_000 : 100_000;
const kindsOf = async (name: string, bytes: Uint8Array | string) => (await findPersonalData([fileOf(name, bytes)])).map(({ kind }) => kind);

describe('texts made against expressions', () => {
  test.each([
    ['letters and an @ at the end', `${'a'.repeat(10 * MB)}@`],
    ['nothing but @', '@'.repeat(4 * MB)],
    ['addresses without an end', 'a@'.repeat(2 * MB)],
    ['labels without an end', `x@${'a.'.repeat(4 * MB)}`],
    ['hyphens without an end', `x@a${'-'.repeat(8 * MB)}`],
    ['an address in every place', 'ab@cd.ef '.repeat(500_000 * QUARTER)],
  ])('%s', async (_, text) => {
    await within(() => findEmails(text, text.length));
    await within(() => withoutEmails(text).length);
  });
  test.each([
    ['spaces', ' '.repeat(10 * MB)],
    ['one word', 'A'.repeat(10 * MB)],
    ['slashes', '/Users/'.repeat(MB)],
    ['apostrophes', `Al${"'".repeat(10 * MB)}`],
  ])('no name of ten megabytes: %s', (_, text) =>
    within(() => expect([isPersonName(text), isSomebody(text) && text.length < 5, personInPath(text)]).toEqual([false, false, null])),
  );

  test('cells of ten megabytes, in a heading too', async () => {
    const long = 'Contact person '.repeat(700_000 * QUARTER);
    await within(() => findPersonalData([fileOf('xnv.csv', `Organisation,"${long}"\nRivers,"${'a@'.repeat(5 * MB)}"\nWells,"${'+'.repeat(10 * MB)}"\n`)]));
  });
});

describe('XML made against its readers', () => {
  const open = '<si><t>'.repeat(200_000 * QUARTER);
  test.each([
    ['a million signs that end no tag', `<sst><si a="${'>'.repeat((1 << 20) - 100)}"/></sst>`],
    ['two hundred thousand elements inside each other', `<comments>${open}x${'</t></si>'.repeat(200_000 * QUARTER)}</comments>`],
    ['elements that never end', `<comments>${open}`],
    ['entities of entities', '<!DOCTYPE x [<!ENTITY a "&b;&b;"><!ENTITY b "&a;&a;">]><comments>&a;</comments>'],
    ['a tag that never ends', `<comments><comment ref="${'A'.repeat(12 << 20)}`],
    ['a text of ten megabytes', `<comments><comment><t>${'a@b.'.repeat(2.5 * MB)}</t></comment></comments>`],
  ])('%s', async (_, xml) => {
    const bytes = workbook({ 'xl/comments1.xml': xml });
    const kinds = await within(() => kindsOf('xnv.xlsx', bytes));
    expect(kinds).toContain('email');
  });

  test('a workbook with a million comments is searched, and a copy is written without them', async () => {
    const authors = '<authors><author>Ada Markerauthor</author></authors>';
    const comments = `<comments>${authors}<commentList>${Array.from({ length: COMMENTS }, (_, i) => `<comment ref="A${i}" authorId="0"><text><t>${(i * 2654435761) % 4294967296}</t></text></comment>`).join('')}</commentList></comments>`;
    const file = fileOf('xnv.xlsx', workbook({ 'xl/comments1.xml': comments, 'xl/drawings/vmlDrawing1.vml': `<xml>${'<v:shape id="a">'.repeat(300_000 * QUARTER)}</xml>` })); // prettier-ignore
    const found = await within(() => findPersonalData([file]));
    expect(found.find(({ kind }) => kind === 'comment')).toMatchObject({ count: COMMENTS, removable: true });
    const ids = found.filter(({ kind }) => kind === 'comment').map(({ id }) => id);
    const { copies } = await within(() => writeWithout([file], ids));
    expect(Object.keys(unzipSync(copies.get('xnv.xlsx')!))).not.toContain('xl/comments1.xml');
  });

  test('a copy of what never ends is refused', () =>
    within(() => expect(() => rewriteXml(Buffer.from(`<a b="${'x'.repeat(12 << 20)}`), { tag: () => KEEP })).toThrow(/no end/)));
});

describe('archives and PDFs that unpack to more than there is', () => {
  const zeros = Buffer.alloc(80 * MB);
  test.each([
    ['a zip of tables', 'xnv.zip', () => zipOf([{ name: 'a.csv', data: zeros }, { name: 'b.txt', data: zeros }])], // prettier-ignore
    ['a workbook', 'xnv.xlsx', () => workbook({ 'docProps/core.xml': zeros.toString('latin1') })],
    ['a workbook whose directory lies', 'xnv.xlsx', () => zipOf([{ name: 'xl/workbook.xml', data: zeros, size: 100 }])],
    ['an ODS', 'xnv.ods', () => zipOf([{ name: 'content.xml', data: zeros }])],
    ['a zip beside layers', 'xnv.zip', () => zipOf([{ name: 'a.shp.xml', data: zeros }])],
  ])('%s', async (_, name, make) => {
    const bytes = make();
    await within(() => findPersonalData([fileOf(name, bytes)]));
  });

  test('a PDF of thousands of packed streams of megabytes: looked through so far, and told', async () => {
    const packed = deflateSync(Buffer.alloc((8 << 20) - 10, '/Author ')).toString('latin1');
    const stream = `obj << /Filter /FlateDecode >>\nstream\n${packed}\nendstream\n`;
    const pdf = Buffer.from(`%PDF-1.7\n${stream.repeat(100)}%%EOF`, 'latin1');
    expect(await within(() => kindsOf('plan.pdf', pdf))).toEqual(['unsearched']);
  });

  test.each([
    ['streams that never end', '%PDF-1.7\n'.padEnd(8 * MB, 'stream\n')],
    ['notes without authors', '%PDF-1.7\n'.padEnd(4 * MB, '/Subtype /Text /T (')],
    ['names without an end', '%PDF-1.7\n'.padEnd(8 * MB, '/Author (\\')],
    ['tags without an end', '%PDF-1.7\n'.padEnd(4 * MB, '<dc:creator><rdf:li')],
  ])('a PDF of %s', async (_, text) => void (await within(() => kindsOf('plan.pdf', text))));

  test.each([
    ['metadata', 'x.shp.xml', '<creator><a><b>'.repeat(MB / 2)],
    ['paths', 'x.shp.xml', 'C:\\Users\\'.repeat(MB / 2)],
    ['runs of letters in a database', 'x.mdb', `\0\u0001${'a\0'.repeat(4 * MB)}${'a'.repeat(4 * MB)}`],
  ])('%s beside layers', async (_, name, text) => {
    const zip = zipOf([{ name, data: text }]);
    await within(() => findPersonalData([fileOf('xnv.zip', zip)]));
  });
});

test('a workbook with people on each of a thousand sheets is told in findings that a person reads', async () => {
  const sheets = Array.from({ length: 1000 }, (_, i) => ({
    name: `${i}.csv`,
    data: 'Contact person,Email\nAda Marker,ada@example.org\nBo Marker,bo@example.org\n',
  }));
  const found = await within(() => findPersonalData([fileOf('all.zip', zipOf(sheets))]));
  expect(found.length).toBeLessThan(2001);
  expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(4000);
});
