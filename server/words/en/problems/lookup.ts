/** The same as in problems.ts, of looking up units and of files made on request. */
export default {
  'problem.lookup.asked': 'Ask for one thing: code, or name (with within and level), or lon and lat.',
  'problem.lookup.columns': 'The columns are not said as a JSON list, each with column, role and level.',
  'problem.lookup.format': 'Tables get P-codes as CSV or XLSX. Save this one in one of these.',
  'problem.lookup.no-columns': 'No column says where the rows are. Say which one does, or look at ?answer=summary.',
  'problem.lookup.no-outlines': 'The outlines of this version are not stored, so places cannot be looked up in it.',
  'problem.lookup.no-rows': 'The file has no rows below a heading.',
  'problem.lookup.too-heavy': 'The table took too much time or memory. Split it, or use codmap pcode on the server.',
  'problem.lookup.too-many-rows': 'A table may have 100,000 rows. Split this one.',
};
