import type en from '../../en/problems/indicatorValues.ts';

export default {
  'problem.indicators.series-unknown': 'Esta versão não tem tais valores. Veja os indicadores, estados, tipos e períodos que tem.',
  'problem.indicators.add-sector':
    'Os valores de setores diferentes não se somam: as mesmas pessoas são contadas em vários. Peça o número de todos os setores juntos (ALL), que é um valor próprio.',
  'problem.indicators.add-status': 'As pessoas com necessidades, visadas, afetadas e alcançadas não se somam: são em grande parte as mesmas.',
  'problem.indicators.add-phase': '«3+» e «all» já contêm outras fases. Só se somam as fases 1 a 5.',
  'problem.indicators.add-group': 'Estes grupos de pessoas podem sobrepor-se, por isso os seus valores não se somam.',
  'problem.indicators.add-indicator': 'Os valores de indicadores diferentes não se somam.',
  'problem.indicators.add-type': 'Os valores observados e projetados não se somam.',
  'problem.indicators.add-period': 'Os valores de períodos ou análises diferentes não se somam.',
  'problem.indicators.add-measure': 'As percentagens, classes e taxas não se somam.',
  'problem.indicators.no-denominator': 'Nesta versão não há por que dividir estes valores. Divida pela população ou use os próprios valores.',
  'problem.indicators.no-phases': 'A fase da área precisa das pessoas de cada uma das fases 1 a 5, que estes valores não têm.',
  'problem.indicators.not-rolled-up':
    'As classes, percentagens e taxas não se agregam sem as suas partes: uma média esconderia as piores áreas. Peça um nível mais profundo.',
  'problem.indicators.no-boundaries': 'Estes valores não foram colocados em nenhum limite, por isso não há unidades para os mostrar.',
  'problem.indicators.no-population': 'Não há aqui população publicada deste país pela qual dividir.',
} satisfies Record<keyof typeof en, string>;
