/** Sends files: one request below 5 MB, tus above, which goes on where a cut line left it, also after the page was closed. */
import { Upload } from 'tus-js-client';
import { toAddress } from '../../../server/contract/paths.ts';
import type { ProblemDetails } from '../../../server/contract/datasets/api.ts';
import type { JobStatus } from '../../../server/contract/datasets/dataset.ts';
import type { UploadAbout } from '../../../server/contract/datasets/drafts.ts';
import { ApiProblem, OfflineProblem } from '../../kit/api.ts';
import type { Work } from '../../kit/work.ts';

export const SMALL_BYTES = 5_000_000;
/** A line that is cut loses at most this. */
const CHUNK = 4_000_000;
const RETRIES_MS = [0, 1000, 3000, 5000, 10_000, 20_000];

export interface Transfer {
  files: File[];
  about: UploadAbout;
  work: Pick<Work, 'startUpload'>;
  signal: AbortSignal;
  /** Bytes sent of all. */
  onProgress: (sent: number, total: number) => void;
}

/** @returns the job. Throws ApiProblem or OfflineProblem, or an AbortError when `signal` fires. */
export async function sendFiles(transfer: Transfer): Promise<JobStatus> {
  const total = transfer.files.reduce((sum, { size }) => sum + size, 0);
  return total <= SMALL_BYTES ? sendForm(transfer, total) : sendPieces(transfer, total);
}

/** XMLHttpRequest, because fetch does not say how much has been sent. */
function sendForm({ files, about, signal, onProgress }: Transfer, total: number): Promise<JobStatus> {
  const form = new FormData();
  for (const file of files) form.append('files', file, file.name);
  for (const [name, value] of Object.entries(about)) if (value) form.append(name, value);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', toAddress('startUpload'));
    request.responseType = 'text';
    request.upload.addEventListener('progress', ({ loaded }) => onProgress(Math.min(loaded, total), total));
    request.addEventListener('load', () => {
      if (request.status === 202) resolve(JSON.parse(request.responseText) as JobStatus);
      else reject(new ApiProblem(readProblem(request.status, request.responseText)));
    });
    request.addEventListener('error', () => reject(new OfflineProblem(null)));
    request.addEventListener('abort', () => reject(new DOMException('Cancelled', 'AbortError')));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(form);
  });
}

async function sendPieces({ files, about, work, signal, onProgress }: Transfer, total: number): Promise<JobStatus> {
  const sent: { id: string; name: string }[] = [];
  let before = 0;
  for (const file of files) {
    const id = await sendByTus(file, signal, (bytes) => onProgress(before + bytes, total));
    sent.push({ id, name: file.name });
    before += file.size;
  }
  return work.startUpload(sent, about);
}

function sendByTus(file: File, signal: AbortSignal, onProgress: (bytes: number) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint: toAddress('beginFile'),
      chunkSize: CHUNK,
      retryDelays: RETRIES_MS,
      removeFingerprintOnSuccess: true,
      onProgress,
      onSuccess: () => {
        signal.removeEventListener('abort', cancel);
        resolve(upload.url!.split('/').at(-1)!);
      },
      onError: (error) => {
        const response = 'originalResponse' in error ? error.originalResponse : null;
        reject(response ? new ApiProblem(readProblem(response.getStatus(), response.getBody())) : new OfflineProblem(error));
      },
    });
    // What the server keeps of it is asked to go; where that does not work, it goes by itself after a day.
    const cancel = () => {
      reject(new DOMException('Cancelled', 'AbortError'));
      upload.abort(true).catch(() => undefined);
    };
    signal.addEventListener('abort', cancel, { once: true });
    void upload
      .findPreviousUploads()
      .then(([previous]) => previous && upload.resumeFromPreviousUpload(previous))
      .finally(() => upload.start());
  });
}

function readProblem(status: number, body: string): ProblemDetails {
  try {
    const problem = JSON.parse(body) as ProblemDetails;
    if (typeof problem.detail === 'string') return problem;
  } catch {
    // The protocol's own answers are plain text.
  }
  return { type: '/problems/http', title: '', status, detail: body.slice(0, 300) || String(status), instance: '' };
}
