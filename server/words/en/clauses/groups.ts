/** The structure of coordination: what is missing in it, and what people hold in groups. */
export default {
  'clause.gap.no-lead': '{group} has no lead.',
  'clause.gap.no-imo': '{group} has no IM focal point.',
  'clause.gap.lead-ended': '{organisation} led {group} until {day, day}; no other lead has followed.',
  'clause.gap.co-lead-ended': '{organisation} was co-lead of {group} until {day, day}; no other co-lead has followed.',
  'clause.gap.imwg-chair-not-in-iccg': 'The chair of {group} is not a member of the ICCG.',
  'clause.gap.appointment-ending': '{group}: the term of {role} ends on {day, day}.',
  'clause.gap.group-stale': '{group} has not been updated since {day, day}.',
  'clause.held.chair': 'the chair',
  'clause.held.co-chair': 'the co-chair',
  'clause.held.coordinator': 'the coordinator',
  'clause.held.co-coordinator': 'the co-coordinator',
  'clause.held.imo': 'the IM focal point',
  'clause.held.alternate': 'an alternate',
  'clause.held.secretariat': 'the secretariat',
  'clause.held.member': 'a member',
  'clause.held.observer': 'an observer',
};
