/** Which hosts may be asked: exact names, or all below one, with ports of their own. Pure. */
import { ForbiddenError } from '../../errors.ts';
import { problemText } from '../../words/problems.ts';

interface AllowedHost {
  /** Below which names are allowed, with the dot; else one name. */
  suffix: string | null;
  name: string;
  port: string;
}

const HTTPS_PORT = '443';

/** @throws Error for what is no name of a host, such as an address or `*.org`: a list that allows more than it says is not used */
export function parseAllowedHosts(list: readonly string[]): AllowedHost[] {
  return list.map((given) => {
    const [, star, name, port = HTTPS_PORT] = /^(\*\.)?([\w.-]+?)(?::(\d{1,5}))?$/i.exec(given.trim()) ?? [];
    const ascii = name && URL.canParse(`https://${name}`) ? new URL(`https://${name}`).hostname : '';
    // Names end with letters; addresses in any spelling have become digits.
    if (!/^([a-z\d_]([a-z\d_-]*[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/.test(ascii) || Number(port) < 1 || Number(port) > 65_535)
      throw new Error(`${given} is no host name such as data.humdata.org, *.humdata.org or kobo.example.org:8443`);
    return { suffix: star ? `.${ascii}` : null, name: ascii, port: String(Number(port)) };
  });
}

/** @throws ForbiddenError `outside.refused` with `details.reason` */
export function checkAddress(given: string | URL, allowed: readonly AllowedHost[]): URL {
  if (!URL.canParse(String(given))) throw refused('address');
  const url = new URL(String(given));
  if (url.protocol !== 'https:') throw refused('scheme');
  if (url.username !== '' || url.password !== '') throw refused('credentials');
  const port = url.port || HTTPS_PORT;
  const named = allowed.filter(({ suffix, name }) => (suffix === null ? url.hostname === name : url.hostname.endsWith(suffix)));
  if (named.length === 0) throw refused('host', url.hostname);
  if (!named.some((each) => each.port === port)) throw refused('port', `${url.hostname}:${port}`);
  return url;
}

export type Refusal = 'address' | 'scheme' | 'credentials' | 'host' | 'port' | 'network' | 'redirect';

/** `host`: what was asked for; the rest of an address may be a secret and is not told. */
export const refused = (reason: Refusal, host?: string): ForbiddenError =>
  new ForbiddenError('outside.refused', problemText('outside.refused'), { details: { reason, ...(host ? { host } : {}) } });
