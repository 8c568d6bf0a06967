/** How much work strangers of one address may have done for them: seconds of computing that are used up and come back. */
import { TooManyError } from '../errors.ts';

export interface Budgets {
  /** @throws TooManyError `busy.address` where nothing is left. */
  refuseSpent(address: string): void;
  charge(address: string, seconds: number): void;
}

export interface BudgetOptions {
  /** What an address has to begin with, and at most. */
  seconds: number;
  /** What comes back each second. */
  refill?: number;
  /** In seconds. */
  now: () => number;
}

/** Half a thread for a whole office: its people look at pages, which are mostly made already. */
const REFILL = 0.5;
const MAX_ADDRESSES = 10_000;

export function createBudgets({ seconds, refill = REFILL, now }: BudgetOptions): Budgets {
  const spent = new Map<string, { seconds: number; at: number }>();

  const owed = (address: string): number => {
    const entry = spent.get(address);
    return entry ? Math.max(0, entry.seconds - (now() - entry.at) * refill) : 0;
  };

  return {
    refuseSpent(address) {
      const over = owed(address) - seconds;
      if (over < 0) return;
      const wait = Math.max(1, Math.ceil(over / refill));
      throw new TooManyError('busy.address', `Too many requests from your network. Try again in ${wait} seconds, or sign in.`, { details: { seconds: wait } });
    },
    charge(address, used) {
      const entry = { seconds: owed(address) + used, at: now() };
      spent.delete(address);
      spent.set(address, entry);
      // Whoever was charged longest ago owes least; what is forgotten favours them.
      if (spent.size > MAX_ADDRESSES) spent.delete(spent.keys().next().value!);
    },
  };
}
