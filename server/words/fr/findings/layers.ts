/** Texts of families L, D and R: language, date and version columns of a layer. */
import type en from '../../en/findings/layers.ts';

export default {
  'finding.lang.missing.title': 'Colonne de langue absente',
  'finding.lang.missing': 'adm{level} n’a pas de colonne `lang` et ses en-têtes ne disent pas la langue des noms ; indiquez-la.',
  'finding.lang.from-headings.title': 'Langue tirée des en-têtes',
  'finding.lang.from-headings':
    'adm{level} n’a pas de colonne `lang` ; les langues ({languages}) ont été tirées des en-têtes et écrites dans le fichier publié. Rien à faire.',
  'finding.lang.blank.title': 'Lignes sans langue',
  'finding.lang.blank': 'Certaines lignes d’adm{level} ont un `lang` vide ; inscrivez le même code sur toutes les lignes.',
  'finding.lang.varies.title': 'Plusieurs langues dans une colonne',
  'finding.lang.varies':
    'La colonne {column} d’adm{level} indique plusieurs langues ; une colonne de noms a une seule langue pour toute la couche. Donnez aux autres noms leur propre colonne.',
  'finding.lang.unknown.title': 'Code de langue inconnu',
  'finding.lang.unknown':
    'adm{level} emploie {count, plural, one {un code de langue inconnu} other {# codes de langue inconnus}} de BCP 47 ; écrivez par exemple fr, ar ou uk.',
  'finding.lang.not-romanized.title': 'Noms principaux non romanisés',
  'finding.lang.not-romanized':
    'Les noms principaux d’adm{level} sont en écriture {script} ; la spécification demande d’abord des noms romanisés, puis les autres. Ajoutez avant cette colonne une colonne de noms romanisés.',
  'finding.lang.deeper.title': 'Langue absente au niveau supérieur',
  'finding.lang.deeper':
    'adm{level} a des noms dans {count, plural, one {une langue} other {# langues}} qu’adm{above} n’a pas ; ajoutez-les à adm{above} pour que les cartes se lisent de la même façon à chaque niveau.',
  'finding.lang.label.title': 'Langue peut-être mal indiquée',
  'finding.lang.label': 'Les noms d’adm{level} ne semblent pas être dans la langue indiquée ; vérifiez-la.',
  'finding.date.missing.title': 'Colonne de date absente',
  'finding.date.missing': 'adm{level} n’a pas de colonne {column} ; indiquez la date dans le formulaire de métadonnées.',
  'finding.date.blank.title': 'Lignes sans date',
  'finding.date.blank':
    '{rows, plural, one {# ligne d’adm{level} a} other {# lignes d’adm{level} ont}} un {column} vide ; inscrivez la date à partir de laquelle les limites sont valables.',
  'finding.date.varies.title': 'Plusieurs dates dans une couche',
  'finding.date.varies':
    '{column} d’adm{level} contient plusieurs dates ; la spécification en demande une seule par couche. Écrivez la même date sur toutes les lignes.',
  'finding.date.retired.title': 'Unités qui ne sont plus valables',
  'finding.date.retired':
    '{rows, plural, one {# ligne d’adm{level} a} other {# lignes d’adm{level} ont}} une date de fin (valid_to) : selon le fichier, {rows, plural, one {elle est remplacée} other {elles sont remplacées}} ; effacez la date si c’est faux.',
  'finding.date.order.title': 'Fin avant le début',
  'finding.date.order':
    '{rows, plural, one {# ligne d’adm{level} finit} other {# lignes d’adm{level} finissent}} (valid_to) avant de commencer (valid_on) ; corrigez les dates.',
  'finding.date.future.title': 'Date future',
  'finding.date.future':
    '{rows, plural, one {# ligne d’adm{level} n’est valable} other {# lignes d’adm{level} ne sont valables}} qu’à partir d’une date future ; vérifiez valid_on.',
  'finding.date.artefact.title': 'Date de remplissage (1899 ou 1970)',
  'finding.date.artefact':
    '{rows, plural, one {# ligne d’adm{level} contient} other {# lignes d’adm{level} contiennent}} une date de 1899 ou 1970 que les logiciels écrivent pour « pas de date » ; elle est lue comme vide. Rien à faire.',
  'finding.date.unreadable.title': 'Date illisible',
  'finding.date.unreadable':
    '{rows, plural, one {# ligne d’adm{level} a} other {# lignes d’adm{level} ont}} une date illisible ou ambiguë ; écrivez-la sous la forme 2026-01-31.',
  'finding.date.stale.title': 'Pas de révision depuis plus d’un an',
  'finding.date.stale':
    'La date la plus récente est {newest}, il y a {years, plural, one {un an} other {# ans}} ; révisez les limites et notez la date de la révision.',
  'finding.date.levels.title': 'Dates différentes selon le niveau',
  'finding.date.levels': 'Les niveaux ont des dates différentes ({days}) ; vérifiez qu’ils appartiennent à une même version.',
  'finding.version.missing.title': 'Pas de version dans le fichier',
  'finding.version.missing': 'adm{level} n’indique pas de version ; Codmap l’écrit dans le fichier publié. Rien à faire.',
  'finding.version.varies.title': 'Plusieurs versions dans une couche',
  'finding.version.varies': 'adm{level} indique plusieurs versions ; une couche n’en a qu’une. Écrivez la même version sur toutes les lignes.',
  'finding.version.pattern.title': 'Version non conforme à v01 ou v01.02',
  'finding.version.pattern':
    'La version d’adm{level} n’est pas écrite comme v01 ou v01.02 ; elle est corrigée dans le fichier publié si elle est lisible. Écrivez-la ainsi dans votre source.',
} satisfies Record<keyof typeof en, string>;
