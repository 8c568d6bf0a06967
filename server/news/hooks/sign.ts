/** Secrets and signatures of webhooks (Standard Webhooks): HMAC-SHA256 over id, time and body. */
import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

/** The standard asks for 24 to 64 bytes. */
const SECRET_BYTES = 32;

export const newSecret = (): string => `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;

/** @param secrets the new one first; while a secret is changed the one before signs too, so that a receiver may change it when it likes */
export function signedHeaders(id: string, at: Date, body: string, secrets: readonly string[]): Record<string, string> {
  return {
    'content-type': 'application/json; charset=utf-8',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  };
}
