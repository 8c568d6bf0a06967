/** Addresses of the lookup of P-codes. */
const API = '/api/v1';

export const LOOKUP_PATHS = {
  lookUp: `get ${API}/lookup`,
  codeTable: `post ${API}/lookup/table`,
} as const;
