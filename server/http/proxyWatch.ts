/** Notices that a reverse proxy seems to stand in front of a server that was not told so. */
import type { RequestHandler } from 'express';
import type { Notices } from './notices.ts';

/**
 * With CODMAP_TRUST_PROXY at 0 and a proxy in front, all readers have one address, the proxy's: they share its limits, and who signs in
 * over TLS is taken for somebody without. The header alone is no proof, since anybody can send it; so the first one is told with the
 * address that the connection came from, and a person who knows the network judges.
 */
export function watchProxies(notices: Notices): RequestHandler {
  return (request, _response, next) => {
    if (request.headers['x-forwarded-for'] !== undefined)
      notices.raise('proxy.untrusted', 'Proxy:NotTrusted', {
        from: request.socket.remoteAddress ?? '',
        hint: 'A request had X-Forwarded-For and CODMAP_TRUST_PROXY is 0. If there is a reverse proxy in front, set it to 1; until then all readers count as one address.',
      });
    next();
  };
}
