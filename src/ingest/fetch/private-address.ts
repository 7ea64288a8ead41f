/** Which internet addresses are private: everything that is not a public unicast address. */

import { isIP } from 'node:net';

/**
 * Whether an address must not be reached unless the user permits it.
 *
 * True for loopback, private, shared (carrier-grade NAT), link-local, multicast, unspecified,
 * documentation, benchmark and reserved addresses. An IPv6 address that carries an IPv4 one (mapped,
 * compatible, translated, NAT64 64:ff9b::/96, 6to4, Teredo) is as private as that. What is no address at
 * all is private too, so that a strange notation is refused and not let through. Sources: the IANA
 * special-purpose registries for IPv4 and IPv6.
 */
export function isPrivateAddress(address: string): boolean {
  const bytes = addressBytes(address);
  if (bytes === null) return true;
  return bytes.length === 4 ? isPrivateV4(bytes) : isPrivateV6(bytes);
}

/** The 4 or 16 bytes of an address; null when it is none. A zone (`%eth0`) and brackets are dropped. */
export function addressBytes(address: string): readonly number[] | null {
  const bare = address.replace(/^\[(.*)\]$/, '$1').replace(/%.*$/, '');
  const family = isIP(bare);
  if (family === 4) return bare.split('.').map(Number);
  return family === 6 ? bytesOfV6(bare) : null;
}

function bytesOfV6(address: string): readonly number[] {
  const [head = '', tail] = address.split('::');
  const left = bytesOfGroups(head);
  if (tail === undefined) return left;
  const right = bytesOfGroups(tail);
  return [...left, ...new Array<number>(16 - left.length - right.length).fill(0), ...right];
}

function bytesOfGroups(groups: string): number[] {
  if (groups === '') return [];
  return groups.split(':').flatMap((group) => {
    if (group.includes('.')) return group.split('.').map(Number);
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 255];
  });
}

/** A range of addresses: its first bytes and how many bits of them count. */
type Range = readonly [first: readonly number[], bits: number];

const PRIVATE_V4: readonly Range[] = [
  [[0], 8], // "this network", and unspecified
  [[10], 8],
  [[100, 64], 10], // carrier-grade NAT
  [[127], 8],
  [[169, 254], 16], // link-local, where clouds keep their secrets
  [[172, 16], 12],
  [[192, 0, 0], 24],
  [[192, 0, 2], 24], // documentation, as are the two below that end in 100 and 113
  [[192, 88, 99], 24], // 6to4 relays
  [[192, 168], 16],
  [[198, 18], 15], // benchmarks
  [[198, 51, 100], 24],
  [[203, 0, 113], 24],
  [[224], 4], // multicast
  [[240], 4], // reserved, and broadcast
];

function isPrivateV4(bytes: readonly number[]): boolean {
  return PRIVATE_V4.some((range) => isWithin(bytes, range));
}

/** Only 2000::/3 is public unicast at all; these parts of it are not. */
const PRIVATE_V6: readonly Range[] = [
  [[0x20, 0x01, 0x00, 0x02, 0x00, 0x00], 48], // benchmarks
  [[0x20, 0x01, 0x00, 0x10], 28], // ORCHID, withdrawn
  [[0x20, 0x01, 0x00, 0x20], 28], // ORCHID version 2
  [[0x20, 0x01, 0x0d, 0xb8], 32], // documentation
  [[0x3f, 0xff, 0x00], 20], // documentation
];

const PUBLIC_V6: Range = [[0x20], 3];

/** Ranges whose addresses carry an IPv4 address, with the index of its first byte. */
const CARRIERS: readonly (readonly [Range, number])[] = [
  [[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff], 96], 12], // mapped
  [[[0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0], 96], 12], // translated
  [[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 96], 12], // compatible, and with it :: and ::1
  [[[0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0], 96], 12], // NAT64
  [[[0x20, 0x02], 16], 2], // 6to4
];

const TEREDO: Range = [[0x20, 0x01, 0, 0], 32];

function isPrivateV6(bytes: readonly number[]): boolean {
  for (const [range, at] of CARRIERS) {
    if (isWithin(bytes, range)) return isPrivateV4(bytes.slice(at, at + 4));
  }
  if (isWithin(bytes, TEREDO)) {
    // The server stands in bytes 4 to 7; the client in the last four, each bit turned over.
    const client = bytes.slice(12).map((byte) => byte ^ 255);
    return isPrivateV4(bytes.slice(4, 8)) || isPrivateV4(client);
  }
  return !isWithin(bytes, PUBLIC_V6) || PRIVATE_V6.some((range) => isWithin(bytes, range));
}

function isWithin(bytes: readonly number[], [first, bits]: Range): boolean {
  for (let i = 0; i * 8 < bits; i += 1) {
    const kept = Math.min(8, bits - i * 8);
    const mask = (0xff << (8 - kept)) & 0xff;
    if (((bytes[i] ?? 0) & mask) !== ((first[i] ?? 0) & mask)) return false;
  }
  return true;
}
