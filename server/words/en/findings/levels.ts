/** Texts of family B: how the levels agree with each other. */
export default {
  'finding.levels.orphan.title': 'No parent on the map',
  'finding.levels.orphan':
    '{count, plural, one {# unit} other {# units}} of admin level {level} {count, plural, one {does} other {do}} not share any area with a unit of level {parent}; add the missing parent or move the unit.',
  'finding.levels.crosser.title': 'Extends beyond its parent',
  'finding.levels.crosser':
    '{count, plural, one {# unit} other {# units}} of admin level {level} {count, plural, one {extends} other {extend}} beyond {count, plural, one {its} other {their}} level {parent} parent, {area, m2} in all; make level {parent} by dissolving level {level}, so that the borders coincide.',
  'finding.levels.crosser-trace.title': 'Trace beyond its parent',
  'finding.levels.crosser-trace':
    '{count, plural, one {# unit} other {# units}} of admin level {level} {count, plural, one {extends} other {extend}} less than 1 m beyond {count, plural, one {its} other {their}} level {parent} parent, because two drawings of the same border differ by rounding. No action needed: level {parent} is published with the borders of the deepest complete level.',
  'finding.levels.wrong-parent.title': 'In another parent',
  'finding.levels.wrong-parent':
    '{count, plural, one {# unit} other {# units}} of admin level {level} {count, plural, one {states} other {state}} one parent but {count, plural, one {lies} other {lie}} mostly in another; correct the parent code or the geometry.',
  'finding.levels.border-apart.title': 'Borders of levels do not coincide',
  'finding.levels.border-apart':
    'The border of {count, plural, one {# unit} other {# units}} of admin level {level} is more than 1 m away from that of the level below for {length, number} km; make the level by dissolving the lower one.',
  'finding.levels.area.title': 'Areas of levels differ',
  'finding.levels.area':
    'Admin level {level} covers {percent, number}% more or less area than level {parent}; find what is missing or duplicated, or make the upper level by dissolving the lower one.',
  'finding.levels.unknown-parent.title': 'Parent code not in its layer',
  'finding.levels.unknown-parent':
    '{count, plural, one {# unit} other {# units}} of admin level {level} {count, plural, one {states} other {state}} a level {parent} code that the level {parent} layer does not have; correct the code or add the parent.',
  'finding.levels.no-parent.title': 'No parent code',
  'finding.levels.no-parent':
    '{count, plural, one {# unit} other {# units}} of admin level {level} {count, plural, one {states} other {state}} no level {parent} code; enter it.',
  'finding.levels.parent-name.title': 'Parent name differs',
  'finding.levels.parent-name':
    '{count, plural, one {# unit} other {# units}} of admin level {level} {count, plural, one {spells} other {spell}} the name of {count, plural, one {its} other {their}} level {parent} unit differently from the level {parent} layer; use one spelling.',
  'finding.levels.childless.title': 'No units below',
  'finding.levels.childless':
    '{count, plural, one {# unit} other {# units}} of admin level {level} {count, plural, one {has} other {have}} no unit of level {child}; add the missing units, or say that level {child} is partial.',
  'finding.levels.several-parents.title': 'Several parents',
  'finding.levels.several-parents':
    '{count, plural, one {# unit} other {# units}} of admin level {level} {count, plural, one {has} other {have}} rows with different level {parent} codes; a unit has one parent, so correct the codes.',
  'finding.levels.reference.title': 'Differs from the reference',
  'finding.levels.reference':
    'The country outline differs from the reference: {outside, number} km² lie outside it, {missing, number} km² of it are not covered; compare them on the map.',
};
