/** Texts of findings on 3W: sectors, organisations, dates and contents. */
import type en from '../../en/findings/presenceValues.ts';

export default {
  'finding.presence.no-sector-column.title': 'Pas de secteurs',
  'finding.presence.no-sector-column':
    'Aucune colonne ne contient de secteurs ou clusters ; aucun décompte par secteur n’est possible. Indiquez la colonne s’il y en a une.',
  'finding.presence.sector-open.title': 'Cluster incertain',
  'finding.presence.sector-open':
    'Dans {count, plural, one {# ligne} other {# lignes}}, le cluster est écrit d’une façon qui n’a pas de code certain. Il est gardé, compté et montré avec les mots du fichier ; précisez une fois pour le pays le sens de chaque graphie.',
  'finding.presence.org-type-open.title': 'Type d’organisation incertain',
  'finding.presence.org-type-open':
    'Dans {count, plural, one {# ligne} other {# lignes}}, le type d’organisation n’a pas de code certain ; précisez le sens de chaque graphie.',
  'finding.presence.merge-proposed.title': 'Peut-être une même organisation',
  'finding.presence.merge-proposed':
    '{count, plural, one {# paire d’organisations pourrait} other {# paires d’organisations pourraient}} n’en faire qu’une sous deux graphies ; rien n’a été fusionné. Indiquez lesquelles sont identiques.',
  'finding.presence.organisations-joined.title': 'Graphies réunies',
  'finding.presence.organisations-joined':
    '{count, plural, one {# organisation est écrite de plusieurs façons et comptée} other {# organisations sont écrites de plusieurs façons et comptées}} une fois, par nom officiel et sigle ; vérifiez la liste.',
  'finding.presence.organisations-several.title': 'Peut-être plusieurs organisations',
  'finding.presence.organisations-several':
    '{count, plural, one {# nom semble contenir plusieurs valeurs et compte} other {# noms semblent contenir plusieurs valeurs et comptent chacun}} pour une organisation ; déclarez le séparateur dans l’examen des colonnes.',
  'finding.presence.formula.title': 'Texte ressemblant à une formule',
  'finding.presence.formula':
    '{count, plural, one {# nom ou activité commence} other {# noms ou activités commencent}} comme une formule de tableur ; conservé comme texte et rendu inoffensif dans chaque export. Corrigez la source.',
  'finding.presence.markup.title': 'Balises dans un texte',
  'finding.presence.markup':
    '{count, plural, one {# nom ou activité contient} other {# noms ou activités contiennent}} des balises de page web ; affiché comme texte et jamais exécuté. Corrigez la source.',
  'finding.presence.period-proposed.title': 'Période non indiquée',
  'finding.presence.period-proposed':
    '{rows, plural, one {# ligne n’a} other {# lignes n’ont}} pas de date complète ; le nom du fichier ou de la feuille suggère du {start} au {end}. Confirmez la période pour l’utiliser.',
  'finding.presence.period-missing.title': 'Période non indiquée',
  'finding.presence.period-missing':
    '{rows, plural, one {# ligne n’a} other {# lignes n’ont}} pas de date, et rien n’indique la période couverte ; précisez-la.',
  'finding.presence.date-odd.title': 'Dates invraisemblables',
  'finding.presence.date-odd':
    '{count, plural, one {# date est un zéro du tableur ou s’écarte} other {# dates sont des zéros du tableur ou s’écartent}} de plusieurs années de toutes les autres. Les lignes comptent, mais dans aucune période, tant que vous ne dites pas dans la revue ce {count, plural, one {qu’elle signifie} other {qu’elles signifient}}.',
  'finding.presence.calendar-turned.title': 'Dates d’un autre calendrier',
  'finding.presence.calendar-turned':
    '{count, plural, one {# colonne contient} other {# colonnes contiennent}} des dates d’un autre calendrier ; elles ont été converties en jours grégoriens. Si c’est faux, dites-le dans la revue.',
  'finding.presence.calendar-told.title': 'Calendrier non converti',
  'finding.presence.calendar-told':
    '{count, plural, one {# colonne contient} other {# colonnes contiennent}} des dates d’un calendrier qui n’est pas converti ici ; les lignes n’en reçoivent aucune période. Ajoutez une colonne de dates grégoriennes ou indiquez la période de tout le fichier.',
  'finding.presence.date-unreadable.title': 'Date illisible',
  'finding.presence.date-unreadable':
    '{count, plural, one {# date est illisible ou se lit} other {# dates sont illisibles ou se lisent}} de deux façons ; écrivez les dates AAAA-MM-JJ.',
  'finding.presence.people-unreadable.title': 'Nombre de personnes illisible',
  'finding.presence.people-unreadable':
    '{count, plural, one {# nombre de personnes est laissé} other {# nombres de personnes sont laissés}} de côté : pas un nombre, négatif, avec une fraction, ou lisible de deux façons comme 1.500. Écrivez des nombres entiers sans séparateurs.',
  'finding.presence.end-before-start.title': 'Fin avant le début',
  'finding.presence.end-before-start': '{count, plural, one {# ligne se termine} other {# lignes se terminent}} avant de commencer ; corrigez les dates.',
  'finding.presence.duplicate.title': 'Lignes répétées',
  'finding.presence.duplicate':
    '{count, plural, one {# ligne répète} other {# lignes répètent}} une autre dans toutes ses cellules ; cela change le nombre d’activités et de personnes, jamais d’organisations. Retirez les copies.',
} satisfies Record<keyof typeof en, string>;
