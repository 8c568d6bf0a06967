/** Texts of what the table reader changed or assumed. */
import type en from '../../en/findings/table.ts';

export default {
  'finding.table.encoding-assumed.title': 'Encodage supposé',
  'finding.table.encoding-assumed':
    '{table} n’est pas en UTF-8 et a été lu en {encoding} ; si les noms paraissent faux, envoyez de nouveau le fichier en précisant son encodage.',
  'finding.table.files-ignored.title': 'Fichiers non lus',
  'finding.table.files-ignored':
    '{count, plural, one {# fichier de {table} n’est pas un tableau et n’a pas été lu} other {# fichiers de {table} ne sont pas des tableaux et n’ont pas été lus}} (seuls .csv, .tsv, .xlsx et .ods le sont). Si l’un d’eux contient des données, enregistrez-le en CSV ou XLSX et envoyez-le de nouveau.',
  'finding.table.header-fused.title': 'Deux lignes d’en-tête',
  'finding.table.header-fused': 'Les lignes {rows} de {table} ont été lues ensemble comme un seul en-tête ; vérifiez les noms des colonnes.',
  'finding.table.formula-uncalculated.title': 'Formules sans résultat',
  'finding.table.formula-uncalculated':
    '{count, plural, one {# cellule de {table} contient une formule sans son résultat et a été lue comme vide} other {# cellules de {table} contiennent des formules sans leurs résultats et ont été lues comme vides}}. Ouvrez le classeur dans un tableur, enregistrez-le et envoyez-le de nouveau.',
  'finding.table.merged-filled.title': 'Cellules fusionnées',
  'finding.table.merged-filled':
    '{count, plural, one {# cellule située} other {# cellules situées}} sous des cellules fusionnées de {table} {count, plural, one {a pris} other {ont pris}} la valeur du bloc fusionné ; vérifiez que c’est correct.',
  'finding.table.hidden-rows.title': 'Lignes masquées',
  'finding.table.hidden-rows':
    '{count, plural, one {# ligne de {table} est masquée, par un filtre ou à la main, et a été lue comme les autres} other {# lignes de {table} sont masquées, par un filtre ou à la main, et ont été lues comme les autres}}. {count, plural, one {Si elle ne doit pas compter, supprimez-la} other {Si elles ne doivent pas compter, supprimez-les}} dans le tableur et envoyez de nouveau le fichier.',
  'finding.table.hidden-sheets.title': 'Feuilles masquées',
  'finding.table.hidden-sheets':
    '{count, plural, one {# feuille de {file} est masquée} other {# feuilles de {file} sont masquées}} ; une feuille masquée n’est utilisée que si vous la choisissez.',
  'finding.table.invisible-characters.title': 'Caractères invisibles',
  'finding.table.invisible-characters':
    '{count, plural, one {# cellule de {table} contient} other {# cellules de {table} contiennent}} des caractères invisibles (marques de direction, traits d’union conditionnels), fréquents dans un texte copié ; {count, plural, one {elle a été lue} other {elles ont été lues}} sans eux. Rien à faire.',
} satisfies Record<keyof typeof en, string>;
