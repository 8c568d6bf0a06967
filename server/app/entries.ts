/** Where the threads and processes of the product begin. */
export const ANSWER_THREAD = new URL('./answerThread.ts', import.meta.url);
export const LAYER_THREAD = new URL('./layerThread.ts', import.meta.url);
export const INGEST_PROCESS = new URL('./ingestProcess.ts', import.meta.url);
export const DETECT_PROCESS = new URL('./detectProcess.ts', import.meta.url);
export const SERIES_THREAD = new URL('./print/seriesThread.ts', import.meta.url);
export const HARVEST_PROCESS = new URL('./workgroup/harvestProcess.ts', import.meta.url);
