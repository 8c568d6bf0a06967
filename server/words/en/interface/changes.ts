/** What a draft changes against the published version. ICU message syntax. */
export default {
  'changes.tab': 'Changes',
  'changes.stale': 'This list compares with {version}, which has since been replaced by {current}. Upload the files again to compare with {current}.',
  'changes.added': '{count, plural, one {# new unit} other {# new units}}',
  'changes.removed': '{count, plural, one {# unit gone} other {# units gone}}',
  'changes.renamed': '{count, plural, one {# unit renamed} other {# units renamed}}',
  'changes.recoded': '{count, plural, one {# unit with a new P-code} other {# units with a new P-code}}',
  'changes.redrawn': '{count, plural, one {# unit redrawn} other {# units redrawn}}',
  'changes.sentence': 'Compared with {version}: {changes}.',
  'changes.sentence.none': 'Compared with {version}, no unit is new or gone, and none has another name, P-code or outline.',
  'step.changes': 'Look through {count, plural, one {# change} other {# changes}}',
};
