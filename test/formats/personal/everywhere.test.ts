/** Personal data in whatever a country shares beside workbooks: each is found once, told masked, and a copy is offered where one can be made. */
import { DatabaseSync } from 'node:sqlite';
import { deflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { asksOfPersons, type PersonalFinding } from '../../../server/contract/uploads/personal.ts';
import { writeWithout } from '../../../server/formats/personal/clean/copy.ts';
import { findEmails } from '../../../server/formats/personal/emails.ts';
import { findPersonalData } from '../../../server/formats/personal/find.ts';
import { isSomebody } from '../../../server/formats/personal/values.ts';
import { bytesSource } from '../../../server/formats/raw.ts';
import { makeDocx, paragraph } from '../../helpers/documents/docx.ts';
import { odsOf, odsRows, odsXml } from '../../helpers/tables/ods.ts';
import { zipOf } from '../../helpers/tables/workbook.ts';

const NAME = 'Zuleika Markerperson';
const MAIL = 'zuleika.markerperson@example.org';
const fileOf = (name: string, bytes: Uint8Array | string) => ({ name, source: bytesSource(Buffer.from(bytes)) });
const short = ({ kind, count, isPerson, removable, whole }: PersonalFinding) =>
  `${kind} ${count}${isPerson ? '' : ' beside'}${whole ? ' whole' : removable ? '' : ' fixed'}`;
async function findIn(name: string, bytes: Uint8Array | string, mailboxes: string[] = []): Promise<string[]> {
  const findings = await findPersonalData([fileOf(name, bytes)], { mailboxes });
  expect(JSON.stringify(findings)).not.toMatch(/markerperson/i);
  expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
  return findings.map(short).toSorted();
}
const insides = (zip: Uint8Array) => Object.entries(unzipSync(zip)).map(([name, bytes]) => `${name}\n${Buffer.from(bytes).toString('utf8')}`).join('\n'); // prettier-ignore

const TABLE = odsRows([['Organisation', 'Admin1', 'Value'], ['Rivers', 'North', 1], ['Wells', 'South', 2]]); // prettier-ignore
const META = `<office:meta xmlns:dc="d" xmlns:meta="m"><meta:initial-creator>${NAME}</meta:initial-creator><dc:creator>LibreOffice</dc:creator></office:meta>`;
const NOTE = `<table:table-row><table:table-cell office:value-type="string"><office:annotation><dc:creator>${NAME}</dc:creator><text:p>Ask</text:p></office:annotation><text:p>East</text:p></table:table-cell></table:table-row>`;
const CHANGES = `<table:tracked-changes><table:cell-content-change><office:change-info><dc:creator>${NAME}</dc:creator></office:change-info></table:cell-content-change></table:tracked-changes>`;
const ods = () =>
  odsOf(
    [
      { name: 'Data', rows: TABLE + NOTE },
      { name: 'Lists', rows: odsRows([['a'], ['b']]), hidden: true },
    ],
    {
      before: CHANGES,
      more: [{ name: 'meta.xml', data: `<office:document-meta>${META}</office:document-meta>` }],
    },
  );
const FLAT = odsXml([{ name: 'Data', rows: TABLE + NOTE }], { flat: true }).replace('<office:automatic-styles>', `${META}<office:automatic-styles>`);

const pdfOf = (body: string) => `%PDF-1.7\n${body}\ntrailer << /Root 1 0 R >>\n%%EOF\n`;
const stream = (text: string, dictionary: string, pack = true) => {
  const bytes = pack ? deflateSync(text) : Buffer.from(text);
  return `5 0 obj << ${dictionary} ${pack ? '/Filter /FlateDecode ' : ''}/Length ${bytes.length} >>\nstream\n${bytes.toString('latin1')}\nendstream\nendobj\n`;
};
const latin = (text: string) => Buffer.from(text, 'latin1');

const FEATURE = (properties: object) => ({ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1], [0, 0]]] } }); // prettier-ignore
const geojson = (properties: object[], more: object = {}) => JSON.stringify({ type: 'FeatureCollection', ...more, features: properties.map(FEATURE) });
const PLACES = [{ pcode: 'XN01', name: 'North' }, { pcode: 'XN02', name: 'South' }]; // prettier-ignore

function geopackage(): Uint8Array {
  const db = new DatabaseSync(':memory:');
  db.exec(`
    CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT, identifier TEXT, description TEXT, last_change TEXT, min_x REAL, min_y REAL, max_x REAL, max_y REAL, srs_id INTEGER);
    CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z INTEGER, m INTEGER);
    CREATE TABLE gpkg_metadata (id INTEGER, metadata TEXT);
    CREATE TABLE layer_styles (id INTEGER, owner TEXT);
    CREATE TABLE staff (full_name TEXT, email TEXT, phone TEXT);
    INSERT INTO gpkg_metadata VALUES (1, '<gmd:individualName><gco:CharacterString>${NAME}</gco:CharacterString></gmd:individualName> ${MAIL}');
    INSERT INTO layer_styles VALUES (1, 'zmarkerperson');
    INSERT INTO staff VALUES ('${NAME}', '${MAIL}', '+251 911 555 001'), ('Bo Markerperson', 'bo.markerperson@example.org', '+251 911 555 002');`);
  const bytes = db.serialize();
  db.close();
  return bytes;
}

describe('is found', () => {
  test('in an ODS: author, comment, tracked change, sheet that nobody sees', async () =>
    expect(await findIn('xnv.ods', ods())).toEqual(['author 1', 'comment 1', 'hidden-sheet 1 beside fixed', 'tracked-change 1']));

  test('in a spreadsheet that is one XML file', async () => expect(await findIn('xnv.fods', FLAT)).toEqual(['author 1 fixed', 'comment 1 fixed']));

  test('in a Word document: authors, comments, changes, links, text', async () => {
    const docx = makeDocx({
      body: `${paragraph(`Write to ${MAIL} or info@example.org`)}<w:p><w:ins w:id="1" w:author="${NAME}"><w:r><w:t>more</w:t></w:r></w:ins></w:p>`,
      relations: '<Relationship Id="r9" Type="x/hyperlink" Target="mailto:bo.markerperson@example.org" TargetMode="External"/>',
      parts: {
        'word/comments.xml': `<w:comments xmlns:w="w"><w:comment w:id="1" w:author="${NAME}"><w:p><w:r><w:t>me: ${MAIL}</w:t></w:r></w:p></w:comment></w:comments>`,
        'word/people.xml': `<w15:people xmlns:w15="w"><w15:person w15:author="${NAME}"/></w15:people>`,
        'docProps/core.xml': `<cp:coreProperties xmlns:dc="d"><dc:creator>${NAME}</dc:creator></cp:coreProperties>`,
      },
    });
    expect(await findIn('tor.docx', docx)).toEqual(['author 1', 'comment 1', 'email 2 fixed', 'threaded-person 1', 'tracked-change 1']);
  });

  test.each([
    ['the information dictionary', pdfOf(`3 0 obj << /Title (Plan) /Author (${NAME}) >> endobj`), ['author 1 fixed']],
    ['UTF-16 in hexadecimal', pdfOf(`3 0 obj << /Author <FEFF${Buffer.from(NAME, 'utf16le').swap16().toString('hex')}> >> endobj`), ['author 1 fixed']],
    ['XMP that is not packed', pdfOf(stream(`<dc:creator><rdf:Seq><rdf:li xml:lang="x">${NAME}</rdf:li></rdf:Seq></dc:creator>`, '/Type /Metadata', false)), ['author 1 fixed']],
    ['a packed stream of objects', pdfOf(stream(`<< /Author (${NAME}) /A << /URI (mailto:${MAIL}) >> >>`, '/Type /ObjStm')), ['author 1 fixed', 'email 1 fixed']],
    ['two notes beside each other, whose authors stand before and after their kind', pdfOf(`8 0 obj << /T (${NAME}) /Subtype /Text >> endobj\n9 0 obj << /Subtype /Highlight /T (Bo Markerperson) >> endobj`), ['comment 2 fixed']],
    ['nothing that can be read without its key', pdfOf('4 0 obj << /Filter /Standard >> endobj').replace('/Root', '/Encrypt 4 0 R /Root'), ['unsearched 1 beside fixed']],
    ['nobody: a program', pdfOf('3 0 obj << /Author (Microsoft Office User) /Creator (Word) >> endobj'), []],
    ['nobody: bytes of a picture that happen to be letters', pdfOf(stream(`ab@cd.efgh`, '/Subtype /Image', false)), []],
  ])('in a PDF, %s', async (_, pdf, found) => expect(await findIn('plan.pdf', latin(pdf))).toEqual(found)); // prettier-ignore

  test.each([
    ['attributes of GeoJSON', 'xnv.geojson', geojson(PLACES.map((each, i) => ({ ...each, focal_point: `Ada${i ? 'm' : ''} Markerperson`, e_mail: MAIL, phone: `+25191155500${i}` }))), ['email 2 fixed', 'name 2 fixed', 'phone 2 fixed']],
    ['what a GeoJSON says of itself', 'xnv.geojson', geojson(PLACES, { metadata: { contact: MAIL } }), ['email 1 fixed']],
    ['the author of a KML', 'xnv.kml', `<kml xmlns:atom="a"><Document><atom:author><atom:name>${NAME}</atom:name></atom:author><atom:creator>${NAME}</atom:creator><Placemark><name>North</name><Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 1,0 1,1 0,0</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>`, ['author 1 fixed']],
  ])('in %s', async (_, name, text, found) => expect(await findIn(name, text)).toEqual(found)); // prettier-ignore

  test('in tables, metadata and styles of a GeoPackage', async () =>
    expect(await findIn('xnv.gpkg', geopackage())).toEqual([
      'author 1 fixed',
      'author 1 fixed',
      'email 1 fixed',
      'email 2 fixed',
      'name 2 fixed',
      'phone 2 fixed',
    ]));

  test('in an archive: metadata, documents and what hides its contents, of which a copy is written without', async () => {
    const zip = zipOf([
      { name: 'a/xnv.geojson', data: geojson(PLACES) },
      { name: 'a/xnv.shp.xml', data: `<metadata><rpIndName>${NAME}</rpIndName><cntvoice>+251 911 555 001</cntvoice><lineage>C:\\Users\\zmarkerperson\\Desktop\\x</lineage></metadata>` },
      { name: 'a/method.pdf', data: latin(pdfOf(`3 0 obj << /Author (${NAME}) >> endobj`)) },
      { name: 'a/list.csv', data: `Contact person,Email\n${NAME},${MAIL}\nBo Markerperson,bo@example.org\n` },
      { name: 'a/old.mdb', data: Buffer.from(`\0\u0001\0\0${MAIL} \0\0`) },
      { name: 'a/map.7z', data: Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0, 1, 2]) },
      { name: '__MACOSX/a/._x', data: MAIL },
    ]); // prettier-ignore
    const file = fileOf('xnv.zip', zip);
    expect(await findIn('xnv.zip', zip)).toEqual(['author 1 whole', 'author 2 whole', 'email 1 whole', 'email 1 whole', 'email 2', 'name 2', 'phone 1 whole', 'unsearched 1 beside whole', 'unsearched 1 beside whole']); // prettier-ignore
    const { copies } = await writeWithout([file], 'all');
    expect(Object.keys(unzipSync(copies.get('xnv.zip')!)).toSorted()).toEqual(['a/list.csv', 'a/map.7z', 'a/xnv.geojson']);
    expect(insides(copies.get('xnv.zip')!)).not.toMatch(/zuleika|\bbo\b/i);
  });

  test('what cannot be looked into asks nothing alone, and is told', async () => {
    const zip = zipOf([{ name: 'xnv.geojson', data: geojson(PLACES) }, { name: 'x.rar', data: Buffer.from([0, 1, 2, 3]) }]); // prettier-ignore
    const findings = await findPersonalData([fileOf('xnv.zip', zip)]);
    expect([findings.map(short), asksOfPersons(findings)]).toEqual([['unsearched 1 beside whole'], false]);
  });
});

test('a copy of an ODS and of a Word document holds nobody, and its text is as it was', async () => {
  const copy = (await writeWithout([fileOf('xnv.ods', ods())], 'all')).copies.get('xnv.ods')!;
  expect(insides(copy)).not.toContain('Markerperson');
  for (const text of ['Rivers', 'East', 'meta:initial-creator']) expect(insides(copy)).toContain(text);
  const text = `<office:document-content><office:body><office:text><text:p><text:author-name>${NAME}</text:author-name> says <text:a xlink:href="mailto:${MAIL}">this</text:a></text:p></office:text></office:body></office:document-content>`;
  const odt = zipOf([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.text' }, { name: 'content.xml', data: text }]); // prettier-ignore
  expect(await findIn('note.odt', odt)).toEqual(['link 1', 'property 1']);
  const clean = insides((await writeWithout([fileOf('note.odt', odt)], 'all')).copies.get('note.odt')!);
  expect(clean).not.toMatch(/markerperson/i);
  expect(clean).toContain('says');
});

describe('boxes of offices and groups are nobody’s', () => {
  test.each(['info@example.org', 'im@example.org', 'imwg-mali@example.org', 'ocha-mli-im@un.org', 'wash.cluster.som@example.org', 'nutrition@example.org', 'cluster-coordination2@example.org', 'no-reply@example.org', 'hdx@un.org'])('%s', (box) => {
    expect(findEmails(`Write to ${box}.`)).toEqual([]);
    expect(isSomebody(box)).toBe(false);
  }); // prettier-ignore
  test.each(['ada.info.marker@example.org', 'health.marker.ada@example.org', 'washington@example.org', 'j.im@example.org', 'cpmarker@example.org'])(
    '%s is of a person',
    (address) => expect(findEmails(`<${address}>`)).toEqual([address]),
  );
  test('those that the country’s groups have, whatever they are called', async () => {
    const csv = 'Organisation,Email\nRivers,Friends.Of.Water@example.org\nWells,friends.of.water@example.org\n';
    expect(await findIn('xnv.csv', csv)).toEqual(['email 2']);
    expect(await findIn('xnv.csv', csv, ['friends.of.water@example.org'])).toEqual([]);
    expect(await findIn('tor.pdf', latin(pdfOf('(friends.of.water@example.org)')), ['Friends.of.water@example.org'])).toEqual([]);
  });
});
