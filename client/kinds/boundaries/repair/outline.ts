/** Which outline of the country units are led to: what there is already, or a file. Pure. */
import type { RepairState } from '../../../../server/contract/boundaries/repairRoutes.ts';

type Known = RepairState['outline'];
export type Choice = 'kept' | 'none' | 'published' | 'file';

/** What can be chosen, in the order in which it is offered. That of the plan is one of them by its own name, unless it is what is published now. */
export const choicesOf = ({ kept, published }: Known): Choice[] => [
  'none',
  ...(published === null ? [] : ['published' as const]),
  ...(kept === null || isPublished({ kept, published }) ? [] : ['kept' as const]),
  'file',
];

const isPublished = ({ kept, published }: Pick<Known, 'kept' | 'published'>): boolean => kept?.from === 'published' && kept.version === published;

export class OutlineChoice {
  choice: Choice = 'none';
  file: File | null = null;
  /** Whether the options that it belongs to are unfolded: what was wrong unfolds them, and nothing folds them under the hands of whoever chooses. */
  isUnfolded = false;
  /** Chosen anew since it was last sent: what was wrong with the one before is not said of it. */
  isNew = false;
  /** Why the file could not be used; `many`: there were several. */
  error: unknown = null;

  /** Begins with what the plan has. */
  keep(known: Known): void {
    this.choice = known.kept === null ? 'none' : isPublished(known) ? 'published' : 'kept';
    this.file = null;
    this.error = null;
    this.isUnfolded = this.isNew = false;
  }

  choose(choice: Choice): void {
    this.choice = choice;
    this.error = null;
    this.isNew = true;
  }

  /** One file; several are none. */
  take(files: readonly File[]): void {
    this.choice = 'file';
    this.file = files.length === 1 ? files[0]! : null;
    this.error = files.length > 1 ? 'many' : null;
    this.isNew = true;
  }

  /** Whether there is what was chosen. */
  get isReady(): boolean {
    return this.choice !== 'file' || this.file !== null;
  }

  /** Would another plan be led to another outline? */
  isChanged(known: Known): boolean {
    if (this.choice === 'none') return known.kept !== null;
    if (this.choice === 'published') return !isPublished(known);
    return this.choice === 'file';
  }

  /** What is sent with the next plan. */
  get sent(): 'kept' | 'none' | 'published' | File {
    return this.choice === 'file' ? this.file! : this.choice;
  }
}

/** What the server says is wrong with an outline, which is told where it was chosen. */
export const isOutlineFault = ({ code }: { code: string }): boolean => code.startsWith('repair.outline');
