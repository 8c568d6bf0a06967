/** Addresses of the built embed client: read from the page that the build makes, so that nothing here knows hashed names. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface WidgetAssets {
  script: string;
}

/** null where the client has not been built: pages then stay pictures. */
export function readWidgetAssets(clientDir: string): WidgetAssets | null {
  let html: string;
  try {
    html = readFileSync(join(clientDir, 'embed.html'), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const script = /<script[^>]+src="(\/assets\/[^"]+)"/.exec(html)?.[1];
  return script === undefined ? null : { script };
}
