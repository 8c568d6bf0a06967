/** Pages of maps and embeds, and notices in their place. */
import type en from '../en/pages.ts';

export default {
  'page.name': 'Nom',
  'page.pcode': 'P-code',
  'page.table': 'Afficher le tableau',
  'page.wholeTable': 'Le tableau complet, {n} lignes (CSV)',
  'page.legend': 'Légende',
  'page.open': 'Ouvrir cette carte',
  'page.live': 'Explorer la carte',
  'page.close': 'Fermer',
  'page.loading': 'Chargement de la carte…',
  'page.failed': 'La carte n’a pas pu être chargée ; l’image reste affichée.',
  'page.asOf': 'État au {date}',
  'page.pinned': 'version figée',
  'page.current': 'dernière version',
  'page.downloads': 'Téléchargements',
  'page.change': 'Explorer et modifier cette carte',
  'page.country': 'Tout sur {country}',
  'page.refused': 'Cette carte ne peut pas être affichée sur ce site.',
  'page.refusedWhy': 'Son éditeur n’a pas ajouté ce site à la liste. Vous pouvez ouvrir la carte elle-même :',
  'page.closed': 'Cette carte utilise une source sensible d’une façon qui n’est pas publique.',
  'page.restricted': 'Les données que montre cette carte ne sont plus partagées avec tout le monde.',
  'page.gone': 'Cette carte n’existe plus.',
  'page.problem': 'Cela n’a pas fonctionné',
  'page.nothing': 'Il n’y a rien ici',
  'page.home': 'Vers la page d’accueil',
} satisfies Record<keyof typeof en, string>;
