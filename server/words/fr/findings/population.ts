/** Texts of findings on COD-PS, reading and levels; sums and plausibility are in populationValues.ts. */
import type en from '../../en/findings/population.ts';

export default {
  'finding.population.sheets-ignored.title': 'Feuilles non utilisées',
  'finding.population.sheets-ignored':
    '{count, plural, one {# feuille sans population ou masquée a été laissée} other {# feuilles sans population ou masquées ont été laissées}} de côté ; vérifiez qu’aucune n’est nécessaire.',
  'finding.population.columns-used.title': 'Colonnes utilisées',
  'finding.population.columns-used':
    'Les chiffres reposent sur {count, plural, one {# colonne} other {# colonnes}} ; vérifiez que chacune contient bien ce qui a été lu.',
  'finding.population.columns-ignored.title': 'Colonnes non utilisées',
  'finding.population.columns-ignored':
    '{count, plural, one {# colonne n’a pas été reconnue comme code, nom, sexe ou âge et a été laissée} other {# colonnes n’ont pas été reconnues comme code, nom, sexe ou âge et ont été laissées}} de côté ; renommez celles qui sont nécessaires.',
  'finding.population.rows-left-out.title': 'Lignes laissées de côté',
  'finding.population.rows-left-out':
    '{count, plural, one {# ligne de total, de note ou d’en-tête répété a été laissée} other {# lignes de total, de note ou d’en-tête répété ont été laissées}} de côté ; vérifiez la liste.',
  'finding.population.other-countries.title': 'Autres pays',
  'finding.population.other-countries':
    '{count, plural, one {# ligne concerne} other {# lignes concernent}} d’autres pays que {country} et {count, plural, one {a été laissée} other {ont été laissées}} de côté ; envoyez de nouveau le fichier pour chaque pays voulu.',
  'finding.population.other-years.title': 'Plusieurs années',
  'finding.population.other-years':
    'Le tableau a des colonnes pour plusieurs années : {year} a été retenue, non {years}. Pour choisir une autre année, envoyez un tableau de cette seule année.',
  'finding.population.ages-from-dates.title': 'Tranches d’âge transformées en dates',
  'finding.population.ages-from-dates':
    'Un tableur a transformé {count, plural, one {# tranche d’âge} other {# tranches d’âge}} en dates ; {count, plural, one {elle a été lue comme la tranche d’âge d’origine} other {elles ont été lues comme les tranches d’âge d’origine}}. Vérifiez la liste.',
  'finding.population.ages-doubt.title': 'Quelle tranche d’âge ?',
  'finding.population.ages-doubt':
    'Un tableur a transformé {count, plural, one {# tranche d’âge} other {# tranches d’âge}} en dates, et deux lectures sont possibles ; {count, plural, one {elle a été laissée} other {elles ont été laissées}} de côté. Indiquez la tranche de la colonne, ou corrigez l’en-tête et envoyez de nouveau le fichier.',
  'finding.population.source-totals.title': 'Totaux nommés d’après leur source',
  'finding.population.source-totals':
    '{count, plural, one {# colonne porte le nom de sa source et a été lue comme un total} other {# colonnes portent le nom de leur source et ont été lues comme des totaux}} de personnes. Si c’est faux, indiquez ce {count, plural, one {qu’elle contient} other {qu’elles contiennent}}.',
  'finding.population.numbers-doubt.title': 'Milliers ou décimales ?',
  'finding.population.numbers-doubt':
    '{sheet} contient des nombres comme {sample} : faut-il lire {thousands, number} personnes, ou {decimals, number} ? {count, plural, one {# cellule a été lue} other {# cellules ont été lues}} en milliers. Indiquez comment les nombres sont écrits dans les colonnes, ou écrivez-les sans séparateur et envoyez de nouveau le fichier.',
  'finding.population.columns-disagree.title': 'Deux colonnes se contredisent',
  'finding.population.columns-disagree':
    'Les colonnes {first} et {second} de {sheet} concernent le même groupe et diffèrent sur {count, plural, one {# ligne} other {# lignes}} : laquelle est juste ? La première a été lue ; retirez ou renommez la mauvaise.',
  'finding.population.column-repeated.title': 'Colonne en double',
  'finding.population.column-repeated': 'Deux colonnes donnent le même groupe avec les mêmes valeurs ; la première a été lue. Rien à faire.',
  'finding.population.earlier-years.title': 'Années antérieures',
  'finding.population.earlier-years':
    '{count, plural, one {# ligne donne} other {# lignes donnent}} une année antérieure pour une unité qui en a une plus récente et {count, plural, one {a été laissée} other {ont été laissées}} de côté ; pour choisir une autre année, n’envoyez que celle-ci.',
  'finding.population.level-gap.title': 'Niveau manquant',
  'finding.population.level-gap':
    '{levels} manque entre les niveaux administratifs de cet envoi : les sommes ne peuvent pas être vérifiées d’un niveau à l’autre ; ajoutez sa feuille ou son fichier.',
  'finding.population.level-missing.title': 'Niveaux absents de l’envoi',
  'finding.population.level-missing':
    'Les limites ont aussi {levels}, {count, plural, one {absent de cet envoi ; ajoutez-le} other {absents de cet envoi ; ajoutez-les}} s’il existe des chiffres.',
  'finding.population.level-not-in-boundaries.title': 'Niveau sans limites',
  'finding.population.level-not-in-boundaries':
    'Les limites n’ont pas de {levels} : ses chiffres ne peuvent être ni vérifiés ni cartographiés ; publiez les limites de ce niveau.',
  'finding.population.level-repeated.title': 'Niveau en double',
  'finding.population.level-repeated':
    '{count, plural, one {# autre tableau contient} other {# autres tableaux contiennent}} adm{level} ; {used} a été utilisé. Envoyez un seul tableau par niveau.',
  'finding.population.text-columns.title': 'Colonnes de texte au lieu de nombres',
  'finding.population.text-columns':
    '{count, plural, one {# tableau contient} other {# tableaux contiennent}} surtout du texte dans les colonnes de nombres de personnes et {count, plural, one {a été laissé} other {ont été laissés}} de côté ; corrigez ces colonnes.',
  'finding.population.no-code-column.title': 'Pas de colonne P-code',
  'finding.population.no-code-column':
    '{count, plural, one {# tableau a} other {# tableaux ont}} des chiffres mais pas de colonne de P-codes (ADM2_PCODE, admin2Pcode) : rien ne peut être joint ; ajoutez cette colonne.',
  'finding.population.unknown-level.title': 'Niveau inconnu',
  'finding.population.unknown-level':
    '{count, plural, one {# tableau n’indique pas} other {# tableaux n’indiquent pas}} son niveau administratif ; nommez la colonne des codes ADM1_PCODE, ADM2_PCODE … ou la feuille adm1, adm2 ….',
  'finding.population.no-name.title': 'Pas de noms',
  'finding.population.no-name':
    '{sheet} n’a pas de colonne de noms pour adm{level} : les codes ne peuvent pas être comparés aux noms ; ajoutez ADM{level}_FR ou équivalent.',
  'finding.population.no-pcode.title': 'Lignes sans P-code',
  'finding.population.no-pcode':
    '{count, plural, one {# ligne d’adm{level} n’a pas de P-code et ne peut pas être placée} other {# lignes d’adm{level} n’ont pas de P-code et ne peuvent pas être placées}} ; complétez le code.',
  'finding.population.duplicate.title': 'P-code répété',
  'finding.population.duplicate':
    '{count, plural, one {# P-code figure} other {# P-codes figurent}} sur plusieurs lignes d’adm{level} ; donnez à chaque unité son code ou fusionnez les lignes. En attendant, les lignes d’un même code sont additionnées.',
  'finding.population.repeated-value.title': 'Valeur en double',
  'finding.population.repeated-value':
    '{count, plural, one {# valeur est donnée} other {# valeurs sont données}} deux fois pour la même unité, le même sexe et le même âge (adm{level}) ; la première a été gardée. Supprimez l’autre.',
  'finding.population.code-scientific.title': 'Code en notation scientifique',
  'finding.population.code-scientific':
    'Un tableur a transformé {count, plural, one {# code} other {# codes}} d’adm{level} en nombres comme 1.01E+05 et des chiffres ont été perdus ; mettez la colonne au format texte et ressaisissez les codes.',
  'finding.population.unknown-code.title': 'P-code absent des limites',
  'finding.population.unknown-code':
    '{count, plural, one {# unité d’adm{level} a un P-code absent} other {# unités d’adm{level} ont un P-code absent}} de {boundaries} ; corrigez le code ou publiez les limites qui le contiennent. Les codes proches et les unités de même nom sont indiqués pour vous aider à choisir.',
  'finding.population.missing-unit.title': 'Unité sans population',
  'finding.population.missing-unit':
    '{count, plural, one {# unité} other {# unités}} d’adm{level} de {boundaries} {count, plural, one {n’a} other {n’ont}} pas de ligne dans cet envoi ; ajoutez-{count, plural, one {la} other {les}} ou corrigez les codes qui devraient {count, plural, one {la} other {les}} désigner.',
  'finding.population.code-repaired.title': 'P-code corrigé',
  'finding.population.code-repaired':
    '{count, plural, one {# P-code d’adm{level} s’écrit} other {# P-codes d’adm{level} s’écrivent}} autrement dans {boundaries} et {count, plural, one {a été joint} other {ont été joints}} après correction (préfixe du pays, zéros, graphie) ; vérifiez la liste.',
  'finding.population.no-year.title': 'Pas d’année de référence',
  'finding.population.no-year':
    'Rien dans {sheet} n’indique l’année des chiffres d’adm{level} ; ajoutez une colonne « year » ou l’année dans le nom du fichier.',
  'finding.population.years-mixed.title': 'Plusieurs années',
  'finding.population.years-mixed':
    'adm{level} contient des chiffres de plusieurs années ({years} ; {count, plural, one {# ligne n’est pas} other {# lignes ne sont pas}} de la dernière) et est publié comme {year} ; envoyez une seule année.',
  'finding.population.year-future.title': 'Année future',
  'finding.population.year-future':
    'Les chiffres d’adm{level} sont pour {year}, une année future ; indiquez dans les métadonnées qu’il s’agit d’une projection, ou corrigez l’année.',
  'finding.population.year-old.title': 'Chiffres anciens',
  'finding.population.year-old': 'Les chiffres d’adm{level} ont {age, number} ans ({year}) ; cherchez-en de plus récents.',
  'finding.population.no-source.title': 'Pas de source',
  'finding.population.no-source': 'Ni le fichier ni les métadonnées ne nomment la source des chiffres ; indiquez-la avant de publier.',
  'finding.population.no-boundaries.title': 'Non joint aux limites',
  'finding.population.no-boundaries':
    'Les limites (COD-AB) de {country} ne sont pas publiées ici : les codes n’ont pas été comparés et aucune version des limites n’est enregistrée ; publiez-les puis envoyez de nouveau ce fichier.',
} satisfies Record<keyof typeof en, string>;
