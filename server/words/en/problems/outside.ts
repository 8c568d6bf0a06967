/** The same as in problems.ts, of fetching from other servers. */
export default {
  'problem.outside.encoding': 'What the other server sent is packed in a way that cannot be read here.',
  'problem.outside.large': 'The other server sent more than is accepted here, and was stopped.',
  'problem.outside.redirects': 'The other server redirects too often. Give the address where the data are.',
  'problem.outside.refused':
    'This server does not fetch from this address: only `https` addresses of hosts that its administrator allows, and none inside a network.',
  'problem.outside.slow': 'The other server took too long. Try again later.',
  'problem.outside.unreachable': 'The other server cannot be reached. Check the address, or try again later.',
  'problem.outside.wait': 'The other server asked to be left alone for a while.',
};
