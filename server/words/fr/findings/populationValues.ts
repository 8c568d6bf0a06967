/** Texts of findings on COD-PS: cells, bands, sums and plausibility. */
import type en from '../../en/findings/populationValues.ts';

export default {
  'finding.population.not-a-number.title': 'Texte parmi les nombres',
  'finding.population.not-a-number':
    '{count, plural, one {# cellule} other {# cellules}} d’adm{level} {count, plural, one {contient} other {contiennent}} du texte à la place d’un nombre de personnes ; la valeur reste inconnue tant qu’elle n’est pas corrigée. Les autres nombres ont été lus : un brouillon est gardé pour montrer où, mais il n’est pas publiable ainsi.',
  'finding.population.negative.title': 'Nombre négatif',
  'finding.population.negative':
    '{count, plural, one {# valeur} other {# valeurs}} d’adm{level} {count, plural, one {est négative} other {sont négatives}} ; corrigez.',
  'finding.population.not-available.title': 'Non disponible',
  'finding.population.not-available':
    '{count, plural, one {# cellule} other {# cellules}} d’adm{level} {count, plural, one {indique} other {indiquent}} « non disponible » (NA, n/a, –) et {count, plural, one {reste inconnue} other {restent inconnues}}, pas zéro ; complétez ce qui est connu.',
  'finding.population.not-whole.title': 'Non entier',
  'finding.population.not-whole':
    '{count, plural, one {# valeur} other {# valeurs}} d’adm{level} {count, plural, one {n’est pas un nombre entier} other {ne sont pas des nombres entiers}} de personnes ; conservées telles quelles. Arrondissez à la source si c’est voulu.',
  'finding.population.in-thousands.title': 'Milliers perdus',
  'finding.population.in-thousands':
    'Dans « {sheet} », aucun nombre de personnes n’atteint 1 000 et {count, plural, one {# a} many {# ont} other {# ont}} des décimales ({samples}). Soit un tableur a pris les points des milliers pour des décimales, soit les personnes sont comptées en milliers. Donnez des personnes entières.',
  'finding.population.scientific.title': 'Notation scientifique',
  'finding.population.scientific':
    '{count, plural, one {# valeur} other {# valeurs}} d’adm{level} {count, plural, one {est écrite} other {sont écrites}} comme 1.2E+05, au risque d’avoir perdu des chiffres ; écrivez en entier.',
  'finding.population.separated.title': 'Séparateurs de milliers',
  'finding.population.separated':
    '{count, plural, one {# colonne} other {# colonnes}} d’adm{level} {count, plural, one {écrit} other {écrivent}} des nombres avec des séparateurs de milliers ({values, plural, one {# valeur} other {# valeurs}}), lus comme nombres ; vérifiez-en quelques-uns.',
  'finding.population.bad-band.title': 'Tranche d’âge inversée',
  'finding.population.bad-band':
    '{count, plural, one {# en-tête indique} other {# en-têtes indiquent}} une tranche d’âge qui finit avant de commencer ; corrigez l’en-tête.',
  'finding.population.unread-band.title': 'Sexe ou âge non compris',
  'finding.population.unread-band':
    '{count, plural, one {# ligne} other {# lignes}} d’adm{level} {count, plural, one {a} other {ont}} un sexe ou un âge illisible ; gardé comme groupe de ce nom. Écrivez f, m ou t et des âges comme 0-4 ou 80+.',
  'finding.population.bands-hole.title': 'Trou entre tranches d’âge',
  'finding.population.bands-hole':
    'adm{level} a {count, plural, one {# trou} other {# trous}} entre les tranches d’âge : certains âges manquent ; ajoutez les tranches.',
  'finding.population.bands-overlap.title': 'Tranches d’âge qui se recoupent',
  'finding.population.bands-overlap':
    '{count, plural, one {# tranche d’âge} other {# tranches d’âge}} d’adm{level} {count, plural, one {en recoupe} other {en recoupent}} d’autres : une somme compterait des personnes deux fois ; conservées mais hors des sommes. Rien à faire là où l’une est la somme d’autres.',
  'finding.population.bands-closed.title': 'Dernière tranche non ouverte',
  'finding.population.bands-closed':
    'La dernière tranche d’âge d’adm{level} n’est pas ouverte ({count, plural, one {# sexe} other {# sexes}}) : les plus âgés manquent ; nommez-la comme 80Plus.',
  'finding.population.sex-sum.title': 'Femmes et hommes : somme',
  'finding.population.sex-sum':
    'Femmes et hommes ne donnent pas le total dans {count, number} cas sur {compared, number} en adm{level}, jusqu’à {largest, number} personnes d’écart ; corrigez les chiffres ou expliquez-les dans les réserves.',
  'finding.population.sex-sum-rounding.title': 'Femmes et hommes : arrondi',
  'finding.population.sex-sum-rounding':
    'Femmes et hommes ne donnent pas le total dans {count, number} cas sur {compared, number} en adm{level}, d’au plus {largest, number} : arrondi ou moins de 0,1 %. Rien à faire.',
  'finding.population.age-sum.title': 'Les tranches d’âge : somme',
  'finding.population.age-sum':
    'Les tranches d’âge ne donnent pas le total de leur sexe dans {count, number} cas sur {compared, number} en adm{level}, jusqu’à {largest, number} personnes d’écart ; corrigez les chiffres ou expliquez-les dans les réserves.',
  'finding.population.age-sum-rounding.title': 'Les tranches d’âge : arrondi',
  'finding.population.age-sum-rounding':
    'Les tranches d’âge ne donnent pas le total de leur sexe dans {count, number} cas sur {compared, number} en adm{level}, d’au plus {largest, number} : arrondi ou moins de 0,1 %. Rien à faire.',
  'finding.population.parent-sum.title': 'Les unités inférieures : somme',
  'finding.population.parent-sum':
    'Les unités inférieures ne donnent pas l’unité supérieure dans {count, number} cas sur {compared, number} de {below} à adm{level}, jusqu’à {largest, number} personnes d’écart ; corrigez les chiffres ou expliquez-les dans les réserves.',
  'finding.population.parent-sum-rounding.title': 'Les unités inférieures : arrondi',
  'finding.population.parent-sum-rounding':
    'Les unités inférieures ne donnent pas l’unité supérieure dans {count, number} cas sur {compared, number} de {below} à adm{level}, d’au plus {largest, number} : arrondi ou moins de 0,1 %. Rien à faire.',
  'finding.population.parent-unknown.title': 'Unité supérieure absente',
  'finding.population.parent-unknown':
    '{count, plural, one {# unité} other {# unités}} d’adm{level} {count, plural, one {relève} other {relèvent}} d’un code absent de {above} ; corrigez ce code ou ajoutez sa ligne.',
  'finding.population.childless.title': 'Sans unités inférieures',
  'finding.population.childless':
    '{count, plural, one {# unité} other {# unités}} d’adm{level} {count, plural, one {n’a} other {n’ont}} aucune unité en {below} ; ajoutez les lignes ou corrigez les codes.',
  'finding.population.years-differ.title': 'Niveaux d’années différentes',
  'finding.population.years-differ':
    'adm{level} est de {year} et {above} de {yearAbove} : leurs sommes n’ont pas été comparées. Envoyez des chiffres d’une même année si les sommes importent.',
  'finding.population.reference.title': 'Par rapport à la référence',
  'finding.population.reference':
    'Le pays compte {total, number} personnes ici et {reference, number} selon {source} ({year}) : {percent, number} % d’écart. Expliquez un grand écart dans les réserves.',
  'finding.population.zero.title': 'Population nulle',
  'finding.population.zero':
    '{count, plural, one {# unité} other {# unités}} d’adm{level} {count, plural, one {a} other {ont}} une population nulle ; si c’est exact (parc, personnes comptées chez un voisin), dites-le dans les réserves.',
  'finding.population.no-total.title': 'Population inconnue',
  'finding.population.no-total':
    '{count, plural, one {# unité} other {# unités}} d’adm{level} {count, plural, one {n’a} other {n’ont}} pas de population totale ; affichées « pas de données ». Complétez ce qui est connu.',
  'finding.population.density.title': 'Densité inhabituelle',
  'finding.population.density':
    '{count, plural, one {# unité} other {# unités}} d’adm{level} {count, plural, one {est} other {sont}} bien plus dense(s) ou plus vide(s) que le reste ; vérifiez que code et chiffre vont ensemble.',
  'finding.population.sex-ratio.title': 'Rapport de masculinité inhabituel',
  'finding.population.sex-ratio':
    '{count, plural, one {# unité} other {# unités}} d’adm{level} {count, plural, one {a} other {ont}} moins de 80 ou plus de 125 hommes pour 100 femmes ; vérifiez les chiffres.',
  'finding.population.age-share.title': 'Part d’âge inhabituelle',
  'finding.population.age-share':
    '{count, plural, one {# part} other {# parts}} d’une tranche d’âge en adm{level} {count, plural, one {s’écarte} other {s’écartent}} beaucoup du reste ; vérifiez les chiffres.',
} satisfies Record<keyof typeof en, string>;
