/** What a draft changes against the published version. ICU message syntax. */
export default {
  'changes.tab': 'Changements',
  'changes.title': 'Par rapport à {version}',
  'changes.stale': 'Cette liste compare avec {version}, remplacée depuis par {current}. Importez de nouveau les fichiers pour comparer avec {current}.',
  'changes.none': 'Aucune unité n’apparaît ni ne disparaît, et aucune ne change de nom, de P-code ou de tracé.',
  'changes.added': '{count, plural, one {# nouvelle unité} other {# nouvelles unités}}',
  'changes.removed': '{count, plural, one {# unité disparue} other {# unités disparues}}',
  'changes.renamed': '{count, plural, one {# unité renommée} other {# unités renommées}}',
  'changes.recoded': '{count, plural, one {# unité avec un nouveau P-code} other {# unités avec un nouveau P-code}}',
  'changes.redrawn': '{count, plural, one {# unité redessinée} other {# unités redessinées}}',
  'changes.sentence': 'Par rapport à {version} : {changes}.',
  'changes.sentence.none': 'Par rapport à {version}, aucune unité n’apparaît ni ne disparaît, et aucune ne change de nom, de P-code ou de tracé.',
  'changes.into': 'aujourd’hui dans {units}',
  'changes.area': 'superficie {change}',
  'changes.area.same': 'superficie inchangée',
  'step.changes': 'Parcourir {count, plural, one {# changement} other {# changements}}',
};
