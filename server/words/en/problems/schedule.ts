/** The same as in problems.ts, of the data schedule. */
export default {
  'problem.schedule.cadence': 'Data are due by a number of days or on fixed days, not both.',
  'problem.schedule.changed': 'Somebody changed this entry in the meantime. Reload the page and look at it again.',
  'problem.schedule.dataset': 'There is no such dataset of this country here. Choose one from the list, or give an address.',
  'problem.schedule.day': 'The day of the last change, or of the last data, is still to come.',
  'problem.schedule.here': 'Of a dataset of this server, dates and sensitivity come from the dataset. Leave them out.',
  'problem.schedule.nothing': 'There are no data yet that could be confirmed.',
  'problem.schedule.organisation': 'The organisation is not in the register. Enter it there first.',
  'problem.schedule.rule': 'Deadlines repeat by days, weeks or months, such as FREQ=MONTHLY;BYDAY=1FR.',
  'problem.schedule.severe': 'Data of severe sensitivity are not named to everybody: let only members see the entry.',
  'problem.schedule.title': 'Data that are not in the list need a name.',
  'problem.schedule.unknown': 'There is no such entry in the schedule. The page of the schedule shows those there are.',
};
