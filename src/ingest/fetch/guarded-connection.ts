/** Connections that refuse private addresses at the moment they are made, whatever name led there. */

import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';

import { isPrivateAddress } from './private-address.ts';

/** Why a connection was not made. Becomes an `address-refused` error where the URL is known. */
export class RefusedAddress extends Error {
  readonly address: string;

  constructor(address: string) {
    super(`private address ${address}`);
    this.name = 'RefusedAddress';
    this.address = address;
  }
}

export interface ConnectionOptions {
  readonly allowPrivateNetwork: boolean;
  /** How names become addresses; the system's way unless a test passes its own. */
  readonly lookup?: LookupFunction | undefined;
  readonly timeoutMs: number;
  /** Which addresses are refused; the private ones unless a test, all of whose servers are private, says otherwise. */
  readonly isRefused?: ((address: string) => boolean) | undefined;
}

/**
 * A pool of connections. The check stands here and not before the request, since a name may lead
 * elsewhere a moment later; it sees the very addresses that the socket then uses. Proxies named in
 * the environment are not used: the check would see the proxy's address instead of the page's.
 */
export function guardedAgent({
  allowPrivateNetwork,
  lookup,
  timeoutMs,
  isRefused,
}: ConnectionOptions): Agent {
  const refuses = allowPrivateNetwork ? () => false : (isRefused ?? isPrivateAddress);
  const resolve = lookup ?? (systemLookup as LookupFunction);
  const connect = buildConnector({
    timeout: timeoutMs,
    lookup: guardedLookup(resolve, refuses),
  });
  return new Agent({
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    connect(options, callback) {
      // An address in the URL itself is never looked up, so it is checked here.
      const host = options.hostname.replace(/^\[(.*)\]$/, '$1');
      if (isIP(host) !== 0 && refuses(host)) {
        callback(new RefusedAddress(host), null);
        return;
      }
      connect(options, callback);
    },
  });
}

/** A lookup that fails when one of the addresses is private: an answer that mixes both kinds is not to be trusted. */
function guardedLookup(resolve: LookupFunction, refuses: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, options, (error, address, family) => {
      if (error !== null) {
        callback(error, address, family);
        return;
      }
      const refused = addressesOf(address).find(refuses);
      if (refused === undefined) callback(null, address, family);
      else callback(new RefusedAddress(refused), '', 0);
    });
  };
}

function addressesOf(answer: string | readonly LookupAddress[]): readonly string[] {
  return typeof answer === 'string' ? [answer] : answer.map(({ address }) => address);
}
