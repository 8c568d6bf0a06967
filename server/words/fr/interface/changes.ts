/** What a draft changes against the published version. ICU message syntax. */
export default {
  'changes.tab': 'Changements',
  'changes.stale': 'Cette liste compare avec {version}, remplacée depuis par {current}. Importez de nouveau les fichiers pour comparer avec {current}.',
  'changes.added': '{count, plural, one {# nouvelle unité} other {# nouvelles unités}}',
  'changes.removed': '{count, plural, one {# unité disparue} other {# unités disparues}}',
  'changes.renamed': '{count, plural, one {# unité renommée} other {# unités renommées}}',
  'changes.recoded': '{count, plural, one {# unité avec un nouveau P-code} other {# unités avec un nouveau P-code}}',
  'changes.redrawn': '{count, plural, one {# unité redessinée} other {# unités redessinées}}',
  'changes.sentence': 'Par rapport à {version} : {changes}.',
  'changes.sentence.none': 'Par rapport à {version}, aucune unité n’apparaît ni ne disparaît, et aucune ne change de nom, de P-code ou de tracé.',
  'step.changes': 'Parcourir {count, plural, one {# changement} other {# changements}}',
};
