/** The structure as files: a table that a spreadsheet opens without running anything, and JSON-LD that stands on its own. */
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { writeStructureCsv } from '../../server/groups/files/csv.ts';
import { writeStructureJsonld } from '../../server/groups/files/jsonld.ts';
import { publicPart } from '../../server/groups/structure.ts';
import { aGroup, anAppointment, anOrganisation, aPerson, aSeat, aStructure, NVL } from '../helpers/groups/made.ts';

const TODAY = '2026-05-14';
const FORMULA = '=HYPERLINK("http://x","y")';
const structure = publicPart(
  aStructure({
    groups: [
      aGroup('hct', { type: 'hct' }),
      aGroup('wash', {
        names: { en: FORMULA, ar: 'قطاع المياه' },
        acronym: '+WASH',
        parent: 'hct',
        reportsTo: 'hct',
        sector: 'WSH',
        area: ['NV01' as never, 'NV02' as never],
        mailbox: 'wash@example.org',
        website: 'https://example.org/wash',
        languages: ['fr'],
      }),
    ],
    organisations: [
      anOrganisation('oneil', '"O\'\'Neil, Jr"\nRelief'),
      { ...anOrganisation('blue', 'Blue 😀'), acronym: '@BLU', identifiers: [{ scheme: 'XM-DAC', id: '41114' }] },
    ],
    seats: [aSeat('wash', 'blue', 'lead', '2026-01-01', '2026-05-14'), aSeat('wash', 'oneil', 'co-lead'), aSeat('wash', 'oneil', 'member', null, '2026-05-13')],
    persons: [aPerson('p', 'blue', { name: 'Secret Person' })],
    appointments: [anAppointment('wash', 'p', 'imo', { organisation: 'blue' }), anAppointment('wash', 'p', 'member', { organisation: 'blue' })],
  }),
);

describe('CSV', () => {
  const bytes = writeStructureCsv(structure, TODAY);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const rows = parse<Record<string, string>>(text, { bom: true, columns: true });
  test('begins with a byte order mark, ends lines as RFC 4180 says, and comes back as it went in', () => {
    expect(text.startsWith('\uFEFFgroup,')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(rows.map(({ group }) => group)).toEqual(['hct', 'wash']);
    expect(rows[1]).toMatchObject({
      name_ar: 'قطاع المياه',
      parent: 'hct',
      reports_to: 'hct',
      sector: 'WSH',
      pcodes: 'NV01; NV02',
      co_lead: '"O\'\'Neil, Jr"\nRelief',
      members: '',
    });
  });
  test('holds nothing that a spreadsheet would run', () => {
    expect([rows[1]!['name_en'], rows[1]!['acronym'], rows[1]!['lead'], rows[1]!['imo']]).toEqual([`'${FORMULA}`, "'+WASH", "'@BLU", "'@BLU"]);
    for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  });
  test('shows the day that is asked for, and what is missing on it in words', () => {
    const [, later] = parse<Record<string, string>>(new TextDecoder().decode(writeStructureCsv(structure, '2026-05-15', 'fr')), { bom: true, columns: true });
    expect([rows[1]!['lead'], later!['lead']]).toEqual(["'@BLU", '']);
    expect([rows[1]!['gaps'], later!['gaps']]).toEqual([
      '',
      `@BLU a été chef de file de ${FORMULA} jusqu’au 14 mai 2026 ; personne ne lui a succédé.`.replace(/^@/, "'@"),
    ]);
  });
  test('names no person', () => expect(text).not.toContain('Secret'));
});

describe('JSON-LD', () => {
  type Node = Record<string, unknown>;
  const base = 'https://codmap.example.org';
  const file = writeStructureJsonld(NVL, structure, base, TODAY);
  const { '@context': context, '@graph': graph } = JSON.parse(file) as { '@context': Record<string, string>; '@graph': Node[] };
  /** An expansion that knows nothing of ours: prefixes by the context, nodes and references into triples. */
  const expand = (term: string) => {
    const [, prefix, rest] = /^(\w+):(?!\/\/)(.+)$/.exec(term) ?? [];
    return prefix && context[prefix] ? context[prefix] + rest : term;
  };
  const triples: [string, string, string][] = [];
  let blank = 0;
  const walk = (node: Node): string => {
    if ('@value' in node) return `"${String(node['@value'])}"`;
    const id = typeof node['@id'] === 'string' ? expand(node['@id']) : `_:${++blank}`;
    for (const [term, value] of Object.entries(node)) {
      if (term === '@id') continue;
      const predicate = term === '@type' ? 'a' : expand(term);
      for (const each of [value].flat())
        triples.push([id, predicate, typeof each === 'object' ? walk(each as Node) : term === '@type' ? expand(each as string) : `"${each as string}"`]);
    }
    return id;
  };
  graph.forEach(walk);
  const ORG = 'http://www.w3.org/ns/org#';
  const of = (subject: string, predicate: string) => triples.filter(([s, p]) => s === subject && p === predicate).map(([, , o]) => o);
  const all = (type: string) => triples.filter(([, p, o]) => p === 'a' && o === ORG + type).map(([s]) => s);
  const wash = `${base}/api/v1/countries/NVL/groups/wash`;

  test('every term is one of the vocabularies that the context names', () => {
    const TERMS = [
      'OrganizationalCollaboration',
      'FormalOrganization',
      'Membership',
      'Role',
      'Post',
      'identifier',
      'classification',
      'subOrganizationOf',
      'reportsTo',
      'organization',
      'member',
      'role',
      'memberDuring',
      'postIn',
      'heldBy',
      'linkedTo',
    ];
    for (const [, predicate, object] of triples) {
      if (predicate !== 'a') expect(predicate).toMatch(/^https?:\/\//);
      for (const iri of [predicate, object]) if (iri.startsWith(ORG)) expect(TERMS).toContain(iri.slice(ORG.length));
    }
  });
  test('every reference to something of ours leads to a node', () => {
    const subjects = new Set(triples.map(([s]) => s));
    for (const [, , object] of triples) if (object.startsWith(base)) expect(subjects.has(object), object).toBe(true);
  });
  test('groups, organisations, memberships with role and interval, posts by organisation', () => {
    expect([all('OrganizationalCollaboration').length, all('FormalOrganization').length, all('Membership').length, all('Post').length]).toEqual([2, 2, 3, 1]);
    expect(of(wash, `${ORG}subOrganizationOf`)).toEqual([`${base}/api/v1/countries/NVL/groups/hct`]);
    expect(of(wash, 'http://www.w3.org/2004/02/skos/core#prefLabel')).toEqual([`"${FORMULA}"`, '"قطاع المياه"']);
    const lead = all('Membership').find((id) => of(of(id, `${ORG}role`)[0]!, 'http://www.w3.org/2004/02/skos/core#notation')[0] === '"lead"')!;
    expect(of(lead, `${ORG}member`)).toEqual([`${base}/api/v1/countries/NVL/organisations/blue`]);
    const [interval] = of(lead, `${ORG}memberDuring`);
    const end = of(interval!, 'http://www.w3.org/2006/time#hasEnd')[0]!;
    expect(of(end, 'http://www.w3.org/2006/time#inXSDDate')).toEqual(['"2026-05-14"']);
    expect(of(all('Post')[0]!, `${ORG}heldBy`)).toEqual([`${base}/api/v1/countries/NVL/organisations/blue`]);
    expect(of(wash, 'http://xmlns.com/foaf/0.1/mbox')).toEqual(['mailto:wash@example.org']);
  });
  test('names no person', () => expect(file).not.toContain('Secret'));
});
