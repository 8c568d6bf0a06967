/** Why the changes of a version of the boundaries make it a major or a minor one (decision 0060). ICU message syntax. */
export default {
  'unitChange.bump.major': 'Version majeure : jointures et cartes d’autrui peuvent ne plus fonctionner.',
  'unitChange.bump.minor': 'Version mineure : elle peut être reprise sans vérification.',
  'unitChange.bump.none': 'Aucune nouvelle version nécessaire : rien ne diffère.',
  'unitChange.reason.level-added': 'Le niveau {level} est nouveau',
  'unitChange.reason.level-dropped': 'Le niveau {level} a disparu',
  'unitChange.reason.level-renumbered': 'Le niveau {level} est devenu le niveau {figure, number}',
  'unitChange.reason.count-changed': 'Niveau {level} : {count, plural, one {# unité de plus ou de moins} other {# unités de plus ou de moins}}',
  'unitChange.reason.ground-moved': 'Niveau {level} : {count, plural, one {le terrain de # unité a} other {le terrain de # unités a}} changé de main',
  'unitChange.reason.recoded-most': 'Niveau {level} : la plupart des P-codes sont nouveaux ({count, number} sur {of, number})',
  'unitChange.reason.renamed-many': 'Niveau {level} : {count, plural, one {# nouveau nom} other {# nouveaux noms}} sur {of, number}',
  'unitChange.reason.redrawn': 'Niveau {level} : {count, plural, one {# limite redessinée} other {# limites redessinées}} sans que du terrain change de main',
  'unitChange.reason.recoded-few': 'Niveau {level} : {count, plural, one {# nouveau P-code} other {# nouveaux P-codes}}',
  'unitChange.reason.renamed-few': 'Niveau {level} : {count, plural, one {# nouveau nom} other {# nouveaux noms}}',
  'unitChange.reason.names-of-languages': 'Niveau {level} : {count, plural, one {# nom modifié} other {# noms modifiés}} dans une autre langue',
  'unitChange.reason.parents-changed': 'Niveau {level} : {count, plural, one {# unité rattachée} other {# unités rattachées}} à une autre unité',
  'unitChange.reason.dates-changed': 'Niveau {level} : {count, plural, one {# unité avec} other {# unités avec}} d’autres dates',
};
