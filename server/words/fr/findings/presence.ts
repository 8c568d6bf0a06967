/** Texts of findings on 3W: what was read, where rows are, what waits for a person. Dates, organisations and content are in presenceValues.ts. */
import type en from '../../en/findings/presence.ts';

export default {
  'finding.presence.other-sheets.title': 'Autres feuilles',
  'finding.presence.other-sheets':
    'La feuille « {sheet} » a été lue ; {count, plural, one {# autre feuille contient} other {# autres feuilles contiennent}} aussi des organisations et des lieux. Choisissez la feuille si vous en vouliez une autre.',
  'finding.presence.sheet-hidden.title': 'Feuille masquée lue',
  'finding.presence.sheet-hidden':
    'Seule la feuille masquée « {sheet} » contient des organisations et des lieux ; elle a été lue. Vérifiez que c’est la bonne.',
  'finding.presence.columns-ignored.title': 'Colonnes non utilisées',
  'finding.presence.columns-ignored':
    '{count, plural, one {# colonne n’était pas nécessaire ou n’a pas été reconnue ; indiquez son contenu si elle est importante} other {# colonnes n’étaient pas nécessaires ou n’ont pas été reconnues ; indiquez leur contenu si elles sont importantes}}.',
  'finding.presence.rows-left-out.title': 'Lignes laissées de côté',
  'finding.presence.rows-left-out':
    '{count, plural, one {# ligne de total, de note ou d’en-tête répété a été laissée} other {# lignes de total, de note ou d’en-tête répété ont été laissées}} de côté ; vérifiez la liste.',
  'finding.presence.no-organisation.title': 'Lignes sans organisation',
  'finding.presence.no-organisation':
    '{count, plural, one {# ligne n’indique aucune organisation et a été laissée} other {# lignes n’indiquent aucune organisation et ont été laissées}} de côté ; demandez au partenaire qui a fait rapport de qui il s’agit.',
  'finding.presence.organisations-missing.title': 'Organisations manquantes',
  'finding.presence.organisations-missing':
    '{count, number} lignes sur {total, number} ne nomment aucune organisation et ont été laissées de côté. Soit les organisations sont dans une autre colonne, soit un nom figure une seule fois au-dessus de ses lignes : choisissez la colonne, ou recopiez les noms vers le bas et envoyez de nouveau le fichier.',
  'finding.presence.profile-used.title': 'Présentation connue',
  'finding.presence.profile-used': 'Les colonnes sont celles de {file} et ont été lues de la même façon. Rien à faire.',
  'finding.presence.profile-changed.title': 'Présentation modifiée',
  'finding.presence.profile-changed':
    '{count, plural, one {# colonne est nouvelle ou a disparu} other {# colonnes sont nouvelles ou ont disparu}} depuis le dernier fichier ; vérifiez comment les nouvelles ont été lues.',
  'finding.presence.no-boundaries.title': 'Pas de limites',
  'finding.presence.no-boundaries':
    'Les limites administratives (COD-AB) de {country} ne sont pas publiées ici : aucune ligne n’a pu être placée ; envoyez et publiez d’abord les limites, puis de nouveau ce fichier.',
  'finding.presence.level-not-in-boundaries.title': 'Niveau absent des limites',
  'finding.presence.level-not-in-boundaries':
    '{count, plural, one {# ligne indique} other {# lignes indiquent}} un lieu en adm{level}, niveau absent des limites d’ici ; {count, plural, one {elle est placée} other {elles sont placées}} aux niveaux disponibles. Publiez des limites de ce niveau pour les y placer.',
  'finding.presence.code-name-conflict.title': 'Le code et le nom se contredisent',
  'finding.presence.code-name-conflict':
    'Dans {count, plural, one {# ligne} other {# lignes}}, le P-code désigne un lieu et le nom un autre ; choisissez lequel est juste. D’ici là, {count, plural, one {elle reste} other {elles restent}} au niveau supérieur.',
  'finding.presence.parent-conflict.title': 'Lieu hors de son unité parente',
  'finding.presence.parent-conflict':
    'Dans {count, plural, one {# ligne} other {# lignes}}, le lieu se trouve dans une autre unité parente que celle indiquée ; choisissez laquelle est juste.',
  'finding.presence.code-unknown.title': 'P-code inconnu',
  'finding.presence.code-unknown':
    '{count, plural, one {# ligne porte un P-code absent} other {# lignes portent des P-codes absents}} des limites d’ici : retiré, plus récent, contesté ou d’un autre jeu de limites. Choisissez l’unité ou marquez « Non localisable ».',
  'finding.presence.code-retired.title': 'Code d’une unité qui n’existe plus',
  'finding.presence.code-retired':
    '{count, plural, one {# ligne porte le P-code d’une unité divisée ou fusionnée} other {# lignes portent des P-codes d’unités divisées ou fusionnées}} depuis la version précédente des limites ; choisissez l’unité qui s’y trouve maintenant.',
  'finding.presence.code-other-level.title': 'Code d’un autre niveau',
  'finding.presence.code-other-level':
    '{count, plural, one {# ligne porte dans sa colonne un P-code} other {# lignes portent dans leur colonne des P-codes}} d’un autre niveau ; vérifiez ce qui était voulu.',
  'finding.presence.name-ambiguous.title': 'Plusieurs unités de ce nom',
  'finding.presence.name-ambiguous': 'Dans {count, plural, one {# ligne} other {# lignes}}, plusieurs unités portent ce nom ; choisissez la bonne.',
  'finding.presence.name-doubtful.title': 'Nom proche, sans certitude',
  'finding.presence.name-doubtful':
    'Dans {count, plural, one {# ligne} other {# lignes}}, le nom ressemble à celui d’une unité, sans certitude ; acceptez une suggestion ou choisissez une autre unité.',
  'finding.presence.name-unknown.title': 'Nom inconnu',
  'finding.presence.name-unknown':
    'Dans {count, plural, one {# ligne} other {# lignes}}, le nom ne correspond à aucune unité ; choisissez l’unité ou marquez « Non localisable ».',
  'finding.presence.codes-swapped.title': 'Codes intervertis',
  'finding.presence.codes-swapped':
    '{count, plural, one {# ligne porte} other {# lignes portent}} le code d’une unité et le nom d’une autre, et inversement : les deux codes ont été intervertis. Corrigez le fichier, ou choisissez les unités dans la liste de revue.',
  'finding.presence.code-wanders.title': 'Codes à côté des noms d’autres lieux',
  'finding.presence.code-wanders':
    '{count, plural, one {Dans # ligne} other {Dans # lignes}}, le P-code désigne un autre lieu que le nom et la zone au-dessus, et le même code figure à côté de plusieurs noms de ce genre. {count, plural, one {La ligne a été placée} other {Ces lignes ont été placées}} d’après le nom, qui désigne un seul lieu de cette zone ; corrigez les codes dans la source.',
  'finding.presence.one-deeper.title': 'Noms d’un niveau au-dessous de leur colonne',
  'finding.presence.one-deeper':
    '{count, plural, one {# ligne indique} other {# lignes indiquent}} une unité d’un niveau au-dessous de sa colonne, dans une zone qui n’a qu’une unité au niveau de la colonne. {count, plural, one {Elle a été placée} other {Elles ont été placées}} dans l’unité indiquée ; vérifiez la liste.',
  'finding.presence.code-repaired.title': 'P-codes corrigés',
  'finding.presence.code-repaired':
    '{count, plural, one {# P-code était écrit sous une autre forme et a été lu} other {# P-codes étaient écrits sous une autre forme et ont été lus}} comme le seul code des limites qui correspond ; vérifiez la liste.',
  'finding.presence.name-alike.title': 'Noms écrits autrement',
  'finding.presence.name-alike':
    '{count, plural, one {# ligne a été placée} other {# lignes ont été placées}} d’après un nom que les limites écrivent autrement ; vérifiez la liste.',
  'finding.presence.whole-country.title': 'Pays entier',
  'finding.presence.whole-country':
    '{count, plural, one {# ligne porte} other {# lignes portent}} sur tout le pays ; {count, plural, one {elle compte} other {elles comptent}} pour le pays et non pour ses parties.',
  'finding.presence.name-differs.title': 'Le nom ne correspond pas au code',
  'finding.presence.name-differs':
    'Dans {count, plural, one {# ligne} other {# lignes}}, le nom à côté d’un P-code valable n’est une graphie connue ni de son unité ni d’une autre ; le code a été suivi.',
  'finding.presence.without-place.title': 'Aucun lieu indiqué',
  'finding.presence.without-place':
    '{count, plural, one {# ligne n’indique aucun lieu et ne compte} other {# lignes n’indiquent aucun lieu et ne comptent}} que pour le pays.',
} satisfies Record<keyof typeof en, string>;
