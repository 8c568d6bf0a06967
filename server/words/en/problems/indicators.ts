/** The same as in problems.ts, of indicators. */
export default {
  'problem.indicators.answers': 'The answers about the file cannot be read.',
  'problem.indicators.changed': 'Somebody changed the list in the meantime. Reload it and look at it again.',
  'problem.indicators.code-taken': 'This code was used before. Codes are never used again: choose another.',
  'problem.indicators.code-unknown': 'The list has no indicator with this code.',
  'problem.indicators.list-file':
    'No column of the file holds codes of indicators. Its headings are those of the registry of indicators: Code, Title, Unit of Measurement and others.',
  'problem.indicators.measure': 'An indicator that was agreed does not change what it measures: retire it and propose another under a new code.',
  'problem.indicators.no-draft': 'There is nothing to agree on: the list has no draft.',
  'problem.indicators.no-place': 'No column holds places; the answer says what each column was read as. Name the column, or add one.',
  'problem.indicators.no-values': 'No column holds values of an indicator; the answer says what each column was read as. Say which columns do.',
  'problem.indicators.shares': 'Shares of an area are above 0 and together at most 1.',
};
