/** Texts of families F and S: files, levels, columns, computed values, companion layers. */
import type en from '../../en/findings/schema.ts';

export default {
  'finding.level.missing.title': 'Niveau absent',
  'finding.level.missing': 'adm{level} n’est pas dans l’envoi et ne peut être déduit d’un niveau inférieur ; ajoutez-le.',
  'finding.level.derived.title': 'Niveau déduit',
  'finding.level.derived': 'adm{level} n’est pas dans l’envoi ; il a été obtenu par fusion du niveau inférieur. Vérifiez ses noms ou ajoutez la couche.',
  'finding.level.duplicate.title': 'Deux couches pour un niveau',
  'finding.level.duplicate':
    '{count, plural, one {# couche a été mise} other {# couches ont été mises}} de côté car une autre du même niveau a été prise ; n’envoyez que les bonnes.',
  'finding.level.rows.title': 'Nombre de lignes',
  'finding.level.rows':
    'adm{level} a {rows, plural, =0 {aucune ligne} one {# ligne} other {# lignes}} ; adm0 en a exactement une, tout autre niveau au moins une. Fusionnez les lignes, ou ajoutez ce qui manque.',
  'finding.file.name.title': 'Nom de couche',
  'finding.file.name':
    '{count, plural, one {# couche n’est pas nommée} other {# couches ne sont pas nommées}} comme la spécification le demande ; les téléchargements le sont. Rien à faire.',
  'finding.file.encoding.title': 'Texte abîmé',
  'finding.file.encoding':
    '{count, plural, one {# colonne} other {# colonnes}} de adm{level} dans un mauvais encodage ; renvoyez le fichier avec le bon encodage.',
  'finding.column.required.title': 'Colonne obligatoire absente',
  'finding.column.required':
    'adm{level} n’a pas de colonne pour son propre code ou nom ({count, number} absente(s)) ; ajoutez-la ou nommez-la selon la spécification.',
  'finding.column.ancestors.title': 'Colonnes des niveaux supérieurs absentes',
  'finding.column.ancestors':
    'Il manque à adm{level} {count, plural, one {# colonne} other {# colonnes}} de codes ou noms des niveaux supérieurs ; elles ont été remplies d’après les couches supérieures ou la position. Vérifiez-en quelques-unes.',
  'finding.column.conventions.title': 'Colonnes nommées différemment selon le niveau',
  'finding.column.conventions': 'Les niveaux nomment leurs colonnes de {styles} façons ; elles ont été ramenées aux noms de la spécification. Rien à faire.',
  'finding.column.extra.title': 'Colonnes supplémentaires',
  'finding.column.extra':
    'adm{level} a {count, plural, one {# colonne} other {# colonnes}} hors spécification ; conservées après les colonnes standard. Retirez de votre source celles dont personne n’a besoin.',
  'finding.column.order.title': 'Ordre des colonnes',
  'finding.column.order':
    'Les colonnes de adm{level} ne suivent pas l’ordre de la spécification (le niveau d’abord, puis vers le haut) ; les téléchargements oui. Rien à faire.',
  'finding.computed.area.title': 'Superficie indiquée fausse',
  'finding.computed.area':
    'La superficie indiquée de {count, plural, one {# unité} other {# unités}} de adm{level} s’écarte de plus de 1 % du contour ; la superficie publiée est calculée d’après le contour. Retirez la colonne, ou recalculez-la.',
  'finding.computed.center.title': 'Centre indiqué hors de l’unité',
  'finding.computed.center':
    'Le centre indiqué de {count, plural, one {# unité} other {# unités}} de adm{level} est en dehors ; le centre publié est à l’intérieur. Retirez les colonnes, ou recalculez-les.',
  'finding.capital.outside.title': 'Chef-lieu hors de son unité',
  'finding.capital.outside':
    '{count, plural, one {# chef-lieu est} other {# chefs-lieux sont}} hors de l’unité dont {count, plural, one {il porte} other {ils portent}} le code ; corrigez le lieu ou le code.',
  'finding.capital.uncoded.title': 'Chef-lieu sans code connu',
  'finding.capital.uncoded': '{count, plural, one {# chef-lieu n’a} other {# chefs-lieux n’ont}} aucun P-code des limites ; attribuez le code de l’unité.',
  'finding.capital.missing.title': 'Unité sans chef-lieu',
  'finding.capital.missing': '{count, plural, one {# unité} other {# unités}} de adm{level} sans chef-lieu dans la couche ; ajoutez-le.',
  'finding.gazetteer.missing.title': 'Unité absente du répertoire',
  'finding.gazetteer.missing': '{count, plural, one {# unité} other {# unités}} de adm{level} absente(s) du répertoire envoyé ; accordez les deux.',
  'finding.gazetteer.extra.title': 'Code du répertoire sans unité',
  'finding.gazetteer.extra': 'Le répertoire contient {count, plural, one {# code} other {# codes}} qu’aucune unité de adm{level} ne porte ; accordez les deux.',
  'finding.gazetteer.name.title': 'Autre nom dans le répertoire',
  'finding.gazetteer.name': '{table} donne à {count, plural, one {# unité} other {# unités}} de adm{level} un nom que la couche n’a pas ; accordez les deux.',
} satisfies Record<keyof typeof en, string>;
