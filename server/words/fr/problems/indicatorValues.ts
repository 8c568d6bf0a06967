import type en from '../../en/problems/indicatorValues.ts';

export default {
  'problem.indicators.series-unknown': 'Cette version n’a pas de telles valeurs. Regardez les indicateurs, statuts, types et périodes qu’elle contient.',
  'problem.indicators.add-sector':
    'Les valeurs de secteurs différents ne s’additionnent pas : les mêmes personnes sont comptées dans plusieurs. Demandez le chiffre de tous les secteurs ensemble (ALL), qui est une valeur à part.',
  'problem.indicators.add-status': 'Les personnes dans le besoin, ciblées, touchées et atteintes ne s’additionnent pas : ce sont en grande partie les mêmes.',
  'problem.indicators.add-phase': '« 3+ » et « all » contiennent déjà d’autres phases. Seules les phases 1 à 5 s’additionnent.',
  'problem.indicators.add-group': 'Ces groupes de personnes peuvent se recouper : leurs valeurs ne s’additionnent pas.',
  'problem.indicators.add-indicator': 'Les valeurs d’indicateurs différents ne s’additionnent pas.',
  'problem.indicators.add-type': 'Les valeurs observées et projetées ne s’additionnent pas.',
  'problem.indicators.add-period': 'Les valeurs de périodes ou d’analyses différentes ne s’additionnent pas.',
  'problem.indicators.add-measure': 'Les parts, les classes et les taux ne s’additionnent pas.',
  'problem.indicators.no-denominator':
    'Rien dans cette version ne permet de diviser ces valeurs. Divisez par la population, ou prenez les valeurs elles-mêmes.',
  'problem.indicators.no-phases': 'La phase de la zone demande les personnes de chacune des phases 1 à 5, que ces valeurs n’ont pas.',
  'problem.indicators.not-rolled-up':
    'Les classes, parts et taux ne se cumulent pas sans leurs composantes : une moyenne cacherait les pires zones. Demandez un niveau plus fin.',
  'problem.indicators.no-boundaries': 'Ces valeurs n’ont été placées sur aucune limite : il n’y a pas d’unités pour les montrer.',
  'problem.indicators.no-population': 'Aucune population de ce pays n’est publiée ici pour diviser.',
} satisfies Record<keyof typeof en, string>;
