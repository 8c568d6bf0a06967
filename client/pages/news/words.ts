/** What the pages of news say. */
import type { Digest } from '../../../server/contract/news/news.ts';
import type commonMessages from '../../../server/words/en/interface/common.ts';
import type newsMessages from '../../../server/words/en/interface/workgroup/news.ts';

export type NewsKey = keyof typeof commonMessages | keyof typeof newsMessages;

/** How often a digest may come. */
export const DIGESTS = ['off', 'daily', 'weekly'] as const satisfies readonly Digest['every'][];
