/** Which addresses belong to the public internet. Everything else is refused, also what is only written inside another address. */
import ipaddr from 'ipaddr.js';

/** Prefixes of IPv6 that hold an address of IPv4 which a gateway or this machine turns back into one (RFC 4291, 6052). */
const CARRIERS = [ipaddr.IPv6.parseCIDR('::ffff:0:0/96'), ipaddr.IPv6.parseCIDR('64:ff9b::/96')];
/** All that has been given out (RFC 4291): what lies outside leads nowhere, or somewhere that only this network knows. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');
/** Of IPv4 what ipaddr.js counts as unicast though it is not public: benchmarks (RFC 2544), assignments of the IETF and relays of 6to4. */
const CLOSED = ['198.18.0.0/15', '192.0.0.0/24', '192.88.99.0/24', '192.31.196.0/24', '192.52.193.0/24', '192.175.48.0/24'].map((range) =>
  ipaddr.IPv4.parseCIDR(range),
);

/**
 * An address as a resolver gives it, in full: `::ffff:1.2.3.4` is judged as 1.2.3.4. Loopback, private, link-local, CGNAT, multicast, ULA, reserved,
 * 6to4 and Teredo are not public, nor is any text that is no address.
 */
export function isPublicAddress(text: string): boolean {
  // Zones name an interface of this machine. The parser would also read octal and hexadecimal parts, which no resolver gives.
  if (text.includes('%') || !/^(\d{1,3}(\.\d{1,3}){3}|[\da-f:]*:[\da-f:.]*)$/i.test(text) || !ipaddr.isValid(text)) return false;
  // `::1.2.3.4`, of old, would be read as the mapped address.
  if (text.includes(':') && text.includes('.') && !/^(::ffff|64:ff9b:):\d/i.test(text)) return false;
  const address = ipaddr.parse(text);
  return address instanceof ipaddr.IPv4 ? isPublic4(address) : isPublic6(address as ipaddr.IPv6);
}

const isPublic4 = (address: ipaddr.IPv4): boolean => address.range() === 'unicast' && !CLOSED.some((range) => address.match(range));

function isPublic6(address: ipaddr.IPv6): boolean {
  if (CARRIERS.some((range) => address.match(range))) return isPublic4(new ipaddr.IPv4(address.toByteArray().slice(12)));
  return address.match(GLOBAL_UNICAST) && address.range() === 'unicast';
}
