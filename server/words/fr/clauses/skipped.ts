/** Why a check was not made. What to do is said where a person can do something about it. */
import type en from '../../en/clauses/skipped.ts';

export default {
  'clause.skipped.crashed': 'Le contrôle n’a pas pu aboutir : {error}. Signalez-le en joignant le fichier ; d’ici là, la version ne peut pas être publiée.',
  'clause.skipped.no-repair': 'Ce contrôle ne se fait qu’après une réparation ; rien n’a été réparé ici.',
  'clause.skipped.no-reference': 'Aucun contour de référence du pays n’a été fourni.',
  'clause.skipped.one-complete-level': 'L’envoi n’a qu’un niveau complet : il n’y a rien à comparer.',
  'clause.skipped.one-level': 'L’envoi n’a qu’un niveau : il n’y a rien à comparer.',
  'clause.skipped.no-adm0': 'L’envoi n’a pas d’adm0.',
  'clause.skipped.no-stated-codes': 'Aucun niveau de l’envoi n’indique les codes d’un autre.',
  'clause.skipped.no-published': 'Il n’y a pas de version publiée à laquelle comparer.',
  'clause.skipped.not-in-m49': 'La liste M49 des Nations Unies ne contient pas le pays {country}.',
  'clause.skipped.no-subdivisions': 'ISO 3166-2 n’énumère aucune subdivision de {country}.',
  'clause.skipped.no-romanised-adm1': 'L’envoi n’a pas d’adm1 avec des noms romanisés.',
  'clause.skipped.no-capitals': 'L’envoi n’a pas de couche de chefs-lieux.',
  'clause.skipped.no-gazetteer': 'L’envoi n’a pas de répertoire toponymique.',
  'clause.skipped.no-boundaries':
    'Les limites (COD-AB) de ce pays ne sont pas publiées ici : la comparaison est impossible. Publiez-les, puis envoyez de nouveau ce fichier.',
  'clause.skipped.other-levels':
    'Les limites n’ont aucun des niveaux administratifs de ce fichier. Publiez des limites avec ces niveaux, puis envoyez de nouveau ce fichier.',
  'clause.skipped.no-reference-total': 'Aucun total de référence n’a été fourni.',
  'clause.skipped.no-totals': 'Aucun niveau n’a de totaux.',
  'clause.skipped.no-age-bands': 'Le fichier n’a pas de tranches d’âge.',
  'clause.skipped.no-sexes': 'Aucun niveau n’a femmes, hommes et total pour un même âge.',
  'clause.skipped.no-band-chain': 'Aucun sexe n’a un total et des tranches d’âge sans trou ni chevauchement.',
  'clause.skipped.one-population-level': 'Le fichier n’a qu’un seul niveau.',
  'clause.skipped.years-differ': 'adm{level} est de {year}, adm{above} de {yearAbove}.',
  'clause.skipped.no-parents': 'adm{level} n’indique pas à quel adm{above} appartiennent ses unités. Ajoutez la colonne des codes adm{above}.',
  'clause.skipped.no-place-boundaries':
    'Les limites de ce pays ne sont pas publiées ici : aucun lieu ne peut y être rattaché. Publiez son COD-AB, puis envoyez de nouveau ce fichier.',
  'clause.skipped.no-coordinates': 'le fichier n’a pas de colonnes de coordonnées',
  'clause.skipped.no-people-column': 'Aucune colonne ne contient de nombres de personnes atteintes.',
  'clause.skipped.few-columns': 'Le tableau a trop peu de colonnes pour distinguer une ligne répétée de deux activités semblables.',
} satisfies Record<keyof typeof en, string>;
