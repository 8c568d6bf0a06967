/** Rows of messages (migrations/0054_mail.sql). Instants are ISO 8601 in UTC. */
export interface MailRow {
  id: string;
  kind: string;
  scope: string;
  person: string | null;
  state: 'waiting' | 'sent' | 'failed' | 'handed';
  attempts: number;
  next_at: string;
  created_at: string;
  done_at: string | null;
  sealed: string | null;
}
