import type en from '../../en/problems/sheets.ts';

/** Problems of sheets and of series of them. */
export default {
  'problem.series.empty': 'Il n’y a rien dont faire une série : la carte ne montre ni cluster, ni région, ni organisation de ce type.',
  'problem.series.no-clusters': 'Clusters et organisations viennent d’un 3W : seule une carte d’un 3W s’imprime ainsi. Ouvrez pour cela le 3W du pays.',
  'problem.series.no-regions': 'Une série par admin 1 demande une carte d’un niveau plus fin. Affichez le niveau 2 ou un niveau plus fin.',
  'problem.series.not-made': 'Cette série n’a pas encore été produite, ou n’est plus conservée. Lancez-la d’abord.',
  'problem.series.too-many': 'Une série a au plus 150 feuilles, et celle-ci en aurait davantage. Filtrez la carte sur moins de clusters ou d’organisations.',
  'problem.series.too-long':
    'La série demandait trop de temps ou de mémoire et a été interrompue. Filtrez la carte pour avoir moins de feuilles, ou choisissez un niveau supérieur.',
  'problem.series.closed': 'Ce 3W est sensible : les feuilles ne nomment aucune organisation. Imprimez-le par cluster ou par admin 1.',
  'problem.series.unknown': 'Aucune série de ce numéro n’est en cours. Relancez-la.',
  'problem.sheet.absent':
    'Les feuilles ont besoin de paquets facultatifs absents de cette installation (`@myriaddreamin/typst-ts-node-compiler` et ses polices). Installez-les, ou imprimez la page de la carte.',
  'problem.sheet.no-panels': 'Seule une carte qui compte un 3W a une petite carte par cluster ou par organisation. Imprimez-la en une seule carte.',
  'problem.sheet.page': 'La feuille a moins de pages.',
  'problem.sheet.too-long': 'La feuille demandait trop de temps ou de mémoire et a été interrompue. Essayez un niveau supérieur ou le format A4.',
} satisfies Record<keyof typeof en, string>;
