/** Texts of family T: overlaps, gaps, slits. */
export default {
  'finding.topology.overlap.title': 'Overlap',
  'finding.topology.overlap':
    '{count, plural, one {# pair of units overlaps} other {# pairs of units overlap}} at admin level {level}, {area, m2} in all, so this land belongs to two units at once. Decide which unit each place belongs to, cut it out of the other in your GIS with snapping on, and upload again.',
  'finding.topology.overlap-trace.title': 'Trace of an overlap',
  'finding.topology.overlap-trace':
    '{count, plural, one {# pair of units overlaps} other {# pairs of units overlap}} by less than 1 m² or 1 cm of width at admin level {level}, left by the rounding of coordinates: not a real dispute, and not visible on a map. No action needed; to remove it, snap the two borders together in a GIS.',
  'finding.topology.gap-sliver.title': 'Sliver gap',
  'finding.topology.gap-sliver':
    '{count, plural, one {# gap} other {# gaps}} up to 10 m wide between units of admin level {level}; no land is that narrow, so close {count, plural, one {it} other {them}} by snapping the borders.',
  'finding.topology.gap-narrow.title': 'Narrow gap',
  'finding.topology.gap-narrow':
    '{count, plural, one {# narrow gap} other {# narrow gaps}} between units of admin level {level}; close drawing errors, and accept real gaps with a reason.',
  'finding.topology.gap-lake.title': 'Hole: lake or missing unit?',
  'finding.topology.gap-lake':
    '{count, plural, one {# hole} other {# holes}} in admin level {level} that may be a lake, an enclave or a missing unit; accept with a reason, or fill {count, plural, one {it} other {them}}.',
  'finding.topology.gap-trace.title': 'Trace of a gap',
  'finding.topology.gap-trace':
    '{count, plural, one {# gap} other {# gaps}} smaller than 1 m² or narrower than 1 cm at admin level {level}, left by the rounding of coordinates and not visible on a map. No action needed; snapping the borders in a GIS closes {count, plural, one {it} other {them}}.',
  'finding.topology.slit.title': 'Slit open to the outside',
  'finding.topology.slit':
    '{count, plural, one {# pair of units leaves} other {# pairs of units leave}} a slit up to 10 m wide between them at admin level {level}, open to the outside; close it by snapping their borders, unless it is a real inlet.',
  'finding.topology.unshared-vertex.title': 'Vertices not shared',
  'finding.topology.unshared-vertex':
    '{count, plural, one {# pair of neighbours does} other {# pairs of neighbours do}} not share all vertices of their common border at admin level {level}, although the line is the same. No action needed to publish; before you edit the border later, add the vertices (QGIS: Snap geometries to layer), or a gap will open.',
  'finding.topology.area-changed.title': 'Area changed by repair',
  'finding.topology.area-changed':
    'The repair changed the area of {count, plural, one {# unit} other {# units}} of admin level {level} by more than 0.1%, or removed it; repair with a smaller tolerance or correct the unit by hand.',
};
