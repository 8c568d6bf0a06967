/** Texts of family B: how the levels agree with each other. */
import type en from '../../en/findings/levels.ts';

export default {
  'finding.levels.orphan.title': 'Sin unidad superior en el mapa',
  'finding.levels.orphan':
    'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} sin superficie común con ninguna unidad del nivel {parent}; añada la unidad superior que falta o mueva la unidad.',
  'finding.levels.crosser.title': 'Sale de su unidad superior',
  'finding.levels.crosser':
    'Nivel {level}: {count, plural, one {# unidad sale} other {# unidades salen}} de su unidad superior de nivel {parent}, {area, m2} en total; obtenga el nivel {parent} disolviendo el nivel {level} para que los límites coincidan.',
  'finding.levels.crosser-trace.title': 'Traza fuera de la unidad superior',
  'finding.levels.crosser-trace':
    'Nivel {level}: {count, plural, one {# unidad sale} other {# unidades salen}} menos de 1 m de su unidad superior de nivel {parent}, porque dos trazados de un mismo límite difieren por el redondeo. No hay que hacer nada: el nivel {parent} se publica con los límites del nivel completo más detallado.',
  'finding.levels.wrong-parent.title': 'En otra unidad superior',
  'finding.levels.wrong-parent':
    'Nivel {level}: {count, plural, one {# unidad indica} other {# unidades indican}} una unidad superior, pero {count, plural, one {está} other {están}} sobre todo en otra; corrija el código de la unidad superior o la geometría.',
  'finding.levels.border-apart.title': 'Los límites de los niveles no coinciden',
  'finding.levels.border-apart':
    'Nivel {level}: el límite de {count, plural, one {# unidad} other {# unidades}} se aparta más de 1 m del límite del nivel inferior a lo largo de {length, number} km; obtenga este nivel disolviendo el inferior.',
  'finding.levels.area.title': 'Superficies distintas entre niveles',
  'finding.levels.area':
    'El nivel {level} cubre un {percent, number} % más o menos que el nivel {parent}; busque lo que falta o está repetido, u obtenga el nivel superior disolviendo el inferior.',
  'finding.levels.unknown-parent.title': 'Código de unidad superior ausente de su capa',
  'finding.levels.unknown-parent':
    'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} con un código de nivel {parent} que no está en la capa de ese nivel; corrija el código o añada la unidad superior.',
  'finding.levels.no-parent.title': 'Sin código de unidad superior',
  'finding.levels.no-parent': 'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} sin código de nivel {parent}; complételo.',
  'finding.levels.parent-name.title': 'Nombre de la unidad superior distinto',
  'finding.levels.parent-name':
    'Nivel {level}: {count, plural, one {# unidad escribe} other {# unidades escriben}} el nombre de su unidad de nivel {parent} de otro modo que la capa de ese nivel; use una sola grafía.',
  'finding.levels.childless.title': 'Sin unidades inferiores',
  'finding.levels.childless':
    'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} sin unidades de nivel {child}; añada las que faltan o indique que el nivel {child} es parcial.',
  'finding.levels.several-parents.title': 'Varias unidades superiores',
  'finding.levels.several-parents':
    'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} cuyas filas llevan códigos de nivel {parent} distintos; una unidad tiene una sola unidad superior, corrija los códigos.',
  'finding.levels.reference.title': 'Difiere de la referencia',
  'finding.levels.reference':
    'El contorno del país difiere de la referencia: {outside, number} km² fuera, {missing, number} km² sin cubrir; compárelos en el mapa.',
} satisfies Record<keyof typeof en, string>;
