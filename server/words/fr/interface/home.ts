import type en from '../../en/interface/home.ts';

export default {
  'home.title': 'Pays',
  'home.lead': 'Jeux de données opérationnelles communes (COD) : limites, noms et codes partagés par tous.',
  'home.filter': 'Trouver un pays',
  'home.loading': 'Chargement des pays…',
  'home.empty': 'Aucun pays pour l’instant',
  'home.empty.detail': 'Publiez un jeu de données de limites : il apparaîtra ici.',
  'home.none': 'Aucun pays ne correspond à « {query} ». Vérifiez l’orthographe ou utilisez le code à trois lettres.',
  'home.units': '{units, number} au niveau {level}',
  'home.updated': 'Publié le {date}',
  'home.unpublished': 'Pas encore publié',
} satisfies Record<keyof typeof en, string>;
