/** Rows of the tables of indicators. Columns: migrations/0077_indicator_list.sql and 0078_indicator_area.sql. */
export interface IndicatorListRow {
  scope: string;
  number: number;
  entries: string;
  created_at: string;
  created_by: string | null;
  revision: number;
  agreed_by: string | null;
  agreed_on: string | null;
  decision: string | null;
  agreed_at: string | null;
}

export interface IndicatorAreaRow {
  id: string;
  scope: string;
  subject: string;
  shares: string;
  decided_by: string;
  decided_at: string;
  undone_by: string | null;
  undone_at: string | null;
}
