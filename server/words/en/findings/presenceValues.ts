/** Texts of findings on 3W: sectors, organisations, dates and contents. */
export default {
  'finding.presence.no-sector-column.title': 'No sectors',
  'finding.presence.no-sector-column': 'No column holds sectors or clusters, so counts by sector are not possible. Name the column if there is one.',
  'finding.presence.sector-open.title': 'Cluster not certain',
  'finding.presence.sector-open':
    'In {count, plural, one {# row} other {# rows}} the cluster is written in a way that does not match one code with certainty. {count, plural, one {It is} other {They are}} kept, counted and shown in the words of the file; say once for the country what each spelling means.',
  'finding.presence.org-type-open.title': 'Organisation type not certain',
  'finding.presence.org-type-open':
    'In {count, plural, one {# row} other {# rows}} the type of organisation does not match one code with certainty; say what each spelling means.',
  'finding.presence.merge-proposed.title': 'Possibly the same organisation',
  'finding.presence.merge-proposed':
    '{count, plural, one {# pair of organisations} other {# pairs of organisations}} may be the same organisation under two spellings; nothing was merged. Say which are the same.',
  'finding.presence.organisations-joined.title': 'Spellings counted as one organisation',
  'finding.presence.organisations-joined':
    '{count, plural, one {# organisation is} other {# organisations are}} written in several ways and counted once, by official name and acronym; check the list.',
  'finding.presence.organisations-several.title': 'Possibly several organisations',
  'finding.presence.organisations-several':
    '{count, plural, one {# name seems} other {# names seem}} to hold several values but {count, plural, one {counts} other {each count}} as one organisation; set the separator in the review of the columns.',
  'finding.presence.formula.title': 'Text that looks like a formula',
  'finding.presence.formula':
    '{count, plural, one {# name or activity begins} other {# names or activities begin}} like a spreadsheet formula; kept as text and made harmless in every export. Correct the source.',
  'finding.presence.markup.title': 'Web markup in a text',
  'finding.presence.markup':
    '{count, plural, one {# name or activity contains} other {# names or activities contain}} web page markup; shown as plain text, never executed. Correct the source.',
  'finding.presence.period-proposed.title': 'Period not stated',
  'finding.presence.period-proposed':
    '{rows, plural, one {# row has} other {# rows have}} no full date; the name of the file or sheet suggests {start} to {end}. Confirm the period to use it.',
  'finding.presence.period-missing.title': 'Period not stated',
  'finding.presence.period-missing':
    '{rows, plural, one {# row has} other {# rows have}} no date, and nothing says which period the file covers; give the period.',
  'finding.presence.date-odd.title': 'Implausible dates',
  'finding.presence.date-odd':
    '{count, plural, one {# date is a spreadsheet zero or is} other {# dates are spreadsheet zeros or are}} years away from all others. The rows count, but in no period, until you say in the review what {count, plural, one {it means} other {they mean}}.',
  'finding.presence.calendar-turned.title': 'Dates in another calendar',
  'finding.presence.calendar-turned':
    '{count, plural, one {# column holds} other {# columns hold}} dates in another calendar; they were converted to Gregorian dates. If that is wrong, say so in the review.',
  'finding.presence.calendar-told.title': 'Calendar not converted',
  'finding.presence.calendar-told':
    '{count, plural, one {# column holds} other {# columns hold}} dates in a calendar that is not converted here; the rows get no period from {count, plural, one {it} other {them}}. Add a column with Gregorian dates, or give the period of the whole file.',
  'finding.presence.date-unreadable.title': 'Unreadable date',
  'finding.presence.date-unreadable': '{count, plural, one {# date} other {# dates}} cannot be read, or can be read in two ways; write dates as YYYY-MM-DD.',
  'finding.presence.people-unreadable.title': 'Unreadable number of people',
  'finding.presence.people-unreadable':
    '{count, plural, one {# number of people was} other {# numbers of people were}} left out: not a number, below zero, with a fraction, or readable in two ways, such as 1.500. Write whole numbers without separators.',
  'finding.presence.end-before-start.title': 'End before start',
  'finding.presence.end-before-start': '{count, plural, one {# row ends before it starts} other {# rows end before they start}}; correct the dates.',
  'finding.presence.duplicate.title': 'Repeated rows',
  'finding.presence.duplicate':
    '{count, plural, one {# row repeats} other {# rows repeat}} another in every cell; repeated rows change the numbers of activities and people, never of organisations. Remove the copies.',
};
