/** Ids that are the same for ever: hashes of what identifies a thing. */
import { createHash } from 'node:crypto';

/** SHA-256 as lower-case hex. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/**
 * The id of an article: 20 hex digits (80 bits) of the hash of its identity.
 * @param identity the identity URL (newspapers/identity.ts), or `import:COLLECTION:ID` for text without one
 */
export function articleId(identity: string): string {
  return sha256(identity).slice(0, 20);
}
