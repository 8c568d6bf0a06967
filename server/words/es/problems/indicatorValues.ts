import type en from '../../en/problems/indicatorValues.ts';

export default {
  'problem.indicators.series-unknown': 'Esta versión no tiene tales valores. Mire los indicadores, estados, tipos y periodos que tiene.',
  'problem.indicators.add-sector':
    'Los valores de sectores distintos no se suman: las mismas personas se cuentan en varios. Pida la cifra de todos los sectores juntos (ALL), que es un valor propio.',
  'problem.indicators.add-status': 'Las personas con necesidades, meta, afectadas y alcanzadas no se suman: son en gran parte las mismas.',
  'problem.indicators.add-phase': '«3+» y «all» ya contienen otras fases. Solo se suman las fases 1 a 5.',
  'problem.indicators.add-group': 'Estos grupos de personas pueden solaparse, por lo que sus valores no se suman.',
  'problem.indicators.add-indicator': 'Los valores de indicadores distintos no se suman.',
  'problem.indicators.add-type': 'Los valores observados y proyectados no se suman.',
  'problem.indicators.add-period': 'Los valores de periodos o análisis distintos no se suman.',
  'problem.indicators.add-measure': 'Las proporciones, clases y tasas no se suman.',
  'problem.indicators.no-denominator': 'En esta versión no hay por qué dividir estos valores. Divida por la población o tome los valores mismos.',
  'problem.indicators.no-phases': 'La fase del área necesita las personas de cada una de las fases 1 a 5, que estos valores no tienen.',
  'problem.indicators.not-rolled-up':
    'Las clases, proporciones y tasas no se agregan sin sus partes: una media ocultaría las peores áreas. Pida un nivel más profundo.',
  'problem.indicators.no-boundaries': 'Estos valores no se ubicaron en ningún límite, por lo que no hay unidades para mostrarlos.',
  'problem.indicators.no-population': 'Aquí no hay publicada ninguna población de este país por la que dividir.',
} satisfies Record<keyof typeof en, string>;
