/** Invented organisations and the real vocabularies (clusters, types, statuses) that a 3W uses. */
import type { Random } from './random.ts';

export interface Organisation {
  id: string;
  name: string;
  acronym: string;
  type: string;
}

export interface Sector {
  /** HPC global cluster code. */
  code: string;
  fr: string;
  en: string;
}

export const SECTORS: Sector[] = [
  { code: 'FSC', fr: 'Sécurité alimentaire', en: 'Food Security' },
  { code: 'HEA', fr: 'Santé', en: 'Health' },
  { code: 'NUT', fr: 'Nutrition', en: 'Nutrition' },
  { code: 'WSH', fr: 'Eau, hygiène et assainissement', en: 'WASH' },
  { code: 'PRO', fr: 'Protection', en: 'Protection' },
  { code: 'EDU', fr: 'Éducation', en: 'Education' },
  { code: 'SHL', fr: 'Abris', en: 'Shelter' },
  { code: 'CCM', fr: 'CCCM', en: 'Camp Coordination and Camp Management' },
  { code: 'LOG', fr: 'Logistique', en: 'Logistics' },
];

export const STATUSES = {
  ongoing: ['En cours', 'On-going', 'Ongoing', 'en cours'],
  completed: ['Clôturé', 'Completed', 'Terminé'],
  planned: ['Planifié', 'Planned'],
  suspended: ['Suspendu', 'Suspended'],
} as const;
export type Status = keyof typeof STATUSES;

const HEADS = ['Action', 'Secours', 'Solidarité', 'Alliance', 'Entraide', 'Fondation', 'Initiative', 'Association', 'Réseau', 'Corps'];
const THEMES = [
  'Rurale',
  'Médicale',
  'Enfance',
  'Bleue',
  'Communautaire',
  'Féminine',
  'Savane Verte',
  'Horizon',
  'Espoir',
  'Lumière',
  'Racines',
  'Sources',
  'Avenir',
  'Ensemble',
];
const TAILS = ['de Narivela', 'Internationale', 'pour le Développement', 'sans Détour', 'des Îles', 'pour Tous'];
const KINDS = ['ONG nationale', 'ONG nationale', 'ONG internationale', 'ONG internationale', 'Agence NU', 'Gouvernement', 'Mouvement CR/CR'];

/** Initials of the words that carry meaning, as such acronyms are made. */
const initials = (name: string): string =>
  name
    .split(/[\s-]+/)
    .filter((word) => !/^(de|des|pour|le|la|et|sans)$/.test(word))
    .map((word) => word.normalize('NFD').charAt(0).toUpperCase())
    .join('');

/** `count` organisations with different names; some share an acronym, as initials do. */
export function createOrganisations(random: Random, count: number): Organisation[] {
  const names = new Set<string>();
  // A pair that only a person can tell apart: one acronym, two organisations.
  names.add('Alliance Médicale de Narivela').add('Association Médicale de Narivela');
  while (names.size < count) names.add(`${random.pick(HEADS)} ${random.pick(THEMES)} ${random.pick(TAILS)}`);
  return [...names].map((name, i) => ({ id: `org-${String(i + 1).padStart(3, '0')}`, name, acronym: initials(name), type: random.pick(KINDS) }));
}
