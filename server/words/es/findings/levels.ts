/** Texts of family B: how the levels agree with each other. */
import type en from '../../en/findings/levels.ts';

export default {
  'finding.levels.orphan.title': 'Sin padre en el mapa',
  'finding.levels.orphan':
    'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} sin superficie común con ninguna unidad del nivel {parent}; añada el padre que falta o mueva la unidad.',
  'finding.levels.crosser.title': 'Sale de su padre',
  'finding.levels.crosser':
    'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} que salen de su padre de nivel {parent}, {area, m2} en total; obtenga el nivel {parent} disolviendo el nivel {level} para que los límites coincidan.',
  'finding.levels.crosser-trace.title': 'Traza fuera del padre',
  'finding.levels.crosser-trace':
    'Nivel {level}: {count, plural, one {# unidad sale} other {# unidades salen}} menos de 1 m de su padre de nivel {parent}, como dos trazados de un límite difieren por el redondeo. No hay que hacer nada: el nivel {parent} se publica con los límites del nivel completo más profundo.',
  'finding.levels.wrong-parent.title': 'En otro padre',
  'finding.levels.wrong-parent':
    'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} cuyo padre declarado no es aquel donde está la mayor parte; corrija el código del padre o la geometría.',
  'finding.levels.border-apart.title': 'Límites de niveles que no coinciden',
  'finding.levels.border-apart':
    'Nivel {level}: el límite de {count, plural, one {# unidad} other {# unidades}} se aparta más de 1 m del nivel inferior en {length, number} km; obtenga este nivel disolviendo el inferior.',
  'finding.levels.area.title': 'Superficies de niveles distintas',
  'finding.levels.area':
    'El nivel {level} cubre un {percent, number} % más o menos que el nivel {parent}; busque lo que falta o está repetido, u obtenga el nivel superior por disolución.',
  'finding.levels.unknown-parent.title': 'Código de padre ausente de su capa',
  'finding.levels.unknown-parent':
    'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} con un código de nivel {parent} que no está en la capa de ese nivel; corrija el código o añada el padre.',
  'finding.levels.no-parent.title': 'Sin código de padre',
  'finding.levels.no-parent': 'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} sin código de nivel {parent}; complételo.',
  'finding.levels.parent-name.title': 'Nombre del padre distinto',
  'finding.levels.parent-name':
    'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} que escriben el nombre de su unidad de nivel {parent} de otro modo que la capa de ese nivel; use una sola grafía.',
  'finding.levels.childless.title': 'Padre sin hijos',
  'finding.levels.childless':
    'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} sin unidades de nivel {child}; añada las que faltan o indique que el nivel {child} es parcial.',
  'finding.levels.several-parents.title': 'Varios padres',
  'finding.levels.several-parents':
    'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} cuyas filas llevan códigos de nivel {parent} distintos; una unidad tiene un solo padre, corrija los códigos.',
  'finding.levels.reference.title': 'Difiere de la referencia',
  'finding.levels.reference':
    'El contorno del país difiere de la referencia: {outside, number} km² fuera, {missing, number} km² sin cubrir; compárelos en el mapa.',
} satisfies Record<keyof typeof en, string>;
