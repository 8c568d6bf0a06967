/** Texts of families F and S: files, levels, columns, computed values, companion layers. */
import type en from '../../en/findings/schema.ts';

export default {
  'finding.level.missing.title': 'Niveau absent',
  'finding.level.missing': 'adm{level} n’est pas dans l’envoi et ne peut être obtenu d’un niveau inférieur ; ajoutez-le.',
  'finding.level.derived.title': 'Niveau obtenu par fusion',
  'finding.level.derived': 'adm{level} n’est pas dans l’envoi ; il a été obtenu par fusion du niveau inférieur. Vérifiez ses noms ou ajoutez la couche.',
  'finding.level.duplicate.title': 'Deux couches pour un niveau',
  'finding.level.duplicate':
    '{count, plural, one {# couche a été laissée} other {# couches ont été laissées}} de côté car une autre du même niveau a été utilisée ; n’envoyez que les bonnes.',
  'finding.level.rows.title': 'Nombre de lignes',
  'finding.level.rows':
    'adm{level} a {rows, plural, =0 {aucune ligne} one {# ligne} other {# lignes}} ; adm0 doit en avoir exactement une, tout autre niveau au moins une. Fusionnez les lignes, ou ajoutez ce qui manque.',
  'finding.file.name.title': 'Nom de couche',
  'finding.file.name':
    '{count, plural, one {# couche ne porte pas le nom demandé} other {# couches ne portent pas le nom demandé}} par la spécification ; les fichiers à télécharger le portent. Rien à faire.',
  'finding.file.encoding.title': 'Texte aux lettres fausses',
  'finding.file.encoding':
    '{count, plural, one {# colonne} other {# colonnes}} d’adm{level} {count, plural, one {a été lue ou enregistrée} other {ont été lues ou enregistrées}} dans un mauvais encodage ; envoyez de nouveau le fichier avec le bon encodage.',
  'finding.column.required.title': 'Colonne obligatoire absente',
  'finding.column.required':
    'adm{level} n’a pas de colonne pour son propre code ou nom (manquantes : {count, number}) ; ajoutez-la ou nommez-la selon la spécification.',
  'finding.column.ancestors.title': 'Colonnes des niveaux supérieurs absentes',
  'finding.column.ancestors':
    'Il manque à adm{level} {count, plural, one {# colonne} other {# colonnes}} de codes ou noms des niveaux supérieurs ; elles ont été remplies d’après les couches supérieures ou la position. Vérifiez-en quelques-unes.',
  'finding.column.conventions.title': 'Colonnes nommées différemment selon le niveau',
  'finding.column.conventions':
    'Les niveaux nomment leurs colonnes de {styles} façons différentes ; elles ont reçu les noms de la spécification. Rien à faire.',
  'finding.column.extra.title': 'Colonnes supplémentaires',
  'finding.column.extra':
    'adm{level} a {count, plural, one {# colonne} other {# colonnes}} hors spécification ; conservées après les colonnes standard. Retirez de votre source celles dont personne n’a besoin.',
  'finding.column.order.title': 'Ordre des colonnes',
  'finding.column.order':
    'Les colonnes d’adm{level} ne suivent pas l’ordre de la spécification (d’abord le niveau lui-même, puis vers le haut) ; dans les fichiers à télécharger, si. Rien à faire.',
  'finding.computed.area.title': 'Superficie indiquée fausse',
  'finding.computed.area':
    'La superficie indiquée de {count, plural, one {# unité} other {# unités}} d’adm{level} s’écarte de plus de 1 % de celle du contour ; la superficie publiée est calculée d’après le contour. Retirez la colonne, ou recalculez-la.',
  'finding.computed.center.title': 'Centre indiqué hors de l’unité',
  'finding.computed.center':
    'Le centre indiqué de {count, plural, one {# unité} other {# unités}} d’adm{level} est en dehors de l’unité ; le centre publié est à l’intérieur. Retirez les colonnes, ou recalculez-les.',
  'finding.capital.outside.title': 'Chef-lieu hors de son unité',
  'finding.capital.outside':
    '{count, plural, one {# chef-lieu est} other {# chefs-lieux sont}} hors de l’unité dont {count, plural, one {il porte} other {ils portent}} le code ; corrigez la position ou le code.',
  'finding.capital.uncoded.title': 'Chef-lieu sans code connu',
  'finding.capital.uncoded':
    '{count, plural, one {# chef-lieu n’a} other {# chefs-lieux n’ont}} aucun P-code des limites ; {count, plural, one {donnez-lui} other {donnez-leur}} le code de {count, plural, one {son} other {leur}} unité.',
  'finding.capital.missing.title': 'Unité sans chef-lieu',
  'finding.capital.missing': '{count, plural, one {# unité} other {# unités}} d’adm{level} sans chef-lieu dans la couche des chefs-lieux ; ajoutez-le.',
  'finding.gazetteer.missing.title': 'Unité absente du répertoire toponymique',
  'finding.gazetteer.missing':
    '{count, plural, one {# unité d’adm{level} est absente} other {# unités d’adm{level} sont absentes}} du répertoire toponymique envoyé ; corrigez l’un des deux.',
  'finding.gazetteer.extra.title': 'Code du répertoire toponymique sans unité',
  'finding.gazetteer.extra':
    'Le répertoire toponymique contient {count, plural, one {# code} other {# codes}} qu’aucune unité d’adm{level} ne porte ; corrigez l’un des deux.',
  'finding.gazetteer.name.title': 'Autre nom dans le répertoire toponymique',
  'finding.gazetteer.name':
    '{table} donne à {count, plural, one {# unité} other {# unités}} d’adm{level} un nom que la couche n’a pas ; corrigez l’un des deux.',
} satisfies Record<keyof typeof en, string>;
