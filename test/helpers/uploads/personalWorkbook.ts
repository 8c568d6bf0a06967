/** An invented 3W that holds personal data in every place that a workbook has for them; each value is found nowhere else. */
import { zipOf } from '../tables/workbook.ts';

export const PEOPLE = {
  author: 'Zuleika Markerauthor',
  saver: 'Yorick Markersaver',
  refresher: 'Xanthe Markerpivot',
  folder: 'wmarkerpath',
  commenter: 'Viola Markercomment',
  thread: 'umarkerthread@example.org',
  focal: ['Tamsin Markerfocal', 'Silvan Markerfocal', 'Ronja Markerfocal'],
  email: ['qmarker@example.org', 'pmarker@example.org', 'omarker@example.org'],
  phone: ['+251 911 555 001', '+251 911 555 002', '+251 911 555 003'],
  owner: 'nmarkerowner@example.org',
  title: 'mmarkertitle@example.org',
  linked: 'lmarkerlink',
  link: 'kmarkermail@example.org',
  hidden: 'jmarkerhidden@example.org',
  textbox: 'imarkerbox@example.org',
} as const;
/** All of them, as they would stand in a leftover. */
export const MARKERS = Object.values(PEOPLE).flat().map(String);

const ORGANISATIONS = ['Save the Rivers', 'Relief North', 'Water for All'];
const PLACES = [
  ['Novara North', 'XN01'],
  ['Novara South', 'XN02'],
  ['Novara East', 'XN03'],
];
const HEADINGS = ['Organisation', 'Cluster', 'Admin1 name', 'Admin1 pcode', 'Focal point', 'E-mail', 'Telephone', 'Beneficiaries'];

const X = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const P = 'http://schemas.openxmlformats.org/package/2006/relationships';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const rels = (list: [id: string, type: string, target: string, external?: true][]) =>
  `${head}<Relationships xmlns="${P}">${list.map(([id, type, target, external]) => `<Relationship Id="${id}" Type="${type.includes('/') ? type : `${R}/${type}`}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`).join('')}</Relationships>`;

/** `title` makes the bytes others than those of another title. */
export function personalWorkbook(title = ''): Uint8Array {
  const strings: string[] = [];
  const shared = (text: string) => (strings.includes(text) ? strings.indexOf(text) : strings.push(text) - 1);
  const cell = (place: string, text: string) => `<c r="${place}" s="0" t="s"><v>${shared(text)}</v></c>`;
  const letters = 'ABCDEFGH';
  const header = `<row r="1">${HEADINGS.map((heading, c) => cell(`${letters[c]!}1`, heading)).join('')}</row>`;
  const row = (i: number) => {
    const values = [ORGANISATIONS[i]!, 'WASH', ...PLACES[i]!, PEOPLE.focal[i]!, PEOPLE.email[i]!, PEOPLE.phone[i]!];
    return `<row r="${i + 2}">${values.map((value, c) => cell(`${letters[c]!}${i + 2}`, value)).join('')}<c r="H${i + 2}"><v>${100 * (i + 1)}</v></c></row>`;
  };
  const sheet1 = `${head}<worksheet xmlns="${X}" xmlns:r="${R}"><sheetData>${header}${[0, 1, 2].map(row).join('')}</sheetData><hyperlinks><hyperlink ref="A2" r:id="rId9" display="office"/><hyperlink ref="F2" r:id="rId8"/></hyperlinks><drawing r:id="rId4"/><legacyDrawing r:id="rId1"/></worksheet>`;
  const sheet2 = `${head}<worksheet xmlns="${X}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>List</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>${PEOPLE.hidden}</t></is></c></row></sheetData></worksheet>`;
  const sheet3 = `${head}<worksheet xmlns="${X}"><sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData></worksheet>`;
  const items = PEOPLE.focal.map((name) => `<s v="${name}"/>`).join('');
  const shape = (type: string) => `<v:shape id="${type}"><x:ClientData ObjectType="${type}"></x:ClientData></v:shape>`;
  return zipOf([
    {
      name: '[Content_Types].xml',
      data: `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      data: rels([
        ['rId1', 'officeDocument', 'xl/workbook.xml'],
        ['rId2', 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties', 'docProps/core.xml'],
        ['rId3', 'extended-properties', 'docProps/app.xml'],
        ['rId4', 'custom-properties', 'docProps/custom.xml'],
      ]),
    },
    {
      name: 'docProps/core.xml',
      data: `${head}<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>${title} Ask ${PEOPLE.title}</dc:title><dc:creator>${PEOPLE.author}</dc:creator><cp:lastModifiedBy>${PEOPLE.saver}</cp:lastModifiedBy></cp:coreProperties>`,
    },
    { name: 'docProps/app.xml', data: `${head}<Properties><Application>Microsoft Excel</Application><Company>Office of Rivers</Company></Properties>` },
    {
      name: 'docProps/custom.xml',
      data: `${head}<Properties xmlns:vt="v"><property pid="2" name="MSIP_Label_Owner"><vt:lpwstr>${PEOPLE.owner}</vt:lpwstr></property></Properties>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `${head}<workbook xmlns="${X}" xmlns:r="${R}"><x15ac:absPath xmlns:x15ac="x" url="C:\\Users\\${PEOPLE.folder}\\Desktop\\"/><sheets><sheet name="Data" sheetId="1" r:id="rId1"/><sheet name="Lists" sheetId="2" state="hidden" r:id="rId2"/><sheet name="Pivot" sheetId="3" r:id="rId3"/></sheets><externalReferences><externalReference r:id="rId6"/></externalReferences><pivotCaches><pivotCache cacheId="1" r:id="rId5"/></pivotCaches></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: rels([
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
        ['rId3', 'worksheet', 'worksheets/sheet3.xml'],
        ['rId4', 'sharedStrings', 'sharedStrings.xml'],
        ['rId5', 'pivotCacheDefinition', 'pivotCache/pivotCacheDefinition1.xml'],
        ['rId6', 'externalLink', 'externalLinks/externalLink1.xml'],
        ['rId7', 'http://schemas.microsoft.com/office/2017/10/relationships/person', 'persons/person.xml'],
        ['rId8', 'http://schemas.microsoft.com/office/2006/relationships/vbaProject', 'vbaProject.bin'],
      ]),
    },
    { name: 'xl/worksheets/sheet1.xml', data: sheet1 },
    {
      name: 'xl/worksheets/_rels/sheet1.xml.rels',
      data: rels([
        ['rId1', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
        ['rId2', 'comments', '../comments1.xml'],
        ['rId3', 'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment', '../threadedComments/threadedComment1.xml'],
        ['rId4', 'drawing', '../drawings/drawing1.xml'],
        ['rId8', 'hyperlink', `mailto:${PEOPLE.link}`, true],
        ['rId9', 'hyperlink', 'https://example.org/', true],
      ]),
    },
    { name: 'xl/worksheets/sheet2.xml', data: sheet2 },
    { name: 'xl/worksheets/sheet3.xml', data: sheet3 },
    { name: 'xl/worksheets/_rels/sheet3.xml.rels', data: rels([['rId1', 'pivotTable', '../pivotTables/pivotTable1.xml']]) },
    { name: 'xl/pivotTables/pivotTable1.xml', data: `${head}<pivotTableDefinition xmlns="${X}" name="P"/>` },
    { name: 'xl/pivotTables/_rels/pivotTable1.xml.rels', data: rels([['rId1', 'pivotCacheDefinition', '../pivotCache/pivotCacheDefinition1.xml']]) },
    {
      name: 'xl/pivotCache/pivotCacheDefinition1.xml',
      data: `${head}<pivotCacheDefinition xmlns="${X}" refreshedBy="${PEOPLE.refresher}"><cacheSource type="worksheet"><worksheetSource ref="A1:H4" sheet="Data"/></cacheSource><cacheFields count="1"><cacheField name="Focal point"><sharedItems>${items}</sharedItems></cacheField></cacheFields></pivotCacheDefinition>`,
    },
    {
      name: 'xl/externalLinks/externalLink1.xml',
      data: `${head}<externalLink xmlns="${X}" xmlns:r="${R}"><externalBook r:id="rId1"><sheetDataSet><sheetData sheetId="0"/></sheetDataSet></externalBook></externalLink>`,
    },
    {
      name: 'xl/externalLinks/_rels/externalLink1.xml.rels',
      data: rels([['rId1', 'externalLinkPath', `file:///C:\\Users\\${PEOPLE.linked}\\Lists.xlsx`, true]]),
    },
    {
      name: 'xl/persons/person.xml',
      data: `${head}<personList><person displayName="${PEOPLE.thread}" id="{1}" userId="S::${PEOPLE.thread}" providerId="AD"/></personList>`,
    },
    {
      name: 'xl/comments1.xml',
      data: `${head}<comments xmlns="${X}"><authors><author>${PEOPLE.commenter}</author><author>tc={1}</author></authors><commentList><comment ref="A2" authorId="0"><text><t>Check with ${PEOPLE.commenter}</t></text></comment><comment ref="B2" authorId="1"><text><t>[Threaded comment]</t></text></comment></commentList></comments>`,
    },
    {
      name: 'xl/threadedComments/threadedComment1.xml',
      data: `${head}<ThreadedComments><threadedComment ref="B2" personId="{1}"><text>Agreed</text></threadedComment></ThreadedComments>`,
    },
    { name: 'xl/drawings/vmlDrawing1.vml', data: `<xml xmlns:v="v" xmlns:x="x">${shape('Note')}</xml>` },
    { name: 'xl/drawings/drawing1.xml', data: `${head}<xdr:wsDr xmlns:xdr="x" xmlns:a="a"><a:t>Write to ${PEOPLE.textbox} please</a:t></xdr:wsDr>` },
    { name: 'xl/vbaProject.bin', data: 'macros' },
    {
      name: 'xl/sharedStrings.xml',
      data: `${head}<sst xmlns="${X}" count="99" uniqueCount="${strings.length}">${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    },
  ]);
}
