/** Details of families G and T: outlines, extents, overlaps, gaps. */
import type en from '../../en/clauses/geometry.ts';

export default {
  'clause.record': 'enregistrement {row}',
  'clause.geometry.none': '{unit} n’a pas de géométrie',
  'clause.geometry.kind': '{unit} est {kind, select, point {un point} line {une ligne} other {une collection mixte}}',
  'clause.geometry.fault':
    '{unit} : {fault, select, crossing {le contour se croise} ring {un anneau se touche ou se croise} shells {une partie est à l’intérieur d’une autre} holes {un trou est à l’intérieur d’un autre} outside {un trou est hors de sa partie} cut {des trous ou des pointes coupent la surface en deux} twice {le même anneau figure deux fois} other {{words}}}',
  'clause.geometry.height': '{layer} a une troisième coordonnée (altitude)',
  'clause.geometry.corners': '{unit} a une partie à trois sommets',
  'clause.geometry.crumb': 'une partie de {unit} couvre {area, m2} et fait {width, m} de large',
  'clause.geometry.repeats': '{unit} a {count, plural, one {# sommet répété} other {# sommets répétés}}',
  'clause.geometry.notch': 'le contour de {unit} repasse à {width, m} de lui-même sur {length, m}',
  'clause.geometry.same': '{units, and} ont la même géométrie',
  'clause.geometry.rows': '{unit} occupe {rows, plural, one {# ligne} other {# lignes}}',
  'clause.geometry.reach': 'emprise de {unit} : {box} (ouest, sud, est, nord)',
  'clause.geometry.layer-reach': 'emprise de la couche : {box} (ouest, sud, est, nord)',
  'clause.geometry.crs-silent': '{layer} n’indique aucun système de coordonnées',
  'clause.geometry.crs-came': '{layer} était en {crs}',
  'clause.geometry.no-numbers': '{unit} a {count, plural, one {# coordonnée qui n’est pas un nombre} other {# coordonnées qui ne sont pas des nombres}}',
  'clause.geometry.flat': '{unit} n’a pas de largeur ou pas de hauteur',
  'clause.geometry.away': '{unit} se trouve à plus de 10 km en dehors de la référence',
  'clause.geometry.ends': 'adm{level} s’arrête à {distance, m} d’adm{base} {side, select, west {à l’ouest} south {au sud} east {à l’est} other {au nord}}',
  'clause.geometry.crosses-180': '{unit} traverse la longitude 180 ou approche d’un pôle',
  'clause.topology.apart': '{a} et {b} sont à {width, most} au plus l’une de l’autre sur {length, m}',
  'clause.topology.one-line': '{a} et {b} tracent la même limite avec des sommets différents, à {width, most} au plus l’une de l’autre, sur {length, m}',
  'clause.topology.vertices':
    '{count, plural, one {# sommet} other {# sommets}} entre {a} et {b} {count, plural, one {n’est que dans l’une} other {ne sont que dans l’une}} des deux',
  'clause.topology.same-ground': '{a} et {b} couvrent le même terrain : {area, m2}, jusqu’à {width, most} de large',
  'clause.topology.inside': '{a} se trouve à l’intérieur de {b} : {area, m2}, jusqu’à {width, most} de large',
  'clause.topology.overlaps': '{a} et {b} se chevauchent sur {area, m2}, jusqu’à {width, most} de large',
  'clause.topology.holes': '{count, number} vides de {area, m2} au total, jusqu’à {width, most} de large, entre {units, list}',
  'clause.topology.hole': 'un vide de {area, m2}, jusqu’à {width, most} de large, {count, plural, one {dans} other {entre}} {units, list}',
  'clause.topology.area': '{unit} avait {before, precise} km² et en a maintenant {after, precise}',
} satisfies Record<keyof typeof en, string>;
