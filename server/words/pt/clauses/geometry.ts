/** Details of families G and T: outlines, extents, overlaps, gaps. */
import type en from '../../en/clauses/geometry.ts';

export default {
  'clause.record': 'registo {row}',
  'clause.geometry.none': '{unit} não tem geometria',
  'clause.geometry.kind': '{unit} é {kind, select, point {um ponto} line {uma linha} other {uma colecção mista}}',
  'clause.geometry.fault':
    '{unit}: {fault, select, crossing {o contorno cruza-se a si mesmo} ring {um anel toca-se ou cruza-se a si mesmo} shells {uma parte está dentro de outra} holes {um buraco está dentro de outro} outside {um buraco está fora da sua parte} cut {buracos ou picos dividem a área em duas} twice {o mesmo anel aparece duas vezes} other {{words}}}',
  'clause.geometry.height': '{layer} tem uma terceira coordenada (altitude)',
  'clause.geometry.corners': '{unit} tem uma parte com três vértices',
  'clause.geometry.crumb': 'uma parte de {unit} cobre {area, m2} e tem {width, m} de largura',
  'clause.geometry.repeats': '{unit} tem {count, plural, one {# vértice repetido} other {# vértices repetidos}}',
  'clause.geometry.notch': 'o contorno de {unit} volta a passar a {width, m} de si mesmo ao longo de {length, m}',
  'clause.geometry.same': '{units, and} têm a mesma geometria',
  'clause.geometry.rows': '{unit} está em {rows, plural, one {# linha} other {# linhas}}',
  'clause.geometry.reach': 'extensão de {unit}: {box} (oeste, sul, este, norte)',
  'clause.geometry.layer-reach': 'extensão da camada: {box} (oeste, sul, este, norte)',
  'clause.geometry.crs-silent': '{layer} não indica sistema de coordenadas',
  'clause.geometry.crs-came': '{layer} estava em {crs}',
  'clause.geometry.no-numbers': '{unit} tem {count, plural, one {# coordenada que não é um número} other {# coordenadas que não são números}}',
  'clause.geometry.flat': '{unit} não tem largura ou não tem altura',
  'clause.geometry.away': '{unit} está a mais de 10 km da referência',
  'clause.geometry.ends': 'adm{level} acaba a {distance, m} de adm{base} {side, select, west {a oeste} south {a sul} east {a leste} other {a norte}}',
  'clause.geometry.crosses-180': '{unit} cruza a longitude 180 ou aproxima-se de um pólo',
  'clause.topology.apart': '{a} e {b} estão a {width, most} no máximo uma da outra ao longo de {length, m}',
  'clause.topology.one-line': '{a} e {b} traçam o mesmo limite, com um afastamento máximo de {width, most}, ao longo de {length, m}, com vértices diferentes',
  'clause.topology.vertices': '{count, plural, one {# vértice} other {# vértices}} entre {a} e {b} só {count, plural, one {está} other {estão}} num deles',
  'clause.topology.same-ground': '{a} e {b} cobrem o mesmo terreno: {area, m2}, até {width, most} de largura',
  'clause.topology.inside': '{a} está dentro de {b}: {area, m2}, até {width, most} de largura',
  'clause.topology.overlaps': '{a} e {b} sobrepõem-se em {area, m2}, até {width, most} de largura',
  'clause.topology.hole': 'um buraco de {area, m2}, até {width, most} de largura, {count, plural, one {dentro de} other {entre}} {units, list}',
  'clause.topology.area': '{unit} tinha {before, precise} km² e tem agora {after, precise} km²',
} satisfies Record<keyof typeof en, string>;
