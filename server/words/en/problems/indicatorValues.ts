/** The same as in problems.ts, of values of indicators. */
export default {
  'problem.indicators.series-unknown': 'This version has no such values. Look at the indicators, statuses, types and periods that it has.',
  'problem.indicators.add-sector':
    'Values of different sectors are not added: the same people are counted in several. Ask for the figure of all sectors together (ALL), which is a value of its own.',
  'problem.indicators.add-status': 'People in need, targeted, affected and reached are not added: they are largely the same people.',
  'problem.indicators.add-phase': '“3+” and “all” already hold other phases. Only phases 1 to 5 can be added to each other.',
  'problem.indicators.add-group': 'These groups of people may overlap, so their values are not added.',
  'problem.indicators.add-indicator': 'Values of different indicators are not added.',
  'problem.indicators.add-type': 'Observed and projected values are not added.',
  'problem.indicators.add-period': 'Values of different periods or analyses are not added.',
  'problem.indicators.add-measure': 'Shares, classes and rates are not added.',
  'problem.indicators.no-denominator': 'There is nothing in this version to divide these values by. Divide by the population, or take the values themselves.',
  'problem.indicators.no-phases': 'A phase of the area needs people in each of the phases 1 to 5, which these values do not have.',
  'problem.indicators.not-rolled-up':
    'Classes, shares and rates are not rolled up without their parts: a mean would hide the worst areas. Ask for a deeper level.',
  'problem.indicators.no-boundaries': 'These values were placed on no boundaries, so there are no units to show them by.',
  'problem.indicators.no-population': 'No population of this country is published here to divide by.',
};
