/** Whether an address may be connected to: public unicast only, whatever form it is written in. */
import ipaddr from 'ipaddr.js';

/** Global unicast is all that is routed on the public internet (RFC 4291 §2.4, IANA: 2000::/3). */
const GLOBAL_UNICAST: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/**
 * True only for a public unicast address. Everything else counts as private: loopback, RFC 1918, link-local,
 * carrier NAT, documentation, multicast, the translations of IPv4 into IPv6, and what is no address at all.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_UNICAST);
}
