/** Addresses of the lookup of P-codes, and of files that are made of a version on request. */
const API = '/api/v1';
const VERSION = `${API}/datasets/:id/versions/:version` as const;

export const LOOKUP_PATHS = {
  lookUp: `get ${API}/lookup`,
  codeTable: `post ${API}/lookup/table`,
  listMade: `get ${VERSION}/made`,
  getMade: `get ${VERSION}/made/:file`,
  getHdx: `get ${VERSION}/hdx.json`,
} as const;
