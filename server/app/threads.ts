/** Where the threads of the product begin. */
export const INGEST_THREAD = new URL('./ingestThread.ts', import.meta.url);
export const ANSWER_THREAD = new URL('./answerThread.ts', import.meta.url);
export const DETECT_THREAD = new URL('./detectThread.ts', import.meta.url);
