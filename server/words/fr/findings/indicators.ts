/** Texts of findings on indicators: what was read, which areas are no unit, what contradicts itself. Nothing of it is mended. */
export default {
  'finding.indicators.columns-used.title': 'Lecture des colonnes',
  'finding.indicators.columns-used': '{count, plural, one {# colonne a été utilisée} other {# colonnes ont été utilisées}} ; vérifiez ce que chacune contient.',
  'finding.indicators.column-asked.title': 'Colonnes douteuses',
  'finding.indicators.column-asked':
    '{count, plural, one {# colonne n’est pas sûre} other {# colonnes ne sont pas sûres}} ; répondez aux questions avant de publier.',
  'finding.indicators.columns-unread.title': 'Nombres sans intitulé clair',
  'finding.indicators.columns-unread':
    '{count, plural, one {# colonne de nombres a été écartée} other {# colonnes de nombres ont été écartées}} : aucun intitulé ne dit ce qui est mesuré. Indiquez-le si c’est utile.',
  'finding.indicators.sheets-left.title': 'Feuilles non lues',
  'finding.indicators.sheets-left': '{count, plural, one {# feuille n’a pas été lue} other {# feuilles n’ont pas été lues}} ; vérifiez la liste.',
  'finding.indicators.rows-left-out.title': 'Lignes écartées',
  'finding.indicators.rows-left-out':
    '{count, plural, one {# ligne est un total, une note ou un intitulé répété et a été écartée} other {# lignes sont des totaux, des notes ou des intitulés répétés et ont été écartées}} ; vérifiez la liste.',
  'finding.indicators.other-country.title': 'Lignes d’autres pays',
  'finding.indicators.other-country':
    '{count, plural, one {# ligne concerne} other {# lignes concernent}} d’autres pays et ne font pas partie de ce jeu de données ; téléversez aussi le fichier pour ces pays si besoin.',
  'finding.indicators.tag-differs.title': 'Balise et intitulé différents',
  'finding.indicators.tag-differs':
    'Dans {count, plural, one {# colonne} other {# colonnes}}, la balise HXL dit autre chose que l’intitulé ; l’intitulé a été retenu.',
  'finding.indicators.year-of-name.title': 'Année tirée d’un nom',
  'finding.indicators.year-of-name': 'Aucune colonne n’indique de période ; {year} vient de « {name} ». Indiquez la période si elle est autre.',
  'finding.indicators.no-period.title': 'Aucune période',
  'finding.indicators.no-period': 'Ni le fichier ni son nom n’indiquent de période ; précisez de quand datent les valeurs.',
  'finding.indicators.layout-changed.title': 'Autre mise en page',
  'finding.indicators.layout-changed':
    'La version précédente avait la mise en page {before}, ce fichier {now}. S’il s’agit d’une autre source, donnez-lui son propre jeu de données.',
  'finding.indicators.not-listed.title': 'Indicateurs hors liste convenue',
  'finding.indicators.not-listed':
    '{count, plural, one {# indicateur n’est pas} other {# indicateurs ne sont pas}} dans la liste convenue du pays ; proposez-{count, plural, one {le} other {les}}, ou liez les colonnes à des codes de la liste.',
  'finding.indicators.retired.title': 'Indicateurs retirés',
  'finding.indicators.retired':
    '{count, plural, one {# indicateur a été retiré} other {# indicateurs ont été retirés}} de la liste convenue ; vérifiez si un autre l’a remplacé.',
  'finding.indicators.no-boundaries.title': 'Aucune limite',
  'finding.indicators.no-boundaries':
    'Aucune limite administrative (COD-AB) de {country} n’est publiée ici, donc aucune zone n’a pu être placée ; publiez-les d’abord, puis téléversez ce fichier à nouveau.',
  'finding.indicators.not-placed.title': 'Zones hors carte',
  'finding.indicators.not-placed':
    '{count, plural, one {# ligne concerne} other {# lignes concernent}} des zones qui ne sont pas, ou pas sûrement, une unité des limites. Elles gardent leur nom et sont comptées à part ; une personne peut les associer à des unités.',
  'finding.indicators.code-repaired.title': 'Codes rectifiés',
  'finding.indicators.code-repaired':
    'Dans {count, plural, one {# ligne} other {# lignes}}, le code était écrit dans un autre style et a été rectifié ; corrigez la source.',
  'finding.indicators.name-differs.title': 'Noms différents de l’unité',
  'finding.indicators.name-differs': '{count, plural, one {# zone a} other {# zones ont}} un code juste et un autre nom ; vérifiez que le code est bien voulu.',
  'finding.indicators.mapped.title': 'Zones associées par une personne',
  'finding.indicators.mapped':
    '{count, plural, one {# zone a été associée} other {# zones ont été associées}} à des unités avec des parts ; les valeurs sur la carte sont des estimations.',
  'finding.indicators.no-data.title': 'Pas de données',
  'finding.indicators.no-data':
    '{count, plural, one {# cellule ne contient} other {# cellules ne contiennent}} rien, un tiret ou une erreur : pas de données, ce qui n’est pas zéro.',
  'finding.indicators.not-number.title': 'Textes à la place de nombres',
  'finding.indicators.not-number':
    '{count, plural, one {# cellule contient} other {# cellules contiennent}} un texte qui n’est pas un nombre, lu comme absence de données ; corrigez la source.',
  'finding.indicators.percent.title': 'Parts en centièmes',
  'finding.indicators.percent': '{count, plural, one {# colonne contient} other {# colonnes contiennent}} des parts en centièmes, divisées par 100.',
  'finding.indicators.fractional.title': 'Classes qui sont des moyennes',
  'finding.indicators.fractional':
    '{count, plural, one {# valeur n’est pas} other {# valeurs ne sont pas}} une classe entière : des moyennes faites par la source. Elles restent telles quelles.',
  'finding.indicators.class-outside.title': 'Valeurs hors des classes',
  'finding.indicators.class-outside': '{count, plural, one {# valeur est} other {# valeurs sont}} hors des classes de l’indicateur ; vérifiez la source.',
  'finding.indicators.negative.title': 'Valeurs négatives',
  'finding.indicators.negative': '{count, plural, one {# valeur est négative} other {# valeurs sont négatives}} ; corrigez la source.',
  'finding.indicators.final-missing.title': 'Pas de chiffre intersectoriel',
  'finding.indicators.final-missing':
    '{count, plural, one {# zone a} other {# zones ont}} des chiffres par secteur et aucun d’ensemble. Il reste absent : les secteurs se recoupent et ne s’additionnent jamais.',
  'finding.indicators.above-population.title': 'Plus de personnes que d’habitants',
  'finding.indicators.above-population':
    'Dans {count, plural, one {# zone} other {# zones}}, les personnes dans le besoin sont plus nombreuses que la population indiquée ; vérifiez laquelle est juste.',
  'finding.indicators.cluster-above-final.title': 'Un secteur au-dessus de l’ensemble',
  'finding.indicators.cluster-above-final':
    'Dans {count, plural, one {# zone} other {# zones}}, un secteur compte plus de personnes dans le besoin que l’ensemble.',
  'finding.indicators.target-above-need.title': 'Plus de ciblés que dans le besoin',
  'finding.indicators.target-above-need':
    '{count, plural, one {# valeur cible} other {# valeurs ciblent}} plus de personnes qu’il n’y en a dans le besoin ou touchées ; vérifiez la source.',
  'finding.indicators.reached-above-target.title': 'Plus d’atteints que de ciblés',
  'finding.indicators.reached-above-target':
    '{count, plural, one {# valeur indique} other {# valeurs indiquent}} plus de personnes atteintes que ciblées ; vérifiez la source.',
  'finding.indicators.phases-sum.title': 'Les phases ne font pas la somme',
  'finding.indicators.phases-sum':
    'Dans {count, plural, one {# analyse} other {# analyses}} d’une zone, les phases 1 à 5 ne font pas la population analysée, à plus de 1 % près ; vérifiez la source.',
  'finding.indicators.phase3-sum.title': 'La phase 3+ n’est pas la somme',
  'finding.indicators.phase3-sum':
    'Dans {count, plural, one {# analyse} other {# analyses}} d’une zone, la phase 3+ n’est pas la somme des phases 3, 4 et 5 ; vérifiez la source.',
  'finding.indicators.national-sum.title': 'Les unités ne font pas le chiffre national',
  'finding.indicators.national-sum':
    '{count, plural, one {# indicateur a} other {# indicateurs ont}} un chiffre national qui n’est pas la somme de ses unités ; les deux sont gardés.',
  'finding.indicators.repeated-key.title': 'Lignes répétant une clé',
  'finding.indicators.repeated-key':
    '{count, plural, one {# ligne répète} other {# lignes répètent}} la zone, la période et l’indicateur d’une autre. Elles ne sont pas additionnées ; si elles diffèrent, aucune valeur n’est montrée. Corrigez la source.',
  'finding.indicators.period-overlap.title': 'Périodes qui se chevauchent',
  'finding.indicators.period-overlap':
    '{count, plural, one {# paire} other {# paires}} de périodes d’un même indicateur se chevauchent ; comparez-les avec prudence.',
  'finding.indicators.no-denominator.title': 'Parts sans dénominateur',
  'finding.indicators.no-denominator':
    '{count, plural, one {# part n’a pas} other {# parts n’ont pas}} de dénominateur dans le fichier et ne peut être donnée aux niveaux supérieurs.',
  'finding.indicators.code-styles.title': 'Une unité sous deux styles de code',
  'finding.indicators.code-styles':
    '{count, plural, one {# unité figure} other {# unités figurent}} dans le fichier sous deux styles de code ; vérifiez que rien n’est compté deux fois.',
  'finding.indicators.changed.title': 'Changements de plus du triple',
  'finding.indicators.changed':
    '{count, plural, one {# valeur dépasse} other {# valeurs dépassent}} le triple, ou est sous le tiers, de celle de {version} ; vérifiez les deux.',
  'finding.read.indicatorsBeside.title': 'Indicateurs non utilisés',
  'finding.read.indicatorsBeside':
    '{files} {count, plural, one {ressemble à un fichier} other {ressemblent à des fichiers}} d’indicateurs. Seules les limites de cet envoi ont été utilisées ; envoyez {count, plural, one {ce fichier} other {ces fichiers}} à part.',
};
