/** Texts of findings on COD-PS: cells, bands, sums and plausibility. */
import type en from '../../en/findings/populationValues.ts';

export default {
  'finding.population.not-a-number.title': 'Texte au lieu de nombres',
  'finding.population.not-a-number':
    '{count, plural, one {# cellule} other {# cellules}} d’adm{level} {count, plural, one {contient} other {contiennent}} du texte à la place d’un nombre de personnes ; {count, plural, one {sa valeur reste inconnue} other {leurs valeurs restent inconnues}} jusqu’à correction. Les autres nombres ont été lus : un brouillon est gardé pour montrer où se trouve le texte, mais il n’est pas publiable ainsi.',
  'finding.population.negative.title': 'Nombre négatif',
  'finding.population.negative':
    '{count, plural, one {# valeur} other {# valeurs}} d’adm{level} {count, plural, one {est négative} other {sont négatives}} ; corrigez-{count, plural, one {la} other {les}}.',
  'finding.population.not-available.title': 'Non disponible',
  'finding.population.not-available':
    '{count, plural, one {# cellule} other {# cellules}} d’adm{level} {count, plural, one {indique} other {indiquent}} « non disponible » (NA, n/a, –) et {count, plural, one {reste inconnue} other {restent inconnues}}, pas zéro ; complétez ce qui est connu.',
  'finding.population.not-whole.title': 'Nombre non entier',
  'finding.population.not-whole':
    '{count, plural, one {# valeur} other {# valeurs}} d’adm{level} {count, plural, one {n’est pas un nombre entier de personnes ; elle est conservée telle quelle} other {ne sont pas des nombres entiers de personnes ; elles sont conservées telles quelles}}. Arrondissez dans la source si nécessaire.',
  'finding.population.in-thousands.title': 'Milliers perdus',
  'finding.population.in-thousands':
    'Dans « {sheet} », aucun nombre de personnes n’atteint 1 000 et {count, plural, one {# a} many {# ont} other {# ont}} des décimales ({samples}). Soit un tableur a pris les points des milliers pour des décimales, soit les personnes sont comptées en milliers. Donnez des personnes entières.',
  'finding.population.scientific.title': 'Notation scientifique',
  'finding.population.scientific':
    '{count, plural, one {# valeur} other {# valeurs}} d’adm{level} {count, plural, one {est écrite} other {sont écrites}} comme 1.2E+05, au risque d’avoir perdu des chiffres ; écrivez-{count, plural, one {la} other {les}} en entier.',
  'finding.population.separated.title': 'Séparateurs de milliers',
  'finding.population.separated':
    '{count, plural, one {# colonne} other {# colonnes}} d’adm{level} {count, plural, one {écrit} other {écrivent}} des nombres avec des séparateurs de milliers ({values, plural, one {# valeur} other {# valeurs}}), lus comme nombres ; vérifiez-en quelques-uns.',
  'finding.population.bad-band.title': 'Tranche d’âge inversée',
  'finding.population.bad-band':
    '{count, plural, one {# en-tête indique} other {# en-têtes indiquent}} une tranche d’âge qui finit avant de commencer ; corrigez l’en-tête.',
  'finding.population.unread-band.title': 'Sexe ou âge non reconnu',
  'finding.population.unread-band':
    '{count, plural, one {# ligne d’adm{level} a un sexe ou un âge illisible ; elle est gardée comme groupe de ce nom} other {# lignes d’adm{level} ont un sexe ou un âge illisible ; elles sont gardées comme groupes de ces noms}}. Écrivez f, m ou t et des âges comme 0-4 ou 80+.',
  'finding.population.bands-hole.title': 'Trou entre tranches d’âge',
  'finding.population.bands-hole':
    'adm{level} a {count, plural, one {# trou} other {# trous}} entre les tranches d’âge : certains âges ne sont dans aucune ; ajoutez les tranches manquantes.',
  'finding.population.bands-overlap.title': 'Tranches d’âge qui se recoupent',
  'finding.population.bands-overlap':
    '{count, plural, one {# tranche d’âge d’adm{level} en recoupe} other {# tranches d’âge d’adm{level} en recoupent}} d’autres : une somme compterait des personnes deux fois ; {count, plural, one {elle est conservée mais exclue} other {elles sont conservées mais exclues}} des sommes. Rien à faire si une tranche est la somme d’autres.',
  'finding.population.bands-closed.title': 'Dernière tranche d’âge non ouverte',
  'finding.population.bands-closed':
    'La dernière tranche d’âge d’adm{level} n’est pas ouverte ({count, plural, one {# sexe} other {# sexes}}) : les personnes les plus âgées ne sont dans aucune ; nommez-la comme 80Plus.',
  'finding.population.sex-sum.title': 'Femmes et hommes : somme',
  'finding.population.sex-sum':
    'Femmes et hommes ne donnent pas le total dans {count, number} cas sur {compared, number} en adm{level}, jusqu’à {largest, number} personnes d’écart ; corrigez les chiffres ou expliquez-les dans les réserves.',
  'finding.population.sex-sum-rounding.title': 'Femmes et hommes : arrondi',
  'finding.population.sex-sum-rounding':
    'Femmes et hommes ne donnent pas le total dans {count, number} cas sur {compared, number} en adm{level}, avec au plus {largest, number} d’écart : arrondi, ou moins de 0,1 %. Rien à faire.',
  'finding.population.age-sum.title': 'Tranches d’âge : somme',
  'finding.population.age-sum':
    'Les tranches d’âge ne donnent pas le total de leur sexe dans {count, number} cas sur {compared, number} en adm{level}, jusqu’à {largest, number} personnes d’écart ; corrigez les chiffres ou expliquez-les dans les réserves.',
  'finding.population.age-sum-rounding.title': 'Tranches d’âge : arrondi',
  'finding.population.age-sum-rounding':
    'Les tranches d’âge ne donnent pas le total de leur sexe dans {count, number} cas sur {compared, number} en adm{level}, avec au plus {largest, number} d’écart : arrondi, ou moins de 0,1 %. Rien à faire.',
  'finding.population.parent-sum.title': 'Unités inférieures : somme',
  'finding.population.parent-sum':
    'Les unités inférieures ne donnent pas l’unité supérieure dans {count, number} cas sur {compared, number} de {below} à adm{level}, jusqu’à {largest, number} personnes d’écart ; corrigez les chiffres ou expliquez-les dans les réserves.',
  'finding.population.parent-sum-rounding.title': 'Unités inférieures : arrondi',
  'finding.population.parent-sum-rounding':
    'Les unités inférieures ne donnent pas l’unité supérieure dans {count, number} cas sur {compared, number} de {below} à adm{level}, avec au plus {largest, number} d’écart : arrondi, ou moins de 0,1 %. Rien à faire.',
  'finding.population.parent-unknown.title': 'Unité supérieure absente',
  'finding.population.parent-unknown':
    '{count, plural, one {# unité} other {# unités}} d’adm{level} {count, plural, one {relève} other {relèvent}} d’un code absent d’{above} ; corrigez ce code ou ajoutez sa ligne.',
  'finding.population.childless.title': 'Sans unités inférieures',
  'finding.population.childless':
    '{count, plural, one {# unité} other {# unités}} d’adm{level} {count, plural, one {n’a} other {n’ont}} aucune unité en {below} ; ajoutez les lignes ou corrigez les codes.',
  'finding.population.years-differ.title': 'Niveaux d’années différentes',
  'finding.population.years-differ':
    'adm{level} est de {year} et {above} de {yearAbove} : leurs sommes n’ont pas été comparées. Envoyez des chiffres d’une même année si les sommes importent.',
  'finding.population.reference.title': 'Comparé à la référence',
  'finding.population.reference':
    'Le pays compte {total, number} personnes ici et {reference, number} selon {source} ({year}) : {percent, number} % d’écart. Expliquez un grand écart dans les réserves.',
  'finding.population.zero.title': 'Population nulle',
  'finding.population.zero':
    '{count, plural, one {# unité} other {# unités}} d’adm{level} {count, plural, one {a} other {ont}} une population nulle ; si c’est exact (parc, personnes comptées dans une unité voisine), indiquez-le dans les réserves.',
  'finding.population.no-total.title': 'Population inconnue',
  'finding.population.no-total':
    '{count, plural, one {# unité d’adm{level} n’a pas de population totale et est affichée} other {# unités d’adm{level} n’ont pas de population totale et sont affichées}} « Pas de données ». Complétez ce qui est connu.',
  'finding.population.density.title': 'Densité inhabituelle',
  'finding.population.density':
    '{count, plural, one {# unité d’adm{level} est bien plus ou bien moins dense} other {# unités d’adm{level} sont bien plus ou bien moins denses}} que le reste ; vérifiez que le code et le chiffre vont ensemble.',
  'finding.population.sex-ratio.title': 'Rapport de masculinité inhabituel',
  'finding.population.sex-ratio':
    '{count, plural, one {# unité} other {# unités}} d’adm{level} {count, plural, one {a} other {ont}} moins de 80 ou plus de 125 hommes pour 100 femmes ; vérifiez les chiffres.',
  'finding.population.age-share.title': 'Part d’âge inhabituelle',
  'finding.population.age-share':
    'La part d’une tranche d’âge s’écarte beaucoup du reste dans {count, plural, one {# cas} other {# cas}} en adm{level} ; vérifiez les chiffres.',
} satisfies Record<keyof typeof en, string>;
