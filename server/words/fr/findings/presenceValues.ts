/** Texts of findings on 3W: sectors, organisations, dates and contents. */
import type en from '../../en/findings/presenceValues.ts';

export default {
  'finding.presence.no-sector-column.title': 'Pas de secteurs',
  'finding.presence.no-sector-column':
    'Aucune colonne ne contient de secteurs ou de clusters : aucun décompte par secteur n’est possible. Indiquez la colonne s’il y en a une.',
  'finding.presence.sector-open.title': 'Cluster incertain',
  'finding.presence.sector-open':
    'Dans {count, plural, one {# ligne} other {# lignes}}, le cluster est écrit d’une façon qui ne correspond à aucun code avec certitude. Il est gardé, compté et affiché avec les mots du fichier ; indiquez une fois pour le pays le sens de chaque graphie.',
  'finding.presence.org-type-open.title': 'Type d’organisation incertain',
  'finding.presence.org-type-open':
    'Dans {count, plural, one {# ligne} other {# lignes}}, le type d’organisation ne correspond à aucun code avec certitude ; indiquez le sens de chaque graphie.',
  'finding.presence.merge-proposed.title': 'Peut-être la même organisation',
  'finding.presence.merge-proposed':
    '{count, plural, one {# paire d’organisations est peut-être} other {# paires d’organisations sont peut-être}} la même organisation sous deux graphies ; rien n’a été fusionné. Indiquez lesquelles sont les mêmes.',
  'finding.presence.organisations-joined.title': 'Graphies comptées comme une organisation',
  'finding.presence.organisations-joined':
    '{count, plural, one {# organisation est écrite de plusieurs façons et comptée} other {# organisations sont écrites de plusieurs façons et comptées}} une fois, par nom officiel et sigle ; vérifiez la liste.',
  'finding.presence.organisations-several.title': 'Peut-être plusieurs organisations',
  'finding.presence.organisations-several':
    '{count, plural, one {# nom semble contenir plusieurs valeurs mais compte} other {# noms semblent contenir plusieurs valeurs mais comptent chacun}} pour une organisation ; indiquez le séparateur dans la revue des colonnes.',
  'finding.presence.formula.title': 'Texte ressemblant à une formule',
  'finding.presence.formula':
    '{count, plural, one {# nom ou activité commence comme une formule de tableur ; conservé} other {# noms ou activités commencent comme une formule de tableur ; conservés}} comme texte et {count, plural, one {rendu inoffensif} other {rendus inoffensifs}} dans chaque export. Corrigez la source.',
  'finding.presence.markup.title': 'Balises web dans un texte',
  'finding.presence.markup':
    '{count, plural, one {# nom ou activité contient} other {# noms ou activités contiennent}} des balises de page web ; affiché comme texte et jamais exécuté. Corrigez la source.',
  'finding.presence.period-proposed.title': 'Période non indiquée',
  'finding.presence.period-proposed':
    '{rows, plural, one {# ligne n’a} other {# lignes n’ont}} pas de date complète ; le nom du fichier ou de la feuille suggère la période du {start} au {end}. Confirmez la période pour l’utiliser.',
  'finding.presence.period-missing.title': 'Période non indiquée',
  'finding.presence.period-missing':
    '{rows, plural, one {# ligne n’a} other {# lignes n’ont}} pas de date, et rien n’indique la période couverte par le fichier ; indiquez-la.',
  'finding.presence.date-odd.title': 'Dates invraisemblables',
  'finding.presence.date-odd':
    '{count, plural, one {# date est un zéro de tableur ou s’écarte} other {# dates sont des zéros de tableur ou s’écartent}} de plusieurs années de toutes les autres. Les lignes comptent, mais dans aucune période, tant que vous n’indiquez pas dans la revue ce {count, plural, one {qu’elle signifie} other {qu’elles signifient}}.',
  'finding.presence.calendar-turned.title': 'Dates dans un autre calendrier',
  'finding.presence.calendar-turned':
    '{count, plural, one {# colonne contient} other {# colonnes contiennent}} des dates dans un autre calendrier ; elles ont été converties en dates grégoriennes. Si c’est faux, indiquez-le dans la revue.',
  'finding.presence.calendar-told.title': 'Calendrier non converti',
  'finding.presence.calendar-told':
    '{count, plural, one {# colonne contient} other {# colonnes contiennent}} des dates d’un calendrier qui n’est pas converti ici ; {count, plural, one {elle ne donne aucune période} other {elles ne donnent aucune période}} aux lignes. Ajoutez une colonne de dates grégoriennes ou indiquez la période de tout le fichier.',
  'finding.presence.date-unreadable.title': 'Date illisible',
  'finding.presence.date-unreadable':
    '{count, plural, one {# date est illisible ou peut se lire} other {# dates sont illisibles ou peuvent se lire}} de deux façons ; écrivez les dates sous la forme AAAA-MM-JJ.',
  'finding.presence.people-unreadable.title': 'Nombre de personnes illisible',
  'finding.presence.people-unreadable':
    '{count, plural, one {# nombre de personnes a été laissé} other {# nombres de personnes ont été laissés}} de côté : pas un nombre, négatif, avec une fraction, ou lisible de deux façons comme 1.500. Écrivez des nombres entiers sans séparateurs.',
  'finding.presence.end-before-start.title': 'Fin avant le début',
  'finding.presence.end-before-start':
    '{count, plural, one {# ligne se termine avant de commencer} other {# lignes se terminent avant de commencer}} ; corrigez les dates.',
  'finding.presence.duplicate.title': 'Lignes répétées',
  'finding.presence.duplicate':
    '{count, plural, one {# ligne en répète une autre} other {# lignes en répètent une autre}} dans toutes ses cellules ; les répétitions changent le nombre d’activités et de personnes, jamais d’organisations. Retirez les copies.',
} satisfies Record<keyof typeof en, string>;
