/** Details of families G and T: outlines, extents, overlaps, gaps. */
import type en from '../../en/clauses/geometry.ts';

export default {
  'clause.record': 'registro {row}',
  'clause.geometry.none': '{unit} no tiene geometría',
  'clause.geometry.kind': '{unit} es {kind, select, point {un punto} line {una línea} other {una colección mixta}}',
  'clause.geometry.fault':
    '{unit}: {fault, select, crossing {el contorno se cruza consigo mismo} ring {un anillo se toca o se cruza} shells {una parte está dentro de otra} holes {un hueco está dentro de otro} outside {un hueco está fuera de su parte} cut {huecos o picos parten la superficie en dos} twice {el mismo anillo aparece dos veces} other {{words}}}',
  'clause.geometry.height': '{layer} tiene una tercera coordenada (altura)',
  'clause.geometry.corners': '{unit} tiene una parte con tres vértices',
  'clause.geometry.crumb': 'una parte de {unit} cubre {area, m2} y tiene {width, m} de ancho',
  'clause.geometry.repeats': '{unit} tiene {count, plural, one {# vértice repetido} other {# vértices repetidos}}',
  'clause.geometry.notch': 'el contorno de {unit} vuelve a pasar a {width, m} de sí mismo a lo largo de {length, m}',
  'clause.geometry.same': '{units, and} tienen la misma geometría',
  'clause.geometry.rows': '{unit} ocupa {rows, plural, one {# fila} other {# filas}}',
  'clause.geometry.reach': 'extensión de {unit}: {box} (oeste, sur, este, norte)',
  'clause.geometry.layer-reach': 'extensión de la capa: {box} (oeste, sur, este, norte)',
  'clause.geometry.crs-silent': '{layer} no indica ningún sistema de coordenadas',
  'clause.geometry.crs-came': '{layer} estaba en {crs}',
  'clause.geometry.no-numbers': '{unit} tiene {count, plural, one {# coordenada que no es un número} other {# coordenadas que no son números}}',
  'clause.geometry.flat': '{unit} no tiene anchura o no tiene altura',
  'clause.geometry.away': '{unit} está a más de 10 km de la referencia',
  'clause.geometry.ends': 'adm{level} termina a {distance, m} de adm{base} por el {side, select, west {oeste} south {sur} east {este} other {norte}}',
  'clause.geometry.crosses-180': '{unit} cruza la longitud 180 o se acerca a un polo',
  'clause.topology.apart': '{a} y {b} están a {width, most} como máximo una de otra a lo largo de {length, m}',
  'clause.topology.one-line': '{a} y {b} trazan el mismo límite, con una separación máxima de {width, most}, a lo largo de {length, m}, con vértices distintos',
  'clause.topology.vertices':
    '{count, plural, one {# vértice} other {# vértices}} entre {a} y {b} {count, plural, one {está} other {están}} solo en una de ellas',
  'clause.topology.same-ground': '{a} y {b} cubren el mismo terreno: {area, m2}, de hasta {width, most} de ancho',
  'clause.topology.inside': '{a} está dentro de {b}: {area, m2}, de hasta {width, most} de ancho',
  'clause.topology.overlaps': '{a} y {b} se solapan en {area, m2}, de hasta {width, most} de ancho',
  'clause.topology.holes': '{count, number} huecos de {area, m2} en total, de hasta {width, most} de ancho, entre {units, list}',
  'clause.topology.hole': 'un hueco de {area, m2}, de hasta {width, most} de ancho, {count, plural, one {dentro de} other {entre}} {units, list}',
  'clause.topology.area': '{unit} tenía {before, precise} km² y ahora tiene {after, precise} km²',
} satisfies Record<keyof typeof en, string>;
