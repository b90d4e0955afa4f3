import { createHmac } from 'node:crypto';

const namespaced = /^(github|launchpad|orcid|email|aiwatch|pdl):(.*)$/is;

/** Namespaces whose identifiers are the same in any case: so their publishers compare them. */
const inAnyCase: readonly string[] = ['github', 'launchpad', 'orcid', 'email'];

/**
 * The pseudonym of a person: HMAC-SHA-256 of `namespace:identifier`, as 64 hexadecimal digits.
 *
 * An identifier that names its namespace (`github:…`, `launchpad:…`, `orcid:…`, `email:…`, and `aiwatch:…` and `pdl:…` for
 * the ids of these publishers) is the same person in every file; any other is a person of the given namespace only. Logins, iDs and addresses are compared in lower case.
 */
export function pseudonymOf(key: Uint8Array, identifier: string, namespace: string): string {
  const found = namespaced.exec(identifier.trim());
  const space = found?.[1]?.toLowerCase() ?? namespace;
  const own = found?.[2]?.trim() ?? identifier.trim();
  return hmac(key, `${space}:${inAnyCase.includes(space) ? own.toLowerCase() : own}`);
}

/** The pseudonym of an identifier that says its namespace, one of the four or another before a colon; null where it is bare. */
export function pseudonymIn(key: Uint8Array, written: string): string | null {
  if (namespaced.test(written.trim())) return pseudonymOf(key, written, '');
  return written.includes(':') ? hmac(key, written.trim()) : null;
}

/** An identifier without its namespace. */
export function bareOf(identifier: string): string {
  return (namespaced.exec(identifier.trim())?.[2] ?? identifier).trim();
}

/** How a SHA-256 of a publisher's list is kept. */
export function hashedEntry(key: Uint8Array, sha256: string): string {
  return hmac(key, `sha256:${sha256.toLowerCase()}`);
}

/** What tells that a key belongs to a database, without revealing it. */
export function fingerprintOf(key: Uint8Array): string {
  return hmac(key, 'mercato key').slice(0, 16);
}

function hmac(key: Uint8Array, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}
