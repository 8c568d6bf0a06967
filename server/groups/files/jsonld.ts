/**
 * The structure in the terms of the W3C Organization Ontology (https://www.w3.org/TR/vocab-org/), as JSON-LD 1.1. A group is an
 * OrganizationalCollaboration of organisations; a seat is a Membership with its role and interval; what persons hold is a Post, whose holder is told by
 * organisation only.
 */
import type { Scope } from '../../contract/groups/groups.ts';
import { toAddress } from '../../contract/paths.ts';
import { stands, type Structure } from '../structure.ts';

const CONTEXT = {
  org: 'http://www.w3.org/ns/org#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  time: 'http://www.w3.org/2006/time#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

type Node = Record<string, unknown>;

/**
 * @param structure what everybody may see
 * @param base address of this server, which the ids are of
 * @param today on which posts are held, YYYY-MM-DD
 */
export function writeStructureJsonld(scope: Scope, { groups, organisations, seats, appointments }: Structure, base: string, today: string): string {
  const groupUri = (group: string) => base + toAddress('getGroup', { scope, group });
  const orgUri = (organisation: string) => base + toAddress('changeOrganisation', { scope, organisation });
  const file = base + toAddress('getStructureJsonld', { scope });
  const roleUri = (code: string) => `${file}#role-${code}`;
  const ref = (id: string): Node => ({ '@id': id });
  const held = appointments.filter((each) => each.role !== 'member' && stands(each, today));
  const codes = [...new Set([...seats.map(({ capacity }) => capacity), ...held.map(({ role }) => role)])];

  const graph: Node[] = [
    ...organisations.map((each) => ({
      '@id': orgUri(each.id),
      '@type': 'org:FormalOrganization',
      'skos:prefLabel': each.name,
      ...(each.acronym ? { 'skos:altLabel': each.acronym } : {}),
      ...(each.identifiers.length > 0 ? { 'org:identifier': each.identifiers.map(({ scheme, id }) => `${scheme}:${id}`) } : {}),
      ...(each.website ? { 'foaf:homepage': ref(each.website) } : {}),
    })),
    ...groups.map((group) => ({
      '@id': groupUri(group.id),
      '@type': 'org:OrganizationalCollaboration',
      'org:identifier': group.id,
      'skos:prefLabel': Object.entries(group.names).map(([lang, name]) => ({ '@value': name, '@language': lang })),
      ...(group.acronym ? { 'skos:altLabel': group.acronym } : {}),
      'org:classification': ref(`${file}#type-${group.type}`),
      ...(group.parent ? { 'org:subOrganizationOf': ref(groupUri(group.parent)) } : {}),
      ...(group.reportsTo ? { 'org:reportsTo': ref(groupUri(group.reportsTo)) } : {}),
      ...(group.hub ? { 'org:linkedTo': ref(groupUri(group.hub)) } : {}),
      ...(group.website ? { 'foaf:homepage': ref(group.website) } : {}),
      ...(group.mailbox ? { 'foaf:mbox': ref(`mailto:${group.mailbox}`) } : {}),
    })),
    ...[...new Set(groups.map(({ type }) => type))].map((type) => ({ '@id': `${file}#type-${type}`, '@type': 'skos:Concept', 'skos:notation': type })),
    ...codes.map((code) => ({ '@id': roleUri(code), '@type': 'org:Role', 'skos:notation': code })),
    ...seats.map((seat) => ({
      '@id': `${groupUri(seat.group)}#seat-${seat.id}`,
      '@type': 'org:Membership',
      'org:organization': ref(groupUri(seat.group)),
      'org:member': ref(orgUri(seat.organisation)),
      'org:role': ref(roleUri(seat.capacity)),
      ...during(seat),
    })),
    ...held.map((each) => ({
      '@id': `${groupUri(each.group)}#post-${each.id}`,
      '@type': 'org:Post',
      'org:postIn': ref(groupUri(each.group)),
      'org:role': ref(roleUri(each.role)),
      ...(each.organisation ? { 'org:heldBy': ref(orgUri(each.organisation)) } : {}),
    })),
  ];
  return `${JSON.stringify({ '@context': CONTEXT, '@graph': graph }, null, 1)}\n`;
}

/** First and last day, as far as they are known. */
function during({ start, end }: { start: string | null; end: string | null }): Node {
  if (start === null && end === null) return {};
  const instant = (day: string) => ({ '@type': 'time:Instant', 'time:inXSDDate': { '@value': day, '@type': 'xsd:date' } });
  return {
    'org:memberDuring': {
      '@type': 'time:Interval',
      ...(start ? { 'time:hasBeginning': instant(start) } : {}),
      ...(end ? { 'time:hasEnd': instant(end) } : {}),
    },
  };
}
