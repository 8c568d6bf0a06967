/** Addresses of the registry of assessments, apart for the length of paths.ts. */
const COUNTRY = '/api/v1/countries/:scope';
const ASSESSMENTS = `${COUNTRY}/assessments` as const;

export const ASSESSMENT_PATHS = {
  listAssessments: `get ${ASSESSMENTS}`,
  createAssessment: `post ${ASSESSMENTS}`,
  submitAssessment: `post ${ASSESSMENTS}/submissions`,
  checkAssessment: `post ${ASSESSMENTS}/checks`,
  decideAssessmentPair: `post ${ASSESSMENTS}/pairs`,
  getAssessmentCoverage: `get ${ASSESSMENTS}/coverage`,
  getAssessmentMatrix: `get ${ASSESSMENTS}/matrix`,
  getAssessmentGaps: `get ${ASSESSMENTS}/gaps`,
  listAssessmentImports: `get ${ASSESSMENTS}/imports`,
  importAssessments: `post ${ASSESSMENTS}/imports`,
  getAssessment: `get ${ASSESSMENTS}/:assessment`,
  changeAssessment: `patch ${ASSESSMENTS}/:assessment`,
  confirmAssessment: `post ${ASSESSMENTS}/:assessment/confirm`,
  answerAssessment: `post ${ASSESSMENTS}/:assessment/answers`,
  deleteAssessment: `delete ${ASSESSMENTS}/:assessment`,
  listAssessmentLinks: `get ${COUNTRY}/assessment-links`,
  createAssessmentLink: `post ${COUNTRY}/assessment-links`,
  revokeAssessmentLink: `delete ${COUNTRY}/assessment-links/:link`,
  getAssessmentsCsv: `get ${COUNTRY}/assessments.csv`,
  getAssessmentsXlsx: `get ${COUNTRY}/assessments.xlsx`,
  getAssessmentsJson: `get ${COUNTRY}/assessments.json`,
  getAssessmentsHxl: `get ${COUNTRY}/assessments.hxl.csv`,
  getAssessmentsCalendar: `get ${COUNTRY}/assessments.ics`,
  getAssessmentsFeed: `get ${COUNTRY}/assessments.atom`,
  getAssessmentsGeojson: `get ${COUNTRY}/assessments.geojson`,
  getAssessmentForm: `get ${COUNTRY}/assessments-form.xlsx`,
} as const;
