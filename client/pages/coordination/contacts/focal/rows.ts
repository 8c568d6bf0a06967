/** Who is focal point for information management, by group and hub. Pure. */
import type { Card } from '../../../../../server/contract/contacts/contacts.ts';
import type { Group, HeldRole } from '../../../../../server/contract/groups/groups.ts';
import type { Structure } from '../../structure.ts';
import { flatten } from '../../tree.ts';

/** Groups that are expected to have one (server/groups/gaps.ts). */
const COORDINATING: readonly Group['type'][] = ['cluster', 'sector', 'aor', 'sub-cluster'];

/** One group at one place, with those who are its focal points there. */
export interface FocalPlace {
  /** null: the whole country. */
  hub: Group | null;
  group: Group;
  cards: Card[];
  /** Focal points whose card the reader does not see: their organisations are in the structure for everybody. */
  unnamed: HeldRole[];
}

export interface FocalRow {
  group: Group;
  /** The whole country first. */
  places: FocalPlace[];
  /** Nobody at any place. */
  isMissing: boolean;
}

/** Coordinating groups of the country in the order of the tree; a group at a hub is a place of its parent. */
export function focalRows({ tree, byId, roles }: Pick<Structure, 'tree' | 'byId' | 'roles'>, cards: readonly Card[]): FocalRow[] {
  const coordinating = flatten(tree).filter(({ type }) => COORDINATING.includes(type));
  const ids = new Set(coordinating.map(({ id }) => id));
  const isPlace = ({ hub, parent }: Group) => hub !== null && parent !== null && ids.has(parent);
  const placeOf = (group: Group): FocalPlace => {
    const own = cards.filter((card) => card.roles.some((role) => role.group === group.id && role.role === 'imo'));
    // A card stands for one role of its organisation; what is left is told without a name.
    const named = own.map(({ organisation }) => organisation);
    const unnamed = (roles.get(group.id) ?? []).filter(({ role, organisation }) => {
      if (role !== 'imo') return false;
      const at = named.indexOf(organisation);
      if (at >= 0) named.splice(at, 1);
      return at < 0;
    });
    return { hub: group.hub === null ? null : (byId.get(group.hub) ?? null), group, cards: own, unnamed };
  };
  return coordinating
    .filter((group) => !isPlace(group))
    .map((group) => {
      const places = [group, ...coordinating.filter((each) => isPlace(each) && each.parent === group.id)].map(placeOf);
      return { group, places, isMissing: places.every((place) => place.cards.length + place.unnamed.length === 0) };
    });
}
