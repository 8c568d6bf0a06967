/** Texts of families L, D and R: language, date and version columns of a layer. */
import type en from '../../en/findings/layers.ts';

export default {
  'finding.lang.missing.title': 'Colonne de langue absente',
  'finding.lang.missing': 'adm{level} n’a pas de colonne `lang` et ses en-têtes ne disent pas la langue des noms ; indiquez-la.',
  'finding.lang.from-headings.title': 'Langue tirée des en-têtes',
  'finding.lang.from-headings':
    'adm{level} n’a pas de colonne `lang` ; les langues ({languages}) viennent des en-têtes et sont écrites dans le fichier publié. Rien à faire.',
  'finding.lang.blank.title': 'Lignes sans langue',
  'finding.lang.blank': 'Des lignes de adm{level} ont un `lang` vide ; inscrivez partout le même code.',
  'finding.lang.varies.title': 'Plusieurs langues dans une colonne',
  'finding.lang.varies':
    'La colonne {column} de adm{level} indique plusieurs langues ; une colonne de noms a une seule langue pour toute la couche. Donnez aux autres noms leur propre colonne.',
  'finding.lang.unknown.title': 'Code de langue inconnu',
  'finding.lang.unknown':
    'adm{level} emploie {count, plural, one {un code de langue inconnu} other {# codes de langue inconnus}} de BCP 47 ; écrivez par exemple fr, ar ou uk.',
  'finding.lang.not-romanized.title': 'Premiers noms non latins',
  'finding.lang.not-romanized':
    'Les premiers noms de adm{level} sont en écriture {script} ; la spécification demande d’abord des noms romanisés. Ajoutez avant elle une colonne de noms romanisés.',
  'finding.lang.deeper.title': 'Langue absente au-dessus',
  'finding.lang.deeper':
    'adm{level} a des noms dans {count, plural, one {une langue} other {# langues}} que adm{above} n’a pas ; ajoutez-les au-dessus pour que les cartes se lisent de même à chaque niveau.',
  'finding.lang.label.title': 'Langue peut-être mal indiquée',
  'finding.lang.label': 'Les noms de adm{level} semblent d’une autre langue que celle indiquée ; vérifiez.',
  'finding.date.missing.title': 'Colonne de date absente',
  'finding.date.missing': 'adm{level} n’a pas de colonne {column} ; indiquez le jour dans le formulaire de métadonnées.',
  'finding.date.blank.title': 'Lignes sans date',
  'finding.date.blank':
    '{rows, plural, one {# ligne de adm{level} a} other {# lignes de adm{level} ont}} {column} vide ; inscrivez le jour à partir duquel les limites sont valables.',
  'finding.date.varies.title': 'Plusieurs dates dans une couche',
  'finding.date.varies':
    '{column} de adm{level} contient plusieurs jours ; la spécification demande un seul jour par couche. Écrivez le même jour sur toutes les lignes.',
  'finding.date.retired.title': 'Unités qui ne sont plus valables',
  'finding.date.retired':
    '{rows, plural, one {# ligne de adm{level} a} other {# lignes de adm{level} ont}} une date de fin (valid_to) : selon le fichier, {rows, plural, one {elle est remplacée} other {elles sont remplacées}} ; videz-la si c’est faux.',
  'finding.date.order.title': 'Fin avant le début',
  'finding.date.order':
    '{rows, plural, one {# ligne de adm{level} finit} other {# lignes de adm{level} finissent}} (valid_to) avant de commencer (valid_on) ; corrigez les dates.',
  'finding.date.future.title': 'Date future',
  'finding.date.future':
    '{rows, plural, one {# ligne de adm{level} ne sera valable} other {# lignes de adm{level} ne seront valables}} que dans le futur ; vérifiez valid_on.',
  'finding.date.artefact.title': '1899 ou 1970 au lieu d’aucune date',
  'finding.date.artefact':
    '{rows, plural, one {# ligne de adm{level} contient} other {# lignes de adm{level} contiennent}} un jour de 1899 ou 1970 que les logiciels écrivent pour « aucune date » ; il est lu comme vide. Rien à faire.',
  'finding.date.unreadable.title': 'Date illisible',
  'finding.date.unreadable':
    '{rows, plural, one {# ligne de adm{level} a} other {# lignes de adm{level} ont}} une date illisible ou ambiguë ; écrivez-la comme 2026-01-31.',
  'finding.date.stale.title': 'Pas de révision depuis plus d’un an',
  'finding.date.stale':
    'La date la plus récente est {newest}, il y a {years, plural, one {un an} other {# ans}} ; révisez les limites et notez le jour de la révision.',
  'finding.date.levels.title': 'Dates différentes selon le niveau',
  'finding.date.levels': 'Les niveaux n’ont pas la même date ({days}) ; vérifiez qu’ils appartiennent à une même version.',
  'finding.version.missing.title': 'Pas de version dans le fichier',
  'finding.version.missing': 'adm{level} n’indique pas de version ; Codmap l’écrit dans le fichier publié. Rien à faire.',
  'finding.version.varies.title': 'Plusieurs versions dans une couche',
  'finding.version.varies': 'adm{level} indique plusieurs versions ; une couche n’en a qu’une. Écrivez la même version sur toutes les lignes.',
  'finding.version.pattern.title': 'Version non écrite v01 ou v01.02',
  'finding.version.pattern':
    'La version de adm{level} n’est pas écrite comme v01 ou v01.02 ; elle est corrigée dans le fichier publié si elle est lisible. Écrivez-la ainsi dans votre source.',
} satisfies Record<keyof typeof en, string>;
