/** Texts of findings on the columns of a 3W, and on what coordinates and codes say as a whole. */
import type en from '../../en/findings/presenceColumns.ts';

export default {
  'finding.presence.columns-used.title': 'Colonnes utilisées',
  'finding.presence.columns-used':
    'Les chiffres reposent sur {count, plural, one {# colonne} other {# colonnes}} ; vérifiez que chacune contient bien ce qui a été lu.',
  'finding.presence.column-asked.title': 'Colonne à confirmer',
  'finding.presence.column-asked':
    'Le contenu de {count, plural, one {# colonne} other {# colonnes}} n’est pas assez sûr pour publier ; confirmez-le une fois, et le fichier du mois prochain sera lu de la même façon.',
  'finding.presence.coded-by.title': 'Version des limites',
  'finding.presence.coded-by':
    '{how, select, asked {Plusieurs versions des limites ont les codes du fichier, et ses lignes ne seraient pas toutes sur le même territoire. Répondez à la question avant de publier.} other {Les codes du fichier sont lus comme ceux d’une version des limites ; vérifiez que c’est la bonne.}}',
  'finding.presence.column-wrong.title': 'Colonne sans doute erronée',
  'finding.presence.column-wrong':
    '{count, plural, one {# colonne contient} other {# colonnes contiennent}} autre chose que ce qui a été lu ; indiquez la bonne colonne.',
  'finding.presence.code-scheme.title': 'Codes d’une autre liste',
  'finding.presence.code-scheme':
    'Les codes de « {heading} » ({count, plural, one {# ligne} other {# lignes}}) ne sont pas dans les limites ; les lignes ont été placées d’après les noms voisins.',
  'finding.presence.point-elsewhere.title': 'Coordonnées dans un autre lieu',
  'finding.presence.point-elsewhere':
    'Dans {count, plural, one {# ligne} other {# lignes}}, les coordonnées sont hors de l’unité du code ou du nom ; choisissez ce qui est juste. D’ici là, {count, plural, one {elle reste} other {elles restent}} dans l’unité qui contient les deux.',
  'finding.presence.placed-by-point.title': 'Placé par coordonnées',
  'finding.presence.placed-by-point':
    '{count, plural, one {# ligne sans code a été placée} other {# lignes sans code ont été placées}} là où se trouvent {count, plural, one {ses} other {leurs}} coordonnées.',
  'finding.presence.points-unreadable.title': 'Coordonnées illisibles',
  'finding.presence.points-unreadable':
    'Dans {count, plural, one {# ligne} other {# lignes}}, les coordonnées ne sont pas une paire de degrés et n’ont pas été utilisées ; écrivez-les comme 9.01 et 38.76.',
  'finding.presence.points-outside.title': 'Coordonnées hors du pays',
  'finding.presence.points-outside':
    'Dans {count, plural, one {# ligne} other {# lignes}}, les coordonnées ne sont dans aucune unité des limites et n’ont pas été utilisées ; vérifiez si latitude et longitude sont interverties.',
} satisfies Record<keyof typeof en, string>;
