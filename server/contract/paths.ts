/**
 * Every address of this server on one screen, by the name of its route, in the order of the documents made from it. Nothing is imported
 * here, so the client may bundle it, while of the schemas it takes types only (decision 0005).
 */
export const API = '/api/v1';

const VERSION = `${API}/datasets/:id/versions/:version` as const;
const PRESENCE = `${API}/presence/:id` as const;
const MAP = `${API}/maps/:id` as const;
const FILES = `${API}/uploads/files` as const;

/** Method and path; `:id` is one part of it. */
export const PATHS = {
  listDatasets: `get ${API}/datasets`,
  getDataset: `get ${API}/datasets/:id`,
  getVersion: `get ${VERSION}`,
  getReport: `get ${VERSION}/report`,
  getReportHtml: `get ${VERSION}/report.html`,
  getReportCsv: `get ${VERSION}/report.csv`,
  getReportGeojson: `get ${VERSION}/report.geojson`,
  listOccurrences: `get ${VERSION}/report/occurrences`,
  getReportTile: `get ${VERSION}/report/:z/:x/:y.mvt`,
  getChecklistHtml: `get ${VERSION}/checklist.html`,
  getChecklistXlsx: `get ${VERSION}/checklist.xlsx`,
  listUnits: `get ${VERSION}/units`,
  getUnit: `get ${VERSION}/units/:pcode`,
  getPopulation: `get ${VERSION}/population`,
  download: `get ${VERSION}/download/:file`,
  publishVersion: `post ${VERSION}/publish`,
  withdrawVersion: `post ${VERSION}/withdraw`,
  discardVersion: `delete ${VERSION}`,
  readColumns: `get ${VERSION}/columns`,
  sayColumns: `put ${VERSION}/columns`,
  planRepair: `post ${VERSION}/repair`,
  getRepair: `get ${VERSION}/repair`,
  dropRepair: `delete ${VERSION}/repair`,
  listRepairs: `get ${VERSION}/repair/operations`,
  listTextRepairs: `get ${VERSION}/repair/texts`,
  decideRepair: `put ${VERSION}/repair/decisions`,
  proveRepair: `post ${VERSION}/repair/proof`,
  applyRepair: `post ${VERSION}/repair/apply`,
  getRepairTile: `get ${VERSION}/repair/:z/:x/:y.mvt`,
  getRepairFile: `get ${VERSION}/repair/plan.json`,
  getRepairOutline: `get ${VERSION}/repair/outline.geojson`,
  getProof: `get ${VERSION}/proof.:format`,

  getPresence: `get ${PRESENCE}`,
  getPresenceSummary: `get ${PRESENCE}/summary`,
  getPresenceColumns: `get ${PRESENCE}/columns`,
  listPresenceRecords: `get ${PRESENCE}/records`,
  listOrganisations: `get ${PRESENCE}/organisations`,
  getPresenceMatrix: `get ${PRESENCE}/matrix`,
  getMatrixCsv: `get ${PRESENCE}/matrix.csv`,
  getListsCsv: `get ${PRESENCE}/organisations.csv`,
  getPresenceXlsx: `get ${PRESENCE}/workbook.xlsx`,
  getHapiCsv: `get ${PRESENCE}/hapi.csv`,
  getHxlCsv: `get ${PRESENCE}/hxl.csv`,
  getRecordsCsv: `get ${PRESENCE}/records.csv`,
  getReview: `get ${PRESENCE}/review`,
  listDecisions: `get ${PRESENCE}/decisions`,
  decide: `post ${PRESENCE}/decisions`,
  undoDecisions: `post ${PRESENCE}/decisions/undo`,
  applyDecisions: `post ${PRESENCE}/apply`,
  listProfiles: `get ${PRESENCE}/profiles`,
  saveProfile: `put ${PRESENCE}/profile`,
  setPolicy: `put ${PRESENCE}/policy`,
  deletePolicy: `delete ${PRESENCE}/policy`,

  getTilejson: 'get /tiles/:dataset/:version.json',
  getTile: 'get /tiles/:dataset/:version/:z/:x/:y.mvt',

  getJob: `get ${API}/jobs/:id`,
  followJob: `get ${API}/jobs/:id/events`,
  cancelJob: `delete ${API}/jobs/:id`,
  getWork: `get ${API}/work`,
  startUpload: `post ${API}/uploads`,
  beginFile: `post ${FILES}`,
  findFile: `head ${FILES}/:id`,
  sendFile: `patch ${FILES}/:id`,
  deleteFile: `delete ${FILES}/:id`,
  answerJob: `post ${API}/jobs/:id/answers`,
  changeMetadata: `patch ${VERSION}`,
  correctMetadata: `post ${VERSION}/corrections`,
  acceptFindings: `post ${VERSION}/exceptions`,
  listExceptions: `get ${API}/datasets/:id/exceptions`,
  undoException: `delete ${API}/datasets/:id/exceptions/:exception`,

  listMaps: `get ${API}/maps`,
  createMap: `post ${API}/maps`,
  getMap: `get ${MAP}`,
  changeMap: `put ${MAP}`,
  deleteMap: `delete ${MAP}`,
  restoreMap: `post ${MAP}/restore`,
  duplicateMap: `post ${MAP}/duplicate`,
  getMapValues: `get ${MAP}/values`,
  getMapShapes: `get ${MAP}/shapes`,
  listEmbeds: `get ${MAP}/embeds`,
  createEmbed: `post ${MAP}/embeds`,
  changeEmbed: `put ${API}/embeds/:id`,
  endEmbed: `delete ${API}/embeds/:id`,
  showMap: 'get /maps/:id',
  showMapShort: 'get /m/:id',
  getMapSvg: 'get /maps/:id.svg',
  getMapPng: 'get /maps/:id.png',
  getMapCsv: 'get /maps/:id.csv',
  getMapTxt: 'get /maps/:id.txt',
  getMapGeojson: 'get /maps/:id.geojson',
  previewSvg: 'get /preview.svg',
  previewPng: 'get /preview.png',
  previewCsv: 'get /preview.csv',
  previewTxt: 'get /preview.txt',
  previewGeojson: 'get /preview.geojson',
  getCountrySvg: 'get /countries/:iso3.svg',
  checkEmbeds: 'get /embed/self-check',
  showEmbed: 'get /embed/:id',
  getOembed: 'get /oembed',

  getSession: `get ${API}/session`,
  signIn: `post ${API}/session`,
  signOut: `delete ${API}/session`,
  changePassword: `put ${API}/session/password`,
  passSecondFactor: `post ${API}/session/code`,
  getSecondFactor: `get ${API}/session/second-factor`,
  setUpSecondFactor: `post ${API}/session/second-factor`,
  confirmSecondFactor: `put ${API}/session/second-factor`,
  endSecondFactor: `post ${API}/session/second-factor/off`,
  renewBackupCodes: `post ${API}/session/second-factor/backup-codes`,
  getInvite: `get ${API}/invites/:token`,
  join: `post ${API}/invites/:token`,
  invite: `post ${API}/members/invites`,
  deleteInvite: `delete ${API}/members/invites/:id`,
  listMembers: `get ${API}/members`,
  changeMember: `patch ${API}/members/:id`,
  removeMember: `delete ${API}/members/:id`,
  resetSecondFactor: `delete ${API}/members/:id/second-factor`,
  listNotices: `get ${API}/notices`,
  listKeys: `get ${API}/keys`,
  createKey: `post ${API}/keys`,
  deleteKey: `delete ${API}/keys/:id`,

  getHealth: 'get /healthz',
  getReadiness: 'get /readyz',
  getMetrics: 'get /metrics',
  getOpenApi: 'get /openapi.json',
  listProblems: 'get /problems',
  getProblem: 'get /problems/:code',
  showDocs: 'get /docs',
  getDocsStyle: 'get /docs.css',
} as const;

export type RouteName = keyof typeof PATHS;

/** Addresses that the client routes itself; the server answers each with its page. */
export const PAGES = {
  home: '/',
  country: '/c/:iso3',
  population: '/c/:iso3/population',
  signIn: '/signin',
  join: '/join/:token',
  members: '/members',
  upload: '/upload',
  archive: '/archive',
  draft: '/drafts/:dataset/:version',
  presence: '/c/:iso3/3w',
  review: '/3w/:id/review',
  dataset: '/c/:iso3/:dataset',
} as const;

export const methodOf = (name: RouteName): string => PATHS[name].split(' ')[0]!;
export const pathOf = (name: RouteName): string => PATHS[name].split(' ')[1]!;

/** What a query may hold; what is absent or empty is not asked for. */
export type QueryValues = Readonly<Record<string, unknown>>;

export function toQuery(values: QueryValues): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== undefined && value !== '') query.set(name, String(value as string | number | boolean));
  return query.toString();
}

/** The address of a route on this server: `toAddress('getJob', { id })`. */
export function toAddress(name: RouteName, params: Readonly<Record<string, string>> = {}, query: QueryValues = {}): string {
  const path = pathOf(name).replace(/:(\w+)/g, (_, part: string) => encodeURIComponent(params[part]!));
  const asked = toQuery(query);
  return asked ? `${path}?${asked}` : path;
}
