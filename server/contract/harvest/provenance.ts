/** Where a version came from that was fetched from another server. `url` is left out where a secret was needed. */
export interface Provenance {
  source: string;
  fetch: string;
  host: string;
  url: string | null;
  at: string;
  sha256: string;
}
