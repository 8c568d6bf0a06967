/** Every range that is not the public internet, one by one, and each hidden in another address. */
import { expect, test } from 'vitest';
import { isPublicAddress } from '../../../server/outside/egress/addresses.ts';

const PRIVATE: [what: string, ...addresses: string[]][] = [
  ['this network', '0.0.0.0', '0.1.2.3'],
  ['loopback', '127.0.0.1', '127.255.255.254', '::1', '::'],
  ['private', '10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.255', '192.168.0.1', '192.168.255.255'],
  ['link-local, with the metadata of clouds', '169.254.169.254', '169.254.0.1', 'fe80::1', 'febf::1'],
  ['shared by carriers', '100.64.0.1', '100.127.255.255'],
  ['multicast', '224.0.0.1', '239.255.255.255', 'ff02::1', 'ff0e::1'],
  ['reserved and broadcast', '240.0.0.1', '255.255.255.255'],
  ['for documentation and benchmarks', '192.0.2.1', '198.51.100.7', '203.0.113.9', '198.18.0.1', '198.19.255.255', '2001:db8::1', '2001:2::1'],
  ['of the IETF', '192.0.0.1', '192.0.0.170', '192.88.99.1'],
  ['unique local', 'fc00::1', 'fd00:ec2::254', 'fdff::1'],
  ['site-local of old', 'fec0::1'],
  ['discard', '100::1'],
  ['IPv4 in IPv6, mapped', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:10.1.2.3', '::ffff:169.254.169.254', '::FFFF:c0a8:0001'],
  ['IPv4 in IPv6, of old', '::127.0.0.1', '::7f00:1', '::93.184.215.14'],
  ['IPv4 in IPv6, translated', '::ffff:0:127.0.0.1', '::ffff:0:5db8:d70e'],
  ['6to4', '2002:7f00:1::', '2002:a00:1::1', '2002:a9fe:a9fe::1', '2002:5db8:d70e::1'],
  ['NAT64', '64:ff9b::127.0.0.1', '64:ff9b::a9fe:a9fe', '64:ff9b::10.0.0.1', '64:ff9b::c0a8:101', '64:ff9b:1::5db8:d70e'],
  ['Teredo and ORCHID', '2001::1', '2001:0:4136:e378:8000:63bf:3fff:fdd2', '2001:10::1', '2001:20::1'],
  ['not given out', '4000::1', '1000::1', '8000::1'],
  ['no address', '', 'localhost', '0x7f.1', '0177.0.0.1', '2130706433', '127.1', '127.0.0.1 ', 'fe80::1%eth0', '2606:4700::1%1', '1.2.3', '1.2.3.4.5', '256.1.1.1', '::g'], // prettier-ignore
];
const OPEN = ['93.184.215.14', '1.1.1.1', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '172.15.255.255', '172.32.0.0', '169.253.255.255', '2606:4700::1111', '2a00:1450:4001:81b::200e', '::ffff:93.184.215.14', '64:ff9b::93.184.215.14']; // prettier-ignore

test.each(PRIVATE)('%s', (_, ...addresses) => expect(addresses.filter(isPublicAddress)).toEqual([]));
test('the public internet', () => expect(OPEN.filter((address) => !isPublicAddress(address))).toEqual([]));
