import { buildClient } from '../scripts/buildClient.ts';

export const setup = (): Promise<void> => buildClient(() => console.error('Building the client …'));
