/** Texts of findings on COD-PS, reading and levels; sums and plausibility are in populationValues.ts. */
import type en from '../../en/findings/population.ts';

export default {
  'finding.population.sheets-ignored.title': 'Feuilles non utilisées',
  'finding.population.sheets-ignored':
    '{count, plural, one {# feuille sans population ou masquée a été laissée} other {# feuilles sans population ou masquées ont été laissées}} de côté ; vérifiez qu’aucune n’est nécessaire.',
  'finding.population.columns-used.title': 'Colonnes utilisées',
  'finding.population.columns-used':
    'Les chiffres reposent sur {count, plural, one {# colonne} other {# colonnes}} ; vérifiez que chacune contient ce pour quoi elle a été prise.',
  'finding.population.columns-ignored.title': 'Colonnes non utilisées',
  'finding.population.columns-ignored':
    '{count, plural, one {# colonne n’a pas été comprise} other {# colonnes n’ont pas été comprises}} comme code, nom, sexe ou âge et laissées de côté ; renommez celles qui sont nécessaires.',
  'finding.population.rows-left-out.title': 'Lignes laissées de côté',
  'finding.population.rows-left-out':
    '{count, plural, one {# ligne de total, de note ou d’en-tête répété a été laissée} other {# lignes de total, de note ou d’en-tête répété ont été laissées}} de côté ; vérifiez la liste.',
  'finding.population.other-countries.title': 'Autres pays',
  'finding.population.other-countries':
    '{count, plural, one {# ligne concerne} other {# lignes concernent}} d’autres pays que {country} et {count, plural, one {a été laissée} other {ont été laissées}} de côté ; envoyez le fichier pour chaque pays voulu.',
  'finding.population.other-years.title': 'Plusieurs années',
  'finding.population.other-years':
    'La table a des colonnes pour plusieurs années : {year} a été retenue, {years} laissée(s) de côté. Pour en choisir une autre, envoyez une table d’une seule année.',
  'finding.population.ages-from-dates.title': 'Âges devenus des dates',
  'finding.population.ages-from-dates':
    'Un tableur a transformé {count, plural, one {# groupe d’âge} other {# groupes d’âge}} en dates ; {count, plural, one {il a été lu comme le groupe d’âge qu’il était} other {ils ont été lus comme les groupes d’âge qu’ils étaient}}. Vérifiez la liste.',
  'finding.population.ages-doubt.title': 'Quel groupe d’âge ?',
  'finding.population.ages-doubt':
    'Un tableur a transformé {count, plural, one {# groupe d’âge} other {# groupes d’âge}} en dates, et deux lectures sont possibles ; {count, plural, one {il a été laissé} other {ils ont été laissés}} de côté. Indiquez lequel pour la colonne, ou corrigez l’en-tête et renvoyez le fichier.',
  'finding.population.source-totals.title': 'Totaux nommés d’après leur source',
  'finding.population.source-totals':
    '{count, plural, one {# colonne porte le nom de sa source et a été lue comme un total} other {# colonnes portent le nom de leur source et ont été lues comme des totaux}} de personnes. Si c’est faux, dites ce {count, plural, one {qu’elle contient} other {qu’elles contiennent}}.',
  'finding.population.numbers-doubt.title': 'Milliers ou décimales ?',
  'finding.population.numbers-doubt':
    '{sheet} écrit des nombres comme {sample} : est-ce {thousands, number} personnes, ou {decimals, number} ? {count, plural, one {# cellule a été lue} other {# cellules ont été lues}} en milliers. Dites comment les colonnes écrivent les nombres, ou écrivez-les sans séparateur et renvoyez le fichier.',
  'finding.population.columns-disagree.title': 'Deux colonnes en désaccord',
  'finding.population.columns-disagree':
    'Les colonnes {first} et {second} de {sheet} donnent le même groupe et diffèrent sur {count, plural, one {# ligne} other {# lignes}} : laquelle est juste ? La première a été lue ; retirez ou renommez la mauvaise.',
  'finding.population.column-repeated.title': 'Colonne en double',
  'finding.population.column-repeated': 'Deux colonnes donnent le même groupe avec les mêmes valeurs ; la première a été lue. Rien à faire.',
  'finding.population.earlier-years.title': 'Années antérieures',
  'finding.population.earlier-years':
    '{count, plural, one {# ligne donne} other {# lignes donnent}} une année antérieure d’une unité qui en a une plus récente et {count, plural, one {a été laissée} other {ont été laissées}} de côté ; n’envoyez qu’une année pour en choisir une autre.',
  'finding.population.level-gap.title': 'Niveau manquant',
  'finding.population.level-gap':
    '{levels} manque entre les niveaux administratifs de cet envoi, les sommes ne peuvent donc pas être suivies ; ajoutez sa feuille ou son fichier.',
  'finding.population.level-missing.title': 'Niveaux absents',
  'finding.population.level-missing':
    'Les limites ont aussi {levels}, {count, plural, one {absent de cet envoi ; ajoutez-le} other {absents de cet envoi ; ajoutez-les}} s’il existe des chiffres.',
  'finding.population.level-not-in-boundaries.title': 'Niveau sans limites',
  'finding.population.level-not-in-boundaries':
    'Les limites n’ont pas de {levels} : ses chiffres ne peuvent être ni vérifiés ni cartographiés ; publiez les limites de ce niveau.',
  'finding.population.level-repeated.title': 'Niveau en double',
  'finding.population.level-repeated':
    '{count, plural, one {# autre table contient} other {# autres tables contiennent}} adm{level} ; {used} a été utilisée. Envoyez une seule table par niveau.',
  'finding.population.text-columns.title': 'Texte au lieu de nombres',
  'finding.population.text-columns':
    '{count, plural, one {# table contient} other {# tables contiennent}} surtout du texte dans les colonnes de nombres de personnes et {count, plural, one {a été laissée} other {ont été laissées}} de côté ; corrigez ces colonnes.',
  'finding.population.no-code-column.title': 'Pas de colonne P-code',
  'finding.population.no-code-column':
    '{count, plural, one {# table a} other {# tables ont}} des chiffres mais pas de colonne de P-codes (ADM2_PCODE, admin2Pcode) : rien ne peut être joint ; ajoutez cette colonne.',
  'finding.population.unknown-level.title': 'Niveau inconnu',
  'finding.population.unknown-level':
    '{count, plural, one {# table ne dit} other {# tables ne disent}} pas son niveau administratif ; nommez la colonne ADM1_PCODE, ADM2_PCODE … ou la feuille adm1, adm2 ….',
  'finding.population.no-name.title': 'Pas de noms',
  'finding.population.no-name':
    '{sheet} n’a pas de colonne de noms pour adm{level} : les codes ne peuvent pas être comparés aux noms ; ajoutez ADM{level}_FR ou équivalent.',
  'finding.population.no-pcode.title': 'Lignes sans P-code',
  'finding.population.no-pcode':
    '{count, plural, one {# ligne d’adm{level} n’a} other {# lignes d’adm{level} n’ont}} pas de P-code et ne {count, plural, one {peut} other {peuvent}} être placée(s) ; complétez le code.',
  'finding.population.duplicate.title': 'P-code répété',
  'finding.population.duplicate':
    '{count, plural, one {# P-code figure} other {# P-codes figurent}} sur plusieurs lignes d’adm{level} ; donnez à chaque unité son code ou fusionnez les lignes. En attendant, les lignes d’un même code sont additionnées.',
  'finding.population.repeated-value.title': 'Valeur en double',
  'finding.population.repeated-value':
    '{count, plural, one {# valeur est donnée} other {# valeurs sont données}} deux fois pour la même unité, le même sexe et le même âge (adm{level}) ; la première a été gardée. Supprimez l’autre.',
  'finding.population.code-scientific.title': 'Code en notation scientifique',
  'finding.population.code-scientific':
    'Un tableur a transformé {count, plural, one {# code} other {# codes}} d’adm{level} en nombres comme 1.01E+05 et perdu des chiffres ; mettez la colonne en texte et ressaisissez les codes.',
  'finding.population.unknown-code.title': 'P-code absent des limites',
  'finding.population.unknown-code':
    '{count, plural, one {# unité d’adm{level} a un P-code absent} other {# unités d’adm{level} ont un P-code absent}} de {boundaries} ; corrigez le code ou publiez les limites qui le contiennent. Les codes proches et les unités de même nom sont listés pour choisir.',
  'finding.population.missing-unit.title': 'Unité sans population',
  'finding.population.missing-unit':
    '{count, plural, one {# unité} other {# unités}} d’adm{level} de {boundaries} {count, plural, one {n’a} other {n’ont}} pas de ligne dans cet envoi ; ajoutez-la(les) ou corrigez les codes concernés.',
  'finding.population.code-repaired.title': 'P-code réparé',
  'finding.population.code-repaired':
    '{count, plural, one {# P-code d’adm{level} s’écrit} other {# P-codes d’adm{level} s’écrivent}} autrement dans {boundaries} et {count, plural, one {a été joint} other {ont été joints}} par réparation (préfixe du pays, zéros, graphie) ; vérifiez la liste.',
  'finding.population.no-year.title': 'Pas d’année de référence',
  'finding.population.no-year': 'Rien dans {sheet} ne dit l’année décrite pour adm{level} ; ajoutez une colonne « year » ou l’année dans le nom du fichier.',
  'finding.population.years-mixed.title': 'Plusieurs années',
  'finding.population.years-mixed':
    'adm{level} contient des chiffres de plusieurs années ({years} ; {count, plural, one {# ligne n’est pas} other {# lignes ne sont pas}} de la dernière) et est publié comme {year} ; envoyez une seule année.',
  'finding.population.year-future.title': 'Année future',
  'finding.population.year-future':
    'Les chiffres d’adm{level} sont pour {year}, qui n’est pas encore venue ; indiquez dans les métadonnées qu’il s’agit d’une projection, ou corrigez l’année.',
  'finding.population.year-old.title': 'Chiffres anciens',
  'finding.population.year-old': 'Les chiffres d’adm{level} ont {age, number} ans ({year}) ; cherchez-en de plus récents.',
  'finding.population.no-source.title': 'Pas de source',
  'finding.population.no-source': 'Ni le fichier ni les métadonnées ne nomment la source des chiffres ; indiquez-la avant de publier.',
  'finding.population.no-boundaries.title': 'Non joint aux limites',
  'finding.population.no-boundaries':
    'Aucune limite (COD-AB) de {country} n’est publiée ici : les codes n’ont pas été comparés et aucune version n’est notée ; publiez-les puis renvoyez ce fichier.',
} satisfies Record<keyof typeof en, string>;
