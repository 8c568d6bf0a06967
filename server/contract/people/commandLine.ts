/** Who acts by the command line: so it is recorded, and no member can be called so (server/people/accounts.ts). */
export const COMMAND_LINE = 'command line';
