/** Routes of uploads and of the jobs that they become. */
import { jobAnswer, jobParams } from '../datasets/api.ts';
import type { JobStatus } from '../datasets/dataset.ts';
import { answerBody, fileParams, uploadBody, uploadForm } from '../datasets/drafts.ts';
import { answering, defineRoutes } from '../route.ts';
import { workAnswer } from './work.ts';

const FILES = '/api/v1/uploads/files';
/** Why tus asks for no dataset. */
const A_FILE = 'a file belongs to nothing yet; the upload that names it is asked about its dataset';

export const uploadRoutes = defineRoutes({
  getJob: {
    summary: 'How far an upload is',
    tag: 'jobs',
    params: jobParams,
    answer: { status: 200, schema: answering<JobStatus>(jobAnswer) },
    example: '/api/v1/jobs/JOB',
  },
  followJob: {
    summary: 'The same as server-sent events, until it is finished',
    tag: 'jobs',
    params: jobParams,
    answer: { status: 200, media: 'text/event-stream' },
    example: '/api/v1/jobs/JOB/events',
  },
  cancelJob: {
    summary: 'Cancels an upload that is waiting or under way',
    tag: 'jobs',
    params: jobParams,
    answer: { status: 202, schema: answering<JobStatus>(jobAnswer) },
    permission: 'job.cancel',
    example: '/api/v1/jobs/JOB',
  },
  getWork: {
    summary: 'What waits for the one who asks: own uploads that have not become a version, with what they ask, and all drafts',
    tag: 'jobs',
    answer: { status: 200, schema: workAnswer },
    permission: 'draft.read',
    wherever: 'drafts of other countries are left out of the answer',
    example: '/api/v1/work',
  },
  startUpload: {
    summary: 'Files in (multipart/form-data, or JSON naming files that were sent by tus), a job out; kind and country are detected if not given',
    tag: 'jobs',
    body: uploadBody,
    form: uploadForm,
    answer: { status: 202, schema: answering<JobStatus>(jobAnswer) },
    permission: 'upload.create',
    wherever: 'which dataset it is may have to be found out from the files; the handler asks once it is known',
    example: '/api/v1/uploads',
  },
  beginFile: {
    summary: 'Starts sending one large file by tus 1.0',
    tag: 'jobs',
    answer: { status: 201, media: 'text/plain' },
    permission: 'upload.create',
    wherever: A_FILE,
    example: FILES,
  },
  findFile: {
    summary: 'How much of a file has arrived (tus)',
    tag: 'jobs',
    params: fileParams,
    answer: { status: 200, media: 'text/plain' },
    permission: 'upload.create',
    wherever: A_FILE,
    hidden: 'a step of the tus protocol, which its own specification describes',
    example: `${FILES}/ID`,
  },
  sendFile: {
    summary: 'Continues sending from where it was interrupted (tus)',
    tag: 'jobs',
    params: fileParams,
    answer: { status: 204, media: 'text/plain' },
    permission: 'upload.create',
    wherever: A_FILE,
    example: `${FILES}/ID`,
  },
  deleteFile: {
    summary: 'Abandons an unfinished file (tus)',
    tag: 'jobs',
    params: fileParams,
    answer: { status: 204, media: 'text/plain' },
    permission: 'upload.create',
    wherever: A_FILE,
    example: `${FILES}/ID`,
  },
  answerJob: {
    summary: 'Answers the question with which a job ended (encoding, coordinate system, columns); the next job works on the same files',
    tag: 'jobs',
    params: jobParams,
    body: answerBody,
    answer: { status: 202, schema: answering<JobStatus>(jobAnswer) },
    permission: 'upload.create',
    example: '/api/v1/jobs/JOB/answers',
  },
});
