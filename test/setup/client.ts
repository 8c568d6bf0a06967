/** Before any file of the projects that serve pages: the client is built once. Files that start the product side by side would each make their own. */
import { buildClient } from '../../scripts/buildClient.ts';

export const setup = (): Promise<void> => buildClient(() => console.error('Building the client …'));
