/** Private addresses: by table, and as properties of every address. */

import { describe, expect, test } from 'vitest';

import { addressBytes, isPrivateAddress } from './private-address.ts';

test.each([
  '0.0.0.0',
  '10.0.0.1',
  '10.255.255.255',
  '100.64.0.1',
  '100.127.255.255',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.8',
  '192.0.2.1',
  '192.168.0.1',
  '198.18.0.1',
  '198.19.255.255',
  '198.51.100.1',
  '203.0.113.9',
  '224.0.0.1',
  '239.255.255.255',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '[::1]',
  'fe80::1',
  'fe80::1%eth0',
  'febf::1',
  'fec0::1',
  'fc00::1',
  'fdff:1::1',
  'ff02::1',
  '100::1',
  '2001:db8::1',
  '3fff::1',
  '2001:2::1',
  '2001:10::1',
  '64:ff9b:1::1',
  '4000::1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::ffff:192.168.1.1',
  '::127.0.0.1',
  '::ffff:0:10.0.0.1',
  '64:ff9b::127.0.0.1',
  '64:ff9b::a00:1',
  '2002:7f00:1::',
  '2002:c0a8:101::1',
  '2001:0:4136:e378:8000:63bf:f5ff:fffe',
  '2001:0:a00:1::1',
  'localhost',
  '',
  '1.2.3',
  '0x7f.1',
  '2130706433',
  '127.1',
])('%s is private', (address) => {
  expect(isPrivateAddress(address)).toBe(true);
});

test.each([
  '1.1.1.1',
  '8.8.8.8',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '126.255.255.255',
  '128.0.0.1',
  '172.15.255.255',
  '172.32.0.0',
  '192.167.255.255',
  '192.169.0.0',
  '198.17.255.255',
  '198.20.0.0',
  '223.255.255.255',
  '2606:4700::1111',
  '2a00:1450:4001::200e',
  '::ffff:8.8.8.8',
  '64:ff9b::8.8.8.8',
  '2002:808:808::1',
  '2001:4860:4860::8888',
  '2001:0:4136:e378:8000:63bf:f7f7:f7f7',
])('%s is public', (address) => {
  expect(isPrivateAddress(address)).toBe(false);
});

/** A sequence of 32-bit numbers that is the same on every run. */
function* numbers(count: number): Generator<number> {
  let state = 20_240_312;
  for (let i = 0; i < count; i += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield (state ^ (state >>> 15)) >>> 0;
  }
}

const v4 = (n: number): string => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255].join('.');
const groups = (n: number): string => `${(n >>> 16).toString(16)}:${(n & 0xffff).toString(16)}`;

describe('for any IPv4 address', () => {
  test('all IPv6 addresses that carry it are as private as it is, in every notation', () => {
    for (const n of numbers(5_000)) {
      const expected = isPrivateAddress(v4(n));
      const carriers = [
        `::ffff:${v4(n)}`,
        `::FFFF:${groups(n)}`,
        `0:0:0:0:0:ffff:${groups(n)}`,
        `64:ff9b::${v4(n)}`,
        `2002:${groups(n)}::1`,
      ];
      for (const carrier of carriers) expect(isPrivateAddress(carrier), carrier).toBe(expected);
      const client = groups(~n >>> 0);
      expect(isPrivateAddress(`2001:0:808:808:0:0:${client}`), v4(n)).toBe(expected);
    }
  });

  test('every notation that a URL may have comes down to the same answer', () => {
    for (const n of numbers(2_000)) {
      for (const written of [
        String(n),
        `0x${n.toString(16)}`,
        `0${n.toString(8)}`,
        `${n >>> 24}.${n & 0xffffff}`,
      ]) {
        expect(isPrivateAddress(new URL(`http://${written}/`).hostname), written).toBe(
          isPrivateAddress(v4(n)),
        );
      }
    }
  });

  test('the whole of a private block is private', () => {
    for (const n of numbers(2_000)) {
      expect(isPrivateAddress(v4(((10 << 24) | (n & 0xffffff)) >>> 0))).toBe(true);
      expect(isPrivateAddress(v4(((127 << 24) | (n & 0xffffff)) >>> 0))).toBe(true);
      expect(isPrivateAddress(v4(((192 << 24) | (168 << 16) | (n & 0xffff)) >>> 0))).toBe(true);
    }
  });
});

test('an address has 4 or 16 bytes, and what is none has no bytes', () => {
  for (const n of numbers(500)) {
    expect(addressBytes(v4(n))).toHaveLength(4);
    expect(addressBytes(`2001:db8::${groups(n)}`)).toHaveLength(16);
  }
  expect(addressBytes('::1.2.3.4')).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4]);
  expect(addressBytes('1::')).toEqual([0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(addressBytes('example.org')).toBeNull();
});
