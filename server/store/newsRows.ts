/** Rows of events (migrations/0071_events.sql). Instants are ISO 8601 in UTC. */
export interface NewsEventRow {
  id: string;
  kind: string;
  at: string;
  scope: string;
  dataset: string | null;
  version: string | null;
  subject: string | null;
  workgroup: string | null;
  audience: string;
  detail: string;
  passed_at: string | null;
}

/** Rows of what accounts read and want, of receivers and of what is sent to them (migrations/0072_webhooks.sql). */
export interface NewsReadRow {
  account: string;
  event: string;
}
export interface NewsChoiceRow {
  account: string;
  digest: 'off' | 'daily' | 'weekly';
  language: string;
  zone: string;
  digest_until: string;
  read_until: string;
}
export interface WebhookRow {
  id: string;
  scope: string;
  workgroup: string | null;
  dataset: string | null;
  url: string;
  events: string;
  reach: 'public' | 'own';
  account: string;
  secret: string;
  old_secret: string | null;
  old_until: string | null;
  state: 'on' | 'off' | 'disabled';
  failing_since: string | null;
  created_at: string;
  created_by: string;
}
export interface DeliveryRow {
  id: string;
  webhook: string;
  event: string | null;
  kind: string;
  state: 'waiting' | 'delivered' | 'failed' | 'dropped';
  attempts: number;
  next_at: string;
  lease_until: string | null;
  created_at: string;
  done_at: string | null;
  status: number | null;
  fault: string | null;
}
