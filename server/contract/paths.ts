/**
 * Every address of this server on one screen, by the name of its route, in the order of the documents made from it. Nothing is imported
 * here, so the client may bundle it, while of the schemas it takes types only (decision 0005).
 */
export const API = '/api/v1';

const VERSION = `${API}/datasets/:id/versions/:version` as const;
const PRESENCE = `${API}/presence/:id` as const;
const MAP = `${API}/maps/:id` as const;
const COUNTRY = `${API}/countries/:scope` as const;
const GROUP = `${COUNTRY}/groups/:group` as const;
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
  getDraftReview: `get ${VERSION}/review`,
  requestReview: `post ${VERSION}/review/requests`,
  closeReviewRequest: `delete ${VERSION}/review/requests/:entry`,
  addReviewComment: `post ${VERSION}/review/comments`,
  changeReviewComment: `patch ${VERSION}/review/comments/:entry`,
  deleteReviewComment: `delete ${VERSION}/review/comments/:entry`,
  answerReviewPoint: `put ${VERSION}/review/points`,
  approveDraft: `put ${VERSION}/review/approval`,
  withdrawApproval: `delete ${VERSION}/review/approval`,
  endorseVersion: `post ${VERSION}/endorsements`,
  withdrawEndorsement: `delete ${VERSION}/endorsements/:entry`,

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

  getStructure: `get ${COUNTRY}/groups`,
  getStructureCsv: `get ${COUNTRY}/groups.csv`,
  getStructureJsonld: `get ${COUNTRY}/groups.jsonld`,
  createGroup: `post ${COUNTRY}/groups`,
  getGroup: `get ${GROUP}`,
  changeGroup: `patch ${GROUP}`,
  closeGroup: `post ${GROUP}/close`,
  deleteGroup: `delete ${GROUP}`,
  addSeat: `post ${GROUP}/seats`,
  changeSeat: `patch ${GROUP}/seats/:seat`,
  deleteSeat: `delete ${GROUP}/seats/:seat`,
  joinGroup: `post ${GROUP}/join`,
  createAppointment: `post ${GROUP}/appointments`,
  approveAppointment: `post ${GROUP}/appointments/:appointment/approve`,
  changeAppointment: `patch ${GROUP}/appointments/:appointment`,
  endAppointment: `post ${GROUP}/appointments/:appointment/end`,
  getStructureHistory: `get ${COUNTRY}/groups-history`,
  listRegistry: `get ${COUNTRY}/organisations`,
  createOrganisation: `post ${COUNTRY}/organisations`,
  changeOrganisation: `patch ${COUNTRY}/organisations/:organisation`,
  deleteOrganisation: `delete ${COUNTRY}/organisations/:organisation`,
  listPersons: `get ${COUNTRY}/persons`,
  createPerson: `post ${COUNTRY}/persons`,
  changePerson: `patch ${COUNTRY}/persons/:person`,
  deletePerson: `delete ${COUNTRY}/persons/:person`,
  claimPerson: `post ${COUNTRY}/persons/:person/claim`,
  listImports: `get ${COUNTRY}/imports`,
  readImport: `post ${COUNTRY}/imports`,
  getImport: `get ${COUNTRY}/imports/:import`,
  answerImport: `put ${COUNTRY}/imports/:import`,
  applyImport: `post ${COUNTRY}/imports/:import/apply`,
  dropImport: `delete ${COUNTRY}/imports/:import`,
  getMembership: `get ${API}/membership`,

  getSharing: `get ${COUNTRY}/sharing`,
  getClassification: `get ${COUNTRY}/sharing/:table`,
  saveClassification: `put ${COUNTRY}/sharing/draft`,
  dropClassification: `delete ${COUNTRY}/sharing/draft`,
  endorseClassification: `post ${COUNTRY}/sharing/draft/endorse`,
  getSensitivity: `get ${API}/datasets/:id/sensitivity`,
  setSensitivity: `put ${API}/datasets/:id/sensitivity`,
  clearSensitivity: `delete ${API}/datasets/:id/sensitivity`,

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
  appointMember: `post ${API}/members/:id/appointments`,
  endMemberAppointment: `delete ${API}/members/:id/appointments/:appointment`,
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
  coordination: '/c/:iso3/coordination',
  group: '/c/:iso3/coordination/:group',
  structureImport: '/c/:iso3/coordination-import',
  global: '/global',
  globalGroup: '/global/:group',
  sharing: '/c/:iso3/sharing',
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
