/** What works or lies beside a server: threads of answers, processes of uploads, files and jobs, the judge of passwords, the built client. They end with the server that began them. */
import type { Answered, Refused, Told } from '../http/told.ts';
import { loadAssets, type Assets } from '../http/static.ts';
import { startAnswerThread } from '../jobs/apart.ts';
import type { PoolThread } from '../jobs/pool.ts';
import type { SeriesThread } from '../maps/series/jobs.ts';
import { startSeriesThread } from '../maps/series/thread.ts';
import { startProcess } from '../jobs/process.ts';
import { createPasswordJudge, type PasswordJudge } from '../people/signin/passwords.ts';
import type { AnswerData } from './answering.ts';
import { ANSWER_THREAD, SERIES_THREAD } from './entries.ts';

/** Another one keeps them from one server to the next: where servers live for seconds, most of their work is to start these. */
export interface Beside {
  startAnswerThread(data: AnswerData, memoryMb: number): PoolThread<Told, Answered | Refused>;
  startProcess: typeof startProcess;
  startSeriesThread(data: AnswerData): SeriesThread;
  createPasswordJudge(): PasswordJudge;
  loadAssets(clientDir: string): Assets;
}

export const BESIDE: Beside = {
  startAnswerThread: (data, memoryMb) => startAnswerThread(ANSWER_THREAD, data, memoryMb),
  startProcess,
  startSeriesThread: (data) => startSeriesThread(SERIES_THREAD, data),
  createPasswordJudge,
  loadAssets,
};
