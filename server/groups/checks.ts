/** What must be so of a group before it is stored; each refusal says what is wrong, and with what. Pure. */
import { GLOBAL, type Group, type Scope } from '../contract/groups/groups.ts';
import { ConflictError, InputError, NotFoundError } from '../errors.ts';
import { EDGES, findCircle, type Structure } from './structure.ts';

/** What is known beside the structure: codes and places that a group may name. */
export interface Known {
  /** Codes of data/sectors.csv and of data/org-types.csv. */
  sectors: ReadonlySet<string>;
  orgTypes: ReadonlySet<string>;
}

const EDGE_NAMES = { parent: 'parent', reportsTo: 'group that it reports to', hub: 'hub' } as const;

/** @throws NotFoundError `group.unknown` */
export function getGroup(structure: Structure, id: string): Group {
  const group = structure.groups.find((each) => each.id === id);
  if (!group) throw unknownGroup(id);
  return group;
}
export const unknownGroup = (id: string) => new NotFoundError('group.unknown', `There is no group ${id} here.`);

/** @throws ConflictError `group.closed` */
export function getOpenGroup(structure: Structure, id: string): Group {
  const group = getGroup(structure, id);
  if (group.status === 'closed')
    throw new ConflictError('group.closed', `The group ${id} is closed. Open it again first: nobody can be put into a closed group.`);
  return group;
}

/**
 * @param groups with the group as it is to be
 * @throws InputError `group.edge`, `group.circle`, `group.sector`
 */
export function checkGroup(groups: readonly Group[], group: Group, { sectors }: Pick<Known, 'sectors'>): void {
  const byId = new Map(groups.map((each) => [each.id, each]));
  for (const edge of EDGES) {
    const id = group[edge];
    if (id === null) continue;
    const other = byId.get(id);
    if (!other) throw refuseEdge(`The ${EDGE_NAMES[edge]} ${id} does not exist here. Make it first, or choose another.`, edge, id);
    if (edge === 'hub' && other.type !== 'hub') throw refuseEdge(`${id} is no hub but a ${other.type}.`, edge, id);
    const circle = findCircle(groups, group.id, edge);
    if (circle)
      throw new InputError('group.circle', `The groups would go round in a circle: ${circle.join(' → ')}. Choose another ${EDGE_NAMES[edge]}.`, {
        details: { edge, circle },
      });
  }
  const hung = groups.find((each) => each.hub === group.id);
  if (group.type !== 'hub' && hung) throw refuseEdge(`${hung.id} has ${group.id} as its hub, so it stays a hub.`, 'hub', hung.id);
  for (const { from } of group.signoff)
    if (!byId.has(from)) throw refuseEdge(`The group ${from}, whose members are to approve, does not exist here.`, 'signoff', from);
  const codes = [group.sector, ...group.owns.map(({ sector }) => sector)];
  for (const code of codes)
    if (code && !sectors.has(code)) throw new InputError('group.sector', `${code} is no code of the list of sectors.`, { details: { sector: code } });
}

const refuseEdge = (text: string, edge: string, group: string) => new InputError('group.edge', text, { details: { edge, group } });

/** @throws InputError `group.edge` where the global structure has no such group */
export function checkMirror(scope: Scope, { mirrors }: Pick<Group, 'mirrors'>, global: Structure | null): void {
  if (mirrors === null) return;
  if (scope === GLOBAL) throw refuseEdge('A group of the global structure mirrors none.', 'mirrors', mirrors);
  if (!global?.groups.some(({ id }) => id === mirrors)) throw refuseEdge(`The global structure has no group ${mirrors}.`, 'mirrors', mirrors);
}

/** @param places P-codes of the current boundaries; null where none are published. @throws InputError `group.area` with those that are no places */
export function checkArea({ area, place }: Pick<Group, 'area' | 'place'>, places: ReadonlySet<string> | null): void {
  if (!places) return;
  const unknown = [...area, ...(place?.pcode ? [place.pcode] : [])].filter((code) => !places.has(code));
  if (unknown.length > 0)
    throw new InputError('group.area', `The current boundaries have no ${unknown.slice(0, 10).join(', ')}.`, { details: { pcodes: unknown } });
}

/** Names what is in the way. @throws ConflictError `group.in-use` */
export function checkUnused({ groups, seats, appointments }: Structure, id: string, documents: number): void {
  const reasons = [
    ...(documents > 0 ? ['there are documents of it'] : []),
    ...(seats.some(({ group }) => group === id) ? ['organisations are or were in it'] : []),
    ...(appointments.some(({ group }) => group === id) ? ['people are or were in it'] : []),
    ...groups
      .filter((each) => each.id !== id && ([each.parent, each.reportsTo, each.hub].includes(id) || each.signoff.some(({ from }) => from === id)))
      .map((each) => `${each.id} refers to it`),
  ];
  if (reasons.length > 0)
    throw new ConflictError('group.in-use', `The group ${id} has been used: ${reasons.slice(0, 5).join(', ')}. Close it instead; its history stays.`, {
      details: { reasons },
    });
}
